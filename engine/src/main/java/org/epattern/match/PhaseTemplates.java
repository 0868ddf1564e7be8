// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import java.util.Arrays;
import java.util.List;

import org.epattern.orient.CrystalSymmetry;
import org.epattern.orient.Rotation;
import org.epattern.orient.ZoneAxes;
import org.epattern.scan.Progress;

/**
 * The templates of one phase: a spot pattern for each zone axis; the turns in the plane come for free, because turning
 * the crystal about the beam turns its pattern. Immutable.
 *
 * <p>All spots stand in arrays one behind the other; those of zone z from {@code start(z)} to {@code start(z + 1)}.</p>
 */
public final class PhaseTemplates {

    /** Rings of equal width in which the spots are sorted for a quick search. */
    static final int RINGS = 256;

    private final SpotSimulator m_simulator;
    private final double m_step;
    private final Rotation[] m_zones;
    private final int[] m_start;
    private final float[] m_x;
    private final float[] m_y;
    private final float[] m_intensity;
    private final float[] m_azimuth;
    private final short[] m_ring;
    private final int[] m_reflection;
    private final double[] m_norm;
    /** Rank by intensity among the spots of the same zone axis and ring. */
    private final byte[] m_rank;
    /** Smallest distance of two spots of the same ring, per zone axis. */
    private final float[] m_separation;

    /**
     * @param symmetry symmetry of a crystal
     * @param stepDegrees angular step
     * @return orientations with all zone axes that are not equivalent: each one lies within half a step of one of them
     */
    public static List<Rotation> orientations(final CrystalSymmetry symmetry, final double stepDegrees) {
        final Rotation fromStandard = symmetry.toStandard().inverse();
        return ZoneAxes.spread(symmetry.group(), stepDegrees).stream()
            .map(axis -> ZoneAxes.orientation(fromStandard.apply(axis), 0)).toList();
    }

    /**
     * Simulates a pattern for each orientation.
     *
     * @param simulator of the phase
     * @param orientations with all zone axes that are looked for, in any turn about the beam; at least one
     * @param stepDegrees angular step between them
     * @param progress asked whether to stop
     */
    public PhaseTemplates(final SpotSimulator simulator, final List<Rotation> orientations, final double stepDegrees,
        final Progress progress) {
        m_simulator = simulator;
        m_step = stepDegrees;
        final int zones = orientations.size();
        m_zones = orientations.toArray(Rotation[]::new);
        m_start = new int[zones + 1];
        m_norm = new double[zones];
        int capacity = 1024;
        float[] x = new float[capacity];
        float[] y = new float[capacity];
        float[] intensity = new float[capacity];
        int[] reflection = new int[capacity];
        int size = 0;
        for (int z = 0; z < zones; z++) {
            if (z % 64 == 0) {
                progress.checkCanceled();
                progress.report((double)z / zones, "Templates of " + simulator.crystal().name());
            }
            final SpotPattern pattern = simulator.simulate(m_zones[z]);
            if (size + pattern.size() > capacity) {
                capacity = 2 * (size + pattern.size());
                x = Arrays.copyOf(x, capacity);
                y = Arrays.copyOf(y, capacity);
                intensity = Arrays.copyOf(intensity, capacity);
                reflection = Arrays.copyOf(reflection, capacity);
            }
            double squares = 0;
            for (int i = 0; i < pattern.size(); i++, size++) {
                x[size] = (float)pattern.x(i);
                y[size] = (float)pattern.y(i);
                intensity[size] = (float)pattern.intensity(i);
                reflection[size] = pattern.reflection(i);
                squares += (double)intensity[size] * intensity[size];
            }
            m_norm[z] = Math.sqrt(squares);
            m_start[z + 1] = size;
        }
        m_x = Arrays.copyOf(x, size);
        m_y = Arrays.copyOf(y, size);
        m_intensity = Arrays.copyOf(intensity, size);
        m_reflection = Arrays.copyOf(reflection, size);
        m_azimuth = new float[size];
        m_ring = new short[size];
        final double perRing = RINGS / simulator.settings().largestRadius();
        for (int i = 0; i < size; i++) {
            final double azimuth = Math.atan2(m_y[i], m_x[i]);
            m_azimuth[i] = (float)(azimuth < 0 ? azimuth + 2 * Math.PI : azimuth);
            m_ring[i] = (short)Math.min(RINGS - 1, (int)(Math.sqrt((double)m_x[i] * m_x[i] + (double)m_y[i] * m_y[i])
                * perRing));
        }
        m_rank = new byte[size];
        m_separation = new float[zones];
        for (int z = 0; z < zones; z++) {
            m_separation[z] = sort(z);
        }
    }

    /** Fills the ranks of a zone axis; returns its separation. */
    private float sort(final int zone) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = m_start[zone]; i < m_start[zone + 1]; i++) {
            int rank = 0;
            for (int k = m_start[zone]; k < m_start[zone + 1]; k++) {
                if (k != i && m_ring[k] == m_ring[i]) {
                    nearest = Math.min(nearest, Math.hypot((double)m_x[k] - m_x[i], (double)m_y[k] - m_y[i]));
                    rank += m_intensity[k] > m_intensity[i] || m_intensity[k] == m_intensity[i] && k < i ? 1 : 0;
                }
            }
            m_rank[i] = (byte)Math.min(rank, Byte.MAX_VALUE);
        }
        return (float)nearest;
    }

    /** @return simulates further patterns of the phase */
    public SpotSimulator simulator() {
        return m_simulator;
    }

    /** @return angular step (degrees) */
    public double step() {
        return m_step;
    }

    /** @return number of zone axes */
    public int zones() {
        return m_zones.length;
    }

    /**
     * @param zone number of the zone axis
     * @return the orientation of its template, without a turn in the plane
     */
    public Rotation zone(final int zone) {
        return m_zones[zone];
    }

    /**
     * @param zone number of the zone axis, or one past the last
     * @return number of its first spot
     */
    public int start(final int zone) {
        return m_start[zone];
    }

    /**
     * @param spot number of a spot
     * @return its position to the right of the direct beam (1/Angstrom)
     */
    public double x(final int spot) {
        return m_x[spot];
    }

    /**
     * @param spot number of a spot
     * @return its position below the direct beam (1/Angstrom)
     */
    public double y(final int spot) {
        return m_y[spot];
    }

    /**
     * @param spot number of a spot
     * @return its intensity, raised to the power of the settings
     */
    public double intensity(final int spot) {
        return m_intensity[spot];
    }

    /**
     * @param spot number of a spot
     * @return its place in the list of reflections of the simulator
     */
    public int reflection(final int spot) {
        return m_reflection[spot];
    }

    /** Angle from x to y, 0 to 2 pi. */
    double azimuth(final int spot) {
        return m_azimuth[spot];
    }

    /** Number of the ring that holds the spot. */
    int ring(final int spot) {
        return m_ring[spot];
    }

    /** Rank by intensity, from 0, among the spots of the same zone axis and ring. */
    int rank(final int spot) {
        return m_rank[spot];
    }

    /** Smallest distance (1/Angstrom) of two spots of a zone axis in the same ring; infinite where each is alone. */
    double separation(final int zone) {
        return m_separation[zone];
    }

    /**
     * @param zone number of a zone axis
     * @return square root of the sum of squares of its intensities
     */
    public double norm(final int zone) {
        return m_norm[zone];
    }
}
