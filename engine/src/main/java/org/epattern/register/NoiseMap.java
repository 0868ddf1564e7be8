// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.Arrays;

import org.apache.commons.math3.special.Erf;

/**
 * Variance of the white noise everywhere in a pattern, from the pattern itself. Immerkær's operator (Comput. Vis. Image
 * Underst. 64, 300, 1996) is blind to planes; its mean square in tiles, with large values left out again and again, is
 * blind to spots as well. Noise that grows towards the centre, as shot noise in a halo does, shows up as it is. Has
 * scratch memory; belongs to one thread.
 */
final class NoiseMap {

    private static final int TILES = 16;
    private static final int SMALLEST_TILE = 12;
    /** Every so many pixels tell enough of large tiles, and of small ones. */
    private static final int STEP = 4;
    private static final int SMALL_STEP = 2;
    private static final int LARGE_TILE = 28;
    /** Sum of the squares of the operator's nine weights. */
    private static final double OPERATOR_GAIN = 36;
    private static final int ROUNDS = 8;
    /** Values beyond so many standard deviations are left out; the variance of what is left of a Gaussian. */
    private static final double CLIP = 2;
    private static final double CLIPPED_VARIANCE = 0.7737;
    /**
     * Single events of a counting detector are noise, not spots: values that so many of them make where there was
     * nothing are never left out.
     */
    private static final double FEW_COUNTS = 3;
    /** Beyond so many standard deviations a Gaussian has nothing. */
    private static final double WIDE = 8;
    private static final double LARGEST_WEIGHT = 4;
    /** By which factor a small error of the variance falls if what is left out is found anew, for a Gaussian. */
    private static final double CONVERGENCE = 0.438;
    /** After a step that is smaller (a share of the variance) the error is about its square. */
    private static final double SETTLED = 0.03;
    /** Noise of rounding to whole grey levels, and the least share of the typical noise that a tile can have. */
    private static final double ROUNDING = 1.0 / 12;
    private static final double LEAST_SHARE = 0.1;
    /** Square of the relative error of the variance of a tile: about 60 values, some of them left out. */
    private static final double TILE_VARIANCE = 0.05;
    private static final double WIDE_ANGLE_SHARE = 0.1;
    /** Differences of grey levels below this share of the largest are errors of calculation. */
    private static final double PRECISION = 1e-5;
    /** Standard deviation of a pixel about the round background that is left without noise (share of that). */
    private static final double MODEL_ERROR = 0.016;
    private static final int SAMPLED_ROWS = 13;

    private final int m_width;
    private final int m_height;
    private final int m_columns;
    private final int m_rows;
    private final int m_step;
    private float[] m_background;
    private int m_backgroundColumns;
    private int m_block;
    private double m_quantum;
    private float m_largest;
    private final float[][] m_values;
    private final int[] m_counts;
    private final float[] m_above;
    private final float[] m_here;
    private final float[] m_below;
    private final float[] m_down;
    private final float[] m_operated;
    private final float[] m_tiles;
    private final float[] m_smooth;
    private final float[] m_sorted;

    /**
     * @param width pattern width (px)
     * @param height pattern height (px)
     */
    NoiseMap(final int width, final int height) {
        m_width = width;
        m_height = height;
        m_columns = Math.max(1, Math.min(TILES, width / SMALLEST_TILE));
        m_rows = Math.max(1, Math.min(TILES, height / SMALLEST_TILE));
        m_step = Math.min(width / m_columns, height / m_rows) < LARGE_TILE ? SMALL_STEP : STEP;
        m_values = new float[m_columns][(width / m_columns + 2) * (height / m_rows + 2)];
        m_counts = new int[m_columns];
        m_above = new float[width];
        m_here = new float[width];
        m_below = new float[width];
        m_down = new float[width];
        m_operated = new float[width];
        m_tiles = new float[m_columns * m_rows];
        m_smooth = new float[m_tiles.length];
        m_sorted = new float[m_tiles.length];
    }

