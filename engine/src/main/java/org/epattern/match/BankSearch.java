// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import java.util.ArrayList;
import java.util.List;

import org.epattern.orient.CrystalSymmetry;
import org.epattern.orient.Rotation;

/**
 * Finds the best and the second best orientation of a bank. Zone axes that cannot hold it, because a bound on their
 * index lies below one that was found, are not computed; the result is that of going through all of them. The same for
 * spots and for images: what differs is where the sums of equation 1 come from. Holds scratch memory: one instance per
 * thread.
 */
final class BankSearch {

    /** Orientations closer than this (degrees) are one orientation, however they were computed. */
    private static final double SAME = 0.01;

    /** The numerators of equation 1. */
    interface Numerators {
        /**
         * @param phase number of the phase
         * @param zone number of a zone axis
         * @return the numerators for all turns, turn 0 at the offset
         */
        double[] of(int phase, int zone);

        /**
         * @param phase number of the phase
         * @param zone number of a zone axis
         * @return what no numerator of that zone axis exceeds; infinite where that would take as long as computing them
         */
        default double bound(final int phase, final int zone) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** An orientation of the bank and its index, not yet divided by the norm of the pattern. */
    record Found(int phase, int zone, int turn, double index) {
    }

    private final TemplateBank m_bank;
    private final Numerators m_numerators;
    private final int m_offset;
    private final int m_fewest;
    /** Best index of each zone axis; of those that were not computed, what it cannot exceed. */
    private final double[][] m_best;
    private final boolean[][] m_computed;
    /** Cosine and sine of half of each turn: its quaternion about the beam. */
    private final double[] m_cos;
    private final double[] m_sin;

    /**
     * @param bank the bank
     * @param numerators the sums for the pattern at hand
     * @param offset place of turn 0 in the sums
     * @param fewest templates with fewer spots are passed over
     */
    BankSearch(final TemplateBank bank, final Numerators numerators, final int offset, final int fewest) {
        m_bank = bank;
        m_numerators = numerators;
        m_offset = offset;
        m_fewest = fewest;
        m_best = new double[bank.phases().size()][];
        m_computed = new boolean[m_best.length][];
        for (int p = 0; p < m_best.length; p++) {
            m_best[p] = new double[bank.phases().get(p).zones()];
            m_computed[p] = new boolean[m_best[p].length];
        }
        m_cos = new double[bank.turns()];
        m_sin = new double[bank.turns()];
        for (int n = 0; n < bank.turns(); n++) {
            m_cos[n] = Math.cos(Math.PI * n / bank.turns());
            m_sin[n] = Math.sin(Math.PI * n / bank.turns());
        }
    }

    /**
     * Goes through all orientations of a phase.
     *
     * @param phase number of the phase
     * @return the best one, the first among equals; null where no template meets the pattern
     */
    Found best(final int phase) {
        final PhaseTemplates templates = m_bank.phases().get(phase);
        final double[] best = m_best[phase];
        final boolean[] computed = m_computed[phase];
        int promising = 0;
        for (int z = 0; z < best.length; z++) {
            final boolean used = templates.start(z + 1) - templates.start(z) >= m_fewest;
            best[z] = used ? m_numerators.bound(phase, z) / templates.norm(z) : 0;
            computed[z] = !used;
            promising = best[z] > best[promising] ? z : promising;
        }
        compute(phase, promising);
        int bestZone = promising;
        for (int z = 0; z < best.length; z++) {
            if (!computed[z] && best[z] >= best[bestZone]) {
                compute(phase, z);
                if (best[z] > best[bestZone] || best[z] == best[bestZone] && z < bestZone) {
                    bestZone = z;
                }
            }
        }
        if (!(best[bestZone] > 0)) {
            return null;
        }
        final double[] sums = m_numerators.of(phase, bestZone);
        int turn = 0;
        for (int n = 1; n < m_bank.turns(); n++) {
            if (sums[m_offset + n] > sums[m_offset + turn]) {
                turn = n;
            }
        }
        return new Found(phase, bestZone, turn, best[bestZone]);
    }

    private void compute(final int phase, final int zone) {
        if (!m_computed[phase][zone]) {
            m_best[phase][zone] = largest(m_numerators.of(phase, zone)) / m_bank.phases().get(phase).norm(zone);
            m_computed[phase][zone] = true;
        }
    }

