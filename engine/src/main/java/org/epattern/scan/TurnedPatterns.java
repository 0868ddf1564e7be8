// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.io.IOException;
import java.util.List;

/** Patterns whose axes are exchanged or reversed; pixels are moved, never computed. */
final class TurnedPatterns extends ScanView {

    private final Axes m_axes;

    TurnedPatterns(final Scan base, final Axes axes) {
        super(base, turned(base.geometry(), axes));
        m_axes = axes;
    }

    private static ScanGeometry turned(final ScanGeometry g, final Axes axes) {
        return axes.transpose()
            ? new ScanGeometry(g.scanWidth(), g.scanHeight(), g.patternHeight(), g.patternWidth(), g.sampleType()) : g;
    }

    @Override
    public List<ScanProperty> properties() {
        return ScanViews.with(base().properties(), new ScanProperty("pattern axes", m_axes.toString(), ""));
    }

    @Override
    public PatternReader openReader() {
        final PatternReader reader = base().openReader();
        final int width = geometry().patternWidth();
        final int height = geometry().patternHeight();
        final int bytes = geometry().sampleType().bytes();
        return new PatternReader() {

            private byte[] m_samples;
            private float[] m_pixels;

            @Override
            public void readSamples(final long index, final byte[] samples) throws IOException {
                if (m_samples == null) {
                    m_samples = new byte[geometry().patternBytes()];
                }
                reader.readSamples(index, m_samples);
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        final int from = (int)m_axes.oldIndex(x, y, width, height) * bytes;
                        final int to = (y * width + x) * bytes;
                        for (int k = 0; k < bytes; k++) {
                            samples[to + k] = m_samples[from + k];
                        }
                    }
                }
            }

            @Override
            public void read(final long index, final float[] pixels) throws IOException {
                if (m_pixels == null) {
                    m_pixels = new float[geometry().pixelCount()];
                }
                reader.read(index, m_pixels);
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        pixels[y * width + x] = m_pixels[(int)m_axes.oldIndex(x, y, width, height)];
                    }
                }
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }
}
