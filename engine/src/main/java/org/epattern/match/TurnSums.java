// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import java.util.Arrays;
import java.util.List;

/**
 * The numerators of equation 1 for one zone axis and all turns in the plane at once, straight from the measured spots.
 *
 * <p>A spot of the template at radius r meets a measured spot at radius R only if the two radii differ by less than
 * the spot's radius, and then only for the few turns that bring their azimuths together. So for each pair of spots the
 * product of their intensities, weighted by the spot's profile at their distance, is added to these turns, and nothing
 * else is computed: the same sum as that over all template points and turns, without its zeros.</p>
 *
 * <p>Holds scratch memory: one instance per thread.</p>
 */
final class TurnSums {

    /** Ranks that are told apart in the bound. */
    private static final int RANKS = 8;

    private final int m_turns;
    private final double m_largestRadius;
    private final SpotProfile m_profile;
    private final double[] m_cos;
    private final double[] m_sin;
    /** Turns -m_pad to m_turns + m_pad, so that no turn needs to be wrapped in the loop. */
    private final int m_pad;
    private final double[] m_sums;
    private int m_usedPad;
    /** Spots that reach into each ring: their places in m_entry... from m_first[ring] on. */
    private final int[] m_first = new int[PhaseTemplates.RINGS + 1];
    private int[] m_entrySpot = new int[0];
    private double[] m_entryHalf = new double[0];
    private double[] m_spotTurn = new double[0];
    private double[] m_spotX = new double[0];
    private double[] m_spotY = new double[0];
    private double[] m_spotRadius2 = new double[0];
    private double[] m_spotConstant = new double[0];
    private double[] m_spotIntensity = new double[0];
    /** Largest radius of a spot. */
    private double m_widest;
    /** For each ring, in falling order, the largest values that the pattern can have in it. */
    private final double[] m_top = new double[PhaseTemplates.RINGS * RANKS];

    /**
     * @param turns number of turns
     * @param largestRadius largest radius of template spots (1/Angstrom)
     * @param profile profile of the measured spots
     */
    TurnSums(final int turns, final double largestRadius, final SpotProfile profile) {
        m_turns = turns;
        m_largestRadius = largestRadius;
        m_profile = profile;
        m_pad = turns / 2 + 2;
        m_cos = new double[turns + 2 * m_pad];
        m_sin = new double[turns + 2 * m_pad];
        for (int i = 0; i < m_cos.length; i++) {
            final double angle = 2 * Math.PI * (i - m_pad) / turns;
            m_cos[i] = Math.cos(angle);
            m_sin[i] = Math.sin(angle);
        }
        m_sums = new double[turns + 2 * m_pad];
    }

    /**
     * Takes the spots of a pattern.
     *
     * @param spots the spots
     * @param radii radius of each (1/Angstrom)
     * @param intensities intensity of each
     */
    void setSpots(final List<MeasuredSpot> spots, final double[] radii, final double[] intensities) {
        final int n = spots.size();
        if (m_spotX.length < n) {
            m_spotTurn = new double[n];
            m_spotX = new double[n];
            m_spotY = new double[n];
            m_spotRadius2 = new double[n];
            m_spotConstant = new double[n];
            m_spotIntensity = new double[n];
        }
        for (int k = 0; k < n; k++) {
            final double x = spots.get(k).x();
            final double y = spots.get(k).y();
            final double radius2 = radii[k] * radii[k];
            m_spotTurn[k] = Math.atan2(y, x) * m_turns / (2 * Math.PI);
            // 1 - d^2 / radius^2 is constant - r^2 / radius^2 + cos (...) + sin (...)
            m_spotX[k] = 2 * x / radius2;
            m_spotY[k] = 2 * y / radius2;
            m_spotRadius2[k] = 1 / radius2;
            m_spotConstant[k] = 1 - (x * x + y * y) / radius2;
            m_spotIntensity[k] = intensities[k];
        }
        fillRings(spots, radii);
        fillTop(spots, radii);
    }

    /**
     * What the pattern can be at most within a spot: its own intensity and those of all spots that overlap with it.
     */
    private void fillTop(final List<MeasuredSpot> spots, final double[] radii) {
        final int n = spots.size();
        final double[] most = new double[n];
        m_widest = 0;
        for (int k = 0; k < n; k++) {
            m_widest = Math.max(m_widest, radii[k]);
            for (int l = 0; l < n; l++) {
                final double distance =
                    Math.hypot(spots.get(k).x() - spots.get(l).x(), spots.get(k).y() - spots.get(l).y());
                most[k] += distance < radii[k] + radii[l] ? m_spotIntensity[l] : 0;
            }
        }
        Arrays.fill(m_top, 0);
        for (int ring = 0; ring < PhaseTemplates.RINGS; ring++) {
            for (int e = m_first[ring]; e < m_first[ring + 1]; e++) {
                double value = most[m_entrySpot[e]];
                for (int r = ring * RANKS; r < (ring + 1) * RANKS && value > 0; r++) {
                    if (value > m_top[r]) {
                        final double smaller = m_top[r];
                        m_top[r] = value;
                        value = smaller;
                    }
                }
            }
        }
    }

