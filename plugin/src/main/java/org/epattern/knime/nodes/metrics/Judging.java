// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.metrics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

import org.epattern.knime.data.Columns;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.PatternAccess;
import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.RowWork;
import org.epattern.knime.data.ScanLookup;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.epattern.knime.nodes.RowNames;
import org.epattern.knime.nodes.Warnings;
import org.epattern.metrics.DataReduction;
import org.epattern.metrics.EvenSample;
import org.epattern.metrics.SpotKept;
import org.epattern.metrics.Summary;
import org.epattern.register.Reflection;
import org.epattern.scan.OrderedWork;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.util.UniqueNameGenerator;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Judges all pairs of patterns and writes the tables. */
final class Judging {

    private static final String REFERENCE = "Reference patterns";
    private static final String COMPARED = "Compared patterns";
    private static final String DATA_REDUCTION = "data reduction factor (estimate)";

    private final QualityMetricsParameters m_parameters;
    private final DataTableSpec m_referenceSpec;
    private final int m_referenceX;
    private final int m_referenceY;
    private final int m_reference;
    private final int m_comparedX;
    private final int m_comparedY;
    private final int m_compared;
    private final ReflectionRows m_reflections;
    private final int m_original;
    private final Set<Metric> m_metrics = EnumSet.noneOf(Metric.class);
    private final Map<Metric, DoubleStream.Builder> m_values = new EnumMap<>(Metric.class);

    private final EvenSample<SpotKept> m_sample = new EvenSample<>(KeptSpots.MOST);

    private TableOutput m_output;
    private final RowNames m_missing = new RowNames();
    private final RowNames m_otherSize = new RowNames();
    private long m_originalBytes;

    /**
     * @param specs reference patterns, compared patterns, and the reflections if they are connected
     * @param parameters settings of the node
     * @throws InvalidSettingsException one sentence if a column is absent or of a wrong type
     */
    Judging(final DataTableSpec[] specs, final QualityMetricsParameters parameters) throws InvalidSettingsException {
        m_parameters = parameters;
        m_referenceSpec = specs[0];
        m_referenceX = Columns.find(specs[0], REFERENCE, Schema.SCAN_X, IntValue.class, "whole numbers");
        m_referenceY = Columns.find(specs[0], REFERENCE, Schema.SCAN_Y, IntValue.class, "whole numbers");
        m_reference = Columns.find(specs[0], REFERENCE, parameters.m_referenceColumn, DiffractionPatternValue.class,
            "diffraction patterns");
        m_comparedX = Columns.find(specs[1], COMPARED, Schema.SCAN_X, IntValue.class, "whole numbers");
        m_comparedY = Columns.find(specs[1], COMPARED, Schema.SCAN_Y, IntValue.class, "whole numbers");
        m_compared = Columns.find(specs[1], COMPARED, parameters.m_comparedColumn, DiffractionPatternValue.class,
            "diffraction patterns");
        if (Schema.isCentred(specs[0].getColumnSpec(m_reference)) != Schema.isCentred(
            specs[1].getColumnSpec(m_compared))) {
            throw new InvalidSettingsException("One of the columns \"" + parameters.m_referenceColumn + "\" and \""
                + parameters.m_comparedColumn + "\" holds centred patterns and the other does not, so they do not lie "
                + "over each other; choose two of the same kind");
        }
        m_reflections = specs.length > 2 ? new ReflectionRows(specs[2]) : null;
        m_original = m_reflections != null && parameters.m_reduction
            ? Columns.find(specs[0], REFERENCE, parameters.m_originalColumn, DiffractionPatternValue.class,
                "diffraction patterns")
            : -1;
        for (final Metric metric : Metric.values()) {
            if (metric.isChosen(parameters) && (m_reflections != null || !metric.isOfSpots())) {
                m_metrics.add(metric);
                m_values.put(metric, DoubleStream.builder());
            }
        }
        if (m_metrics.isEmpty() && m_original < 0) {
            throw new InvalidSettingsException("Only figures of spots are chosen, but the reflections are not "
                + "connected; add the third input with the three dots of the node, or choose PSNR, SSIM or RMSE");
        }
    }

    /** @return spec of the table with a row per pattern */
    DataTableSpec patternSpec() {
        final UniqueNameGenerator names = new UniqueNameGenerator(m_referenceSpec);
        final DataTableSpecCreator spec = new DataTableSpecCreator(m_referenceSpec);
        for (final Metric metric : m_metrics) {
            spec.addColumns(Schema.doubleColumn(names.newName(metric.column())));
        }
        return spec.createSpec();
    }

