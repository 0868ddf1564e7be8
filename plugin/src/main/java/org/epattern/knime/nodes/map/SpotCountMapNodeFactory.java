// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.map;

import java.nio.charset.StandardCharsets;

import org.epattern.knime.data.EngineErrors;
import org.epattern.knime.data.Schema;
import org.epattern.knime.nodes.MapTables;
import org.epattern.knime.views.Trouble;
import org.epattern.knime.views.ViewPages;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node "Spot Count Map". */
public final class SpotCountMapNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Spot Count Map") //
        .icon("map.png") //
        .shortDescription("Makes maps of the scan from the reflection table: spot count, bright field, dark field.") //
        .fullDescription("""
                <p>Makes maps of the scan from the reflection table, as numbers and as pictures with title, colour bar
                and
                scale: how many spots each pattern has, how bright its direct beam is (virtual bright field), how bright
                all spots or chosen ones are together (virtual dark field), and how noisy it is.</p>
                <p>The <b>spot count</b> shows at a glance where the specimen is crystalline: a crystal has many spots,
                amorphous carbon only the direct beam. <i>Mask Results</i> uses it to keep orientation and reliability
                of
                crystalline points only. A <b>virtual dark field</b> is made from registered spots, not from pixels,
                so it
                is free of background; pick one reflection to see its grain, or a ring to see an amorphous phase.</p>
                <p>Connect the pattern table of Adaptive Peak Register at the second input (add it with the three dots
                of
                the node) if patterns are missing from the scan, and for the maps of noise and threshold.</p>
                <p>Method: Folastre et al., Scientific Reports (2024), Fig. 2c, d, h, i, Fig. 5 and Fig. 7.</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup("Reflections", g -> g.name("Reflections").description("""
                    The reflection table of Adaptive Peak Register: <tt>scan x</tt>, <tt>scan y</tt>, <tt>x</tt>,
                    <tt>y</tt>, <tt>radius</tt>, <tt>mean</tt>, <tt>rank</tt>.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Registered patterns", g -> g.name("Registered patterns").description("""
                    Optional: a row per scan point with <tt>scan x</tt>, <tt>scan y</tt> and, if known, <tt>noise</tt>,
                    <tt>threshold</tt> and <tt>spot count</tt>; tells which scan points have a pattern.
                    """).optional().supportedTypes(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Maps", g -> g.name("Maps").description("""
                    A row per scan point, line by line: <tt>scan x</tt>, <tt>scan y</tt> and a column per map. Values
                    are
                    missing where there is no pattern.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Map pictures", g -> g.name("Map pictures").description("""
                    A row per map: <tt>name</tt>, <tt>picture</tt> (PNG), smallest and largest value (<tt>min</tt>,
                    <tt>max</tt>) and <tt>unit</tt>.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Picture", g -> g.name("Picture").description("""
                    The first of the map pictures, the spot count map if it is chosen, as an image (PNG): for Image
                    Writer (Port), reports and image views.
                    """).fixed(ImagePortObject.TYPE))) //
        .model(m -> m //
            .parametersClass(SpotCountMapParameters.class) //
            .configure(SpotCountMapNodeFactory::configure) //
            .execute(SpotCountMapNodeFactory::execute)) //
        .addView(v -> v //
            .withoutParameters() //
            .description("""
                    <b>Map View</b>: all maps side by side with one cursor, the value under it and a histogram. Each map
                    can be saved as PNG or SVG.
                    """) //
            .page(p -> p.fromString(() -> ViewPages.open("maps.html"), StandardCharsets.UTF_8)
                .relativePath("maps.html")) //
            .initialData(d -> d.data(i -> Trouble.orAnswer(() -> MapsStart.of(i.getInternalPortObjects()))))) //
        .nodeType(NodeType.Visualizer) //
        .keywords("4D-STEM", "diffraction", "map", "spot count", "virtual dark field", "virtual bright field", "VDF",
            "VBF", "crystallinity", "ACOM", "ASTAR", "Bragg", "py4DSTEM", "pyxem", "picture");

    /** Called by KNIME. */
    public SpotCountMapNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final SpotCountMapParameters parameters = in.getParameters();
        parameters.validate();
        out.setOutSpecs(new Mapping(in.getInTableSpecs(), parameters).mapSpec(), Schema.pictures(), MapTables.PICTURE);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final SpotCountMapParameters parameters = in.getParameters();
        final BufferedDataTable[] tables = in.getInTables();
        EngineErrors.translate(() -> {
            final DataTableSpec[] specs = new DataTableSpec[tables.length];
            for (int i = 0; i < specs.length; i++) {
                specs[i] = tables[i].getDataTableSpec();
            }
            new Mapping(specs, parameters).run(tables, in.getExecutionContext(), out);
        });
    }
}
