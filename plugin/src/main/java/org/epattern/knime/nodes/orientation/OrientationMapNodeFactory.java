// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.orientation;

import org.epattern.knime.data.EngineErrors;
import org.epattern.knime.data.MatchSchema;
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

/** The node "Orientation Map". */
public final class OrientationMapNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Orientation Map") //
        .icon("orientation.png") //
        .shortDescription("Shows orientations and phases of a scan as maps, and finds the grains.") //
        .fullDescription("""
                <p>Makes maps of the orientations of <i>Match Patterns</i>: inverse-pole-figure colours with their key,
                phases, index and reliability, grains, grain boundaries, and the misorientation of each point from its
                neighbours.</p>
                <ul>
                <li><b>Colours</b>: the crystal direction along x, y or z (the beam) of the sample. Its colour is red,
                green or blue in the corners of the key. Laue groups with few mirrors need more than one triangle; these
                have white, black and grey centres.</li>
                <li><b>Grains</b>: neighbouring points of one phase whose disorientation is below the limit. Equivalent
                orientations are taken as one.</li>
                <li><b>Kernel average misorientation</b>: the mean disorientation of a point from those of its eight
                neighbours that belong to the same grain by the same limit; it shows bending and strain.</li>
                </ul>
                <p>A <b>combined map</b> is made if the maps of <i>Spot Count Map</i> or <i>Virtual Detector</i> are
                connected (add inputs with the three dots of the node): the orientation along the beam where there are
                at least 5 spots, brighter the more there are, and the amorphous phase as grey everywhere else (Folastre
                et al., Scientific Reports (2024), Fig. 2d and S12).</p>
                <p>Only the first solution of a scan point is used.</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup("Orientations", g -> g.name("Orientations").description("""
                    A row per scan point, as Match Patterns gives it: <tt>scan x</tt>, <tt>scan y</tt>, <tt>phase</tt>,
                    <tt>phi1</tt>, <tt>Phi</tt>, <tt>phi2</tt>, <tt>index</tt>, <tt>reliability</tt>.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Phases", g -> g.name("Phases").description("""
                    The phases of Simulate Template Bank, which know the symmetry.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Spot counts", g -> g.name("Spot counts").description("""
                    Optional, for the combined map: the maps of Spot Count Map, with the column <tt>spot count</tt>.
                    """).optional().supportedTypes(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Amorphous phase", g -> g.name("Amorphous phase").description("""
                    Optional, for the combined map: the maps of Virtual Detector.
                    """).optional().supportedTypes(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Maps", g -> g.name("Maps").description("""
                    A row per scan point, line by line: <tt>scan x</tt>, <tt>scan y</tt>, number of the <tt>grain</tt>,
                    <tt>grain boundaries</tt> (1 or 0) and <tt>kernel average misorientation</tt> in degrees. Values are
                    missing where there is no solution.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Map pictures", g -> g.name("Map pictures").description("""
                    A row per map: <tt>name</tt>, <tt>picture</tt> (PNG), smallest and largest value (<tt>min</tt>,
                    <tt>max</tt>; missing for colours) and <tt>unit</tt>. The combined map, if it is made, comes first.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Grains", g -> g.name("Grains").description("""
                    A row per grain: number, <tt>phase</tt>, number of points, mean position, mean orientation (Euler
                    angles), mean and largest disorientation from it in degrees.
                    """).fixed(BufferedDataTable.TYPE))) //
        .model(m -> m //
            .parametersClass(OrientationMapParameters.class) //
            .configure(OrientationMapNodeFactory::configure) //
            .execute(OrientationMapNodeFactory::execute)) //
        .nodeType(NodeType.Visualizer) //
        .keywords("4D-STEM", "ACOM", "ASTAR", "orientation", "inverse pole figure", "IPF", "grain", "boundary",
            "misorientation", "KAM", "phase", "map", "EBSD", "texture");

    /** Called by KNIME. */
    public OrientationMapNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final OrientationMapParameters parameters = in.getParameters();
        parameters.validate();
        out.setOutSpecs(new OrientationMapping(in.getInTableSpecs(), parameters).mapSpec(), Schema.pictures(),
            MatchSchema.grains());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final OrientationMapParameters parameters = in.getParameters();
        final BufferedDataTable[] tables = in.getInTables();
        EngineErrors.translate(() -> {
            final DataTableSpec[] specs = new DataTableSpec[tables.length];
            for (int i = 0; i < specs.length; i++) {
                specs[i] = tables[i].getDataTableSpec();
            }
            new OrientationMapping(specs, parameters).run(tables, in.getExecutionContext(), out);
        });
    }
}
