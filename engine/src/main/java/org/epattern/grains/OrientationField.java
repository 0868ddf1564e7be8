// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.grains;

import java.util.Arrays;
import java.util.List;

import org.epattern.orient.CrystalSymmetry;
import org.epattern.orient.Rotation;

/** Phase and orientation of every point of a scan. Filled point by point; then only read. */
public final class OrientationField {

    /** Phase of a point without solution. */
    public static final int NONE = -1;

    private final int m_width;
    private final int m_height;
    private final List<Phase> m_phases;
    private final int[] m_phase;
    private final Rotation[] m_orientation;

    /**
     * A phase of the scan.
     *
     * @param name its name
     * @param symmetry its symmetry
     */
    public record Phase(String name, CrystalSymmetry symmetry) {
    }

    /**
     * @param width scan positions in a line
     * @param height number of lines
     * @param phases the phases, numbered from 0
     */
    public OrientationField(final int width, final int height, final List<Phase> phases) {
        if (width < 1 || height < 1 || (long)width * height > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("The scan has " + width + " x " + height
                + " points; at least one line with one point is expected");
        }
        m_width = width;
        m_height = height;
        m_phases = List.copyOf(phases);
        m_phase = new int[width * height];
        Arrays.fill(m_phase, NONE);
        m_orientation = new Rotation[width * height];
    }

    /**
     * @param x scan x
     * @param y scan y
     * @param phase number of the phase
     * @param orientation orientation
     * @throws IllegalArgumentException if the point is not in the scan
     */
    public void set(final int x, final int y, final int phase, final Rotation orientation) {
        if (x < 0 || y < 0 || x >= m_width || y >= m_height) {
            throw new IllegalArgumentException("The scan point (" + x + ", " + y + ") lies outside of the scan of "
                + m_width + " x " + m_height + " points");
        }
        m_phase[y * m_width + x] = phase;
        m_orientation[y * m_width + x] = orientation;
    }

    /** @return scan positions in a line */
    public int width() {
        return m_width;
    }

    /** @return number of lines */
    public int height() {
        return m_height;
    }

    /** @return the phases */
    public List<Phase> phases() {
        return m_phases;
    }

    /**
     * @param point number of a point, line by line
     * @return number of its phase; {@link #NONE} where there is no solution
     */
    public int phase(final int point) {
        return m_phase[point];
    }

    /**
     * @param point number of a point, line by line
     * @return its orientation; null where there is no solution
     */
    public Rotation orientation(final int point) {
        return m_orientation[point];
    }

    /**
     * @param point number of a point
     * @param other number of another one
     * @return their disorientation (degrees); infinite for different phases, not a number where one has no solution
     */
    public double disorientation(final int point, final int other) {
        if (m_phase[point] == NONE || m_phase[other] == NONE) {
            return Double.NaN;
        }
        return m_phase[point] != m_phase[other] ? Double.POSITIVE_INFINITY
            : m_phases.get(m_phase[point]).symmetry().disorientation(m_orientation[point], m_orientation[other]);
    }
}
