// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

import org.epattern.scan.ScanGeometry;

/**
 * Patterns that lie uncompressed and at equal distances in files that continue each other. A fetcher has at most one of
 * them open.
 */
final class SplitFrames implements SampleScan.Source {

    private final List<Part> m_parts;
    private final long m_distance;
    private final ByteOrder m_order;
    private final ScanGeometry m_geometry;
    private final long m_first;

    /**
     * One of the files.
     *
     * @param path the file
     * @param firstByte position of the first pixel of its first pattern
     * @param firstIndex number of patterns in the files before it
     * @param count number of patterns in it
     */
    record Part(Path path, long firstByte, long firstIndex, long count) {
    }

    /**
     * @param parts the files in their order
     * @param distance bytes from a pattern to the next one
     * @param order byte order of a pixel
     * @param geometry the scan
     * @param first number of the first pattern of the scan in the files
     */
    SplitFrames(final List<Part> parts, final long distance, final ByteOrder order, final ScanGeometry geometry,
        final long first) {
        m_parts = List.copyOf(parts);
        m_distance = distance;
        m_order = order;
        m_geometry = geometry;
        m_first = first;
    }

    private Part part(final long index) {
        int low = 0;
        int high = m_parts.size() - 1;
        while (low < high) {
            final int middle = (low + high + 1) >>> 1;
            if (m_parts.get(middle).firstIndex() <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return m_parts.get(low);
    }

    @Override
    public SampleScan.Fetcher fetcher() {
        return new SampleScan.Fetcher() {

            private Part m_part;
            private ScanFile m_file;

            @Override
            public void fetch(final long index, final byte[] samples) throws IOException {
                final long number = m_first + index;
                final Part part = part(number);
                if (part != m_part) {
                    close();
                    m_file = new ScanFile(part.path());
                    m_part = part;
                }
                m_file.read(part.firstByte() + (number - part.firstIndex()) * m_distance, samples, 0,
                    m_geometry.patternBytes(), "pattern " + number);
                ByteOrders.toLittleEndian(samples, m_geometry.patternBytes(), m_geometry.sampleType().bytes(),
                    m_order);
            }

            @Override
            public void close() throws IOException {
                if (m_file != null) {
                    m_part = null;
                    m_file.close();
                    m_file = null;
                }
            }
        };
    }

    @Override
    public void close() {
        // the files belong to the fetchers
    }
}
