// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Set;

import org.epattern.scan.SampleType;

/**
 * Patterns of a Merlin detector as its chips were read out ("R64"): words of 64 bits, big-endian, whose lowest bits are
 * the leftmost pixel. A word holds 64 pixels of 1 bit, 8 of 6 bit (a byte each) or 4 of 12 bit (two bytes each); 24 bit
 * are two images of 12 bit, the first with the upper bits. One row of a quad holds a row of each of the four chips:
 * lower right, lower left (both turned by 180 degrees), upper right, upper left. The layout was never published; this
 * is what LiberTEM reads, checked on real frames of 1 and 12 bit, one chip and quad. Rows are given in the order of the
 * frames that the detector's own program processed.
 */
final class MerlinRawFrames implements SampleScan.Source {

    private static final int QUAD = 4;
    private static final int WORD = 8;
    private static final int COUNTER_BITS = 12;
    private static final int DEEP = 24;
    private static final Set<Integer> DEPTHS = Set.of(1, 6, COUNTER_BITS, DEEP);

    private final ScanFile m_file;
    private final Layout m_layout;
    private final long m_firstByte;
    private final long m_distance;
    private final long m_firstIndex;

    /**
     * Size of a pattern and how it lies in the file.
     *
     * @param depth bits of a pixel: 1, 6, 12 or 24
     * @param isQuad whether four chips make the pattern, two by two
     * @param width pixels in a row of the pattern
     * @param height rows of the pattern
     * @param rowWidth pixels in a row of the file
     * @param rows rows of an image in the file
     */
    record Layout(int depth, boolean isQuad, int width, int height, int rowWidth, int rows) {

        /**
         * @param path the file, for messages
         * @param header its first header
         * @throws IOException one sentence if the chips or bits are not understood
         */
        static Layout of(final Path path, final MerlinHeader header) throws IOException {
            if (!DEPTHS.contains(header.depth())) {
                throw new IOException(path + ": the counter depth of the raw frames is " + header.depth()
                    + " bits, expected 1, 6, 12 or 24");
            }
            final boolean quad = header.chips() == QUAD && header.layout().startsWith("2x2");
            if (header.chips() != 1 && !quad || quad && header.depth() == DEEP) {
                throw new IOException(path + ": raw frames of " + header.depth() + " bit from " + header.chipText()
                    + " in a layout of " + SmallText.quoted(header.layout())
                    + " cannot be read, expected one chip, or 2x2 chips with 1, 6 or 12 bit");
            }
            // the header counts the two images of 24 bit as one of double width
            final int rowWidth = header.depth() == DEEP ? header.width() / 2 : header.width();
            final int width = quad ? rowWidth / 2 : rowWidth;
            final int height = quad ? 2 * header.height() : header.height();
            final int pixelsInWord = pixelsInWord(header.depth());
            if (width < 1 || (quad ? width / 2 : width) % pixelsInWord != 0 || quad && rowWidth % QUAD != 0
                || header.depth() == DEEP && header.width() % 2 != 0) {
                throw new IOException(path + ": raw rows of " + header.width() + " pixels from "
                    + header.chipText() + " are no whole words, expected a multiple of "
                    + pixelsInWord * header.chips());
            }
            return new Layout(header.depth(), quad, width, height, rowWidth, header.height());
        }

        private static int pixelsInWord(final int depth) {
            return switch (depth) {
                case 1 -> 64;
                case 6 -> 8;
                default -> 4;
            };
        }

        /** @return bytes of a row of one image in the file */
        int rowBytes() {
            return rowWidth / pixelsInWord(depth) * WORD;
        }

        /** @return bytes of a frame in the file, without its header */
        long frameBytes() {
            return (long)rowBytes() * rows * (depth == DEEP ? 2 : 1);
        }

        /** @return type in which the pixels are given */
        SampleType type() {
            return switch (depth) {
                case 1, 6 -> SampleType.UINT8;
                case COUNTER_BITS -> SampleType.UINT16;
                default -> SampleType.UINT32;
            };
        }
    }

