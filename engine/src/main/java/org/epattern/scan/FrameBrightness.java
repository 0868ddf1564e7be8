// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.io.IOException;

/** Measures the mean grey level of frames, for {@link LineFinder}; with a reader of its own. */
public final class FrameBrightness implements OrderedWork.Worker<Long, Float> {

    private final PatternReader m_reader;
    private final float[] m_pixels;

    /** @param scan the frames */
    public FrameBrightness(final Scan scan) {
        m_reader = scan.openReader();
        m_pixels = new float[scan.geometry().pixelCount()];
    }

    /** Collects the brightness of frame after frame. */
    public static final class Trace implements OrderedWork.Sink<Float> {

        private final float[] m_levels;
        private final Progress m_progress;
        private int m_next;

        /**
         * @param frames number of frames
         * @param progress hears how far it is
         */
        public Trace(final int frames, final Progress progress) {
            m_levels = new float[frames];
            m_progress = progress;
        }

        @Override
        public void accept(final Float level) {
            m_levels[m_next++] = level;
            m_progress.report(m_next / (double)m_levels.length,
                "Looking for scan lines: frame " + m_next + " of " + m_levels.length);
        }

        /** @return mean grey levels of all frames, in the order of time */
        public float[] levels() {
            return m_levels;
        }
    }

    /**
     * @param index number of a frame, from 0
     * @return its mean grey level; pixels that are not finite do not count
     */
    @Override
    public Float apply(final Long index) throws IOException {
        m_reader.read(index, m_pixels);
        double sum = 0;
        for (final float pixel : m_pixels) {
            sum += Float.isFinite(pixel) ? pixel : 0;
        }
        return (float)(sum / m_pixels.length);
    }

    @Override
    public void close() throws IOException {
        m_reader.close();
    }
}
