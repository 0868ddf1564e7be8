// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteOrder;

import org.epattern.scan.ScanGeometry;

/**
 * Patterns whose pixels lie far apart: the file holds, pixel after pixel, the values of that pixel at all points of the
 * scan. To read one pattern costs as much as to read many neighbours of it, so each fetcher gathers a block of patterns
 * at once and keeps it.
 */
final class ScanFirstPatterns implements SampleScan.Source {

    private static final long LARGEST_BLOCK = 32L << 20;
    private static final int MEMORY_SHARE = 32;
    /** Pixels whose values are turned round together, so that both sides stay in the processor's cache. */
    private static final int PIXELS_AT_ONCE = 256;
    private static final int LARGEST_RUN = 1 << 22;
    /** To read this many bytes that are not needed costs less than to ask for another piece of the file. */
    private static final int SMALL_GAP = 4096;

    private final ScanFile m_file;
    private final ScanGeometry m_geometry;
    private final long m_position;
    private final long m_patterns;
    private final long m_first;
    private final ByteOrder m_order;
    private final int m_block;

    /**
     * @param file the file; closed with this
     * @param geometry the scan
     * @param position first byte of the pixels
     * @param patterns number of patterns in the file
     * @param first number of the first pattern of the scan in the file
     * @param order byte order of a sample
     */
    ScanFirstPatterns(final ScanFile file, final ScanGeometry geometry, final long position, final long patterns,
        final long first, final ByteOrder order) {
        m_file = file;
        m_geometry = geometry;
        m_position = position;
        m_patterns = patterns;
        m_first = first;
        m_order = order;
        final long memory = Math.min(LARGEST_BLOCK, Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
        final long fitting = Math.min(memory / geometry.patternBytes(),
            LARGEST_RUN / PIXELS_AT_ONCE / geometry.sampleType().bytes());
        m_block = (int)Math.max(1, Math.min(fitting, geometry.patternCount()));
    }

    @Override
    public SampleScan.Fetcher fetcher() {
        return new Gatherer();
    }

    @Override
    public void close() throws IOException {
        m_file.close();
    }

    private final class Gatherer implements SampleScan.Fetcher {

        private final int m_bytes = m_geometry.sampleType().bytes();
        private byte[] m_gathered;
        private byte[] m_runs;
        private long m_start = -1;

        @Override
        public void fetch(final long index, final byte[] samples) throws IOException {
            final long start = index / m_block * m_block;
            if (start != m_start) {
                m_start = -1;
                gather(start, (int)Math.min(m_block, m_geometry.patternCount() - start));
                m_start = start;
            }
            System.arraycopy(m_gathered, (int)(index - start) * m_geometry.patternBytes(), samples, 0,
                m_geometry.patternBytes());
        }

        private void gather(final long start, final int count) throws IOException {
            final int run = count * m_bytes;
            final boolean isDense = m_patterns * m_bytes - run <= SMALL_GAP;
            final int stride = isDense ? (int)(m_patterns * m_bytes) : run;
            if (m_gathered == null) {
                m_gathered = new byte[m_block * m_geometry.patternBytes()];
            }
            if (m_runs == null || m_runs.length < stride * PIXELS_AT_ONCE) {
                m_runs = new byte[stride * PIXELS_AT_ONCE];
            }
            final int pixels = m_geometry.pixelCount();
            for (int pixel = 0; pixel < pixels; pixel += PIXELS_AT_ONCE) {
                final int group = Math.min(PIXELS_AT_ONCE, pixels - pixel);
                readRuns(start, run, pixel, group, isDense);
                ByteOrders.toLittleEndian(m_runs, group * stride, m_bytes, m_order);
                for (int i = 0; i < count; i++) {
                    turn(i, stride, pixel, group);
                }
            }
        }

        /** Reads the values of some pixels at the wanted points, or with all points between them. */
        private void readRuns(final long start, final int run, final int pixel, final int group,
            final boolean isDense) throws IOException {
            final String what = "the patterns from " + (m_first + start);
            final long stride = m_patterns * m_bytes;
            final long from = m_position + pixel * stride + (m_first + start) * m_bytes;
            if (isDense) {
                m_file.read(from, m_runs, 0, (int)((group - 1) * stride) + run, what);
                return;
            }
            for (int i = 0; i < group; i++) {
                m_file.read(from + i * stride, m_runs, run * i, run, what);
            }
        }

        private void turn(final int pattern, final int stride, final int pixel, final int group) {
            int to = pattern * m_geometry.patternBytes() + pixel * m_bytes;
            int from = pattern * m_bytes;
            if (m_bytes == 1) {
                for (int i = 0; i < group; i++) {
                    m_gathered[to + i] = m_runs[from + i * stride];
                }
                return;
            }
            for (int i = 0; i < group; i++) {
                for (int b = 0; b < m_bytes; b++) {
                    m_gathered[to++] = m_runs[from + b];
                }
                from += stride;
            }
        }

        @Override
        public void close() {
            m_gathered = null;
            m_runs = null;
        }
    }
}
