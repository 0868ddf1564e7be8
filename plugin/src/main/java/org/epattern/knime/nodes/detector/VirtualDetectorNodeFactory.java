// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.detector;

import org.epattern.knime.data.EngineErrors;
import org.epattern.knime.data.Schema;
import org.epattern.knime.nodes.MapTables;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node "Virtual Detector". */
public final class VirtualDetectorNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Virtual Detector") //
        .icon("detector.png") //
        .shortDescription("Makes maps of the scan from pixels of the patterns: bright field, dark field, any mask.") //
        .fullDescription("""
                <p>Sums up the grey levels of every pattern in a disc, a ring, or where a picture is white, as if a
                detector of that shape had been there, and makes maps of the scan: the sum, the mean grey level, and the
                centre of mass.</p>
                <ul>
                <li><b>Disc</b> on the direct beam: bright field. Its centre of mass shows how fields in the specimen
                deflect the beam.</li>
                <li><b>Annulus</b>: annular dark field. On the ring of an amorphous phase it maps that phase. Crystals
                would light up that map as well, because some of their spots lie on the ring; connect the reflections of
                <i>Adaptive Peak Register</i> at the second input (add it with the three dots of the node), and the
                pixels of all spots are left out. Take the mean then: fewer pixels are left where there are spots.</li>
                <li><b>Mask picture</b>: any shape, for example a few chosen spots.</li>
                </ul>
                <p>Disc and ring move with the direct beam if the table comes from <i>Adaptive Peak Register</i>.
                <i>Spot Count Map</i> makes dark fields of another kind: from registered spots, without any background.
                For more rings use this node more than once.</p>
                <p>Pixels that the border runs through count with the share of their area that is inside, each at its
                centre. Pixels that are not numbers do not count.</p>
                <p>Folastre et al., Scientific Reports (2024), Fig. 2h, i (amorphous phase).</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup("Patterns", g -> g.name("Patterns").description("""
                    A row per scan point with <tt>scan x</tt>, <tt>scan y</tt> and a column of patterns, and, if the
                    direct beam is known, <tt>direct beam x</tt> and <tt>direct beam y</tt>.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Reflections", g -> g.name("Reflections").description("""
                    Optional: the reflection table of Adaptive Peak Register; the annulus leaves out the pixels of these
                    spots.
                    """).optional().supportedTypes(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Maps", g -> g.name("Maps").description("""
                    A row per scan point, line by line: <tt>scan x</tt>, <tt>scan y</tt> and a column per map. Values
                    are missing where there is no pattern, or no pixel counts.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Map pictures", g -> g.name("Map pictures").description("""
                    A row per map: <tt>name</tt>, <tt>picture</tt> (PNG), smallest and largest value (<tt>min</tt>,
                    <tt>max</tt>) and <tt>unit</tt>.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Picture", g -> g.name("Picture").description("""
                    The first of the map pictures as an image (PNG): for Image Writer (Port), reports and image views.
                    """).fixed(ImagePortObject.TYPE))) //
        .model(m -> m //
            .parametersClass(VirtualDetectorParameters.class) //
            .configure(VirtualDetectorNodeFactory::configure) //
            .execute(VirtualDetectorNodeFactory::execute)) //
        .nodeType(NodeType.Visualizer) //
        .keywords("4D-STEM", "diffraction", "virtual detector", "bright field", "dark field", "ADF", "HAADF", "BF",
            "annular", "centre of mass", "DPC", "amorphous", "mask", "py4DSTEM", "LiberTEM", "pyxem", "map");

    /** Called by KNIME. */
    public VirtualDetectorNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final VirtualDetectorParameters parameters = in.getParameters();
        parameters.validate();
        out.setOutSpecs(new Detecting(in.getInTableSpecs(), parameters).mapSpec(), Schema.pictures(),
            MapTables.PICTURE);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final VirtualDetectorParameters parameters = in.getParameters();
        final BufferedDataTable[] tables = in.getInTables();
        EngineErrors.translate(() -> {
            final DataTableSpec[] specs = new DataTableSpec[tables.length];
            for (int i = 0; i < specs.length; i++) {
                specs[i] = tables[i].getDataTableSpec();
            }
            new Detecting(specs, parameters).run(tables, in.getExecutionContext(), out);
        });
    }
}
