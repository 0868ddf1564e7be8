// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.table;

import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks of bytes: in memory while they are few, else in a file. Each access opens and closes the file, so that an
 * iteration that is given up leaves nothing open; and it uses streams without channels, because an interrupted thread
 * would close a channel for all others. Blocks may be read by several threads; they are appended by one.
 */
final class RowFile {

    private final List<Block> m_blocks;

    private List<byte[]> m_inMemory;

    private Path m_file;

    private long m_end;

    private RowFile(final List<Block> blocks, final List<byte[]> inMemory, final Path file) {
        m_blocks = blocks;
        m_inMemory = inMemory;
        m_file = file;
    }

    /** An empty one in memory. */
    static RowFile create() {
        return new RowFile(new ArrayList<>(), new ArrayList<>(), null);
    }

    /** One that exists on disk. */
    static RowFile open(final Path file, final List<Block> blocks) throws IOException {
        long end = 0;
        for (final Block block : blocks) {
            if (block.offset() != end) {
                throw new IOException("The table file " + file + " is damaged: a block starts at byte "
                    + block.offset() + " and not at " + end + ".");
            }
            end += block.length();
        }
        if (Files.size(file) != end) {
            throw new IOException("The table file " + file + " has " + Files.size(file) + " bytes; expected were "
                + end + ".");
        }
        return new RowFile(List.copyOf(blocks), null, file);
    }

    List<Block> blocks() {
        return m_blocks;
    }

    /** Bytes kept in memory. */
    long memory() {
        return m_inMemory == null ? 0 : m_end;
    }

    void append(final long firstRow, final byte[] bytes) throws IOException {
        if (m_inMemory != null) {
            m_inMemory.add(bytes);
        } else {
            write(bytes);
        }
        m_blocks.add(new Block(firstRow, m_end, bytes.length));
        m_end += bytes.length;
    }

    private void write(final byte[] bytes) throws IOException {
        try (FileOutputStream out = new FileOutputStream(m_file.toFile(), true)) {
            out.write(bytes);
        } catch (final IOException e) {
            throw new IOException("Rows cannot be written to " + m_file + ": " + e.getMessage(), e);
        }
    }

    /** Moves all blocks to a file, to which later ones are appended. */
    void spill(final Path file) throws IOException {
        final List<byte[]> blocks = m_inMemory;
        m_file = file;
        for (final byte[] block : blocks) {
            write(block);
        }
        m_inMemory = null;
    }

    byte[] read(final int block) throws IOException {
        if (m_inMemory != null) {
            return m_inMemory.get(block);
        }
        final Block place = m_blocks.get(block);
        final byte[] bytes = new byte[place.length()];
        try (RandomAccessFile in = new RandomAccessFile(m_file.toFile(), "r")) {
            in.seek(place.offset());
            in.readFully(bytes);
        } catch (final EOFException e) {
            throw new IOException("The table file " + m_file + " is shorter than it was.", e);
        } catch (final IOException e) {
            throw new IOException("The table file " + m_file + " cannot be read: " + e.getMessage(), e);
        }
        return bytes;
    }

    void copyTo(final Path target) throws IOException {
        if (m_inMemory == null) {
            Files.copy(m_file, target);
            return;
        }
        try (FileOutputStream out = new FileOutputStream(target.toFile())) {
            for (final byte[] block : m_inMemory) {
                out.write(block);
            }
        }
    }
}
