// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.register;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.StringJoiner;

import org.epattern.knime.data.Columns;
import org.epattern.knime.data.DiffractionPatternCell;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.PatternAccess;
import org.epattern.knime.data.PatternWriter;
import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.RowWork;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.epattern.knime.nodes.RowNames;
import org.epattern.knime.nodes.Warnings;
import org.epattern.register.Reflection;
import org.epattern.register.RegisterSettings;
import org.epattern.register.RegisteredPattern;
import org.epattern.scan.OrderedWork;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.util.UniqueNameGenerator;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Registers the patterns of a table and writes the tables of reflections and of patterns. */
final class Registration {

    private static final String PATTERNS = "Patterns";

    private final RegisterParameters m_parameters;
    private final int m_scanX;
    private final int m_scanY;
    private final int m_pattern;
    private final int m_raw;
    private final int m_noise;
    /** Noise that comes from a column, unchanged, stands in the table already. */
    private final boolean m_addsNoise;
    private final DataTableSpec m_reflectionSpec;
    private final DataTableSpec m_patternSpec;

    private TableOutput m_reflections;
    private TableOutput m_patterns;
    private PatternWriter m_writer;
    private final RowNames m_missing = new RowNames();
    private final RowNames m_notCentred = new RowNames();
    private final RowNames m_truncated = new RowNames();

    /**
     * @param input the table of patterns
     * @param parameters settings of the node
     * @throws InvalidSettingsException one sentence if a column is absent or of a wrong type
     */
    Registration(final DataTableSpec input, final RegisterParameters parameters) throws InvalidSettingsException {
        m_parameters = parameters;
        m_scanX = Columns.find(input, PATTERNS, Schema.SCAN_X, IntValue.class, "whole numbers");
        m_scanY = Columns.find(input, PATTERNS, Schema.SCAN_Y, IntValue.class, "whole numbers");
        m_pattern = Columns.find(input, PATTERNS, parameters.m_patternColumn, DiffractionPatternValue.class,
            "diffraction patterns");
        m_raw = parameters.m_rawSource == RegisterParameters.RawSource.COLUMN
            ? Columns.find(input, PATTERNS, parameters.m_rawColumn, DiffractionPatternValue.class,
                "raw diffraction patterns, or choose \"None\" for them")
            : -1;
        if (m_raw >= 0 && Schema.isCentred(input.getColumnSpec(m_pattern))
            && !Schema.isCentred(input.getColumnSpec(m_raw))) {
            throw new InvalidSettingsException("The column \"" + parameters.m_patternColumn
                + "\" holds centred patterns, which do not lie over the raw patterns of the column \""
                + parameters.m_rawColumn + "\"; choose \"None\" for the raw patterns");
        }
        m_noise = parameters.m_noiseSource == RegisterParameters.NoiseSource.COLUMN
            ? Columns.find(input, PATTERNS, parameters.m_noiseColumn, DoubleValue.class,
                "the noise, or let it be measured")
            : -1;
        m_addsNoise = m_noise < 0 || parameters.m_neighbourMean != RegisterParameters.Mean.OFF;
        m_reflectionSpec = reflectionSpec(input);
        m_patternSpec = patternSpec(input);
    }

    private DataTableSpec reflectionSpec(final DataTableSpec input) {
        final DataTableSpec spec = Schema.describeLike(Schema.reflections(), input.getColumnSpec(m_scanX),
            input.getColumnSpec(m_pattern));
        final boolean centred = m_parameters.m_centring != RegisterParameters.Centring.OFF
            || Schema.isCentred(input.getColumnSpec(m_pattern));
        final int x = spec.findColumnIndex(Schema.X);
        return new DataTableSpecCreator(spec).replaceColumn(x, Schema.centred(spec.getColumnSpec(x), centred))
            .createSpec();
    }

