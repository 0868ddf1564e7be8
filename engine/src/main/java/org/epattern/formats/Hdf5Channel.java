// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.atomic.AtomicLong;

import io.jhdf.exceptions.HdfException;

/**
 * Lets the HDF5 library read from a {@link ScanFile}: from any number of threads at once, undisturbed by the interrupt
 * of one, never beyond the end of the file, and, while the structure of the file is read, never more bytes in all than
 * a sound file can need. The last is what ends a structure that leads back to itself.
 */
final class Hdf5Channel extends FileChannel {

    /** A read of a few bytes counts as one of so many: it takes about as long. */
    private static final int LEAST = 64;
    private static final long BUDGET = 1L << 28;
    private static final long BYTES_PER_BYTE_OF_STRUCTURE = 16;
    private static final String PLACE = "an HDF5 structure";

    private final ScanFile m_file;
    private final AtomicLong m_budget;

    /** @param file the file; closed with this channel */
    Hdf5Channel(final ScanFile file) {
        m_file = file;
        m_budget = new AtomicLong(BUDGET + file.size() / BYTES_PER_BYTE_OF_STRUCTURE);
    }

    /** The structure has been read; from now on any number of bytes may be. */
    void structureIsRead() {
        m_budget.set(Long.MAX_VALUE);
    }

    private void check(final long position, final long length) {
        if (position < 0 || length < 0 || position > m_file.size() - length) {
            throw new HdfException("found a reference to " + length + " bytes at byte " + position
                + ", expected one within the " + m_file.size() + " bytes of the file");
        }
        if (m_budget.addAndGet(-Math.max(LEAST, length)) < 0) {
            throw new HdfException("found a structure that takes more reading than a sound file can need");
        }
    }

    @Override
    public int read(final ByteBuffer target, final long position) throws IOException {
        final int length = target.remaining();
        check(position, length);
        if (target.hasArray()) {
            m_file.read(position, target.array(), target.arrayOffset() + target.position(), length, PLACE);
            target.position(target.limit());
        } else {
            final byte[] bytes = new byte[length];
            m_file.read(position, bytes, 0, length, PLACE);
            target.put(bytes);
        }
        return length;
    }

    /** Reads instead of mapping: a mapped file cannot be replaced or deleted on Windows. */
    @Override
    public MappedByteBuffer map(final MapMode mode, final long position, final long size) {
        check(position, size);
        throw new UnsupportedOperationException("the file is read, not mapped");
    }

    @Override
    public long size() {
        return m_file.size();
    }

    @Override
    protected void implCloseChannel() throws IOException {
        m_file.close();
    }

    @Override
    public long position() {
        throw new UnsupportedOperationException("only reading at a stated position is possible");
    }

    @Override
    public FileChannel position(final long newPosition) {
        throw new UnsupportedOperationException("only reading at a stated position is possible");
    }

    @Override
    public int read(final ByteBuffer target) {
        throw new UnsupportedOperationException("only reading at a stated position is possible");
    }

    @Override
    public long read(final ByteBuffer[] targets, final int offset, final int length) {
        throw new UnsupportedOperationException("only reading at a stated position is possible");
    }

    @Override
    public long transferTo(final long position, final long count, final WritableByteChannel target) {
        throw new UnsupportedOperationException("only reading at a stated position is possible");
    }

    @Override
    public int write(final ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public long write(final ByteBuffer[] sources, final int offset, final int length) {
        throw new NonWritableChannelException();
    }

    @Override
    public int write(final ByteBuffer source, final long position) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileChannel truncate(final long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public void force(final boolean metaData) {
        throw new NonWritableChannelException();
    }

    @Override
    public long transferFrom(final ReadableByteChannel source, final long position, final long count) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileLock lock(final long position, final long size, final boolean shared) {
        throw new UnsupportedOperationException("the file is not locked");
    }

    @Override
    public FileLock tryLock(final long position, final long size, final boolean shared) {
        throw new UnsupportedOperationException("the file is not locked");
    }
}
