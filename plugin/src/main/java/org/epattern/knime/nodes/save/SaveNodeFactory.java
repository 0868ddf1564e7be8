// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.save;

import java.util.stream.Collectors;

import org.epattern.export.ExportFormats;
import org.epattern.knime.data.EngineErrors;
import org.epattern.knime.data.Schema;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node "Save 4D-STEM". */
public final class SaveNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Save 4D-STEM") //
        .icon("save.png") //
        .shortDescription("Writes diffraction patterns, and reflections, to files that other programs open.") //
        .fullDescription("""
                <p>Writes the patterns of a scan - measured, without background, rebuilt or masked - to a file or folder
                that other programs open, for instance to a NanoMEGAS block file for template matching in ASTAR. With
                the second input connected, the reflections are written as well. It writes:</p>
                """ + formats() + """
                <p>The calibration goes with the patterns: step of the scan, size of a pixel and beam energy, as far as
                the table knows them and the format can hold them. <i>Load 4D-STEM</i> reads every format back, pixel by
                pixel as it was written.</p>
                <p>A file appears under its name only when it is complete: when the disk is full or the node is
                canceled, nothing is left behind. What exists is replaced only if the settings say so. Scan points
                without a pattern become black patterns, and the node warns.</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup("Patterns", g -> g.name("Patterns").description("""
                    A row per scan point with <tt>scan x</tt>, <tt>scan y</tt> and a pattern.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Reflections", g -> g.name("Reflections").description("""
                    Optional: the reflection table of Adaptive Peak Register, to be written as well; add this input
                    with the three dots of the node.
                    """).optional().supportedTypes(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Files", g -> g.name("Files").description("""
                    A row per file or folder that was written: <tt>file</tt>, <tt>content</tt> (patterns or
                    reflections), <tt>format</tt>, <tt>count</tt> of patterns or reflections, and <tt>bytes</tt>.
                    """).fixed(BufferedDataTable.TYPE))) //
        .model(m -> m //
            .parametersClass(SaveParameters.class) //
            .configure(SaveNodeFactory::configure) //
            .execute(SaveNodeFactory::execute)) //
        .nodeType(NodeType.Sink) //
        .keywords("4D-STEM", "diffraction", "pattern", "scan", "blo", "NanoMEGAS", "ASTAR", "ACOM", "writer", "export",
            "py4DSTEM", "pyxem", "HyperSpy", "CSV", "raw");

    /** Called by KNIME. */
    public SaveNodeFactory() {
        super(NODE);
    }

    /** @return a list of what the engine writes */
    private static String formats() {
        return ExportFormats.all().stream().map(format -> "<li>" + format.description() + "</li>")
            .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final SaveParameters parameters = in.getParameters();
        parameters.validate();
        new Saving(in.getInTableSpecs(), parameters);
        out.setOutSpec(0, Schema.files());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final SaveParameters parameters = in.getParameters();
        final BufferedDataTable[] tables = in.getInTables();
        EngineErrors.translate(() -> {
            final DataTableSpec[] specs = new DataTableSpec[tables.length];
            for (int i = 0; i < specs.length; i++) {
                specs[i] = tables[i].getDataTableSpec();
            }
            new Saving(specs, parameters).run(tables, in.getExecutionContext(), out);
        });
    }
}
