// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Finds the scan in the headers of the frames of a TVIPS series, which may hold the position of the beam (f32 at bytes
 * 68 and 72, as LiberTEM reads them). The scan starts at the frame of position (0, 0) that is followed by (1, 0), and
 * only whole lines count.
 */
final class TvipsScanSize {

    private static final int SCAN_X = 68;
    private static final int SMALLEST_HEADER = 76;
    /** Frames before the scan that are looked at, as many as LiberTEM does. */
    private static final int LONGEST_LEAD = 4096;

    private final TvipsHeader m_header;
    private final List<SplitFrames.Part> m_parts;
    private final long m_distance;
    private final long m_count;
    private final ByteBuffer m_position = ByteBuffer.allocate(2 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private ScanFile m_file;
    private int m_part;

    private TvipsScanSize(final TvipsHeader header, final List<SplitFrames.Part> parts, final long distance) {
        m_header = header;
        m_parts = parts;
        m_distance = distance;
        final SplitFrames.Part last = parts.get(parts.size() - 1);
        m_count = last.firstIndex() + last.count();
    }

    /**
     * @param header header of the series
     * @param parts its files
     * @param distance bytes from a pattern to the next one
     * @return the scan, or null where the headers do not tell one
     */
    static ScanShape find(final TvipsHeader header, final List<SplitFrames.Part> parts, final long distance)
        throws IOException {
        if (header.version() != 2 || header.frameHeader() < SMALLEST_HEADER) {
            return null;
        }
        final TvipsScanSize search = new TvipsScanSize(header, parts, distance);
        try {
            return search.find();
        } finally {
            search.close();
        }
    }

    private ScanShape find() throws IOException {
        long start = 0;
        while (!(isAt(start, 0, 0) && isAt(start + 1, 1, 0))) {
            start++;
            if (start >= LONGEST_LEAD || start + 1 >= m_count) {
                return null;
            }
        }
        int width = 2;
        while (isAt(start + width, width, 0)) {
            width++;
        }
        int height = 1;
        while (isAt(start + (long)height * width, 0, height)
            && isAt(start + (height + 1L) * width - 1, width - 1, height)) {
            height++;
        }
        return new ScanShape(start, width, height);
    }

    private boolean isAt(final long index, final int x, final int y) throws IOException {
        if (index >= m_count) {
            return false;
        }
        // positions are asked for in rising order
        while (index >= m_parts.get(m_part).firstIndex() + m_parts.get(m_part).count()) {
            close();
            m_part++;
        }
        final SplitFrames.Part part = m_parts.get(m_part);
        if (m_file == null) {
            m_file = new ScanFile(part.path());
        }
        m_file.read(part.firstByte() - m_header.frameHeader() + (index - part.firstIndex()) * m_distance + SCAN_X,
            m_position.array(), 0, m_position.capacity(), "the header of frame " + index);
        return m_position.getFloat(0) == x && m_position.getFloat(Float.BYTES) == y;
    }

    private void close() throws IOException {
        if (m_file != null) {
            m_file.close();
            m_file = null;
        }
    }
}