    private double largest(final double[] sums) {
        double largest = 0;
        for (int i = m_offset; i < m_offset + m_bank.turns(); i++) {
            largest = Math.max(largest, sums[i]);
        }
        return largest;
    }

    /**
     * The best orientation of a phase that is far enough from given ones, after {@link #best(int)} for that phase. Only
     * zone axes whose own best index is, or may be, above what was found so far are looked at again.
     *
     * @param found orientations of one phase, at least one
     * @param misorientation smallest angle (degrees) to each of them
     * @param halfTurnIsSame whether orientations near to them after a turn by 180 degrees about the beam are left out
     *            in the same way
     * @return the best of the others; null where there is none
     */
    Found next(final List<Found> found, final double misorientation, final boolean halfTurnIsSame) {
        final int phase = found.get(0).phase();
        final PhaseTemplates templates = m_bank.phases().get(phase);
        final List<Nearby> nearby = new ArrayList<>();
        for (final Found f : found) {
            nearby.add(new Nearby(templates.simulator().crystal().symmetry(),
                m_bank.orientation(phase, f.zone(), f.turn()), Math.max(SAME, misorientation), halfTurnIsSame));
        }
        final double[] remaining = new double[m_best[phase].length];
        for (int z = 0; z < remaining.length; z++) {
            remaining[z] = m_computed[phase][z] ? m_best[phase][z] : 0;
        }
        Found next = null;
        for (int zone = largestOf(remaining); remaining[zone] > index(next); zone = largestOf(remaining)) {
            remaining[zone] = 0;
            next = better(phase, zone, nearby, next);
        }
        for (int zone = 0; zone < remaining.length; zone++) {
            if (!m_computed[phase][zone] && m_best[phase][zone] > index(next)) {
                compute(phase, zone);
                if (m_best[phase][zone] > index(next)) {
                    next = better(phase, zone, nearby, next);
                }
            }
        }
        return next;
    }

    private static double index(final Found found) {
        return found == null ? 0 : found.index();
    }

    private static int largestOf(final double[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        return largest;
    }

    /** The best turn of a zone axis that is far enough from the orientations found, if it is above what there is. */
    private Found better(final int phase, final int zone, final List<Nearby> nearby, final Found sofar) {
        Found next = sofar;
        final double[] sums = m_numerators.of(phase, zone);
        final double norm = m_bank.phases().get(phase).norm(zone);
        final Rotation r = m_bank.phases().get(phase).zone(zone);
        for (int n = 0; n < m_bank.turns(); n++) {
            final double index = sums[m_offset + n] / norm;
            // the turn after the zone's rotation, without making objects for orientations that are passed over
            if (index > index(next)
                && !isNear(nearby, m_cos[n] * r.w() - m_sin[n] * r.z(), m_cos[n] * r.x() - m_sin[n] * r.y(),
                    m_cos[n] * r.y() + m_sin[n] * r.x(), m_cos[n] * r.z() + m_sin[n] * r.w())) {
                next = new Found(phase, zone, n, index);
            }
        }
        return next;
    }

    private static boolean isNear(final List<Nearby> nearby, final double w, final double x, final double y,
        final double z) {
        for (int i = 0; i < nearby.size(); i++) {
            if (nearby.get(i).holds(w, x, y, z)) {
                return true;
            }
        }
        return false;
    }

    /** The orientations that count as one with a given one. */
    private static final class Nearby {

        private final Rotation[] m_equivalents;
        private final double m_cosine;

        Nearby(final CrystalSymmetry symmetry, final Rotation orientation, final double degrees,
            final boolean halfTurn) {
            final int n = symmetry.rotations().size();
            m_equivalents = new Rotation[halfTurn ? 2 * n : n];
            final Rotation turn = Rotation.about(0, 0, 1, 180);
            for (int i = 0; i < n; i++) {
                m_equivalents[i] = orientation.after(symmetry.rotations().get(i));
                if (halfTurn) {
                    m_equivalents[n + i] = turn.after(m_equivalents[i]);
                }
            }
            m_cosine = Math.cos(Math.toRadians(degrees) / 2);
        }

        boolean holds(final double w, final double x, final double y, final double z) {
            for (final Rotation e : m_equivalents) {
                // cosine of half the angle between the two
                if (Math.abs(e.w() * w + e.x() * x + e.y() * y + e.z() * z) > m_cosine) {
                    return true;
                }
            }
            return false;
        }
    }
}
