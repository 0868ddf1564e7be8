// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.epattern.formats.ScanFormat;
import org.epattern.formats.ScanFormats;
import org.epattern.knime.data.EngineErrors;
import org.epattern.knime.data.FileLocation;
import org.epattern.knime.data.Schema;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node "Load 4D-STEM". */
public final class LoadNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Load 4D-STEM") //
        .icon("load.png") //
        .shortDescription("Opens a 4D-STEM scan: an electron diffraction pattern at every point of a raster.") //
        .fullDescription("""
                <p>Opens a 4D-STEM scan and gives a table with one row per scan point: scan position and diffraction
                pattern. It is the start of every ePattern workflow: after it come <i>Subtract Background</i> and
                <i>Adaptive Peak Register</i>.</p>
                <p>The table view shows the patterns as pictures with logarithmic contrast; other contrasts can be
                chosen in the header of the column. It reads:</p>
                """ + formats() + """
                <p>Normally the patterns are <b>linked</b>: nothing is copied, and scans much larger than the memory
                open at once. With <b>import</b> the patterns become part of the workflow.</p>
                <p>What the settings ask for is done in this order: frames at the start and end are skipped; scan lines
                are found if the camera ran freely; the axes of the scan are exchanged and flipped; a region is taken;
                hot pixels are repaired; the axes of the patterns are exchanged and flipped; pixels are binned; grey
                levels become 8 bit. The calibration follows.</p>
                <p>Positions inside a pattern are given in pixels, x to the right and y down, with the centre of the
                first pixel at 0.5; the centre of a pattern of 512 px is 256.0. Scan positions count from 0.</p>
                <p>Method: N. Folastre et al., <i>Improved ACOM pattern matching in 4D-STEM through adaptive sub-pixel
                peak detection and image reconstruction</i>, Scientific Reports (2024), section "4D-STEM ACOM
                methods".</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .ports(p -> p //
            .addOutputTable("Patterns", """
                    One row per scan point, line by line: <tt>scan x</tt> (along the fast axis) and <tt>scan y</tt>,
                    both from 0, and the <tt>pattern</tt>.
                    """) //
            .addOutputTable("Scan description", """
                    What is known about the scan, one row each with <tt>name</tt>, <tt>value</tt> and <tt>unit</tt>:
                    sizes, sample type, calibration (step in nm, pixel in 1/nm, beam energy) and the notes of the file.
                    With the scan size <b>Line ends</b>, the first row has a <tt>picture</tt> of the scan lines that
                    were found: brightness against frame number with the line ends, and the length of every line.
                    """)) //
        .model(m -> m //
            .parametersClass(LoadParameters.class) //
            .configure(LoadNodeFactory::configure) //
            .execute(LoadNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("4D-STEM", "diffraction", "pattern", "scan", "blo", "NanoMEGAS", "ASTAR", "ACOM", "PED", "precession",
            "py4DSTEM", "pyxem", "nanodiffraction", "reader", "import");

    /** Called by KNIME. */
    public LoadNodeFactory() {
        super(NODE);
    }

    /** @return a list of what the engine reads */
    private static String formats() {
        return ScanFormats.all().stream().map(ScanFormat::description)
            .map(text -> "<li>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</li>")
            .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final LoadParameters parameters = in.getParameters();
        parameters.validate();
        if (parameters.m_file.isBlank()) {
            throw new InvalidSettingsException(
                "No file is given; open the dialog of Load 4D-STEM and enter a file or folder");
        }
        out.setOutSpecs(Schema.patterns(), parameters.m_scanSize == LoadParameters.ScanSize.LINES
            ? Schema.descriptionWithPicture() : Schema.description());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final LoadParameters parameters = in.getParameters();
        EngineErrors.translate(() -> load(parameters, in.getExecutionContext(), out));
    }

    private static void load(final LoadParameters parameters, final ExecutionContext exec, final ExecuteOutput out)
        throws IOException, InvalidSettingsException {
        final Path path = FileLocation.resolve(parameters.address());
        if (!Files.exists(path)) {
            throw new IOException(path + " does not exist; check \"File or folder\" in the dialog of Load 4D-STEM");
        }
        new Loading(parameters, exec, out).run(path);
    }
}
