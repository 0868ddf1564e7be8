// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.grains;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.epattern.maps.ScanMap;
import org.epattern.orient.CrystalSymmetry;
import org.epattern.orient.Rotation;
import org.epattern.scan.Progress;

/**
 * The grains of a scan, and maps that follow from the orientations.
 *
 * <p>Two points next to each other (left, right, above, below) belong to one grain if they are of one phase and their
 * disorientation is below the limit; so a grain may bend by more than the limit from end to end.</p>
 */
public final class Grains {

    private final OrientationField m_field;
    private final int[] m_grain;
    private final List<Grain> m_grains = new ArrayList<>();

    /**
     * Finds the grains.
     *
     * @param field the orientations
     * @param limitDegrees disorientation of neighbours from which on they belong to different grains, above 0 to 180
     * @param fewestPoints smaller grains are taken for wrong solutions and left out, 1 or more
     * @param progress asked whether to stop
     */
    public Grains(final OrientationField field, final double limitDegrees, final int fewestPoints,
        final Progress progress) {
        if (!(limitDegrees > 0 && limitDegrees <= 180)) {
            throw new IllegalArgumentException("The misorientation of grains is " + limitDegrees
                + " degrees; above 0 to 180 degrees are expected, usually 2 to 15");
        }
        if (fewestPoints < 1) {
            throw new IllegalArgumentException("The fewest points of a grain are " + fewestPoints
                + "; 1 or more are expected");
        }
        m_field = field;
        final int points = field.width() * field.height();
        m_grain = new int[points];
        Arrays.fill(m_grain, OrientationField.NONE);
        final boolean[] seen = new boolean[points];
        for (int p = 0; p < points; p++) {
            if (p % field.width() == 0) {
                progress.checkCanceled();
                progress.report((double)p / points, "Grains, line " + (p / field.width() + 1));
            }
            if (!seen[p] && field.phase(p) != OrientationField.NONE) {
                final List<Integer> members = members(p, limitDegrees, seen);
                if (members.size() >= fewestPoints) {
                    members.forEach(m -> m_grain[m] = m_grains.size());
                    m_grains.add(grain(members));
                }
            }
        }
    }

    private List<Integer> members(final int start, final double limit, final boolean[] seen) {
        final int width = m_field.width();
        final List<Integer> members = new ArrayList<>();
        final ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(start);
        seen[start] = true;
        while (!open.isEmpty()) {
            final int p = open.remove();
            members.add(p);
            final int x = p % width;
            final int[] neighbours = {x > 0 ? p - 1 : -1, x < width - 1 ? p + 1 : -1, p - width,
                p + width < seen.length ? p + width : -1};
            for (final int n : neighbours) {
                if (n >= 0 && !seen[n] && m_field.disorientation(p, n) < limit) {
                    seen[n] = true;
                    open.add(n);
                }
            }
        }
        return members;
    }

    private Grain grain(final List<Integer> members) {
        final int first = members.get(0);
        final int phase = m_field.phase(first);
        final CrystalSymmetry symmetry = m_field.phases().get(phase).symmetry();
        double x = 0;
        double y = 0;
        for (final int p : members) {
            x += p % m_field.width();
            y += p / m_field.width();
        }
        final Rotation mean = mean(members, symmetry);
        double sum = 0;
        double largest = 0;
        for (final int p : members) {
            final double angle = symmetry.disorientation(mean, m_field.orientation(p));
            sum += angle;
            largest = Math.max(largest, angle);
        }
        final int n = members.size();
        return new Grain(m_grains.size(), phase, n, x / n, y / n, mean, sum / n, largest);
    }

    /** Mean of the quaternions, each point by that equivalent which lies nearest to the first. */
    private Rotation mean(final List<Integer> members, final CrystalSymmetry symmetry) {
        final Rotation first = m_field.orientation(members.get(0));
        double w = 0;
        double x = 0;
        double y = 0;
        double z = 0;
        for (final int p : members) {
            final Rotation near = symmetry.disorientationRotation(first, m_field.orientation(p));
            final double sign = near.w() < 0 ? -1 : 1;
            w += sign * near.w();
            x += sign * near.x();
            y += sign * near.y();
            z += sign * near.z();
        }
        final double length = Math.sqrt(w * w + x * x + y * y + z * z);
        return first.after(new Rotation(w / length, x / length, y / length, z / length));
    }

    /** @return the grains in the order of their numbers */
    public List<Grain> grains() {
        return List.copyOf(m_grains);
    }

    /**
     * @param point number of a point, line by line
     * @return number of its grain; {@link OrientationField#NONE} where there is none
     */
    public int grain(final int point) {
        return m_grain[point];
    }

    /** @return number of the grain of each point; not a number where there is none */
    public ScanMap numbers() {
        final float[] values = new float[m_grain.length];
        for (int p = 0; p < values.length; p++) {
            values[p] = m_grain[p] == OrientationField.NONE ? Float.NaN : m_grain[p];
        }
        return new ScanMap("grain", "", m_field.width(), m_field.height(), values);
    }

    /** @return 1 where the point to the right or below belongs to another grain, else 0; not a number without grain */
    public ScanMap boundaries() {
        final int width = m_field.width();
        final float[] values = new float[m_grain.length];
        for (int p = 0; p < values.length; p++) {
            final boolean right = p % width < width - 1 && m_grain[p + 1] != m_grain[p];
            final boolean below = p + width < values.length && m_grain[p + width] != m_grain[p];
            values[p] = m_grain[p] == OrientationField.NONE ? Float.NaN : right || below ? 1 : 0;
        }
        return new ScanMap("grain boundaries", "", width, m_field.height(), values);
    }

    /**
     * Kernel average misorientation.
     *
     * @param field the orientations
     * @param limitDegrees neighbours that differ by more belong to another grain and do not count
     * @return mean disorientation (degrees) of each point from its up to eight neighbours; not a number without any
     */
    public static ScanMap kernelAverage(final OrientationField field, final double limitDegrees) {
        final int width = field.width();
        final float[] values = new float[width * field.height()];
        for (int p = 0; p < values.length; p++) {
            double sum = 0;
            int count = 0;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    final int x = p % width + dx;
                    final int y = p / width + dy;
                    if ((dx != 0 || dy != 0) && x >= 0 && y >= 0 && x < width && y < field.height()) {
                        final double angle = field.disorientation(p, y * width + x);
                        if (angle < limitDegrees) {
                            sum += angle;
                            count++;
                        }
                    }
                }
            }
            values[p] = count == 0 ? Float.NaN : (float)(sum / count);
        }
        return new ScanMap("kernel average misorientation", "degrees", width, field.height(), values);
    }
}