    /**
     * Measures a pattern.
     *
     * @param pixels finite grey levels, row by row
     * @param wideAngle standard deviation at wide angle (grey levels); NaN if it is not known
     */
    void measure(final float[] pixels, final double wideAngle) {
        m_background = null;
        sample(pixels);
        for (int row = 0; row < m_rows; row++) {
            gather(pixels, row);
            for (int column = 0; column < m_columns; column++) {
                m_tiles[row * m_columns + column] = (float)variance(m_values[column], m_counts[column]);
            }
        }
        System.arraycopy(m_tiles, 0, m_sorted, 0, m_tiles.length);
        Arrays.sort(m_sorted);
        final float least = (float)leastVariance(LEAST_SHARE * m_sorted[m_sorted.length / 2],
            Double.isNaN(wideAngle) ? 0 : WIDE_ANGLE_SHARE * wideAngle * wideAngle);
        for (int row = 0; row < m_rows; row++) {
            for (int column = 0; column < m_columns; column++) {
                m_smooth[row * m_columns + column] = Math.max(least, (float)smoothed(column, row));
            }
        }
    }

    /** A few rows tell whether pixels are whole numbers, and how large. */
    private void sample(final float[] pixels) {
        boolean whole = true;
        float largest = 0;
        for (int row = 0; row < m_height; row += SAMPLED_ROWS) {
            for (int i = row * m_width; i < (row + 1) * m_width; i++) {
                largest = Math.max(largest, Math.abs(pixels[i]));
                whole &= pixels[i] == (int)pixels[i];
            }
        }
        m_quantum = whole ? 1 : 0;
        m_largest = largest;
    }

    /** Keeps significances finite where pixels were cut off at zero, hold few counts, or are all the same. */
    private double leastVariance(final double typical, final double wideAngle) {
        final double precision = PRECISION * m_largest;
        return Math.max(Math.max(typical, wideAngle),
            Math.max(m_quantum > 0 ? ROUNDING : Float.MIN_NORMAL, precision * precision));
    }

    /**
     * From now on, and until the next pattern is measured, the variance is at least what the model of the background
     * is wrong by: it matters only where there is hardly any noise.
     *
     * @param background means of blocks of pixels (grey levels), row by row
     * @param columns blocks in a row
     * @param block width of the blocks (px)
     */
    void limit(final float[] background, final int columns, final int block) {
        m_background = background;
        m_backgroundColumns = columns;
        m_block = block;
    }

    /**
     * How the variance grows with the background: 1 for a detector that counts electrons. A straight line through the
     * tiles, each weighed by the square of one over its variance, which is how well that is known.
     *
     * @param background means of blocks of pixels (grey levels)
     * @param columns blocks in a row
     * @param block width of the blocks (px)
     * @param result receives the variance per grey level of background, at least 0, and one over its variance
     */
    void gain(final float[] background, final int columns, final int block, final double[] result) {
        double s = 0;
        double sx = 0;
        double sxx = 0;
        double sy = 0;
        double sxy = 0;
        for (int row = 0; row < m_rows; row++) {
            final int v = (int)((row + 0.5) * m_height / m_rows / block);
            for (int column = 0; column < m_columns; column++) {
                final double x = background[v * columns + (int)((column + 0.5) * m_width / m_columns / block)];
                final double y = m_tiles[row * m_columns + column];
                final double smooth = m_smooth[row * m_columns + column];
                final double weight = 1 / (TILE_VARIANCE * smooth * smooth);
                s += weight;
                sx += weight * x;
                sxx += weight * x * x;
                sy += weight * y;
                sxy += weight * x * y;
            }
        }
        final double determinant = s * sxx - sx * sx;
        final boolean slopes = determinant > 1e-6 * s * sxx;
        result[0] = slopes ? Math.max(0, (s * sxy - sx * sy) / determinant) : 0;
        result[1] = slopes ? determinant / s : 0;
    }

    /** @return largest grey level, without its sign, in some rows of the last pattern */
    double largest() {
        return m_largest;
    }

