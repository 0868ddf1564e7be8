// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.compare;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

import org.epattern.compare.OrientationComparison;
import org.epattern.compare.OrientationResults;
import org.epattern.compare.TrueOrientations;
import org.epattern.knime.data.Columns;
import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.MatchSchema;
import org.epattern.knime.data.OrientationRows;
import org.epattern.knime.data.PhaseRows;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.epattern.knime.nodes.Warnings;
import org.epattern.maps.ScanMap;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Reads orientations, truth and spot counts, and has them compared. */
final class Comparing {

    private static final String SPOTS = "spot counts";

    private final DataTableSpec m_spec;
    private final CompareOrientationsParameters m_parameters;
    private final OrientationRows m_rows;
    private final OrientationRows m_truth;
    private final PhaseRows m_phases;
    /** Number of the table with the summary of another comparison; -1 if there is none. */
    private final int m_earlier;
    /** Number of the table with spot counts. */
    private final int m_spotTable;
    private final int m_spotX;
    private final int m_spotY;
    /** -1 if nobody knows any. */
    private final int m_count;

    /**
     * @param specs specs of orientations, truth, phases and, if connected, spot counts and an earlier summary
     * @param parameters the settings
     * @throws InvalidSettingsException one sentence if a column is absent or of a wrong type
     */
    Comparing(final DataTableSpec[] specs, final CompareOrientationsParameters parameters)
        throws InvalidSettingsException {
        m_parameters = parameters;
        m_spec = specs[0];
        m_rows = new OrientationRows(specs[0]);
        m_truth = OrientationRows.ofTruth(specs[1]);
        m_phases = new PhaseRows(specs[2]);
        // which of the two optional inputs is there, only its columns tell
        final int last = specs.length - 1;
        m_earlier = last >= CompareOrientationsParameters.SPOT_COUNTS && isSummary(specs[last]) ? last : -1;
        final boolean connected =
            (m_earlier < 0 ? specs.length : m_earlier) > CompareOrientationsParameters.SPOT_COUNTS;
        m_spotTable = connected ? CompareOrientationsParameters.SPOT_COUNTS : 0;
        final DataTableSpec spots = specs[m_spotTable];
        m_spotX = Columns.find(spots, SPOTS, Schema.SCAN_X, IntValue.class, "whole numbers");
        m_spotY = Columns.find(spots, SPOTS, Schema.SCAN_Y, IntValue.class, "whole numbers");
        m_count = connected
            ? Columns.find(spots, SPOTS, parameters.m_countColumn, DoubleValue.class, "the spot count")
            : spots.findColumnIndex(Schema.SPOT_COUNT);
    }

    private static boolean isSummary(final DataTableSpec spec) {
        final DataTableSpec summary = MatchSchema.comparison();
        boolean same = spec.getNumColumns() == summary.getNumColumns();
        for (int i = 0; same && i < summary.getNumColumns(); i++) {
            same = spec.getColumnSpec(i).getName().equals(summary.getColumnSpec(i).getName())
                && spec.getColumnSpec(i).getType().equals(summary.getColumnSpec(i).getType());
        }
        return same;
    }

    /** @return spec of the table of points */
    DataTableSpec pointSpec() {
        return MatchSchema.comparedPoints(m_spec.getColumnSpec(m_rows.scanX()));
    }

