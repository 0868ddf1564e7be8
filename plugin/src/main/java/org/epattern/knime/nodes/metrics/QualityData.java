// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.metrics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.epattern.knime.data.Schema;
import org.epattern.knime.views.KeptTables;
import org.epattern.knime.views.MapPart;
import org.epattern.knime.views.Numbers;
import org.epattern.knime.views.PatternPart;
import org.epattern.knime.views.ScanRows;
import org.epattern.knime.views.StoredSettings;
import org.epattern.maps.PointMaps;
import org.epattern.metrics.EvenSample;
import org.epattern.metrics.SpotKept;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.IntValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;

/** Shows the figures of the scan, and both versions of single patterns. Not for several threads. */
final class QualityData {

    private static final String SPOTS = "number of spots";
    private static final String METRICS = "number of metrics";
    private static final String COLUMN = "column of metric ";
    private static final String UNIT = "unit of metric ";

    private final BufferedDataTable m_figures;
    private final BufferedDataTable m_summary;
    private final BufferedDataTable m_comparedTable;
    private final BufferedDataTable m_spots;
    private final StoredSettings m_stored;
    private final QualityMetricsParameters m_parameters = new QualityMetricsParameters();
    private ScanRows m_reference;
    private ScanRows m_compared;

    /**
     * Keeps what the view needs; figures, summary and compared patterns are not copied, because they are outputs or
     * inputs as well.
     *
     * @param outputs figures per pattern, summary
     * @param compared the compared patterns
     * @param sample some of the spots
     * @param metrics column of each figure, and its unit
     * @param parameters settings of the node
     * @param exec context of the node
     * @return the tables to keep
     */
    static BufferedDataTable[] keep(final BufferedDataTable[] outputs, final BufferedDataTable compared,
        final EvenSample<SpotKept> sample, final Map<String, String> metrics,
        final QualityMetricsParameters parameters, final ExecutionContext exec) {
        final StoredSettings stored = new StoredSettings();
        stored.putAll(parameters);
        stored.put(SPOTS, Long.toString(sample.seen()));
        stored.put(METRICS, Integer.toString(metrics.size()));
        int i = 0;
        for (final Map.Entry<String, String> metric : metrics.entrySet()) {
            stored.put(COLUMN + i, metric.getKey());
            stored.put(UNIT + i, metric.getValue());
            i++;
        }
        return new BufferedDataTable[]{outputs[0], outputs[1], compared, KeptSpots.toTable(sample, exec),
            stored.toTable(exec)};
    }

    /** @param kept the tables that the node kept */
    QualityData(final PortObject[] kept) {
        final BufferedDataTable[] tables = KeptTables.of(kept, 5);
        m_figures = tables[0];
        m_summary = tables[1];
        m_comparedTable = tables[2];
        m_spots = tables[3];
        m_stored = new StoredSettings(tables[4]);
        m_stored.restore(m_parameters);
    }

    /** @return what the page begins with */
    QualityStart start() {
        final DataTableSpec spec = m_figures.getDataTableSpec();
        final int count = (int)m_stored.number(METRICS);
        final List<String> names = new ArrayList<>();
        final List<String> units = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(m_stored.get(COLUMN + i));
            units.add(m_stored.get(UNIT + i));
        }
        // the node appends its figures
        final int first = spec.getNumColumns() - count;
        final PointMaps maps = new PointMaps(names, units);
        final int scanX = spec.findColumnIndex(Schema.SCAN_X);
        m_reference = new ScanRows(m_figures, scanX, spec.findColumnIndex(Schema.SCAN_Y),
            (x, y, row) -> maps.add(x, y, Numbers.from(row, first, count)));
        final Schema.Size size = Schema.scanSize(spec.getColumnSpec(scanX));
        final PointMaps.Layout layout = maps.layOut(size == null ? 0 : size.width(), size == null ? 0 : size.height());
        final KeptSpots spots = KeptSpots.of(m_spots);
        final Map<String, String> columns = new LinkedHashMap<>();
        columns.put("reference", m_parameters.m_referenceColumn);
        columns.put("compared", m_parameters.m_comparedColumn);
        return new QualityStart("quality", layout.width(), layout.height(), layout.firstX(), layout.firstY(),
            MapPart.of(layout.maps()),
            spots == null ? null : new QualityStart.Kept(spots.measured(), spots.rebuilt()),
            spots == null ? null : new QualityStart.Moved(spots.offset()), (long)m_stored.number(SPOTS),
            m_parameters.m_dataRange, columns, summary());
    }

    private List<QualityStart.Line> summary() {
        final List<QualityStart.Line> lines = new ArrayList<>();
        try (CloseableRowIterator rows = m_summary.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                // in the order of Schema.metricSummary()
                lines.add(new QualityStart.Line(row.getCell(0).toString(), Numbers.orNull(Numbers.in(row, 3)),
                    row.getCell(1).toString(), row.getCell(2) instanceof IntValue n ? n.getIntValue() : 0,
                    Numbers.orNull(Numbers.in(row, 4)), Numbers.orNull(Numbers.in(row, 5)),
                    Numbers.orNull(Numbers.in(row, 6)), Numbers.orNull(Numbers.in(row, 7))));
            }
        }
        return lines;
    }

    /** @return both versions of a pattern, "reference" and "compared" */
    Map<String, PatternPart> patterns(final int x, final int y) throws IOException {
        if (m_reference == null) {
            m_reference = rows(m_figures);
        }
        if (m_compared == null) {
            m_compared = rows(m_comparedTable);
        }
        final Map<String, PatternPart> patterns = new LinkedHashMap<>();
        patterns.put("reference", pattern(m_reference, m_figures, m_parameters.m_referenceColumn, x, y));
        patterns.put("compared", pattern(m_compared, m_comparedTable, m_parameters.m_comparedColumn, x, y));
        return patterns;
    }

    private static ScanRows rows(final BufferedDataTable table) {
        final DataTableSpec spec = table.getDataTableSpec();
        return new ScanRows(table, spec.findColumnIndex(Schema.SCAN_X), spec.findColumnIndex(Schema.SCAN_Y));
    }

    private static PatternPart pattern(final ScanRows rows, final BufferedDataTable table, final String column,
        final int x, final int y) throws IOException {
        final List<DataRow> found = rows.at(x, y);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("There is no pattern \"" + column + "\" at scan point (" + x + ", " + y
                + ")");
        }
        return PatternPart.read(found.get(0), table.getDataTableSpec().findColumnIndex(column));
    }
}
