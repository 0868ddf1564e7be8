// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;

/**
 * An open file that is read at any position by any number of threads at once. An interrupt of one thread closes a
 * channel for all of them; this class opens it again for the others.
 */
final class ScanFile implements Closeable {

    private final Path m_path;
    private final long m_size;
    private volatile FileChannel m_channel;
    private boolean m_closed;

    /**
     * @param path the file
     * @throws IOException one sentence if it is missing, empty, a folder, or cannot be read
     */
    ScanFile(final Path path) throws IOException {
        m_path = path;
        if (Files.isDirectory(path)) {
            throw new IOException(path + ": found a folder, expected a file");
        }
        m_channel = openChannel(path);
        m_size = sizeOrClose();
        if (m_size == 0) {
            close();
            throw new IOException(path + ": the file is empty");
        }
    }

    private static FileChannel openChannel(final Path path) throws IOException {
        try {
            return FileChannel.open(path, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw new IOException(path + ": there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new IOException(path + ": no permission to read the file", e);
        }
    }

    private long sizeOrClose() throws IOException {
        try {
            return m_channel.size();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    Path path() {
        return m_path;
    }

    /** @return bytes in the file when it was opened */
    long size() {
        return m_size;
    }

    /**
     * Reads exactly {@code length} bytes.
     *
     * @param position first byte in the file
     * @param target receives the bytes
     * @param offset first index in the target
     * @param length number of bytes
     * @param what what is being read, for the sentence when the file ends too early, e.g. "pattern 12"
     * @throws IOException if the file cannot be read or ends too early
     * @throws CancellationException if the thread was interrupted
     */
    void read(final long position, final byte[] target, final int offset, final int length, final String what)
        throws IOException {
        final ByteBuffer buffer = ByteBuffer.wrap(target, offset, length);
        while (buffer.hasRemaining()) {
            final FileChannel channel = m_channel;
            final int done = buffer.position() - offset;
            final int count;
            try {
                count = channel.read(buffer, position + done);
            } catch (ClosedByInterruptException e) {
                throw (CancellationException)new CancellationException("interrupted").initCause(e);
            } catch (ClosedChannelException e) {
                reopen(channel, e);
                continue;
            }
            if (count < 0) {
                throw new EOFException(m_path + ": the file ends within " + what + "; found " + done + " of " + length
                    + " bytes at byte " + position);
            }
        }
    }

    private synchronized void reopen(final FileChannel dead, final ClosedChannelException cause) throws IOException {
        if (m_closed) {
            throw new IOException(m_path + ": the file was closed while it was being read", cause);
        }
        if (m_channel == dead) {
            m_channel = openChannel(m_path);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        m_closed = true;
        m_channel.close();
    }
}