    private DataTableSpec patternSpec(final DataTableSpec input) {
        final UniqueNameGenerator names = new UniqueNameGenerator(input);
        final DataTableSpecCreator spec =
            new DataTableSpecCreator(input).addColumns(Schema.intColumn(names.newName(Schema.SPOT_COUNT)));
        if (m_addsNoise) {
            spec.addColumns(Schema.doubleColumn(names.newName(Schema.NOISE)));
        }
        spec.addColumns(Schema.doubleColumn(names.newName(Schema.THRESHOLD)),
            Schema.doubleColumn(names.newName(Schema.DIRECT_BEAM_X)),
            Schema.doubleColumn(names.newName(Schema.DIRECT_BEAM_Y)), Schema.stringColumn(names.newName(Schema.FLAGS)));
        if (m_parameters.m_centring == RegisterParameters.Centring.PATTERNS) {
            spec.addColumns(Schema.centred(
                Schema.patternColumnLike(names.newName(Schema.CENTRED_PATTERN), input.getColumnSpec(m_pattern)), true));
        }
        return spec.createSpec();
    }

    /** @return specs of both outputs */
    DataTableSpec[] outputSpecs() {
        return new DataTableSpec[]{m_reflectionSpec, m_patternSpec};
    }

    /** Registers all patterns. */
    void run(final BufferedDataTable table, final ExecutionContext exec, final ExecuteOutput out) throws IOException {
        final EngineProgress progress = new EngineProgress(exec);
        progress.report(0, "Looking for the direct beam");
        try (TableOutput reflections = new TableOutput(exec, m_reflectionSpec);
                TableOutput patterns = new TableOutput(exec, m_patternSpec);
                CloseableRowIterator rows = table.iterator(); PatternAccess access = new PatternAccess();
                PatternWriter writer = new PatternWriter(FileStoreFactory.createFileStoreFactory(exec), "centred")) {
            m_reflections = reflections;
            m_patterns = patterns;
            m_writer = writer;
            final RegisterWorker.Columns columns = new RegisterWorker.Columns(m_pattern, m_raw, m_noise);
            final RegisterSettings settings =
                BeamPosition.expect(table, m_parameters, access, columns, progress);
            final OrderedWork.Sink<RegisterWorker.Result> sink = result -> {
                add(result);
                progress.report(patterns.rows() / (double)table.size(), "Pattern " + patterns.rows() + " of "
                    + table.size() + ", " + reflections.rows() + " spots so far");
            };
            new RowWork<>(0, m_pattern, Neighbourhood::row).run(items(rows),
                () -> new RegisterWorker(m_parameters, settings, access, columns), sink, progress);
            final BufferedDataTable reflectionTable = reflections.finish();
            final BufferedDataTable patternTable = patterns.finish();
            out.setOutData(reflectionTable, patternTable);
            out.setInternalData(Navigator.keep(patternTable, reflectionTable, m_parameters, settings,
                addedColumns(table.getDataTableSpec().getNumColumns()), exec));
        }
        warn(out);
    }

    /** @param first index of the first column that was added */
    private Navigator.AddedColumns addedColumns(final int first) {
        final int threshold = first + (m_addsNoise ? 2 : 1);
        return new Navigator.AddedColumns(added(first),
            m_addsNoise ? added(first + 1) : m_parameters.m_noiseColumn, added(threshold), added(threshold + 1),
            added(threshold + 2),
            m_parameters.m_centring == RegisterParameters.Centring.PATTERNS ? added(threshold + 4) : null);
    }

    private String added(final int column) {
        return m_patternSpec.getColumnSpec(column).getName();
    }

    private Iterator<Neighbourhood> items(final Iterator<DataRow> rows) {
        if (m_parameters.m_neighbourMean != RegisterParameters.Mean.OFF) {
            return new NeighbourhoodIterator(rows, m_scanX, m_scanY, m_pattern);
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Neighbourhood next() {
                return Neighbourhood.alone(rows.next(), m_pattern);
            }
        };
    }

