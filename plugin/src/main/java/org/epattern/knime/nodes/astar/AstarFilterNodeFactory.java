// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.astar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.epattern.knime.data.Columns;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.EngineErrors;
import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.PatternAccess;
import org.epattern.knime.data.PatternWriter;
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

/** The node "ASTAR Filter". */
public final class AstarFilterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("ASTAR Filter") //
        .icon("astar.png") //
        .shortDescription("Filters diffraction patterns as the program ASTAR does before matching, for comparison.") //
        .fullDescription("""
                <p>Filters every pattern with softening loops, spot enhance loops and a noise threshold, as the program
                ASTAR does before it matches a pattern with its templates. It is there to be compared with: give the
                filtered patterns, and those that <i>Reconstruct</i> made, to <i>Match Patterns</i>, and see which are
                indexed better.</p>
                <p>A filter is named by its three numbers. The paper compares <b>(1, 2, 0)</b>, the default here as
                there, with <b>(1, 4, 10)</b>, the best that its authors found for their scan, both for 8-bit
                patterns.</p>
                <p>ASTAR is closed, and the only public description of its filters is that of the paper. Each loop here
                is the <b>simplest reading of the paper's words</b>, in the order of the three numbers:</p>
                <ul>
                <li><b>Softening loop</b>: from every pixel the mean of the 3 x 3 pixels about it is subtracted; what is
                negative becomes 0.</li>
                <li><b>Spot enhance loop</b>: the pattern is smoothed with the matrix [1 1 1; 1 8 1; 1 1 1], divided by
                its sum 16.</li>
                <li><b>Noise threshold</b>: pixels that are lower become 0.</li>
                </ul>
                <p>What ASTAR does beyond that, e.g. whether it stretches the grey levels in between, is not known and
                not done. At the border only pixels inside the pattern count.</p>
                <p>Nine pixels are a small surrounding: a spot that is flat over more than three pixels loses its
                inside, and a noise threshold of 10 may leave nothing but the direct beam. To be fair to ASTAR, compare
                with a <i>Softening radius</i> larger than the spots as well, or bin the patterns before.</p>
                <p>Folastre et al., Scientific Reports (2024), section "Results in ACOM-Astar".</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .ports(p -> p //
            .addInputTable("Patterns", "A table with a column of diffraction patterns.") //
            .addOutputTable("Filtered patterns", """
                    The input rows with a new column <tt>filtered pattern</tt>. Rows without a pattern have a missing
                    value there.
                    """)) //
        .model(m -> m //
            .parametersClass(AstarFilterParameters.class) //
            .configure(AstarFilterNodeFactory::configure) //
            .execute(AstarFilterNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("4D-STEM", "diffraction", "ASTAR", "ACOM", "filter", "softening", "spot enhance", "noise threshold",
            "NanoMEGAS", "PED");

    /** Called by KNIME. */
    public AstarFilterNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final AstarFilterParameters parameters = in.getParameters();
        parameters.validate();
        final DataTableSpec input = in.getInTableSpec(0);
        out.setOutSpec(0, outputSpec(input, patternColumn(input, parameters)));
    }

    private static int patternColumn(final DataTableSpec spec, final AstarFilterParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, "Patterns", parameters.m_patternColumn, DiffractionPatternValue.class,
            "diffraction patterns");
    }

    private static DataTableSpec outputSpec(final DataTableSpec input, final int column) {
        return new DataTableSpecCreator(input).addColumns(Schema.patternColumnLike(
            new UniqueNameGenerator(input).newName(Schema.FILTERED_PATTERN), input.getColumnSpec(column))).createSpec();
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final AstarFilterParameters parameters = in.getParameters();
        EngineErrors.translate(() -> filter(parameters, in.getInTable(0), in.getExecutionContext(), out));
    }

    private static void filter(final AstarFilterParameters parameters, final BufferedDataTable table,
        final ExecutionContext exec, final ExecuteOutput out) throws IOException, InvalidSettingsException {
        final int column = patternColumn(table.getDataTableSpec(), parameters);
        final EngineProgress progress = new EngineProgress(exec);
        final RowNames missing = new RowNames();
        try (TableOutput output = new TableOutput(exec, outputSpec(table.getDataTableSpec(), column));
                CloseableRowIterator rows = table.iterator(); PatternAccess access = new PatternAccess();
                PatternWriter writer =
                    new PatternWriter(FileStoreFactory.createFileStoreFactory(exec), "filtered")) {
            final OrderedWork.Sink<AstarFilterWorker.Result> sink = result -> {
                final DataCell filtered = cell(result, writer);
                if (filtered.isMissing()) {
                    missing.add(result.row().getKey());
                }
                final List<DataCell> cells = new ArrayList<>();
                for (final DataCell cell : result.row()) {
                    cells.add(cell);
                }
                cells.add(filtered);
                output.add(new DefaultRow(result.row().getKey(), cells));
                progress.report(output.rows() / (double)table.size(),
                    "Pattern " + output.rows() + " of " + table.size());
            };
            new RowWork<DataRow>(0, column, row -> row).run(rows,
                () -> new AstarFilterWorker(parameters, access, column), sink, progress);
            out.setOutData(0, output.finish());
        }
        final Warnings warnings = new Warnings();
        warnings.add(missing, "1 pattern is missing; its row has a missing result",
            "patterns are missing; their rows have missing results");
        if (!warnings.isEmpty()) {
            out.setWarningMessage(warnings.toString());
        }
    }

    private static DataCell cell(final AstarFilterWorker.Result result, final PatternWriter writer)
        throws IOException {
        if (result.computed() != null) {
            return result.computed();
        }
        final AstarFilterWorker.Stored stored = result.stored();
        return stored == null ? new MissingCell("The pattern is missing")
            : writer.append(stored.width(), stored.height(), stored.type(), stored.samples());
    }
}
