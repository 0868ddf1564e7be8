// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The numerators of equation 1 for images: the template's points are read on the pattern, for one zone axis and all
 * turns in the plane at once.
 *
 * <p>The points are rounded to a polar grid about the direct beam whose cells measure at most one pixel each way; the
 * grid is filled from the pattern by bilinear interpolation, only where the bank has points. The values that one
 * template point meets in all turns stand one behind the other, so that the sum over the points is a sum of rows.</p>
 *
 * <p>Holds scratch memory: one instance per thread.</p>
 */
final class PolarPattern {

    private final TemplateBank m_bank;
    private final double m_pixelSize;
    private final int m_width;
    private final int m_height;
    /** Azimuths between two turns. */
    private final int m_parts;
    private final int m_rings;
    private final int[] m_usedRows;
    private final float[] m_rows;
    private final int[][] m_row;
    private final short[][] m_shift;
    private final float[] m_sums;
    private final double[] m_result;
    private float[] m_pixels;
    private double m_centreX;
    private double m_centreY;

    /**
     * @param bank the templates
     * @param width width of the patterns (px)
     * @param height height of the patterns (px)
     * @param pixelSize size of a pixel (1/Angstrom)
     */
    PolarPattern(final TemplateBank bank, final int width, final int height, final double pixelSize) {
        m_bank = bank;
        m_pixelSize = pixelSize;
        m_width = width;
        m_height = height;
        final int turns = bank.turns();
        final double largest = bank.largestRadius() / pixelSize;
        m_rings = (int)Math.ceil(largest) + 1;
        m_parts = Math.max(1, (int)Math.ceil(2 * Math.PI * largest / turns));
        m_rows = new float[m_rings * m_parts * 2 * turns];
        m_sums = new float[turns];
        m_result = new double[turns];
        final BitSet used = new BitSet();
        final int phases = bank.phases().size();
        m_row = new int[phases][];
        m_shift = new short[phases][];
        for (int p = 0; p < phases; p++) {
            final PhaseTemplates phase = bank.phases().get(p);
            final int spots = phase.start(phase.zones());
            m_row[p] = new int[spots];
            m_shift[p] = new short[spots];
            for (int i = 0; i < spots; i++) {
                final int ring = (int)Math.round(Math.hypot(phase.x(i), phase.y(i)) / pixelSize);
                final int azimuth = (int)Math.round(phase.azimuth(i) / (2 * Math.PI) * turns * m_parts)
                    % (turns * m_parts);
                m_row[p][i] = ring * m_parts + azimuth % m_parts;
                m_shift[p][i] = (short)(azimuth / m_parts);
                used.set(m_row[p][i]);
            }
        }
        m_usedRows = used.stream().toArray();
    }

    /**
     * Takes a pattern.
     *
     * @param pixels its grey levels, row by row; not changed, and read until the next pattern
     * @param centreX position of the direct beam (px)
     * @param centreY position of the direct beam (px)
     */
    void setPattern(final float[] pixels, final double centreX, final double centreY) {
        m_pixels = pixels;
        m_centreX = centreX;
        m_centreY = centreY;
        final int turns = m_bank.turns();
        for (final int row : m_usedRows) {
            final double radius = row / m_parts;
            final double step = 2 * Math.PI / turns;
            final double start = step * (row % m_parts) / m_parts;
            final int at = row * 2 * turns;
            for (int n = 0; n < turns; n++) {
                final double angle = start + n * step;
                final float value = read(centreX + radius * Math.cos(angle), centreY + radius * Math.sin(angle));
                m_rows[at + n] = value;
                m_rows[at + turns + n] = value;
            }
        }
    }

    /** Bilinear; 0 outside of the pattern. */
    private float read(final double x, final double y) {
        final double left = x - 0.5;
        final double top = y - 0.5;
        final int column = (int)Math.floor(left);
        final int line = (int)Math.floor(top);
        if (column < 0 || line < 0 || column >= m_width - 1 || line >= m_height - 1) {
            return 0;
        }
        final float fx = (float)(left - column);
        final float fy = (float)(top - line);
        final int i = line * m_width + column;
        return (1 - fy) * ((1 - fx) * m_pixels[i] + fx * m_pixels[i + 1])
            + fy * ((1 - fx) * m_pixels[i + m_width] + fx * m_pixels[i + m_width + 1]);
    }

    /**
     * @param phase number of a phase of the bank
     * @param zone number of a zone axis
     * @return the numerator of equation 1 for each turn; belongs to this object
     */
    double[] sums(final int phase, final int zone) {
        final PhaseTemplates templates = m_bank.phases().get(phase);
        final int turns = m_bank.turns();
        final int[] rows = m_row[phase];
        final short[] shifts = m_shift[phase];
        final float[] sums = m_sums;
        Arrays.fill(sums, 0);
        final int end = templates.start(zone + 1);
        for (int j = templates.start(zone); j < end; j++) {
            final float t = (float)templates.intensity(j);
            final int at = rows[j] * 2 * turns + shifts[j];
            for (int n = 0; n < turns; n++) {
                sums[n] += t * m_rows[at + n];
            }
        }
        for (int n = 0; n < turns; n++) {
            m_result[n] = sums[n];
        }
        return m_result;
    }

    /**
     * @param pattern a simulated pattern
     * @return its index, the points read where they are, not divided by the norm of the measured pattern
     */
    double index(final SpotPattern pattern) {
        double sum = 0;
        double squares = 0;
        for (int j = 0; j < pattern.size(); j++) {
            final double t = pattern.intensity(j);
            squares += t * t;
            sum += t * read(m_centreX + pattern.x(j) / m_pixelSize, m_centreY + pattern.y(j) / m_pixelSize);
        }
        return squares > 0 ? sum / Math.sqrt(squares) : 0;
    }
}