    /**
     * @param block width of blocks of pixels (px)
     * @return by how much few events of a counting detector raise the mean of a block (grey levels); 0 if the last
     *         pattern held other than whole numbers
     */
    double slack(final int block) {
        return FEW_COUNTS * m_quantum / (block * block);
    }

    /**
     * @param first first row
     * @param end row after the last
     * @return smallest variance of a pixel in these rows (grey levels squared), above 0
     */
    double leastVariance(final int first, final int end) {
        float least = Float.POSITIVE_INFINITY;
        // interpolation between tiles never falls below the lower one
        for (int row = Math.max(0, first * m_rows / m_height - 1); row < m_rows
            && (row - 1) * m_height < end * m_rows; row++) {
            for (int column = 0; column < m_columns; column++) {
                least = Math.min(least, m_smooth[row * m_columns + column]);
            }
        }
        return least;
    }

    /** Values of the operator in a row of tiles, tile by tile. */
    private void gather(final float[] pixels, final int row) {
        Arrays.fill(m_counts, 0);
        final int y0 = Math.max(1, row * m_height / m_rows);
        final int y1 = Math.min(m_height - 1, (row + 1) * m_height / m_rows);
        for (int y = y0; y < y1; y += m_step) {
            operate(pixels, y * m_width);
            for (int column = 0; column < m_columns; column++) {
                final float[] values = m_values[column];
                final int x1 = Math.min(m_width - 1, (column + 1) * m_width / m_columns);
                int n = m_counts[column];
                for (int x = Math.max(1, column * m_width / m_columns); x < x1; x += m_step) {
                    values[n++] = m_operated[x - 1];
                }
                m_counts[column] = n;
            }
        }
    }

    /** The operator along a row: the second difference across of the second difference down. */
    private void operate(final float[] pixels, final int row) {
        System.arraycopy(pixels, row - m_width, m_above, 0, m_width);
        System.arraycopy(pixels, row, m_here, 0, m_width);
        System.arraycopy(pixels, row + m_width, m_below, 0, m_width);
        Rows.secondDifference(m_above, m_here, m_below, m_down);
        System.arraycopy(m_down, 1, m_here, 0, m_width - 1);
        System.arraycopy(m_down, 2, m_below, 0, m_width - 2);
        Rows.secondDifference(m_down, m_here, m_below, m_operated);
    }

    private double variance(final float[] values, final int n) {
        if (n == 0) {
            return 0;
        }
        final double mean = sumOfMagnitudes(values, n) / n;
        for (int i = 0; i < n; i++) {
            values[i] *= values[i];
        }
        final double few = FEW_COUNTS * LARGEST_WEIGHT * m_quantum;
        double variance = Math.max(mean * mean * Math.PI / 2, Float.MIN_NORMAL);
        for (int round = 0; round < ROUNDS; round++) {
            final double limit = Math.max(CLIP * CLIP * variance, few * few);
            final double next = clipped(values, n, (float)limit) / clippedVariance(Math.sqrt(limit / variance));
            final double step = (next - variance) / (1 - CONVERGENCE);
            final boolean settled = Math.abs(step) < SETTLED * variance;
            variance = Math.max(Float.MIN_NORMAL, Math.max(0.5 * next, variance + step));
            if (settled) {
                break;
            }
        }
        return variance / OPERATOR_GAIN;
    }

    /** @return variance of what is left of a Gaussian of variance 1 if values beyond a limit are left out */
    private static double clippedVariance(final double limit) {
        if (limit <= CLIP) {
            return CLIPPED_VARIANCE;
        }
        if (limit >= WIDE) {
            return 1;
        }
        final double density = Math.exp(-0.5 * limit * limit) / Math.sqrt(2 * Math.PI);
        return 1 - 2 * limit * density / Erf.erf(limit / Math.sqrt(2));
    }

