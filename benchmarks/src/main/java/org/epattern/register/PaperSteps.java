// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

/** The two filters of the paper's rule one by one, for measurements beside ImageJ's classes for the same step. */
public final class PaperSteps {

    private static final double REACH = 4;

    private final GaussianBlur m_blur;
    private final FloodMaxima m_maxima;
    private final float[] m_out;

    /**
     * @param width pattern width (px)
     * @param height pattern height (px)
     * @param sigma width of the blur (px)
     */
    public PaperSteps(final int width, final int height, final double sigma) {
        m_blur = new GaussianBlur(width, height, sigma, REACH);
        m_maxima = new FloodMaxima(width, height);
        m_out = new float[width * height];
    }

    /**
     * @param pixels pattern, row by row (grey levels)
     * @return the blurred pattern, overwritten by the next call
     */
    public float[] blur(final float[] pixels) {
        m_blur.blur(pixels, m_out);
        return m_out;
    }

    /**
     * @param blurred pattern, row by row (grey levels)
     * @param prominence least prominence (grey levels)
     * @return number of maxima that ImageJ's "Find Maxima" would give with "strict" and "exclude edges"
     */
    public int maxima(final float[] blurred, final double prominence) {
        m_maxima.find(blurred, (float)prominence, true);
        return m_maxima.count();
    }
}
