// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

import java.util.Arrays;

/**
 * Replaces lines through a pattern by the parabolas that reach them from below: all columns, or all diagonals of one
 * direction, together. On the way down the hull of every line grows by the corners of each row; on the way up, from
 * corner to corner, the rows are replaced. So memory is read in the order in which it lies.
 */
final class ParabolaLines {

    private final int m_width;
    private final int m_height;
    /** For each pixel that is a corner: row and level of the corner before it on its line. */
    private final int[][] m_before;
    private final float[][] m_beforeLevel;
    /** For the line through each column of the present row: level and row of the last corner and of the one before. */
    private float[] m_level;
    private float[] m_row;
    private float[] m_levelBefore;
    private float[] m_rowBefore;
    private final float[] m_bulge;
    /** On the way up: the row of the next corner, and the parabola that leads to it. */
    private final int[] m_corner;
    private final float[] m_from;
    private final float[] m_slope;
    private final float[] m_start;
    private int m_aside;
    private float m_c;

    ParabolaLines(final int width, final int height) {
        m_width = width;
        m_height = height;
        m_before = new int[height][width];
        m_beforeLevel = new float[height][width];
        m_level = new float[width];
        m_row = new float[width];
        m_levelBefore = new float[width];
        m_rowBefore = new float[width];
        m_bulge = new float[width];
        m_corner = new int[width];
        m_from = new float[width];
        m_slope = new float[width];
        m_start = new float[width];
    }

    /**
     * Begins with lines that go down by one row and aside by a number of columns.
     *
     * @param aside columns to the right per row: 0, 1 or -1
     * @param c half the curvature per step
     */
    void begin(final int aside, final float c) {
        m_aside = aside;
        m_c = c;
    }

    /**
     * Adds a row to the hulls, from top to bottom.
     *
     * @param y its number
     * @param row its grey levels
     * @param limit a point that is not below it is no corner, unless it is the end of a line
     */
    void add(final int y, final float[] row, final float[] limit) {
        if (y == 0) {
            for (int x = 0; x < m_width; x++) {
                beginLine(x, 0, row[x]);
            }
            return;
        }
        if (m_aside != 0) {
            final int source = m_aside > 0 ? 0 : 1;
            move(m_level, source);
            move(m_row, source);
            move(m_levelBefore, source);
            move(m_rowBefore, source);
        }
        bulge(m_bulge, row, m_level, m_row, m_levelBefore, m_rowBefore, y, m_c);
        final int begins = m_aside > 0 ? 0 : m_aside < 0 ? m_width - 1 : -1;
        if (y == m_height - 1) {
            for (int x = 0; x < m_width; x++) {
                if (x != begins) {
                    push(x, y, row[x]);
                }
            }
        } else if (m_aside == 0) {
            pushCorners(0, m_width, y, row, limit);
        } else {
            pushCorners(1, m_width - 1, y, row, limit);
            final int ends = m_width - 1 - begins;
            if (ends != begins) {
                push(ends, y, row[ends]);
            }
        }
        if (begins >= 0) {
            beginLine(begins, y, row[begins]);
        }
    }

    private void move(final float[] values, final int source) {
        System.arraycopy(values, source, values, 1 - source, m_width - 1);
    }

    private void beginLine(final int x, final int y, final float level) {
        m_before[y][x] = -1;
        m_level[x] = level;
        m_row[x] = y;
        m_levelBefore[x] = Float.NaN; // nothing that is computed from it asks for a corner to go
        m_rowBefore[x] = -1;
    }

    /**
     * How far each last corner stands above the parabola from the one before it to the new point, times a positive
     * factor; not a number for the first corner of a line.
     */
    private static void bulge(final float[] bulge, final float[] level, final float[] b, final float[] rowB,
        final float[] a, final float[] rowA, final float y, final float c) {
        for (int x = 0; x < bulge.length; x++) {
            final float ab = rowB[x] - rowA[x];
            final float bc = y - rowB[x];
            bulge[x] = (b[x] - a[x]) * bc - (level[x] - b[x]) * ab - c * ab * bc * (ab + bc);
        }
    }

    private void pushCorners(final int from, final int to, final int y, final float[] row, final float[] limit) {
        final int[] before = m_before[y];
        final float[] beforeLevel = m_beforeLevel[y];
        final float[] bulge = m_bulge;
        final float[] level = m_level;
        final float[] last = m_row;
        final float[] levelBefore = m_levelBefore;
        final float[] rowBefore = m_rowBefore;
        for (int x = from; x < to; x++) {
            if (row[x] < limit[x]) {
                if (bulge[x] >= 0) {
                    pop(x, y, row[x]);
                }
                levelBefore[x] = level[x];
                rowBefore[x] = last[x];
                before[x] = (int)last[x];
                beforeLevel[x] = level[x];
                level[x] = row[x];
                last[x] = y;
            }
        }
    }

    private void push(final int x, final int y, final float level) {
        if (m_bulge[x] >= 0) {
            pop(x, y, level);
        }
        m_levelBefore[x] = m_level[x];
        m_rowBefore[x] = m_row[x];
        m_before[y][x] = (int)m_row[x];
        m_beforeLevel[y][x] = m_level[x];
        m_level[x] = level;
        m_row[x] = y;
    }

    /** Removes the corners of a line that lie above the parabola to the new one. */
    private void pop(final int x, final int y, final float level) {
        int b;
        int a = (int)m_rowBefore[x];
        float levelB;
        float levelA = m_levelBefore[x];
        boolean above;
        do {
            b = a;
            levelB = levelA;
            final int xb = x - m_aside * (y - b);
            a = m_before[b][xb];
            if (a < 0) {
                break;
            }
            levelA = m_beforeLevel[b][xb];
            final float ab = b - a;
            final float bc = y - b;
            above = (levelB - levelA) * bc - (level - levelB) * ab - m_c * ab * bc * (ab + bc) >= 0;
        } while (above);
        m_level[x] = levelB;
        m_row[x] = b;
    }

    /**
     * Replaces a row after all rows were added, from bottom to top.
     *
     * @param y its number
     * @param row its grey levels, replaced
     */
    void replace(final int y, final float[] row) {
        if (y == m_height - 1) {
            Arrays.fill(m_corner, y);
        } else if (m_aside != 0) {
            final int source = m_aside > 0 ? 1 : 0;
            System.arraycopy(m_corner, source, m_corner, 1 - source, m_width - 1);
            move(m_from, source);
            move(m_slope, source);
            move(m_start, source);
            m_corner[m_aside > 0 ? m_width - 1 : 0] = y;
        }
        final int[] before = m_before[y];
        final float[] beforeLevel = m_beforeLevel[y];
        final int[] corner = m_corner;
        final float[] from = m_from;
        final float[] slope = m_slope;
        final float[] start = m_start;
        final float c = m_c;
        for (int x = 0; x < m_width; x++) {
            if (corner[x] == y) {
                final int next = before[x];
                corner[x] = next;
                if (next >= 0 && next < y - 1) {
                    final int length = y - next;
                    from[x] = beforeLevel[x];
                    start[x] = next;
                    slope[x] = (row[x] - from[x]) / length + c * length;
                }
            } else {
                final float d = y - start[x];
                row[x] = from[x] + d * (slope[x] - d * c);
            }
        }
    }
}