    /** Four sums side by side: an addition takes four times as long to end as to begin. */
    private static float sumOfMagnitudes(final float[] values, final int n) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            a += Math.abs(values[i]);
            b += Math.abs(values[i + 1]);
            c += Math.abs(values[i + 2]);
            d += Math.abs(values[i + 3]);
        }
        for (; i < n; i++) {
            a += Math.abs(values[i]);
        }
        return a + b + c + d;
    }

    private static double clipped(final float[] squares, final int n, final float limit) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int count = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            a += squares[i] <= limit ? squares[i] : 0;
            b += squares[i + 1] <= limit ? squares[i + 1] : 0;
            c += squares[i + 2] <= limit ? squares[i + 2] : 0;
            d += squares[i + 3] <= limit ? squares[i + 3] : 0;
            count += (squares[i] <= limit ? 1 : 0) + (squares[i + 1] <= limit ? 1 : 0)
                + (squares[i + 2] <= limit ? 1 : 0) + (squares[i + 3] <= limit ? 1 : 0);
        }
        for (; i < n; i++) {
            a += squares[i] <= limit ? squares[i] : 0;
            count += squares[i] <= limit ? 1 : 0;
        }
        return count == 0 ? 0 : (a + b + c + d) / count;
    }

    /** Mean of a tile and its neighbours, the tile itself counting most. */
    private double smoothed(final int column, final int row) {
        double sum = 0;
        double weights = 0;
        for (int r = Math.max(0, row - 1); r <= Math.min(m_rows - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(m_columns - 1, column + 1); c++) {
                final double weight = (r == row ? 2 : 1) * (c == column ? 2 : 1);
                sum += weight * m_tiles[r * m_columns + c];
                weights += weight;
            }
        }
        return sum / weights;
    }

    /**
     * @param x position (px)
     * @param y position (px)
     * @return variance of a pixel there (grey levels squared), above 0
     */
    double variance(final double x, final double y) {
        final double u = Math.max(0, Math.min(m_columns - 1, x * m_columns / m_width - 0.5));
        final double v = Math.max(0, Math.min(m_rows - 1, y * m_rows / m_height - 0.5));
        final int c = (int)u;
        final int r = (int)v;
        final int right = c + 1 < m_columns ? 1 : 0;
        final int down = r + 1 < m_rows ? m_columns : 0;
        final int p = r * m_columns + c;
        final double upper = m_smooth[p] + (u - c) * (m_smooth[p + right] - m_smooth[p]);
        final double lower = m_smooth[p + down] + (u - c) * (m_smooth[p + down + right] - m_smooth[p + down]);
        final double found = upper + (v - r) * (lower - upper);
        return m_background == null ? found : Math.max(found, leastByModel(x, y));
    }

    private double leastByModel(final double x, final double y) {
        final int column = Math.min(m_backgroundColumns - 1, (int)Math.max(0, x / m_block));
        final int row = Math.min(m_background.length / m_backgroundColumns - 1, (int)Math.max(0, y / m_block));
        final double error = MODEL_ERROR * m_background[row * m_backgroundColumns + column];
        return error * error;
    }

    /**
     * Fills a grid that covers the pattern with standard deviations.
     *
     * @param columns grid columns
     * @param rows grid rows
     * @param spacing distance of grid points (px); the first lies at half of it
     * @param grid receives the standard deviation of a pixel at every grid point (grey levels)
     */
    void standardDeviations(final int columns, final int rows, final int spacing, final float[] grid) {
        // interpolated in steps of a few grid points: the map is far coarser
        final int step = Math.max(1, Math.min(8, m_width / m_columns / spacing / 3));
        for (int row = 0; row < rows; row += step) {
            final int lastRow = Math.min(rows, row + step);
            for (int column = 0; column < columns; column += step) {
                final int lastColumn = Math.min(columns, column + step);
                final float value = (float)Math.sqrt(variance((column + lastColumn) * 0.5 * spacing,
                    (row + lastRow) * 0.5 * spacing));
                for (int c = column; c < lastColumn; c++) {
                    grid[row * columns + c] = value;
                }
            }
            for (int r = row + 1; r < lastRow; r++) {
                System.arraycopy(grid, row * columns, grid, r * columns, columns);
            }
        }
    }
}
