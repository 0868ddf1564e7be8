// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.io.IOException;
import java.util.List;

/** Patterns whose hot pixels are replaced when they are read. */
final class RepairedPatterns extends ScanView {

    private final HotPixels m_hot;

    RepairedPatterns(final Scan base, final HotPixels hot) {
        super(base, base.geometry());
        if (hot.width() != geometry().patternWidth() || hot.height() != geometry().patternHeight()) {
            throw new IllegalArgumentException("The hot pixels were found in patterns of " + hot.width() + " x "
                + hot.height() + " px, but these have " + geometry().patternWidth() + " x "
                + geometry().patternHeight() + " px");
        }
        m_hot = hot;
    }

    @Override
    public List<ScanProperty> properties() {
        return ScanViews.with(base().properties(),
            new ScanProperty("hot pixels repaired", Integer.toString(m_hot.pixels().length), "px"));
    }

    @Override
    public PatternReader openReader() {
        final PatternReader reader = base().openReader();
        final HotPixels.Repair repair = m_hot.new Repair();
        return new PatternReader() {

            private final byte[] m_samples = new byte[geometry().patternBytes()];

            @Override
            public void readSamples(final long index, final byte[] samples) throws IOException {
                reader.readSamples(index, samples);
                repair.repair(samples, geometry().sampleType());
            }

            @Override
            public void read(final long index, final float[] pixels) throws IOException {
                readSamples(index, m_samples);
                Samples.decode(m_samples, geometry().sampleType(), pixels);
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }
}
