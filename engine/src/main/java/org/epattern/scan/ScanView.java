// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.io.IOException;
import java.util.List;

/** A scan that is computed from another one, which it closes with itself. */
abstract class ScanView implements Scan {

    private final Scan m_base;
    private final ScanGeometry m_geometry;

    ScanView(final Scan base, final ScanGeometry geometry) {
        m_base = base;
        m_geometry = geometry;
    }

    final Scan base() {
        return m_base;
    }

    @Override
    public final ScanGeometry geometry() {
        return m_geometry;
    }

    @Override
    public Calibration calibration() {
        return m_base.calibration();
    }

    @Override
    public List<ScanProperty> properties() {
        return m_base.properties();
    }

    @Override
    public final String origin() {
        return m_base.origin();
    }

    @Override
    public final void close() throws IOException {
        m_base.close();
    }

    /** Reader whose patterns have other pixels than those of the base: computes grey levels and stores them. */
    abstract class ConvertingReader implements PatternReader {

        private final PatternReader m_reader = m_base.openReader();
        private final float[] m_pixels = new float[m_geometry.pixelCount()];

        final PatternReader baseReader() {
            return m_reader;
        }

        @Override
        public final void readSamples(final long index, final byte[] samples) throws IOException {
            read(index, m_pixels);
            Samples.encode(m_pixels, m_geometry.sampleType(), samples);
        }

        @Override
        public final void close() throws IOException {
            m_reader.close();
        }
    }
}
