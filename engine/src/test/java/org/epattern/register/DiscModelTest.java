// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscModelTest {

    private static final int SIZE = 64;
    private static final double X = 31.3;
    private static final double Y = 33.8;

    private final float[] m_pixels = new float[SIZE * SIZE];
    private final DiscModel m_model = new DiscModel();
    private final double[] m_disc = {20, 0.5, X, Y, Math.log(6), Math.log(0.8)};

    @BeforeEach
    void gather() {
        final Random random = new Random(1);
        for (int i = 0; i < m_pixels.length; i++) {
            m_pixels[i] = (float)(0.5 + random.nextGaussian());
        }
        SoftDisc.add(m_pixels, SIZE, SIZE, X, Y, 6, 0.8, 20);
        m_model.gather(m_pixels, SIZE, SIZE, X, Y, 12);
        m_model.fitHeight(m_disc.clone());
        m_model.weigh(20, 1, 0.1);
    }

    private double cost(final int parameter, final double change) {
        final double[] changed = m_disc.clone();
        changed[parameter] += change;
        return m_model.cost(changed);
    }

    @Test
    void gradientIsTheSlopeOfTheSumOfSquares() {
        m_disc[DiscModel.X] += 0.3;
        m_disc[DiscModel.RADIUS] += 0.05;
        m_disc[DiscModel.EDGE] += 0.1;
        for (int i = 0; i < DiscModel.PARAMETERS; i++) {
            final double step = 0.01;
            final double slope = (cost(i, step) - cost(i, -step)) / (2 * step);
            m_model.cost(m_disc);
            assertEquals(slope, -2 * m_model.right()[i], 0.02 * Math.abs(slope) + 0.5, "parameter " + i);
        }
    }

    /** At the minimum the sum of squares rises as the products say. */
    @Test
    void productsAreTheCurvatureOfTheSumOfSquares() {
        m_model.cost(m_disc);
        final double[] products = m_model.products(m_disc).clone();
        int diagonal = 0;
        for (int i = 0; i < DiscModel.PARAMETERS; i++) {
            diagonal += i;
            final double step = i == DiscModel.HEIGHT || i == DiscModel.LEVEL ? 0.5 : 0.05;
            final double curvature = (cost(i, step) + cost(i, -step) - 2 * cost(i, 0)) / (step * step);
            assertEquals(1, curvature / (2 * products[diagonal + i]), 0.15, "parameter " + i);
        }
    }

    @Test
    void whatIsAddedAndRemovedLeavesThePixelsAsTheyWere() {
        final float[] copy = m_pixels.clone();
        m_model.gather(copy, SIZE, SIZE, X, Y, 20);
        m_model.add(m_disc, 1);
        m_model.scatter(copy);
        m_model.gather(copy, SIZE, SIZE, X, Y, 20);
        m_model.add(m_disc, -1);
        m_model.scatter(copy);
        assertArrayEquals(m_pixels, copy, 1e-5f);
    }

    /** Without gain, twice the logarithm of the ratio of the likelihoods is the gain of the sum of squares. */
    @Test
    void evidenceIsTheGainOfTheSumOfSquaresWithoutGain() {
        m_model.weigh(0, 1, 0);
        final double cost = m_model.cost(m_disc);
        final double without = m_model.costOfLevel(0);
        assertEquals(1, m_model.evidence(m_disc, 1, 0) / (without - cost), 0.03);
    }

    /** 30 electrons where 10 are expected: 2 (30 ln 3 - 20) = 25.9, not (20^2 / 10) = 40 as for a Gaussian. */
    @Test
    void evidenceOfFewElectronsIsThatOfAPoissonDistribution() {
        final double[] disc = {0, 0, X, Y, Math.log(6), Math.log(0.3)};
        final float[] pixels = new float[SIZE * SIZE];
        final double area = Math.PI * 36;
        disc[DiscModel.HEIGHT] = 20 / area;
        SoftDisc.add(pixels, SIZE, SIZE, X, Y, 6, 0.3, 20 / area);
        final int count = m_model.gather(pixels, SIZE, SIZE, X, Y, 30);
        m_model.cost(disc);
        final double levelKnown = 1 - area / count;
        assertEquals(25.9 * levelKnown, m_model.evidence(disc, 10 / area, 1), 1.3);
    }

    @Test
    void twoSpotsSideBySideAreLongAlongTheirLine() {
        final float[] pixels = new float[SIZE * SIZE];
        SoftDisc.add(pixels, SIZE, SIZE, X - 3, Y - 4, 5, 0.8, 10);
        SoftDisc.add(pixels, SIZE, SIZE, X + 3, Y + 4, 5, 0.8, 10);
        m_model.gather(pixels, SIZE, SIZE, X, Y, 16);
        final double[] direction = new double[2];
        assertEquals(5, m_model.elongation(X, Y, 0, direction), 0.1);
        assertEquals(0.8, Math.abs(direction[1]), 0.02);
        assertEquals(0.6, Math.abs(direction[0]), 0.02);
    }
}
