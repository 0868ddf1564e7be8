// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.filestore;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;

/** Identifies a file store: the run of the node that made it, its number and its name. */
public final class FileStoreKey implements Comparable<FileStoreKey> {

    private final UUID m_storeId;

    private final int m_index;

    private final String m_name;

    /**
     * @param storeUUID identifies the run of the node
     * @param index number in that run, from 0
     * @param nestedLoopPath must be null: the stand-in has no loops
     * @param iterationIndex must be negative: the stand-in has no loops
     * @param name name given by the node, not null
     */
    public FileStoreKey(final UUID storeUUID, final int index, final int[] nestedLoopPath, final int iterationIndex,
        final String name) {
        if (nestedLoopPath != null || iterationIndex >= 0) {
            throw new IllegalArgumentException("File stores inside of loops are not supported");
        }
        m_storeId = Objects.requireNonNull(storeUUID);
        m_index = index;
        m_name = Objects.requireNonNull(name);
    }

    /**
     * @return identifies the run of the node
     */
    public UUID getStoreUUID() {
        return m_storeId;
    }

    /**
     * @return number in that run, from 0
     */
    public int getIndex() {
        return m_index;
    }

    /**
     * @return null: the stand-in has no loops
     */
    public int[] getNestedLoopPath() {
        return null; // NOSONAR as in KNIME outside of loops
    }

    /**
     * @return name given by the node
     */
    public String getName() {
        return m_name;
    }

    /**
     * @return name of the file, without characters that a file system forbids
     */
    public String getNameOnDisc() {
        return String.format("%06d_%s", m_index, m_name.replaceAll("[^A-Za-z0-9._-]", "_"));
    }

    /**
     * @param output gets the key
     * @throws IOException if writing fails
     */
    public void save(final DataOutput output) throws IOException {
        output.writeLong(m_storeId.getMostSignificantBits());
        output.writeLong(m_storeId.getLeastSignificantBits());
        output.writeInt(m_index);
        output.writeUTF(m_name);
    }

    /**
     * @param input holds a key
     * @return the key
     * @throws IOException if reading fails
     */
    public static FileStoreKey load(final DataInput input) throws IOException {
        final UUID id = new UUID(input.readLong(), input.readLong());
        final int index = input.readInt();
        return new FileStoreKey(id, index, null, -1, input.readUTF());
    }

    @Override
    public int compareTo(final FileStoreKey other) {
        final int byStore = m_storeId.compareTo(other.m_storeId);
        return byStore != 0 ? byStore : Integer.compare(m_index, other.m_index);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof FileStoreKey that && m_storeId.equals(that.m_storeId) && m_index == that.m_index
            && m_name.equals(that.m_name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_storeId, m_index);
    }

    @Override
    public String toString() {
        return m_name + " (" + m_storeId + ", " + m_index + ")";
    }
}
