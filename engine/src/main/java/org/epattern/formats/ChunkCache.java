// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Keeps the chunks that were used last, within a number of bytes. Any number of threads may ask at once; those that ask
 * for a chunk that another thread is loading wait for it instead of loading it a second time.
 */
final class ChunkCache {

    private final Loader m_loader;
    private final long m_capacity;
    private final LinkedHashMap<Long, Entry> m_entries = new LinkedHashMap<>(16, 0.75f, true);
    private long m_bytes;

    /** Loads a chunk. */
    interface Loader {

        /**
         * @param chunk number of the chunk
         * @param pattern number of the pattern that needs it, for messages
         * @return its bytes
         * @throws IOException if it cannot be loaded
         */
        byte[] load(long chunk, long pattern) throws IOException;
    }

    private static final class Entry {

        private final FutureTask<byte[]> m_task;
        /** Bytes as they count in the cache: 0 until the chunk is loaded. */
        private long m_size;

        Entry(final FutureTask<byte[]> task) {
            m_task = task;
        }
    }

    /**
     * @param loader loads chunks
     * @param capacity bytes to keep at most; the chunk loaded last is kept even if it has more; 0 = nothing is kept
     */
    ChunkCache(final Loader loader, final long capacity) {
        m_loader = loader;
        m_capacity = capacity;
    }

    /**
     * @param chunk number of a chunk
     * @param pattern number of the pattern that needs it, for messages
     * @return its bytes, not to be changed
     * @throws IOException if it cannot be loaded
     * @throws CancellationException if the thread was interrupted
     */
    byte[] get(final long chunk, final long pattern) throws IOException {
        if (m_capacity == 0) {
            return m_loader.load(chunk, pattern);
        }
        while (true) {
            final Entry entry;
            final boolean isMine;
            synchronized (m_entries) {
                final Entry known = m_entries.get(chunk);
                isMine = known == null;
                entry = isMine ? new Entry(new FutureTask<>(() -> m_loader.load(chunk, pattern))) : known;
                if (isMine) {
                    m_entries.put(chunk, entry);
                }
            }
            if (isMine) {
                entry.m_task.run();
            }
            try {
                final byte[] bytes = entry.m_task.get();
                if (isMine) {
                    keep(chunk, entry, bytes.length);
                }
                return bytes;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (CancellationException)new CancellationException("interrupted").initCause(e);
            } catch (ExecutionException e) {
                forget(chunk, entry);
                rethrow(e, isMine);
            }
        }
    }

    private void keep(final long chunk, final Entry entry, final int bytes) {
        synchronized (m_entries) {
            if (m_entries.get(chunk) != entry) {
                return;
            }
            entry.m_size = bytes;
            m_bytes += bytes;
            final Iterator<Map.Entry<Long, Entry>> eldest = m_entries.entrySet().iterator();
            while (m_bytes > m_capacity && eldest.hasNext()) {
                final Entry old = eldest.next().getValue();
                // a chunk that is being loaded has no size yet, and somebody waits for it
                if (old.m_size > 0 && old != entry) {
                    m_bytes -= old.m_size;
                    eldest.remove();
                }
            }
        }
    }

    private void forget(final long chunk, final Entry entry) {
        synchronized (m_entries) {
            m_entries.remove(chunk, entry);
        }
    }

    /** Hands on what went wrong; where only the other thread was interrupted, the chunk is tried once more. */
    private static void rethrow(final ExecutionException e, final boolean isMine) throws IOException {
        final Throwable cause = e.getCause();
        if (cause instanceof CancellationException && !isMine) {
            return;
        }
        if (cause instanceof IOException io) {
            throw new IOException(io.getMessage(), io);
        }
        if (cause instanceof RuntimeException runtime) {
            throw runtime;
        }
        throw new IllegalStateException(cause);
    }
}
