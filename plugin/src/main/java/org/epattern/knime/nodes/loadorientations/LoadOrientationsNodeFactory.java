// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.loadorientations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;

import org.epattern.grains.AngFile;
import org.epattern.grains.CtfFile;
import org.epattern.grains.OrientationField;
import org.epattern.grains.OrientationScan;
import org.epattern.knime.data.EngineErrors;
import org.epattern.knime.data.FileLocation;
import org.epattern.knime.data.MatchSchema;
import org.epattern.knime.data.PhaseRows;
import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.epattern.orient.EulerAngles;
import org.epattern.scan.Calibration;
import org.epattern.scan.SampleType;
import org.epattern.scan.ScanGeometry;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell.DoubleCellFactory;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.def.StringCell.StringCellFactory;
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

/** The node "Load Orientations". */
public final class LoadOrientationsNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Load Orientations") //
        .icon("loadorientations.png") //
        .shortDescription("Reads an orientation map of ASTAR, EDAX or Oxford (.ang, .ctf).") //
        .fullDescription("""
                <p>Reads an orientation map that another program made, so that it can be shown by <i>Orientation
                Map</i>,
                masked by <i>Mask Results</i> and compared with the orientations of <i>Match Patterns</i>.</p>
                <ul>
                <li><b>.ang</b> of ASTAR: index and reliability as they are, positions in nm; of EDAX: image quality as
                index, confidence index x 100 as reliability, positions in um.</li>
                <li><b>.ctf</b> of Oxford Instruments: band slope / 255 as index, band contrast as reliability.</li>
                </ul>
                <p>The Euler angles are turned from the crystal axes of the file's program to ours (first axis along a,
                third axis along c*). The raster must be square and without gaps.</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .ports(p -> p //
            .addOutputTable("Orientations", """
                    A row per scan point with the columns of Match Patterns; what the file does not know is missing.
                    """) //
            .addOutputTable("Phases", """
                    A row per phase: name, Laue group, cell (Angstrom, degrees).
                    """)) //
        .model(m -> m //
            .parametersClass(LoadOrientationsParameters.class) //
            .configure(LoadOrientationsNodeFactory::configure) //
            .execute(LoadOrientationsNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("4D-STEM", "ACOM", "ASTAR", "orientation", "ang", "ctf", "EDAX", "Oxford", "EBSD", "import",
            "reader");

    /** Called by KNIME. */
    public LoadOrientationsNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final LoadOrientationsParameters parameters = in.getParameters();
        if (parameters.m_file.isBlank()) {
            throw new InvalidSettingsException(
                "No file is given; open the dialog of Load Orientations and enter an .ang or .ctf file");
        }
        out.setOutSpecs(MatchSchema.orientations(Schema.intColumn(Schema.SCAN_X)), MatchSchema.phases());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final LoadOrientationsParameters parameters = in.getParameters();
        EngineErrors.translate(() -> load(parameters, in.getExecutionContext(), out));
    }

    private static void load(final LoadOrientationsParameters parameters, final ExecutionContext exec,
        final ExecuteOutput out) throws IOException {
        final OrientationScan scan = read(FileLocation.resolve(parameters.m_file));
        final OrientationField field = scan.field();
        // the patterns are not known: one pixel stands for them
        final DataTableSpec described = Schema.describe(Schema.patterns(),
            new ScanGeometry(field.width(), field.height(), 1, 1, SampleType.UINT8),
            new Calibration(OptionalDouble.of(scan.stepNm()), OptionalDouble.empty(), OptionalDouble.empty()));
        try (TableOutput orientations =
            new TableOutput(exec, MatchSchema.orientations(described.getColumnSpec(Schema.SCAN_X)));
                TableOutput phases = new TableOutput(exec, MatchSchema.phases())) {
            for (int y = 0; y < field.height(); y++) {
                for (int x = 0; x < field.width(); x++) {
                    orientations.add(cells(scan, x, y));
                }
            }
            for (int i = 0; i < field.phases().size(); i++) {
                phases.add(PhaseRows.cells(field.phases().get(i).name(),
                    new PhaseRows.Cell(scan.lattices().get(i), field.phases().get(i).symmetry())));
            }
            out.setOutData(orientations.finish(), phases.finish());
        }
    }

    private static OrientationScan read(final Path file) throws IOException {
        final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".ang")) {
            return AngFile.read(file);
        }
        if (name.endsWith(".ctf")) {
            return CtfFile.read(file);
        }
        throw new IOException("The name of the file " + file.getFileName()
            + " does not tell its format; a name that ends in .ang or .ctf is expected");
    }

    private static DataCell[] cells(final OrientationScan scan, final int x, final int y) {
        final int point = y * scan.field().width() + x;
        final boolean found = scan.field().phase(point) != OrientationField.NONE;
        final EulerAngles euler = found ? scan.field().orientation(point).euler() : null;
        final DataCell none = DataType.getMissingCell();
        return new DataCell[] {IntCellFactory.create(x), IntCellFactory.create(y), IntCellFactory.create(1),
            found ? StringCellFactory.create(scan.field().phases().get(scan.field().phase(point)).name()) : none,
            found ? DoubleCellFactory.create(euler.phi1()) : none,
            found ? DoubleCellFactory.create(euler.capitalPhi()) : none,
            found ? DoubleCellFactory.create(euler.phi2()) : none, ReflectionRows.number(scan.index().value(x, y)),
            ReflectionRows.number(scan.reliability().value(x, y)), none, none, none, none,
            StringCellFactory.create(found ? "" : "no solution")};
    }
}
