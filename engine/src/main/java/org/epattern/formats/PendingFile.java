// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/**
 * A file that is being written under another name beside its target, and gets its own name only when it is complete, so
 * that nothing half-written is ever taken for whole.
 */
public final class PendingFile implements Closeable {

    private final Path m_target;
    private final Path m_part;
    private final boolean m_replace;
    private final FileChannel m_channel;
    private boolean m_ended;

    /**
     * @param target name of the complete file
     * @param replace whether a file of that name may be replaced
     * @throws IOException if it exists and must not be replaced, or cannot be written
     */
    public PendingFile(final Path target, final boolean replace) throws IOException {
        m_target = target;
        m_replace = replace;
        if (Files.isDirectory(target)) {
            throw new IOException(target + ": found a folder, expected the name of a file to write");
        }
        refuseExisting();
        final Path folder = target.toAbsolutePath().getParent();
        m_part = folder.resolve("." + target.getFileName() + "-" + UUID.randomUUID() + ".part");
        try {
            m_channel = FileChannel.open(m_part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        } catch (NoSuchFileException e) {
            throw new IOException(target + ": cannot be written, there is no folder " + folder, e);
        } catch (AccessDeniedException e) {
            throw new IOException(target + ": cannot be written, no permission to write into " + folder, e);
        }
    }

    private void refuseExisting() throws IOException {
        if (!m_replace && Files.exists(m_target)) {
            throw new FileAlreadyExistsException(m_target + ": the file exists and must not be replaced");
        }
    }

    /**
     * Writes all bytes of the buffer at a position of the file.
     *
     * @param position first byte in the file
     * @param bytes the bytes
     * @throws IOException one sentence, e.g. if the disk is full
     * @throws CancellationException if the thread was interrupted
     */
    public void write(final long position, final ByteBuffer bytes) throws IOException {
        final int start = bytes.position();
        try {
            while (bytes.hasRemaining()) {
                m_channel.write(bytes, position + bytes.position() - start);
            }
        } catch (ClosedByInterruptException e) {
            throw (CancellationException)new CancellationException("interrupted").initCause(e);
        } catch (IOException e) {
            throw new IOException(m_target + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Gives the file its name.
     *
     * @throws IOException if it cannot be completed; what was written is removed then
     */
    public void publish() throws IOException {
        if (m_ended) {
            return;
        }
        try {
            m_channel.force(true);
            m_channel.close();
            refuseExisting();
            Files.move(m_part, m_target, StandardCopyOption.REPLACE_EXISTING);
            m_ended = true;
        } finally {
            close();
        }
    }

    /** Removes what was written, unless it has been published. */
    @Override
    public void close() throws IOException {
        if (!m_ended) {
            m_ended = true;
            m_channel.close();
            Files.deleteIfExists(m_part);
        }
    }
}
