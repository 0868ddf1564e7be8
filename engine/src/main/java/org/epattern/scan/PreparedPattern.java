// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import org.epattern.prepare.PatternFilter;
import org.epattern.prepare.PatternStep;

/**
 * Prepared patterns as they are stored: the background is subtracted or another step done, then the grey levels are
 * fitted into a sample type. A pattern that is computed when it is asked for and one that was computed before and kept
 * are the same in every bit. Has scratch memory and allocates none per pattern; belongs to one thread.
 */
public final class PreparedPattern {

    private final PatternFilter m_filter;
    private final SampleType m_type;

    /**
     * @param width pixels in a row, at least 1
     * @param height pixel rows, at least 1
     * @param step what is done
     * @param type sample type of the result
     */
    public PreparedPattern(final int width, final int height, final PatternStep step, final SampleType type) {
        m_filter = step.filter(width, height);
        m_type = type;
    }

    /**
     * @param pixels grey levels as measured, row by row; replaced by those of the prepared pattern
     */
    public void toPixels(final float[] pixels) {
        m_filter.apply(pixels, pixels);
        Samples.fit(pixels, m_type);
    }

    /**
     * @param pixels grey levels as measured, row by row; overwritten
     * @param samples receives the prepared pattern: little-endian samples, row by row
     */
    public void toSamples(final float[] pixels, final byte[] samples) {
        m_filter.apply(pixels, pixels);
        Samples.encode(pixels, m_type, samples);
    }
}