    /**
     * @param file the file, which is closed with this
     * @param layout how a pattern lies there
     * @param firstByte position of the first pixels of the first pattern of the scan
     * @param distance bytes from a pattern to the next one
     * @param firstIndex number of the first pattern of the scan in the file, for messages
     */
    MerlinRawFrames(final ScanFile file, final Layout layout, final long firstByte, final long distance,
        final long firstIndex) {
        m_file = file;
        m_layout = layout;
        m_firstByte = firstByte;
        m_distance = distance;
        m_firstIndex = firstIndex;
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

        private final byte[] m_frame = new byte[(int)m_layout.frameBytes()];
        /** Bytes of a pixel in a row that is unpacked: those of a sample, but 2 where two images make it. */
        private final int m_bytes = Math.min(2, m_layout.type().bytes());
        private final byte[] m_row = new byte[m_layout.rowWidth() * m_bytes];

        @Override
        public void fetch(final long index, final byte[] samples) throws IOException {
            m_file.read(m_firstByte + index * m_distance, m_frame, 0, m_frame.length,
                "pattern " + (m_firstIndex + index));
            // from here on the pixels of a word lie from left to right, each little-endian
            ByteOrders.toLittleEndian(m_frame, m_frame.length, WORD, ByteOrder.BIG_ENDIAN);
            for (int row = 0; row < m_layout.rows(); row++) {
                unpackRow(row);
                if (m_layout.isQuad()) {
                    placeChips(row, samples);
                } else if (m_layout.depth() == DEEP) {
                    placeDeep(row, samples);
                } else {
                    System.arraycopy(m_row, 0, samples, row * m_row.length, m_row.length);
                }
            }
        }

        private void unpackRow(final int row) {
            final int start = row * m_layout.rowBytes();
            if (m_layout.depth() > 1) {
                System.arraycopy(m_frame, start, m_row, 0, m_row.length);
                return;
            }
            for (int x = 0; x < m_row.length; x++) {
                m_row[x] = (byte)(m_frame[start + (x >> 3)] >> (x & 7) & 1);
            }
        }

        /** The row at hand has the upper bits, the same row of the second image in the frame the lower ones. */
        private void placeDeep(final int row, final byte[] samples) {
            final ByteBuffer upper = ByteBuffer.wrap(m_row).order(ByteOrder.LITTLE_ENDIAN);
            final ByteBuffer lower = ByteBuffer.wrap(m_frame).order(ByteOrder.LITTLE_ENDIAN);
            final ByteBuffer out = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN);
            final int second = (m_layout.rows() + row) * m_layout.rowBytes();
            for (int x = 0; x < m_layout.width(); x++) {
                out.putInt(4 * (row * m_layout.width() + x),
                    ((upper.getShort(2 * x) & 0xffff) << COUNTER_BITS) + (lower.getShort(second + 2 * x) & 0xffff));
            }
        }

        private void placeChips(final int row, final byte[] samples) {
            final int chip = m_layout.width() / 2 * m_bytes;
            final int upper = 2 * row * chip;
            final int lower = 2 * (m_layout.height() - 1 - row) * chip;
            System.arraycopy(m_row, 3 * chip, samples, upper, chip);
            System.arraycopy(m_row, 2 * chip, samples, upper + chip, chip);
            // the lower chips stand upside down: their pixels from right to left
            final int last = lower + 2 * chip - m_bytes;
            if (m_bytes == 1) {
                for (int at = 0; at < 2 * chip; at++) {
                    samples[last - at] = m_row[at];
                }
            } else {
                for (int at = 0; at < 2 * chip; at += 2) {
                    samples[last - at] = m_row[at];
                    samples[last - at + 1] = m_row[at + 1];
                }
            }
        }

        @Override
        public void close() {
            // the file belongs to the source
        }
    }
}