    /**
     * The numerator of equation 1 cannot be larger than this for any turn. In each ring the strongest spot of the
     * template meets at most the strongest of the pattern, the second the second, and so on, because one measured spot
     * cannot hold two spots of the template that are farther apart than it is wide.
     *
     * @param phase a phase of the bank
     * @param zone number of a zone axis
     * @return the bound
     */
    double bound(final PhaseTemplates phase, final int zone) {
        final boolean separated = phase.separation(zone) > 2 * m_widest;
        double sum = 0;
        final int end = phase.start(zone + 1);
        for (int j = phase.start(zone); j < end; j++) {
            final int rank = separated ? Math.min(RANKS - 1, phase.rank(j)) : 0;
            sum += phase.intensity(j) * m_top[phase.ring(j) * RANKS + rank];
        }
        // what rounding may have taken
        return sum * (1 + 1e-9);
    }

    private void fillRings(final List<MeasuredSpot> spots, final double[] radii) {
        final int n = spots.size();
        int size = 0;
        double widest = 0;
        for (int ring = 0; ring < PhaseTemplates.RINGS; ring++) {
            m_first[ring] = size;
            // a little wider than the ring: the template's coordinates are rounded
            final double inner = (ring - 0.001) * m_largestRadius / PhaseTemplates.RINGS;
            final double outer = (ring + 1.001) * m_largestRadius / PhaseTemplates.RINGS;
            for (int k = 0; k < n; k++) {
                final double r = Math.hypot(spots.get(k).x(), spots.get(k).y());
                final double half = halfAngle(r, radii[k], inner, outer) * m_turns / (2 * Math.PI);
                if (half >= 0) {
                    if (size == m_entrySpot.length) {
                        m_entrySpot = Arrays.copyOf(m_entrySpot, 2 * size + 64);
                        m_entryHalf = Arrays.copyOf(m_entryHalf, 2 * size + 64);
                    }
                    m_entrySpot[size] = k;
                    m_entryHalf[size++] = Math.min(half, m_turns / 2.0);
                    widest = Math.max(widest, half);
                }
            }
        }
        m_first[PhaseTemplates.RINGS] = size;
        m_usedPad = Math.min(m_pad, (int)widest + 2);
    }

    /** Largest angle at the origin between a spot's centre and a point of the ring within its radius; -1 for none. */
    private static double halfAngle(final double distance, final double radius, final double inner,
        final double outer) {
        if (distance + radius <= inner || distance - radius >= outer) {
            return -1;
        }
        if (distance <= radius) {
            return Math.PI;
        }
        // the tangent from the origin touches at this distance; elsewhere the angle is smaller
        final double tangent = Math.sqrt(distance * distance - radius * radius);
        final double at = Math.min(Math.max(tangent, inner), outer);
        final double cosine = (at * at + distance * distance - radius * radius) / (2 * at * distance);
        return Math.acos(Math.min(1, cosine)) + 1e-5;
    }

    /**
     * @param phase a phase of the bank
     * @param zone number of a zone axis
     * @return the numerator of equation 1 for turn n at {@link #offset()} + n; belongs to this object
     */
    double[] sums(final PhaseTemplates phase, final int zone) {
        final double[] sums = m_sums;
        final int from = m_pad - m_usedPad;
        final int to = m_pad + m_turns + m_usedPad;
        Arrays.fill(sums, from, to, 0);
        final double perTurn = m_turns / (2 * Math.PI);
        final boolean cap = m_profile == SpotProfile.CAP;
        final int end = phase.start(zone + 1);
        for (int j = phase.start(zone); j < end; j++) {
            final int ring = phase.ring(j);
            final int last = m_first[ring + 1];
            if (m_first[ring] == last) {
                continue;
            }
            final double x = phase.x(j);
            final double y = phase.y(j);
            final double turn = phase.azimuth(j) * perTurn;
            final double r2 = x * x + y * y;
            for (int e = m_first[ring]; e < last; e++) {
                final int k = m_entrySpot[e];
                final double half = m_entryHalf[e];
                double centre = m_spotTurn[k] - turn + m_pad;
                if (centre < m_pad) {
                    centre += m_turns;
                }
                if (centre < m_pad) {
                    centre += m_turns;
                }
                // all summands are positive, so that the cast rounds down
                final int earliest = (int)(centre - half) + 1;
                final int latest = Math.min((int)(centre + half), earliest + m_turns - 1);
                final double sx = m_spotX[k];
                final double sy = m_spotY[k];
                final double constant = m_spotConstant[k] - r2 * m_spotRadius2[k];
                final double c = sx * x + sy * y;
                final double s = sy * x - sx * y;
                final double product = m_spotIntensity[k] * phase.intensity(j);
                for (int n = earliest; n <= latest; n++) {
                    final double profile = constant + c * m_cos[n] + s * m_sin[n];
                    if (profile > 0) {
                        sums[n] += cap ? product * profile : product;
                    }
                }
            }
        }
        for (int i = from; i < m_pad; i++) {
            sums[i + m_turns] += sums[i];
        }
        for (int i = m_pad + m_turns; i < to; i++) {
            sums[i - m_turns] += sums[i];
        }
        return sums;
    }

    /** Place of the first turn in the sums. */
    int offset() {
        return m_pad;
    }
}
