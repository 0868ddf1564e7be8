// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

import java.util.Arrays;

/**
 * Subtracts the slowly varying background from patterns: what is left are spots, noise and whatever else is smaller
 * than the ball (paper, Methods; EPATTERN-REFERENCE section 7). On 8-bit patterns the result is that of ImageJ's
 * "Subtract Background" before it is rounded and cut off at zero.
 *
 * <p>Pixels that are not finite numbers do not count: the background is found as if a bright spot were there, and the
 * result is 0. Has its own scratch memory and allocates none per pattern: one per thread.</p>
 */
public final class BackgroundSubtractor {

    private final int m_width;
    private final int m_height;
    private final RollingBall m_ball;
    private final SlidingParaboloid m_paraboloid;
    private final float[] m_clean;
    private final float[] m_row;
    private final float[] m_check;
    private final RowSink m_subtract = this::subtractRow;
    private final RowSink m_store = this::storeRow;
    private float[] m_pixels;
    private float[] m_result;
    private boolean m_allFinite;

    /**
     * @param width pixels in a row, at least 1
     * @param height pixel rows, at least 1
     * @param settings how
     */
    public BackgroundSubtractor(final int width, final int height, final BackgroundSettings settings) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                "A pattern needs at least 1 x 1 px, found " + width + " x " + height + " px");
        }
        m_width = width;
        m_height = height;
        m_ball = settings.method() == BackgroundMethod.ROLLING_BALL
            ? new RollingBall(width, height, settings.radius(), settings.smooth()) : null;
        m_paraboloid = settings.method() == BackgroundMethod.SLIDING_PARABOLOID
            ? new SlidingParaboloid(width, height, settings.radius(), settings.smooth()) : null;
        m_clean = new float[width * height];
        m_row = new float[width];
        m_check = new float[width];
    }

    /**
     * @param pixels grey levels
     * @param result receives grey levels minus background, which may go below zero; may be the same array
     */
    public void subtract(final float[] pixels, final float[] result) {
        run(pixels, result, m_subtract);
    }

    /**
     * @param pixels grey levels
     * @param background receives the background (grey levels); may be the same array
     */
    public void background(final float[] pixels, final float[] background) {
        run(pixels, background, m_store);
    }

    private void run(final float[] pixels, final float[] result, final RowSink sink) {
        m_pixels = pixels;
        m_result = result;
        m_allFinite = allFinite();
        if (m_ball != null) {
            m_ball.background(m_allFinite ? pixels : cleaned(), sink);
        } else if (m_paraboloid != null) {
            m_paraboloid.background(cleaned());
            cleanRowsTo(sink);
        } else {
            Arrays.fill(m_clean, 0);
            cleanRowsTo(sink);
        }
        m_pixels = null;
        m_result = null;
    }

    private void cleanRowsTo(final RowSink sink) {
        for (int y = 0; y < m_height; y++) {
            System.arraycopy(m_clean, y * m_width, m_check, 0, m_width);
            sink.accept(y, m_check);
        }
    }

    private void subtractRow(final int y, final float[] background) {
        final int start = y * m_width;
        System.arraycopy(m_pixels, start, m_row, 0, m_width);
        for (int x = 0; x < m_width; x++) {
            m_row[x] -= background[x];
        }
        if (!m_allFinite) {
            for (int x = 0; x < m_width; x++) {
                m_row[x] = Float.isFinite(m_row[x]) ? m_row[x] : 0;
            }
        }
        System.arraycopy(m_row, 0, m_result, start, m_width);
    }

    private void storeRow(final int y, final float[] background) {
        System.arraycopy(background, 0, m_result, y * m_width, m_width);
    }

    private boolean allFinite() {
        Arrays.fill(m_check, 0);
        for (int y = 0; y < m_height; y++) {
            System.arraycopy(m_pixels, y * m_width, m_row, 0, m_width);
            // infinity times zero and whatever comes of not-a-number stay not-a-number to the end
            for (int x = 0; x < m_width; x++) {
                m_check[x] += m_row[x] * 0f;
            }
        }
        float sum = 0;
        for (final float check : m_check) {
            sum += check;
        }
        return sum == 0;
    }

    /** Copies the pixels, with the largest finite one in place of those that are not finite. */
    private float[] cleaned() {
        System.arraycopy(m_pixels, 0, m_clean, 0, m_clean.length);
        if (!m_allFinite) {
            float max = Float.NEGATIVE_INFINITY;
            for (final float value : m_clean) {
                max = Float.isFinite(value) ? Math.max(max, value) : max;
            }
            for (int i = 0; i < m_clean.length; i++) {
                if (!Float.isFinite(m_clean[i])) {
                    m_clean[i] = max == Float.NEGATIVE_INFINITY ? 0 : max;
                }
            }
        }
        return m_clean;
    }
}
