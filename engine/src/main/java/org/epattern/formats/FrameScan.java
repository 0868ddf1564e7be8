// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;

import org.epattern.scan.Calibration;
import org.epattern.scan.PatternReader;
import org.epattern.scan.Samples;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;

/** A scan whose patterns lie uncompressed and at equal distances in one file. */
final class FrameScan implements Scan {

    private final ScanFile m_file;
    private final ScanGeometry m_geometry;
    private final Calibration m_calibration;
    private final List<ScanProperty> m_properties;
    private final Frames m_frames;

    /**
     * Where the patterns lie.
     *
     * @param firstByte position of the first pixel of the first pattern of the scan
     * @param distance bytes from the start of a pattern to that of the next one
     * @param order byte order of a pixel
     * @param firstIndex number of the first pattern of the scan within the file, for messages
     */
    record Frames(long firstByte, long distance, ByteOrder order, long firstIndex) {
    }

    FrameScan(final ScanFile file, final ScanGeometry geometry, final Frames frames, final Calibration calibration,
        final List<ScanProperty> properties) {
        m_file = file;
        m_geometry = geometry;
        m_frames = frames;
        m_calibration = calibration;
        m_properties = List.copyOf(properties);
    }

    @Override
    public ScanGeometry geometry() {
        return m_geometry;
    }

    @Override
    public Calibration calibration() {
        return m_calibration;
    }

    @Override
    public List<ScanProperty> properties() {
        return m_properties;
    }

    @Override
    public String origin() {
        return m_file.path().toString();
    }

    @Override
    public PatternReader openReader() {
        return new Reader();
    }

    @Override
    public void close() throws IOException {
        m_file.close();
    }

    private final class Reader implements PatternReader {

        private final byte[] m_samples = new byte[m_geometry.patternBytes()];

        @Override
        public void readSamples(final long index, final byte[] samples) throws IOException {
            if (index < 0 || index >= m_geometry.patternCount()) {
                throw new IndexOutOfBoundsException("pattern " + index + " of " + m_geometry.patternCount());
            }
            m_file.read(m_frames.firstByte() + index * m_frames.distance(), samples, 0, m_geometry.patternBytes(),
                "pattern " + (m_frames.firstIndex() + index));
            ByteOrders.toLittleEndian(samples, m_geometry.patternBytes(), m_geometry.sampleType().bytes(),
                m_frames.order());
        }

        @Override
        public void read(final long index, final float[] pixels) throws IOException {
            readSamples(index, m_samples);
            Samples.decode(m_samples, m_geometry.sampleType(), pixels);
        }

        @Override
        public void close() {
            // the file belongs to the scan
        }
    }
}
