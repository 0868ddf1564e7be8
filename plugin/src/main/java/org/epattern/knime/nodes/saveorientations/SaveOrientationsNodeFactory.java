// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.saveorientations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.epattern.crystal.Lattice;
import org.epattern.grains.AngFile;
import org.epattern.grains.CtfFile;
import org.epattern.grains.OrientationScan;
import org.epattern.knime.data.EngineErrors;
import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.FileLocation;
import org.epattern.knime.data.OrientationRows;
import org.epattern.knime.data.PhaseRows;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.LongCell.LongCellFactory;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.node.BufferedDataTable;
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

/** The node "Save Orientations". */
public final class SaveOrientationsNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Save Orientations") //
        .icon("saveorientations.png") //
        .shortDescription("Writes an orientation map to a file that EDAX, Oxford, MTEX and orix read.") //
        .fullDescription("""
                <p>Writes phases, orientations, index and reliability of every scan point to a file of another
                program:</p>
                <ul>
                <li><b>.ang</b> (EDAX): Euler angles in radians, positions in um, the index as image quality and the
                reliability / 100 as confidence index. MTEX, orix and DREAM.3D read it.</li>
                <li><b>.ctf</b> (Oxford Instruments): Euler angles in degrees, positions in um, the reliability as band
                contrast, and the index x 255 as band slope.</li>
                </ul>
                <p>Each program ties its axes to the crystal in its own way; the Euler angles in the file follow it: x
                along
                a and z along c* in .ang (z along c in monoclinic crystals), x along a* and z along c in .ctf. The
                sample axes are those of Match Patterns: X to the right, Y downwards, Z along the beam.</p>
                <p>The file appears under its name only when it is complete.</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .ports(p -> p //
            .addInputTable("Orientations", """
                    A row per scan point, as Match Patterns gives it; of several solutions the first is written.
                    """) //
            .addInputTable("Phases", """
                    The phases of Simulate Template Bank, or those of Load Orientations.
                    """) //
            .addOutputTable("Files", """
                    A row for the file: <tt>file</tt>, <tt>content</tt>, <tt>format</tt>, <tt>count</tt> of scan points,
                    and <tt>bytes</tt>.
                    """)) //
        .model(m -> m //
            .parametersClass(SaveOrientationsParameters.class) //
            .configure(SaveOrientationsNodeFactory::configure) //
            .execute(SaveOrientationsNodeFactory::execute)) //
        .nodeType(NodeType.Sink) //
        .keywords("4D-STEM", "ACOM", "orientation", "ang", "ctf", "EDAX", "Oxford", "MTEX", "orix", "EBSD", "export",
            "writer");

    /** Called by KNIME. */
    public SaveOrientationsNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final SaveOrientationsParameters parameters = in.getParameters();
        parameters.validate();
        if (parameters.m_file.isBlank()) {
            throw new InvalidSettingsException(
                "No file is given; open the dialog of Save Orientations and enter where to write");
        }
        final DataTableSpec[] specs = in.getInTableSpecs();
        new OrientationRows(specs[0]);
        new PhaseRows(specs[1]);
        out.setOutSpec(0, Schema.files());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final SaveOrientationsParameters parameters = in.getParameters();
        final BufferedDataTable[] tables = in.getInTables();
        EngineErrors.translate(() -> save(tables[0], tables[1], parameters, in.getExecutionContext(), out));
    }

    private static void save(final BufferedDataTable orientations, final BufferedDataTable phases,
        final SaveOrientationsParameters parameters, final ExecutionContext exec, final ExecuteOutput out)
        throws IOException, InvalidSettingsException {
        final Path target = target(parameters);
        final OrientationRows rows = new OrientationRows(orientations.getDataTableSpec());
        final EngineProgress progress = new EngineProgress(exec);
        final Schema.Size size = rows.size(orientations, progress);
        if (size.width() < 1 || size.height() < 1) {
            throw new InvalidSettingsException("The table \"orientations\" has no row with a scan position; connect "
                + "the orientations of Match Patterns");
        }
        final Map<String, PhaseRows.Cell> cells = new PhaseRows(phases.getDataTableSpec()).readCells(phases);
        final OrientationRows.Content content = rows.read(orientations, cells, size, Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY, progress);
        final OptionalDouble known =
            Schema.calibration(orientations.getDataTableSpec().getColumnSpec(rows.scanX())).stepNm();
        if (known.isEmpty()) {
            out.setWarningMessage("The table does not know the step of the scan; " + parameters.m_step
                + " nm of the dialog were written");
        }
        final List<Lattice> lattices = new ArrayList<>();
        cells.values().forEach(c -> lattices.add(c.lattice()));
        final OrientationScan scan = new OrientationScan(content.field(), lattices, content.index(),
            content.reliability(), known.orElse(parameters.m_step));
        progress.checkCanceled();
        switch (parameters.m_format) {
            case ANG -> AngFile.write(target, scan);
            case CTF -> CtfFile.write(target, scan);
        }
        try (TableOutput files = new TableOutput(exec, Schema.files())) {
            files.add(StringCellFactory.create(target.toString()), StringCellFactory.create("orientations"),
                StringCellFactory.create(parameters.m_format.ending()),
                LongCellFactory.create((long)size.width() * size.height()), LongCellFactory.create(Files.size(target)));
            out.setOutData(0, files.finish());
        }
    }

    private static Path target(final SaveOrientationsParameters parameters) throws IOException {
        final Path path = FileLocation.resolve(parameters.m_file);
        final String ending = parameters.m_format.ending();
        final String name = path.getFileName().toString();
        final Path target = name.contains(".") ? path : path.resolveSibling(name + ending);
        if (Files.exists(target) && !parameters.m_replace) {
            throw new IOException(target + " exists already; choose another name, or allow it to be replaced");
        }
        if (Files.isDirectory(target) || !Files.isDirectory(target.toAbsolutePath().getParent())) {
            throw new IOException(target + " cannot be written: "
                + (Files.isDirectory(target) ? "it is a folder" : "the folder above does not exist")
                + "; a file name in an existing folder is expected");
        }
        return target;
    }
}
