// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Remembers the index of every scan point, to choose the points of which pictures are made. */
final class MatchRanking {

    /** A scan point. */
    record Point(int x, int y) implements Comparable<Point> {

        private static final Comparator<Point> LINE_BY_LINE =
            Comparator.comparingInt(Point::y).thenComparingInt(Point::x);

        @Override
        public int compareTo(final Point other) {
            return LINE_BY_LINE.compare(this, other);
        }
    }

    private record Ranked(Point point, double index) {
    }

    private final List<Ranked> m_points = new ArrayList<>();

    /**
     * @param x scan x
     * @param y scan y
     * @param index index of its best solution
     */
    void add(final int x, final int y, final double index) {
        m_points.add(new Ranked(new Point(x, y), index));
    }

    /** @return number of points with a solution */
    int size() {
        return m_points.size();
    }

    /**
     * @param count number of points that are wanted
     * @return a third with the highest index, a third around the median and a third with the lowest one, each with its
     *         rank; 1 is the highest
     */
    Map<Point, Integer> chosen(final int count) {
        final List<Ranked> sorted = new ArrayList<>(m_points);
        sorted.sort(Comparator.comparingDouble(Ranked::index).reversed().thenComparing(Ranked::point));
        final Map<Point, Integer> chosen = new TreeMap<>();
        final int n = sorted.size();
        final int high = (count + 2) / 3;
        final int middle = (count + 1) / 3;
        final int low = count / 3;
        for (int i = 0; i < n; i++) {
            final int fromMiddle = i - (n - middle) / 2;
            if (n <= count || i < high || i >= n - low || fromMiddle >= 0 && fromMiddle < middle) {
                chosen.putIfAbsent(sorted.get(i).point(), i + 1);
            }
        }
        return chosen;
    }
}
