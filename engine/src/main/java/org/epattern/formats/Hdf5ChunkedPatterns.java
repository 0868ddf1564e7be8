// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;

/** Patterns of a chunked HDF5 data set, put together from the chunks that hold parts of them. */
final class Hdf5ChunkedPatterns implements SampleScan.Source {

    private final ScanFile m_file;
    private final Hdf5Set m_set;
    private final Hdf5Chunks m_chunks;
    private final long m_first;

    /**
     * @param file the file, which is closed with this
     * @param set the data set
     * @param chunks its chunks
     * @param first number of the first pattern of the scan within the data set
     */
    Hdf5ChunkedPatterns(final ScanFile file, final Hdf5Set set, final Hdf5Chunks chunks, final long first) {
        m_file = file;
        m_set = set;
        m_chunks = chunks;
        m_first = first;
    }

    @Override
    public SampleScan.Fetcher fetcher() {
        return new Fetcher();
    }

    @Override
    public void close() throws IOException {
        m_file.close();
    }

    private final class Fetcher implements SampleScan.Fetcher {

        private final int m_width = m_set.size(m_set.patternX());
        private final int m_height = m_set.size(m_set.patternY());
        private final int m_bytes = m_set.element().bytes();
        private final int m_chunkWidth = m_chunks.size(m_set.patternX());
        private final int m_chunkHeight = m_chunks.size(m_set.patternY());
        private final int m_rowStride = m_chunks.stride(m_set.patternY()) * m_bytes;
        private final int m_pixelStride = m_chunks.stride(m_set.patternX()) * m_bytes;
        private final byte[] m_elements = m_set.element().isSample() ? null : new byte[m_width * m_height * m_bytes];
        /** Number of the chunk along each axis. */
        private final long[] m_chunk = new long[m_chunks.axes()];

        @Override
        public void fetch(final long index, final byte[] samples) throws IOException {
            final long pattern = m_first + index;
            final int scanWidth = m_set.size(m_set.scanX());
            final int start = goTo(m_set.scanX(), pattern % scanWidth) + goTo(m_set.scanY(), pattern / scanWidth);
            final byte[] elements = m_elements == null ? samples : m_elements;
            for (int y = 0; y < m_height; y += m_chunkHeight) {
                m_chunk[m_set.patternY()] = y / m_chunkHeight;
                for (int x = 0; x < m_width; x += m_chunkWidth) {
                    m_chunk[m_set.patternX()] = x / m_chunkWidth;
                    copy(m_chunks.chunk(m_chunk, pattern), start * m_bytes, elements, x, y);
                }
            }
            if (m_elements != null) {
                m_set.element().convert(m_elements, m_width * m_height, samples);
            }
        }

        /** Goes to the chunk of a scan position along an axis; gives the position within it, in elements. */
        private int goTo(final int axis, final long position) {
            if (axis == Hdf5Set.NONE) {
                return 0;
            }
            final int size = m_chunks.size(axis);
            m_chunk[axis] = position / size;
            return (int)(position % size) * m_chunks.stride(axis);
        }

        private void copy(final byte[] chunk, final int start, final byte[] elements, final int left, final int top) {
            final int columns = Math.min(m_chunkWidth, m_width - left);
            final int rows = Math.min(m_chunkHeight, m_height - top);
            for (int y = 0; y < rows; y++) {
                final int from = start + y * m_rowStride;
                final int to = ((top + y) * m_width + left) * m_bytes;
                if (m_pixelStride == m_bytes) {
                    System.arraycopy(chunk, from, elements, to, columns * m_bytes);
                } else {
                    for (int x = 0; x < columns; x++) {
                        System.arraycopy(chunk, from + x * m_pixelStride, elements, to + x * m_bytes, m_bytes);
                    }
                }
            }
        }

        @Override
        public void close() {
            // the file belongs to the source
        }
    }
}
