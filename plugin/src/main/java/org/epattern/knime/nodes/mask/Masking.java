// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.mask;

import java.util.ArrayList;
import java.util.List;

import org.epattern.knime.data.Columns;
import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.ScanLookup;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.epattern.knime.nodes.RowNames;
import org.epattern.knime.nodes.Warnings;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.util.UniqueNameGenerator;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Decides which rows of a results table are masked, and writes the tables. */
final class Masking {

    private static final String RESULTS = "Results";
    private static final String MAPS = "Maps";

    private final MaskResultsParameters m_parameters;
    private final DataTableSpec m_results;
    private final int m_resultX;
    private final int m_resultY;
    private final int m_reliability;
    private final int m_index;
    private final int m_mapX;
    private final int m_mapY;
    private final int m_count;

    Masking(final DataTableSpec results, final DataTableSpec map, final MaskResultsParameters parameters)
        throws InvalidSettingsException {
        m_parameters = parameters;
        m_results = results;
        m_resultX = Columns.find(results, RESULTS, parameters.m_resultX, IntValue.class, "scan positions");
        m_resultY = Columns.find(results, RESULTS, parameters.m_resultY, IntValue.class, "scan positions");
        m_reliability = parameters.m_useReliability
            ? Columns.find(results, RESULTS, parameters.m_reliabilityColumn, DoubleValue.class, "the reliability") : -1;
        m_index = parameters.m_useIndex
            ? Columns.find(results, RESULTS, parameters.m_indexColumn, DoubleValue.class, "the index") : -1;
        m_mapX = Columns.find(map, MAPS, parameters.m_mapX, IntValue.class, "scan positions");
        m_mapY = Columns.find(map, MAPS, parameters.m_mapY, IntValue.class, "scan positions");
        m_count = Columns.find(map, MAPS, parameters.m_countColumn, DoubleValue.class, "the spot count");
    }

    /** @return spec of the masked results */
    DataTableSpec outputSpec() {
        if (m_parameters.m_action != MaskResultsParameters.Action.FLAG) {
            return m_results;
        }
        final String name = new UniqueNameGenerator(m_results).newName(Schema.MASKED);
        return new DataTableSpecCreator(m_results)
            .addColumns(new DataColumnSpecCreator(name, BooleanCell.TYPE).createSpec()).createSpec();
    }

    /** Masks all rows. */
    void run(final BufferedDataTable table, final BufferedDataTable map, final ExecutionContext exec,
        final ExecuteOutput out) {
        final EngineProgress progress = new EngineProgress(exec);
        final MaskSummary summary = new MaskSummary(m_results, m_resultX, m_resultY);
        long done = 0;
        final RowNames unknown = new RowNames();
        try (TableOutput output = new TableOutput(exec, outputSpec());
                CloseableRowIterator rows = table.iterator();
                ScanLookup<Double> spots = new ScanLookup<>(map, m_mapX, m_mapY, this::count, progress)) {
            while (rows.hasNext()) {
                progress.checkCanceled();
                final DataRow row = rows.next();
                final Double count = count(row, spots);
                final boolean kept = count != null && count >= m_parameters.m_minCount
                    && atLeast(row, m_reliability, m_parameters.m_minReliability)
                    && atLeast(row, m_index, m_parameters.m_minIndex);
                if (count == null) {
                    unknown.add(row.getKey());
                }
                summary.add(row, kept);
                write(row, kept, output);
                done++;
                progress.report(done / (double)table.size(), "Row " + done + " of " + table.size());
            }
            out.setOutData(output.finish(), summary.table(exec));
        }
        final Warnings warnings = new Warnings();
        warnings.add(unknown, "1 row was masked because the map knows no spot count for its scan point",
            "rows were masked because the map knows no spot count for their scan points");
        if (!warnings.isEmpty()) {
            out.setWarningMessage(warnings.toString());
        }
    }

    private Double count(final DataRow mapRow) {
        return mapRow.getCell(m_count) instanceof DoubleValue value ? value.getDoubleValue() : null;
    }

    private Double count(final DataRow row, final ScanLookup<Double> spots) {
        if (row.getCell(m_resultX) instanceof IntValue x && row.getCell(m_resultY) instanceof IntValue y) {
            final List<Double> found = spots.at(x.getIntValue(), y.getIntValue());
            return found.isEmpty() ? null : found.get(0);
        }
        return null;
    }

    private static boolean atLeast(final DataRow row, final int column, final double least) {
        return column < 0 || row.getCell(column) instanceof DoubleValue value && value.getDoubleValue() >= least;
    }

    private void write(final DataRow row, final boolean kept, final TableOutput output) {
        if (m_parameters.m_action == MaskResultsParameters.Action.DROP) {
            if (kept) {
                output.add(row);
            }
            return;
        }
        final List<DataCell> cells = new ArrayList<>();
        final boolean empty = !kept && m_parameters.m_action == MaskResultsParameters.Action.MISSING;
        for (int i = 0; i < row.getNumCells(); i++) {
            cells.add(empty && i != m_resultX && i != m_resultY ? new MissingCell("The scan point is masked")
                : row.getCell(i));
        }
        if (m_parameters.m_action == MaskResultsParameters.Action.FLAG) {
            cells.add(BooleanCellFactory.create(!kept));
        }
        output.add(row.getKey(), cells);
    }
}
