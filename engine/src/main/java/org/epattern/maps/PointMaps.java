// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects values of scan points, in any order, and lays them out as maps. Belongs to one thread. */
public final class PointMaps {

    /** More points than any scan has; what asks for more is a table that holds something else. */
    private static final long MOST_POINTS = 1 << 24;

    private final List<String> m_names;
    private final List<String> m_units;
    private int[] m_x = new int[64];
    private int[] m_y = new int[64];
    private float[] m_values;
    private int m_size;

    /**
     * Maps of the same scan points.
     *
     * @param firstX scan x of their first column
     * @param firstY scan y of their first line
     * @param width points in a line
     * @param height number of lines
     * @param maps the maps, in the order of the names; not a number where there is no value
     */
    public record Layout(int firstX, int firstY, int width, int height, List<ScanMap> maps) {
    }

    /**
     * @param names names of the maps
     * @param units their units, as many
     */
    public PointMaps(final List<String> names, final List<String> units) {
        m_names = List.copyOf(names);
        m_units = List.copyOf(units);
        m_values = new float[m_x.length * m_names.size()];
    }

    /**
     * @param x scan x, 0 or more
     * @param y scan y, 0 or more
     * @param values one per map; not a number where there is none
     * @throws IllegalArgumentException one sentence if the position is negative
     */
    public void add(final int x, final int y, final double... values) {
        if (x < 0 || y < 0) {
            throw new IllegalArgumentException("The scan position (" + x + ", " + y
                + ") is negative, but scan positions count from 0");
        }
        if (m_size == m_x.length) {
            m_x = Arrays.copyOf(m_x, 2 * m_size);
            m_y = Arrays.copyOf(m_y, 2 * m_size);
            m_values = Arrays.copyOf(m_values, 2 * m_size * m_names.size());
        }
        m_x[m_size] = x;
        m_y[m_size] = y;
        for (int i = 0; i < m_names.size(); i++) {
            m_values[m_size * m_names.size() + i] = (float)values[i];
        }
        m_size++;
    }

    /**
     * @param scanWidth width of the scan; 0 if only the points are known, then their extent counts
     * @param scanHeight height of the scan; 0 as above
     * @return the maps; of several values of a point, the last one counts
     * @throws IllegalArgumentException one sentence if there is no point, or they lie too far apart to be a scan
     */
    public Layout layOut(final int scanWidth, final int scanHeight) {
        if (m_size == 0) {
            throw new IllegalArgumentException("There is no scan point with a position");
        }
        final boolean known = scanWidth > 0 && scanHeight > 0;
        int firstX = known ? 0 : Integer.MAX_VALUE;
        int firstY = firstX;
        int lastX = scanWidth - 1;
        int lastY = scanHeight - 1;
        for (int i = 0; i < m_size; i++) {
            firstX = Math.min(firstX, m_x[i]);
            firstY = Math.min(firstY, m_y[i]);
            lastX = Math.max(lastX, m_x[i]);
            lastY = Math.max(lastY, m_y[i]);
        }
        final long width = lastX - (long)firstX + 1;
        final long height = lastY - (long)firstY + 1;
        if (width * height > MOST_POINTS) {
            throw new IllegalArgumentException("The scan positions reach from (" + firstX + ", " + firstY + ") to ("
                + lastX + ", " + lastY + "), more than the " + MOST_POINTS + " points that can be shown");
        }
        final List<ScanMap> maps = new ArrayList<>();
        for (int map = 0; map < m_names.size(); map++) {
            maps.add(new ScanMap(m_names.get(map), m_units.get(map), (int)width, (int)height,
                values(map, firstX, firstY, (int)width, (int)height)));
        }
        return new Layout(firstX, firstY, (int)width, (int)height, maps);
    }

    private float[] values(final int map, final int firstX, final int firstY, final int width, final int height) {
        final float[] values = new float[width * height];
        Arrays.fill(values, Float.NaN);
        for (int i = 0; i < m_size; i++) {
            values[(m_y[i] - firstY) * width + m_x[i] - firstX] = m_values[i * m_names.size() + map];
        }
        return values;
    }
}
