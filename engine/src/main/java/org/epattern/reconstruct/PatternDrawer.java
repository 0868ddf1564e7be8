// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.reconstruct;

import java.util.Arrays;
import java.util.List;

import org.epattern.register.Reflection;

/**
 * Draws a clean pattern from reflections (Fig. 4c of Folastre et al. 2024). Holds scratch memory: one instance per
 * worker thread.
 *
 * <p>A spot is drawn around its sub-pixel position such that its centre of mass lies there (to 0.001 px) and its mean
 * within its circle, pixels at the rim weighted by their share inside, is registered mean x gain: what registration
 * read is what is read again. Parts outside the pattern are left out.</p>
 *
 * <p><b>Overlapping spots add up</b>, as electrons do on a detector. Registration gives each of two overlapping spots
 * its own share of the signal, so the sum brings the measured pattern back, no spot erases another (a later disc on top
 * of an earlier one does, as in the authors' macros), and discs that merely share rim pixels fill them up, where the
 * larger of two values would leave a dark seam and move both centres of mass apart.</p>
 */
public final class PatternDrawer {

    private final DrawSettings m_settings;
    private final double m_inputCentreX;
    private final double m_inputCentreY;
    private final SpotShape m_shape = new SpotShape();

    /**
     * @param inputWidth width of the registered pattern (px)
     * @param inputHeight height of the registered pattern (px)
     * @param settings how to draw
     */
    public PatternDrawer(final int inputWidth, final int inputHeight, final DrawSettings settings) {
        Settings.patternSize(inputWidth, inputHeight);
        m_settings = settings;
        m_inputCentreX = inputWidth / 2.0;
        m_inputCentreY = inputHeight / 2.0;
    }

    /**
     * Draws a pattern; black where there is no reflection.
     *
     * @param reflections spots of one pattern, in any order; may be empty
     * @param out receives width x height grey levels of the settings, not rounded, within the range of the sample type
     * @return number of pixels that were cut at the largest value of the sample type
     * @throws IllegalArgumentException if a reflection has no finite position or mean, or no usable radius
     */
    public int draw(final List<Reflection> reflections, final float[] out) {
        Settings.pixelCount("drawn pattern", out.length, m_settings.width(), m_settings.height());
        Arrays.fill(out, 0);
        boolean cut = false;
        for (int i = 0; i < reflections.size(); i++) {
            cut |= add(reflections.get(i), out);
        }
        return cut ? cutToRange(out) : 0;
    }

    /** Returns whether a pixel left the range of the sample type. */
    private boolean add(final Reflection reflection, final float[] out) {
        final double mean = reflection.mean();
        if (!Double.isFinite(reflection.x()) || !Double.isFinite(reflection.y()) || !Double.isFinite(mean)) {
            throw new IllegalArgumentException("The reflection at (" + reflection.x() + ", " + reflection.y()
                + ") px has the mean " + mean + "; finite numbers are expected to draw it");
        }
        final int width = m_settings.width();
        final int height = m_settings.height();
        final double scale = m_settings.scale();
        final double x = (reflection.x() - m_inputCentreX) * scale + width / 2.0;
        final double y = (reflection.y() - m_inputCentreY) * scale + height / 2.0;
        final double radius = m_settings.radius().of(reflection) * scale;
        // five standard deviations of half a radius, and the pixel of minimum width
        final double reach = 3 * radius + 5;
        if (x + reach < 0 || y + reach < 0 || x - reach > width || y - reach > height) {
            return false;
        }
        m_shape.set(m_settings.profile(), x, y, radius);
        final double grey = mean * m_settings.gain();
        final float min = (float)m_settings.sampleType().min();
        final float max = (float)m_settings.sampleType().max();
        final int fromX = Math.max(0, -m_shape.firstX());
        final int toX = Math.min(m_shape.width(), width - m_shape.firstX());
        final int fromY = Math.max(0, -m_shape.firstY());
        final int toY = Math.min(m_shape.height(), height - m_shape.firstY());
        boolean cut = false;
        for (int j = fromY; j < toY; j++) {
            final int from = j * m_shape.width();
            final int to = (m_shape.firstY() + j) * width + m_shape.firstX();
            for (int c = fromX; c < toX; c++) {
                final float value = out[to + c] + (float)(grey * m_shape.value(from + c));
                out[to + c] = value;
                cut |= value > max || value < min;
            }
        }
        return cut;
    }

    private int cutToRange(final float[] out) {
        final float min = (float)m_settings.sampleType().min();
        final float max = (float)m_settings.sampleType().max();
        int saturated = 0;
        for (int i = 0; i < out.length; i++) {
            if (out[i] > max) {
                out[i] = max;
                saturated++;
            } else if (out[i] < min) {
                out[i] = min;
            }
        }
        return saturated;
    }
}