    void run(final BufferedDataTable[] tables, final ExecutionContext exec, final ExecuteOutput out)
        throws IOException, InvalidSettingsException {
        final EngineProgress progress = new EngineProgress(exec);
        final Warnings warnings = new Warnings();
        try (TableOutput points = new TableOutput(exec, pointSpec());
                TableOutput summary = new TableOutput(exec, MatchSchema.comparison());
                TableOutput distributions = new TableOutput(exec, MatchSchema.distributions());
                TableOutput limits = new TableOutput(exec, MatchSchema.limits());
                TableOutput pictures = new TableOutput(exec, Schema.pictures())) {
            if (m_earlier >= 0) {
                copy(tables[m_earlier], summary, progress);
            }
            final Schema.Size found = m_rows.size(tables[0], progress);
            final Schema.Size truth = m_truth.size(tables[1], progress);
            if (found.width() > 0 && truth.width() > 0) {
                if (!found.equals(truth)) {
                    warnings.add("the orientations cover " + text(found) + " scan points, the truth " + text(truth)
                        + "; points that one of them lacks have no orientation or no truth");
                }
                final ComparisonTables comparison = new ComparisonTables(compare(tables, new Schema.Size(
                    Math.max(found.width(), truth.width()), Math.max(found.height(), truth.height())), progress,
                    warnings), m_parameters.m_name, Schema.calibration(m_spec.getColumnSpec(m_rows.scanX())));
                comparison.points(points, progress);
                comparison.summary(summary);
                comparison.distributions(distributions);
                comparison.limits(limits);
                comparison.pictures(pictures, progress);
            }
            out.setOutData(points.finish(), summary.finish(), distributions.finish(), limits.finish(),
                pictures.finish());
        }
        if (!warnings.isEmpty()) {
            out.setWarningMessage(warnings.toString());
        }
    }

    private static void copy(final BufferedDataTable from, final TableOutput to, final EngineProgress progress) {
        try (CloseableRowIterator rows = from.iterator()) {
            while (rows.hasNext()) {
                progress.checkCanceled();
                final DataRow row = rows.next();
                final DataCell[] cells = new DataCell[row.getNumCells()];
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = row.getCell(i);
                }
                // counted anew: the row ids of both start with Row0
                to.add(cells);
            }
        }
    }

    private static String text(final Schema.Size size) {
        return size.width() + " x " + size.height();
    }

    private OrientationComparison compare(final BufferedDataTable[] tables, final Schema.Size size,
        final EngineProgress progress, final Warnings warnings) throws IOException, InvalidSettingsException {
        final Map<String, PhaseRows.Cell> phases = m_phases.readCells(tables[2]);
        final OrientationRows.Content content = m_rows.read(tables[0], phases, size, 0, 0, progress);
        final TrueOrientations truth = m_truth.readTruth(tables[1], phases, size, progress);
        for (int i = phases.size(); i < truth.field().phases().size(); i++) {
            warnings.add("the truth has the phase \"" + truth.field().phases().get(i).name()
                + "\", which the table \"phases\" has not; orientations of its points count as wrong phase");
        }
        final ScanMap spots = m_count < 0 ? null : spotCounts(tables[m_spotTable], size, progress);
        if (spots == null || Float.isNaN(spots.max())) {
            if (m_parameters.m_grainRegionOnly) {
                throw new InvalidSettingsException("\"Grain region only\" is chosen and no spot count is known; "
                    + "add the input \"Spot counts\" and connect the registered patterns");
            }
            warnings.add("no spot count is known, so there is no grain region");
        }
        return new OrientationComparison(
            new OrientationResults(content.field(), content.index(), content.reliability()), truth,
            spots == null || Float.isNaN(spots.max()) ? null : spots, m_parameters.settings(), progress);
    }

    private ScanMap spotCounts(final BufferedDataTable table, final Schema.Size size, final EngineProgress progress) {
        final float[] values = new float[size.width() * size.height()];
        Arrays.fill(values, Float.NaN);
        final ScanMap map = new ScanMap(Schema.SPOT_COUNT, "", size.width(), size.height(), values);
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCanceled();
                final DataRow row = rows.next();
                if (row.getCell(m_spotX) instanceof IntValue x && row.getCell(m_spotY) instanceof IntValue y
                    && row.getCell(m_count) instanceof DoubleValue count && isIn(size, x.getIntValue(),
                        y.getIntValue())) {
                    // Match Patterns does not count the direct beam
                    map.set(x.getIntValue(), y.getIntValue(),
                        (float)(count.getDoubleValue() + (m_spotTable == 0 ? 1 : 0)));
                }
            }
        }
        return map;
    }

    private static boolean isIn(final Schema.Size size, final int x, final int y) {
        return x >= 0 && y >= 0 && x < size.width() && y < size.height();
    }
}
