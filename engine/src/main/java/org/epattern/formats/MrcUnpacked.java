// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Patterns of an MRC file whose pixels have no type of Java: 4 bit, the lower half of a byte first, and half float. */
final class MrcUnpacked implements SampleScan.Source {

    private final ScanFile m_file;
    private final MrcHeader m_header;
    private final long m_firstByte;
    private final long m_firstIndex;

    /**
     * @param file the file, which is closed with this
     * @param header its header
     * @param firstByte position of the first pattern of the scan
     * @param firstIndex number of the first pattern of the scan in the file, for messages
     */
    MrcUnpacked(final ScanFile file, final MrcHeader header, final long firstByte, final long firstIndex) {
        m_file = file;
        m_header = header;
        m_firstByte = firstByte;
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

        private final int m_rowBytes = (int)m_header.mode().rowBytes(m_header.width());
        private final byte[] m_packed = new byte[m_rowBytes * m_header.height()];

        @Override
        public void fetch(final long index, final byte[] samples) throws IOException {
            m_file.read(m_firstByte + index * m_packed.length, m_packed, 0, m_packed.length,
                "pattern " + (m_firstIndex + index));
            if (m_header.mode() == MrcMode.NIBBLE) {
                unpackNibbles(samples);
            } else {
                HalfFloats.toFloat(ByteBuffer.wrap(m_packed).order(m_header.order()), m_packed.length / 2,
                    ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN));
            }
        }

        private void unpackNibbles(final byte[] samples) {
            final int width = m_header.width();
            for (int y = 0; y < m_header.height(); y++) {
                for (int x = 0; x < width; x++) {
                    final int pair = m_packed[y * m_rowBytes + x / 2];
                    samples[y * width + x] = (byte)(x % 2 == 0 ? pair & 0xf : pair >> 4 & 0xf);
                }
            }
        }

        @Override
        public void close() {
            // the file belongs to the source
        }
    }
}