    /** Judges all pairs. */
    void run(final BufferedDataTable[] tables, final ExecutionContext exec, final ExecuteOutput out)
        throws IOException {
        final EngineProgress progress = new EngineProgress(exec);
        final Warnings warnings = new Warnings();
        try (TableOutput output = new TableOutput(exec, patternSpec()); PatternAccess access = new PatternAccess();
                CloseableRowIterator rows = tables[0].iterator();
                ScanLookup<DiffractionPatternValue> compared =
                    new ScanLookup<>(tables[1], m_comparedX, m_comparedY, row -> pattern(row, m_compared), progress);
                ScanLookup<Reflection> reflections = m_reflections == null ? null
                    : new ScanLookup<>(tables[2], m_reflections.scanX(), m_reflections.scanY(), m_reflections::read,
                        progress)) {
            m_output = output;
            final OrderedWork.Sink<MetricsWorker.Result> sink = result -> {
                add(result);
                progress.report(output.rows() / (double)tables[0].size(),
                    "Pattern " + output.rows() + " of " + tables[0].size());
            };
            new RowWork<>(0, m_reference, MetricsWorker.Pair::row).run(pairs(rows, compared, reflections),
                () -> new MetricsWorker(m_metrics, m_parameters.m_dataRange, access), sink, progress);
            final BufferedDataTable[] results = {output.finish(), summary(tables, exec, progress)};
            out.setOutData(results);
            out.setInternalData(QualityData.keep(results, tables[1], m_sample, metricColumns(), m_parameters, exec));
        }
        warnings.add(m_missing, "1 pattern has no counterpart, or one of the two is missing; its figures are missing",
            "patterns have no counterpart, or one of the two is missing; their figures are missing");
        warnings.add(m_otherSize, "1 pattern has another size than its counterpart; its figures are missing",
            "patterns have another size than their counterparts; their figures are missing");
        if (!warnings.isEmpty()) {
            out.setWarningMessage(warnings.toString());
        }
    }

    /** Column and unit of each figure; the columns come last in the table. */
    private Map<String, String> metricColumns() {
        final DataTableSpec spec = patternSpec();
        final Map<String, String> columns = new LinkedHashMap<>();
        int column = spec.getNumColumns() - m_metrics.size();
        for (final Metric metric : m_metrics) {
            columns.put(spec.getColumnSpec(column++).getName(), metric.unit());
        }
        return columns;
    }

    private static DiffractionPatternValue pattern(final DataRow row, final int column) {
        return row.getCell(column) instanceof DiffractionPatternValue value ? value : null;
    }

    private Iterator<MetricsWorker.Pair> pairs(final Iterator<DataRow> rows,
        final ScanLookup<DiffractionPatternValue> compared, final ScanLookup<Reflection> reflections) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public MetricsWorker.Pair next() {
                final DataRow row = rows.next();
                if (row.getCell(m_referenceX) instanceof IntValue x
                    && row.getCell(m_referenceY) instanceof IntValue y) {
                    final List<DiffractionPatternValue> found = compared.at(x.getIntValue(), y.getIntValue());
                    final List<Reflection> spots =
                        reflections == null ? List.of() : reflections.at(x.getIntValue(), y.getIntValue());
                    return new MetricsWorker.Pair(row, pattern(row, m_reference), found.isEmpty() ? null : found.get(0),
                        spots);
                }
                return new MetricsWorker.Pair(row, null, null, List.of());
            }
        };
    }

    private void add(final MetricsWorker.Result result) {
        final DataRow row = result.pair().row();
        if (result.trouble() == MetricsWorker.Trouble.MISSING) {
            m_missing.add(row.getKey());
        } else if (result.trouble() == MetricsWorker.Trouble.SIZE) {
            m_otherSize.add(row.getKey());
        }
        final List<DataCell> cells = new ArrayList<>();
        for (int i = 0; i < row.getNumCells(); i++) {
            cells.add(row.getCell(i));
        }
        for (final Metric metric : m_metrics) {
            final double value = result.values().getOrDefault(metric, Double.NaN);
            m_values.get(metric).add(value);
            cells.add(Double.isNaN(value) ? new MissingCell("There is nothing to compare")
                : ReflectionRows.number(value));
        }
        result.spots().forEach(m_sample::add);
        m_output.add(row.getKey(), cells);
        if (m_original >= 0 && row.getCell(m_original) instanceof DiffractionPatternValue original) {
            m_originalBytes += (long)original.getPatternWidth() * original.getPatternHeight()
                * original.getSampleType().bytes();
        }
    }

    private BufferedDataTable summary(final BufferedDataTable[] tables, final ExecutionContext exec,
        final EngineProgress progress) {
        try (TableOutput output = new TableOutput(exec, Schema.metricSummary())) {
            for (final Metric metric : m_metrics) {
                add(output, metric.column(), metric.unit(), Summary.of(m_values.get(metric).build().toArray()));
            }
            if (m_original >= 0) {
                final double factor = new DataReduction(m_originalBytes, bytes(tables[2], progress)).factor();
                add(output, DATA_REDUCTION, "", Summary.of(new double[]{factor}));
            }
            return output.finish();
        }
    }

    private static void add(final TableOutput output, final String name, final String unit, final Summary s) {
        output.add(StringCellFactory.create(name), StringCellFactory.create(unit), IntCellFactory.create(s.count()),
            ReflectionRows.number(s.mean()), ReflectionRows.number(s.median()),
            ReflectionRows.number(s.standardDeviation()), ReflectionRows.number(s.percentile5()),
            ReflectionRows.number(s.percentile95()));
    }

    /** As binary numbers: 4 bytes for a whole number, 8 for a floating-point one, text as it is. */
    private static long bytes(final BufferedDataTable table, final EngineProgress progress) {
        long bytes = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCanceled();
                for (final DataCell cell : rows.next()) {
                    if (cell instanceof IntValue) {
                        bytes += Integer.BYTES;
                    } else if (cell instanceof DoubleValue) {
                        bytes += Double.BYTES;
                    } else if (cell instanceof StringValue text) {
                        bytes += 1 + text.getStringValue().getBytes(StandardCharsets.UTF_8).length;
                    }
                }
            }
        }
        return bytes;
    }
}
