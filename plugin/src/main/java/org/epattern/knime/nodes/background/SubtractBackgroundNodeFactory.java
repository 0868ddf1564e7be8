// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.background;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.epattern.knime.data.Columns;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.EngineErrors;
import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.PatternAccess;
import org.epattern.knime.data.PatternWriter;
import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.RowWork;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.epattern.knime.nodes.RowNames;
import org.epattern.knime.nodes.Warnings;
import org.epattern.scan.OrderedWork;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.MissingCell;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.util.UniqueNameGenerator;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node "Subtract Background". */
public final class SubtractBackgroundNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Subtract Background") //
        .icon("background.png") //
        .shortDescription("Removes the halo from diffraction patterns and measures their noise.") //
        .fullDescription("""
                <p>Removes the slowly varying background - the halo about the direct beam, diffuse scattering - from
                every
                pattern, and measures the noise of the raw pattern at wide angle. Both are needed by <i>Adaptive Peak
                Register</i>: without background the positions of spots are not pulled towards the centre, and their
                mean grey levels can be compared; from the noise follows which maxima count as spots.</p>
                <p>Use it directly after <i>Load 4D-STEM</i>. If you change one setting, change the radius: it must be
                larger than the largest spot.</p>
                <p>The background-free patterns are normally <b>computed when they are needed</b>, in about the time
                that reading them from disk would take, so the node writes nothing but its table. Choose
                <i>Stored</i> to keep them.</p>
                <p>Method: Folastre et al., Scientific Reports (2024), section "ePattern Registration strategy" and Fig.
                3 (noise); the rolling ball is S. Sternberg's (1983), with results as in ImageJ.</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .ports(p -> p //
            .addInputTable("Patterns", "A table with a column of diffraction patterns.") //
            .addOutputTable("Background-free patterns", """
                    The input rows with two new columns: <tt>background-free pattern</tt>, and <tt>noise</tt>, the
                    standard deviation at wide angle in the raw pattern (grey levels). Rows without a pattern have
                    missing values there.
                    """)) //
        .model(m -> m //
            .parametersClass(SubtractBackgroundParameters.class) //
            .configure(SubtractBackgroundNodeFactory::configure) //
            .execute(SubtractBackgroundNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("4D-STEM", "diffraction", "background", "rolling ball", "paraboloid", "halo", "noise", "filter",
            "ImageJ", "pattern", "PED");

    /** Called by KNIME. */
    public SubtractBackgroundNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final SubtractBackgroundParameters parameters = in.getParameters();
        parameters.validate();
        final DataTableSpec input = in.getInTableSpec(0);
        out.setOutSpec(0, outputSpec(input, parameters, patternColumn(input, parameters)));
    }

    private static int patternColumn(final DataTableSpec spec, final SubtractBackgroundParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, "Patterns", parameters.m_patternColumn, DiffractionPatternValue.class,
            "diffraction patterns");
    }

    private static DataTableSpec outputSpec(final DataTableSpec input, final SubtractBackgroundParameters parameters,
        final int column) {
        final DataTableSpecCreator spec = new DataTableSpecCreator();
        for (int i = 0; i < input.getNumColumns(); i++) {
            if (i != column || parameters.m_keepOriginal) {
                spec.addColumns(input.getColumnSpec(i));
            }
        }
        final UniqueNameGenerator names = new UniqueNameGenerator(spec.createSpec());
        spec.addColumns(
            Schema.patternColumnLike(names.newName(Schema.BACKGROUND_FREE_PATTERN), input.getColumnSpec(column)),
            Schema.doubleColumn(names.newName(Schema.NOISE)));
        return spec.createSpec();
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final SubtractBackgroundParameters parameters = in.getParameters();
        EngineErrors.translate(() -> subtract(parameters, in.getInTable(0), in.getExecutionContext(), out));
    }

    private static void subtract(final SubtractBackgroundParameters parameters, final BufferedDataTable table,
        final ExecutionContext exec, final ExecuteOutput out) throws IOException, InvalidSettingsException {
        final int column = patternColumn(table.getDataTableSpec(), parameters);
        final EngineProgress progress = new EngineProgress(exec);
        final RowNames missing = new RowNames();
        try (TableOutput output = new TableOutput(exec, outputSpec(table.getDataTableSpec(), parameters, column));
                CloseableRowIterator rows = table.iterator(); PatternAccess access = new PatternAccess();
                PatternWriter writer =
                    new PatternWriter(FileStoreFactory.createFileStoreFactory(exec), "background-free")) {
            final OrderedWork.Sink<BackgroundWorker.Result> sink = result -> {
                output.add(row(result, parameters, column, writer));
                if (result.isMissing()) {
                    missing.add(result.row().getKey());
                }
                progress.report(output.rows() / (double)table.size(),
                    "Pattern " + output.rows() + " of " + table.size());
            };
            new RowWork<DataRow>(0, column, row -> row).run(rows,
                () -> new BackgroundWorker(parameters, access, column), sink, progress);
            out.setOutData(0, output.finish());
        }
        final Warnings warnings = new Warnings();
        warnings.add(missing, "1 pattern is missing; its row has missing results",
            "patterns are missing; their rows have missing results");
        if (!warnings.isEmpty()) {
            out.setWarningMessage(warnings.toString());
        }
    }

    private static DefaultRow row(final BackgroundWorker.Result result, final SubtractBackgroundParameters parameters,
        final int column, final PatternWriter writer) throws IOException {
        final List<DataCell> cells = new ArrayList<>();
        for (int i = 0; i < result.row().getNumCells(); i++) {
            if (i != column || parameters.m_keepOriginal) {
                cells.add(result.row().getCell(i));
            }
        }
        if (result.isMissing()) {
            cells.add(new MissingCell("The pattern is missing"));
            cells.add(new MissingCell("The pattern is missing"));
        } else {
            cells.add(result.computed() != null ? result.computed()
                : writer.append(result.width(), result.height(), result.type(), result.samples()));
            cells.add(ReflectionRows.number(result.noise()));
        }
        return new DefaultRow(result.row().getKey(), cells);
    }
}
