// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import org.epattern.knime.data.ReflectionRows;
import org.epattern.register.Reflection;
import org.epattern.scan.Progress;
import org.knime.core.data.DataRow;
import org.knime.core.data.IntValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** Takes the reflections of a few scan points out of a table, whatever its order. */
final class PointReflections {

    private final BufferedDataTable m_table;
    private final ReflectionRows m_rows;
    private final Progress m_progress;

    /**
     * @param table a reflection table
     * @param rows reads its rows
     * @param progress asked whether to stop
     */
    PointReflections(final BufferedDataTable table, final ReflectionRows rows, final Progress progress) {
        m_table = table;
        m_rows = rows;
        m_progress = progress;
    }

    /**
     * @param points scan points
     * @return the reflections of each of them, line by line; points without reflections are left out
     */
    Map<MatchRanking.Point, List<Reflection>> of(final Set<MatchRanking.Point> points) {
        final Map<MatchRanking.Point, List<Reflection>> found = new TreeMap<>();
        forEach((point, row) -> {
            if (points.contains(point)) {
                final Reflection reflection = m_rows.read(row);
                if (reflection != null) {
                    found.computeIfAbsent(point, p -> new ArrayList<>()).add(reflection);
                }
            }
        });
        return found;
    }

    /**
     * @param count how many
     * @return the scan points with most reflections
     */
    Set<MatchRanking.Point> richest(final int count) {
        final Map<MatchRanking.Point, Integer> counts = new HashMap<>();
        forEach((point, row) -> counts.merge(point, 1, Integer::sum));
        return new HashSet<>(counts.entrySet().stream()
            .sorted(Map.Entry.<MatchRanking.Point, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
            .limit(count).map(Map.Entry::getKey).toList());
    }

    private void forEach(final BiConsumer<MatchRanking.Point, DataRow> consumer) {
        try (CloseableRowIterator rows = m_table.iterator()) {
            while (rows.hasNext()) {
                m_progress.checkCanceled();
                final DataRow row = rows.next();
                if (row.getCell(m_rows.scanX()) instanceof IntValue x
                    && row.getCell(m_rows.scanY()) instanceof IntValue y) {
                    consumer.accept(new MatchRanking.Point(x.getIntValue(), y.getIntValue()), row);
                }
            }
        }
    }
}