    private void add(final RegisterWorker.Result result) throws IOException {
        final DataRow row = result.row();
        final boolean hasPosition =
            row.getCell(m_scanX) instanceof IntValue && row.getCell(m_scanY) instanceof IntValue;
        if (result.found() == null || !hasPosition) {
            m_missing.add(row.getKey());
            m_patterns.add(missingRow(row));
            return;
        }
        final int x = ((IntValue)row.getCell(m_scanX)).getIntValue();
        final int y = ((IntValue)row.getCell(m_scanY)).getIntValue();
        for (final Reflection reflection : RegisterWorker.reflections(result, m_parameters)) {
            m_reflections.add(ReflectionRows.measured(x, y, reflection));
        }
        m_patterns.add(patternRow(result));
    }

    private DataRow missingRow(final DataRow row) {
        final List<DataCell> cells = cellsOf(row);
        while (cells.size() < m_patternSpec.getNumColumns()) {
            cells.add(new MissingCell("The pattern, or its scan position, is missing"));
        }
        return new DefaultRow(row.getKey(), cells);
    }

    private DataRow patternRow(final RegisterWorker.Result result) throws IOException {
        final RegisteredPattern found = result.found();
        final Reflection beam = found.directBeam().orElse(null);
        final List<DataCell> cells = cellsOf(result.row());
        circleSpots(cells, m_pattern, result);
        if (m_raw >= 0) {
            circleSpots(cells, m_raw, result);
        }
        cells.add(IntCellFactory.create(found.reflections().size()));
        if (m_addsNoise) {
            cells.add(ReflectionRows.number(found.noise()));
        }
        cells.add(ReflectionRows.number(found.threshold()));
        cells.add(ReflectionRows.position(beam == null ? Double.NaN : beam.x()));
        cells.add(ReflectionRows.position(beam == null ? Double.NaN : beam.y()));
        cells.add(StringCellFactory.create(flags(result)));
        if (result.centred() != null) {
            cells.add(m_writer.append(result.width(), result.height(), result.type(), result.centred())
                .withSpots(RegisterWorker.reflections(result, m_parameters)));
        }
        return new DefaultRow(result.row().getKey(), cells);
    }

    /** The pattern stays as it is; a renderer of the table view can show what was found in it. */
    private static void circleSpots(final List<DataCell> cells, final int column,
        final RegisterWorker.Result result) {
        if (cells.get(column) instanceof DiffractionPatternCell cell && cell.getPatternWidth() == result.width()
            && cell.getPatternHeight() == result.height()) {
            cells.set(column, cell.withSpots(result.found().reflections()));
        }
    }

    private static List<DataCell> cellsOf(final DataRow row) {
        final List<DataCell> cells = new ArrayList<>();
        for (int i = 0; i < row.getNumCells(); i++) {
            cells.add(row.getCell(i));
        }
        return cells;
    }

    private String flags(final RegisterWorker.Result result) {
        final StringJoiner flags = new StringJoiner(", ");
        if (result.found().reflections().isEmpty()) {
            flags.add("no spots");
        }
        if (result.found().directBeam().isEmpty()) {
            flags.add("no direct beam");
            if (m_parameters.m_centring != RegisterParameters.Centring.OFF) {
                flags.add("not centred");
                m_notCentred.add(result.row().getKey());
            }
        }
        if (result.found().truncated()) {
            flags.add("more spots than allowed");
            m_truncated.add(result.row().getKey());
        }
        return flags.toString();
    }

    private void warn(final ExecuteOutput out) {
        final Warnings warnings = new Warnings();
        warnings.add(m_missing, "1 pattern or its scan position is missing; its row has missing results",
            "patterns or their scan positions are missing; their rows have missing results");
        warnings.add(m_notCentred, "1 pattern without direct beam was not centred",
            "patterns without direct beam were not centred");
        warnings.add(m_truncated, "1 pattern has more spots than allowed, and the weakest were left out",
            "patterns have more spots than allowed, and the weakest were left out");
        if (!warnings.isEmpty()) {
            out.setWarningMessage(warnings.toString());
        }
    }
}
