// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

/**
 * The intensity of a relrod when the beam precesses: the mean over the turn of the beam, in which the excitation error
 * swings by the precession angle times the length of g. Tabulated, because the mean is needed for every reflection of
 * every orientation.
 */
final class Rocking {

    /** Azimuths over half a turn; the other half is the same. */
    private static final int AZIMUTHS = 64;
    private static final int SWINGS = 48;
    private static final int ERRORS = 512;

    private final Relrod m_relrod;
    private final double m_angle;
    private final double m_reach;
    private final double m_perSwing;
    private final double m_perError;
    private final float[] m_table;

    /**
     * @param relrod course of the intensity without precession
     * @param degrees precession angle, 0 for none
     * @param largest largest length of g (1/Angstrom)
     */
    Rocking(final Relrod relrod, final double degrees, final double largest) {
        m_relrod = relrod;
        m_angle = Math.tan(Math.toRadians(degrees));
        m_reach = relrod.reach() + m_angle * largest;
        if (m_angle > 0) {
            m_perSwing = (SWINGS - 1) / (m_angle * largest);
            m_perError = (ERRORS - 1) / m_reach;
            m_table = new float[SWINGS * ERRORS];
            for (int i = 0; i < SWINGS; i++) {
                for (int j = 0; j < ERRORS; j++) {
                    m_table[i * ERRORS + j] = (float)mean(i / m_perSwing, j / m_perError);
                }
            }
        } else {
            m_perSwing = 0;
            m_perError = 0;
            m_table = new float[0];
        }
    }

    private double mean(final double swing, final double error) {
        double sum = 0;
        for (int i = 0; i < AZIMUTHS; i++) {
            sum += m_relrod.intensity(error + swing * Math.cos((i + 0.5) * Math.PI / AZIMUTHS));
        }
        return sum / AZIMUTHS;
    }

    /** Excitation error (1/Angstrom) from which on no reflection has intensity. */
    double reach() {
        return m_reach;
    }

    /**
     * @param s excitation error (1/Angstrom)
     * @param length length of g (1/Angstrom), at most the largest
     * @return mean relative intensity, 0 to 1
     */
    double intensity(final double s, final double length) {
        if (m_angle == 0) {
            return m_relrod.intensity(s);
        }
        final double v = Math.abs(s) * m_perError;
        if (!(v < ERRORS - 1)) {
            return 0;
        }
        final double u = Math.min(length * m_angle * m_perSwing, SWINGS - 1.001);
        final int i = (int)u;
        final int j = (int)v;
        final double fu = u - i;
        final double fv = v - j;
        final int at = i * ERRORS + j;
        return (1 - fu) * ((1 - fv) * m_table[at] + fv * m_table[at + 1])
            + fu * ((1 - fv) * m_table[at + ERRORS] + fv * m_table[at + ERRORS + 1]);
    }
}
