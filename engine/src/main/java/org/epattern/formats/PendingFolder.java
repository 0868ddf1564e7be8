// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/**
 * A folder of files that is being filled under another name beside its target, and gets its own name only when it is
 * complete, so that nothing half-written is ever taken for whole. A folder that exists is replaced only if it holds
 * nothing but files of the same kind.
 */
public final class PendingFolder implements Closeable {

    private final Path m_target;
    private final Path m_part;
    private final boolean m_replace;
    private final Predicate<String> m_ours;
    private boolean m_ended;

    /**
     * @param target name of the complete folder
     * @param replace whether a folder of that name may be replaced
     * @param ours whether a file of this name may be removed with the folder that is replaced
     * @throws IOException one sentence if it exists and must not be replaced, or cannot be made
     */
    public PendingFolder(final Path target, final boolean replace, final Predicate<String> ours) throws IOException {
        m_target = target;
        m_replace = replace;
        m_ours = ours;
        refuseExisting();
        final Path parent = target.toAbsolutePath().getParent();
        m_part = parent.resolve("." + target.getFileName() + "-" + UUID.randomUUID() + ".part");
        try {
            Files.createDirectory(m_part);
        } catch (NoSuchFileException e) {
            throw new IOException(target + ": cannot be written, there is no folder " + parent, e);
        } catch (AccessDeniedException e) {
            throw new IOException(target + ": cannot be written, no permission to write into " + parent, e);
        }
    }

    private void refuseExisting() throws IOException {
        if (!Files.exists(m_target)) {
            return;
        }
        if (!m_replace) {
            throw new FileAlreadyExistsException(m_target + ": the folder exists and must not be replaced");
        }
        if (!Files.isDirectory(m_target)) {
            throw new IOException(m_target + ": found a file, expected the name of a folder to write");
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(m_target)) {
            for (final Path entry : entries) {
                final String name = entry.getFileName().toString();
                if (!m_ours.test(name) || Files.isDirectory(entry)) {
                    throw new IOException(m_target + ": the folder holds \"" + name
                        + "\", which would be lost with it; expected images of a scan only, or another folder");
                }
            }
        }
    }

    /**
     * Writes a file into the folder.
     *
     * @param name name of the file, new in the folder
     * @param bytes its content
     * @throws IOException one sentence, e.g. if the disk is full
     * @throws CancellationException if the thread was interrupted
     */
    public void write(final String name, final byte[] bytes) throws IOException {
        try (FileChannel channel =
            FileChannel.open(m_part.resolve(name), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            final ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (ClosedByInterruptException e) {
            throw (CancellationException)new CancellationException("interrupted").initCause(e);
        } catch (IOException e) {
            throw new IOException(m_target.resolve(name) + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Gives the folder its name.
     *
     * @throws IOException one sentence if it cannot be completed; what was written is removed then, and what existed
     *             stays
     */
    public void publish() throws IOException {
        if (m_ended) {
            return;
        }
        try {
            refuseExisting();
            if (Files.exists(m_target)) {
                final Path old = m_part.resolveSibling(m_part.getFileName() + ".old");
                Files.move(m_target, old);
                try {
                    Files.move(m_part, m_target);
                } catch (IOException e) {
                    Files.move(old, m_target);
                    throw e;
                }
                m_ended = true;
                delete(old);
            } else {
                Files.move(m_part, m_target);
                m_ended = true;
            }
        } finally {
            close();
        }
    }

    /** Removes what was written, unless it has been published. */
    @Override
    public void close() throws IOException {
        if (!m_ended) {
            m_ended = true;
            delete(m_part);
        }
    }

    private static void delete(final Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (final Path entry : entries) {
                Files.delete(entry);
            }
        }
        Files.delete(folder);
    }
}
