// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

/** Enlarges an image by a whole factor, bilinearly between the centres of the blocks, extrapolating at the edges. */
final class Enlarger {

    private final int m_height;
    private final int m_shrink;
    private final int[] m_column;
    private final float[] m_columnWeight;
    private final int[] m_row;
    private final float[] m_rowWeight;
    private float[] m_upper;
    private float[] m_lower;
    private final float[] m_out;

    Enlarger(final int width, final int height, final int smallWidth, final int smallHeight, final int shrink) {
        m_height = height;
        m_shrink = shrink;
        m_column = new int[width];
        m_columnWeight = new float[width];
        places(m_column, m_columnWeight, smallWidth, shrink);
        m_row = new int[height];
        m_rowWeight = new float[height];
        places(m_row, m_rowWeight, smallHeight, shrink);
        m_upper = new float[width];
        m_lower = new float[width];
        m_out = new float[width];
    }

    /** For each pixel the first of the two small ones that it lies between (or beyond), and that one's weight. */
    private static void places(final int[] first, final float[] weight, final int smallLength, final int shrink) {
        for (int i = 0; i < first.length; i++) {
            first[i] = Math.max(0, Math.min(smallLength - 2, (i - shrink / 2) / shrink));
            weight[i] = smallLength == 1 ? 1 : 1 - ((i + 0.5f) / shrink - (first[i] + 0.5f));
        }
    }

    /**
     * @param small rows of the small image
     * @param sink receives the rows of the large one
     */
    void enlarge(final float[][] small, final RowSink sink) {
        if (m_shrink == 1) {
            for (int y = 0; y < m_height; y++) {
                sink.accept(y, small[y]);
            }
            return;
        }
        int lower = -1;
        for (int y = 0; y < m_height; y++) {
            final int first = m_row[y];
            final int second = Math.min(first + 1, small.length - 1);
            if (lower < 0) {
                stretch(small[first], m_upper);
                stretch(small[second], m_lower);
            } else if (second > lower) {
                final float[] swap = m_upper;
                m_upper = m_lower;
                m_lower = swap;
                stretch(small[second], m_lower);
            }
            lower = second;
            blend(m_out, m_upper, m_lower, m_rowWeight[y]);
            sink.accept(y, m_out);
        }
    }

    private void stretch(final float[] small, final float[] row) {
        final int last = small.length - 1;
        for (int x = 0; x < row.length; x++) {
            final int i = m_column[x];
            row[x] = small[i] * m_columnWeight[x] + small[Math.min(i + 1, last)] * (1f - m_columnWeight[x]);
        }
    }

    private static void blend(final float[] out, final float[] upper, final float[] lower, final float weight) {
        final float other = 1f - weight;
        for (int x = 0; x < out.length; x++) {
            out[x] = upper[x] * weight + lower[x] * other;
        }
    }
}
