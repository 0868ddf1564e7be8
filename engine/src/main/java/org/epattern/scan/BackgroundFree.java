// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import org.epattern.prepare.BackgroundSettings;
import org.epattern.prepare.BackgroundSubtractor;

/**
 * Background-free patterns as they are stored: the background is subtracted, then the grey levels are fitted into a
 * sample type. A pattern that is computed when it is asked for and one that was computed before and kept are the same
 * in every bit. Has scratch memory and allocates none per pattern; belongs to one thread.
 */
public final class BackgroundFree {

    private final BackgroundSubtractor m_subtractor;
    private final SampleType m_type;

    /**
     * @param width pixels in a row, at least 1
     * @param height pixel rows, at least 1
     * @param settings how the background is found
     * @param type sample type of the result
     */
    public BackgroundFree(final int width, final int height, final BackgroundSettings settings,
        final SampleType type) {
        m_subtractor = new BackgroundSubtractor(width, height, settings);
        m_type = type;
    }

    /**
     * @param pixels grey levels as measured, row by row; replaced by those of the background-free pattern
     */
    public void toPixels(final float[] pixels) {
        m_subtractor.subtract(pixels, pixels);
        Samples.fit(pixels, m_type);
    }

    /**
     * @param pixels grey levels as measured, row by row; overwritten
     * @param samples receives the background-free pattern: little-endian samples, row by row
     */
    public void toSamples(final float[] pixels, final byte[] samples) {
        m_subtractor.subtract(pixels, pixels);
        Samples.encode(pixels, m_type, samples);
    }
}
