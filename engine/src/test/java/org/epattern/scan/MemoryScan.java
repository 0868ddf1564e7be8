// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.util.List;

/** A scan in memory, for tests. */
public final class MemoryScan implements Scan {

    private final ScanGeometry m_geometry;
    private final Calibration m_calibration;
    private final float[][] m_patterns;
    private boolean m_closed;

    /** @param patterns one array of pixels per scan position */
    public MemoryScan(final ScanGeometry geometry, final Calibration calibration, final float[]... patterns) {
        m_geometry = geometry;
        m_calibration = calibration;
        m_patterns = patterns;
    }

    public boolean isClosed() {
        return m_closed;
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
        return List.of(new ScanProperty("format", "memory", ""));
    }

    @Override
    public String origin() {
        return "memory";
    }

    @Override
    public PatternReader openReader() {
        return new PatternReader() {
            @Override
            public void readSamples(final long index, final byte[] samples) {
                Samples.encode(m_patterns[(int)index], m_geometry.sampleType(), samples);
            }

            @Override
            public void read(final long index, final float[] pixels) {
                System.arraycopy(m_patterns[(int)index], 0, pixels, 0, m_geometry.pixelCount());
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    @Override
    public void close() {
        m_closed = true;
    }
}
