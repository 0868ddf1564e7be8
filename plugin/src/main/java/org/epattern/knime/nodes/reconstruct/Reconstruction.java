// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.reconstruct;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

import org.epattern.knime.data.Columns;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.KnimeWorkers;
import org.epattern.knime.data.PatternAccess;
import org.epattern.knime.data.PatternWriter;
import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.ScanLookup;
import org.epattern.knime.data.RowWork;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.epattern.knime.nodes.RowNames;
import org.epattern.knime.nodes.Warnings;
import org.epattern.reconstruct.DrawSettings;
import org.epattern.register.Reflection;
import org.epattern.scan.OrderedWork;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.IntValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.util.UniqueNameGenerator;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Makes the new patterns of a scan from its reflections and writes their table. */
final class Reconstruction {

    private static final String PATTERNS = "Patterns";

    private final ReconstructParameters m_parameters;
    private final ReflectionRows m_reflections;
    private final DataTableSpec m_reflectionSpec;
    private final DataTableSpec m_patternSpec;
    private final boolean m_masking;
    private int m_pattern = -1;
    private int m_scanX;
    private int m_scanY;

    private TableOutput m_output;
    private PatternWriter m_writer;
    private final RowNames m_missing = new RowNames();
    private final RowNames m_cut = new RowNames();

    /**
     * @param specs the reflections, and the patterns if they are connected
     * @param parameters settings of the node
     * @throws InvalidSettingsException one sentence if a table or column is absent or of a wrong type
     */
    Reconstruction(final DataTableSpec[] specs, final ReconstructParameters parameters)
        throws InvalidSettingsException {
        m_parameters = parameters;
        m_reflectionSpec = specs[0];
        m_reflections = new ReflectionRows(specs[0]);
        m_patternSpec = specs.length > 1 ? specs[1] : null;
        m_masking = parameters.m_mode == ReconstructParameters.Mode.MASK;
        if (m_masking && m_patternSpec == null) {
            throw new InvalidSettingsException("The mode \"Mask\" needs the measured patterns, but the second input is "
                + "not there; add it with the three dots of the node and connect a table with patterns, or choose the "
                + "mode \"Draw\"");
        }
        if (m_patternSpec != null) {
            m_scanX = Columns.find(m_patternSpec, PATTERNS, Schema.SCAN_X, IntValue.class, "whole numbers");
            m_scanY = Columns.find(m_patternSpec, PATTERNS, Schema.SCAN_Y, IntValue.class, "whole numbers");
        }
        if (m_masking) {
            m_pattern = Columns.find(m_patternSpec, PATTERNS, parameters.m_patternColumn, DiffractionPatternValue.class,
                "diffraction patterns");
            if (isCentred() != Schema.isCentred(m_patternSpec.getColumnSpec(m_pattern))) {
                throw new InvalidSettingsException("The reflections were " + (isCentred() ? "" : "not ")
                    + "centred, but the patterns of the column \"" + parameters.m_patternColumn + "\" were "
                    + (isCentred() ? "not" : "centred") + ", so they do not lie over each other; choose another column"
                    + " with patterns");
            }
        }
    }

    private boolean isCentred() {
        return Schema.isCentred(m_reflectionSpec.getColumnSpec(m_reflections.x()));
    }

    /** @return size of the registered patterns (px); null if it is not known */
    private Schema.Size registeredSize() {
        if (m_parameters.m_registeredWidth > 0 && m_parameters.m_registeredHeight > 0) {
            return new Schema.Size(m_parameters.m_registeredWidth, m_parameters.m_registeredHeight);
        }
        final Schema.Size known = Schema.patternSize(m_reflectionSpec.getColumnSpec(m_reflections.x()));
        if (known != null || m_patternSpec == null) {
            return known;
        }
        for (final DataColumnSpec column : m_patternSpec) {
            final Schema.Size size = Schema.patternSize(column);
            if (size != null && column.getType().isCompatible(DiffractionPatternValue.class)) {
                return size;
            }
        }
        return null;
    }

    /** @return spec of the output */
    DataTableSpec outputSpec() {
        final DataTableSpec rows = m_patternSpec != null ? m_patternSpec
            : Schema.describeLike(new DataTableSpec(Schema.intColumn(Schema.SCAN_X), Schema.intColumn(Schema.SCAN_Y)),
                m_reflectionSpec.getColumnSpec(m_reflections.scanX()),
                m_reflectionSpec.getColumnSpec(m_reflections.x()));
        final UniqueNameGenerator names = new UniqueNameGenerator(rows);
        final DataColumnSpec column;
        if (m_masking) {
            column = Schema.patternColumnLike(names.newName(Schema.MASKED_PATTERN),
                m_patternSpec.getColumnSpec(m_pattern));
        } else {
            final String name = names.newName(Schema.REBUILT_PATTERN);
            column = drawnColumn(name);
        }
        return new DataTableSpecCreator(rows).addColumns(Schema.centred(column, isCentred())).createSpec();
    }

    private DataColumnSpec drawnColumn(final String name) {
        final Schema.Size registered = registeredSize();
        if (registered == null) {
            return m_parameters.m_size == ReconstructParameters.Size.GIVEN
                ? Schema.patternColumn(name, m_parameters.m_width, m_parameters.m_height) : Schema.patternColumn(name);
        }
        final DrawSettings settings = m_parameters.draw(registered.width(), registered.height());
        return Schema.patternColumnScaled(name, settings.width(), settings.height(),
            m_reflectionSpec.getColumnSpec(m_reflections.x()), settings.scale());
    }

    /** Makes all patterns. */
    void run(final BufferedDataTable[] tables, final ExecutionContext exec, final ExecuteOutput out)
        throws IOException, InvalidSettingsException {
        final EngineProgress progress = new EngineProgress(exec);
        final Warnings warnings = new Warnings();
        try (TableOutput output = new TableOutput(exec, outputSpec());
                ScanLookup<Reflection> lookup = new ScanLookup<>(tables[0], m_reflections.scanX(),
                    m_reflections.scanY(), m_reflections::read, progress);
                PatternAccess access = new PatternAccess();
                PatternWriter writer = new PatternWriter(FileStoreFactory.createFileStoreFactory(exec), "rebuilt")) {
            m_output = output;
            m_writer = writer;
            warnings.add(lookup.skipped(), "1 reflection with missing values was left out",
                "reflections with missing values were left out");
            final OrderedWork.WorkerFactory<Task, ReconstructWorker.Result> workers = workers(access);
            if (m_patternSpec != null) {
                try (CloseableRowIterator rows = tables[1].iterator()) {
                    run(ofRows(rows, lookup), workers, tables[1].size(), progress);
                }
            } else {
                final Schema.Size size = scanSize(lookup, warnings);
                run(ofGrid(size, lookup), workers, (long)size.width() * size.height(), progress);
            }
            out.setOutData(0, output.finish());
        }
        warnings.add(m_missing, "1 pattern or its scan position is missing; its row has a missing result",
            "patterns or their scan positions are missing; their rows have a missing result");
        warnings.add(m_cut, "1 pattern has spots brighter than its sample type can hold; lower the gain or choose a "
            + "wider sample type", "patterns have spots brighter than their sample type can hold; lower the gain or "
            + "choose a wider sample type");
        if (!warnings.isEmpty()) {
            out.setWarningMessage(warnings.toString());
        }
    }

    private void run(final Iterator<Task> tasks,
        final OrderedWork.WorkerFactory<Task, ReconstructWorker.Result> workers, final long total,
        final EngineProgress progress) throws IOException {
        final OrderedWork.Sink<ReconstructWorker.Result> sink = result -> {
            m_output.add(row(result));
            progress.report(m_output.rows() / (double)total, "Pattern " + m_output.rows() + " of " + total);
        };
        if (m_patternSpec == null) {
            KnimeWorkers.run(tasks, workers, sink, progress);
        } else {
            new RowWork<>(1, Math.max(0, m_pattern), Task::row).run(tasks, workers, sink, progress);
        }
    }

    private OrderedWork.WorkerFactory<Task, ReconstructWorker.Result> workers(final PatternAccess access)
        throws InvalidSettingsException {
        if (m_masking) {
            return () -> new ReconstructWorker.Masking(m_parameters.mask(), access);
        }
        final Schema.Size registered = registeredSize();
        if (registered == null) {
            throw new InvalidSettingsException("The reflection table does not know the size of the registered "
                + "patterns; give \"Registered width\" and \"Registered height\" in the dialog");
        }
        return () -> new ReconstructWorker.Drawing(registered.width(), registered.height(),
            m_parameters.draw(registered.width(), registered.height()));
    }

    private Schema.Size scanSize(final ScanLookup<Reflection> lookup, final Warnings warnings)
        throws InvalidSettingsException {
        final Schema.Size known = Schema.scanSize(m_reflectionSpec.getColumnSpec(m_reflections.scanX()));
        if (known == null) {
            if (lookup.width() > 0) {
                warnings.add("the reflection table does not know the size of the scan; the smallest that holds all "
                    + "reflections was taken, " + lookup.width() + " x " + lookup.height());
            }
            return new Schema.Size(lookup.width(), lookup.height());
        }
        if (lookup.width() > known.width() || lookup.height() > known.height()) {
            throw new InvalidSettingsException("The reflection table says that the scan has " + known.width() + " x "
                + known.height() + " points, but holds reflections up to scan point (" + (lookup.width() - 1) + ", "
                + (lookup.height() - 1) + "); do not join tables of different scans");
        }
        return known;
    }

    private static Iterator<Task> ofGrid(final Schema.Size size, final ScanLookup<Reflection> lookup) {
        return LongStream.range(0, (long)size.width() * size.height()).mapToObj(i -> {
            final int x = (int)(i % size.width());
            final int y = (int)(i / size.width());
            return new Task(x, y, null, null, lookup.at(x, y));
        }).iterator();
    }

    private Iterator<Task> ofRows(final Iterator<DataRow> rows, final ScanLookup<Reflection> lookup) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Task next() {
                final DataRow row = rows.next();
                final DiffractionPatternValue pattern =
                    m_pattern >= 0 && row.getCell(m_pattern) instanceof DiffractionPatternValue value ? value : null;
                List<Reflection> reflections = null;
                if (row.getCell(m_scanX) instanceof IntValue x && row.getCell(m_scanY) instanceof IntValue y) {
                    reflections = lookup.at(x.getIntValue(), y.getIntValue());
                }
                return new Task(0, 0, row, pattern, reflections);
            }
        };
    }

    private DataRow row(final ReconstructWorker.Result result) throws IOException {
        final Task task = result.task();
        final List<DataCell> cells = new ArrayList<>();
        if (task.row() == null) {
            cells.add(IntCellFactory.create(task.x()));
            cells.add(IntCellFactory.create(task.y()));
        } else {
            for (int i = 0; i < task.row().getNumCells(); i++) {
                cells.add(task.row().getCell(i));
            }
        }
        final RowKey key = task.row() == null ? RowKey.createRowKey(m_output.rows()) : task.row().getKey();
        if (result.samples() == null) {
            m_missing.add(key);
            cells.add(new MissingCell("The pattern, or its scan position, is missing"));
        } else {
            if (result.cut() > 0) {
                m_cut.add(key);
            }
            cells.add(m_writer.append(result.width(), result.height(), result.type(), result.samples()));
        }
        return new DefaultRow(key, cells);
    }
}
