// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.reconstruct;

import org.epattern.knime.data.EngineErrors;
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

/** The node "Reconstruct". */
public final class ReconstructNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Reconstruct") //
        .icon("reconstruct.png") //
        .shortDescription("Draws clean diffraction patterns from registered reflections, or masks measured ones.") //
        .fullDescription("""
                <p>Makes new diffraction patterns that hold nothing but the spots: ready for template matching (ACOM),
                which
                then is not misled by noise, halo and diffuse scattering.</p>
                <ul>
                <li><b>Draw</b> (default): each reflection is drawn on black, with its sub-pixel position, radius and
                mean.
                Size, scale and radius can be adapted to the templates. Overlapping spots do not erase each other.</li>
                <li><b>Mask</b>: the measured pattern is kept inside the spots and zero elsewhere. Faster, and the
                shape of
                the spots stays; together with the refinement "None" of Adaptive Peak Register it is the rapid mode. It
                needs the measured patterns: add the second input with the three dots of the node.</li>
                </ul>
                <p>A scan point without spots gives a black pattern, so that the new scan has the size of the old one.
                With
                the second input connected, the new column is appended to its rows, in both modes.</p>
                <p>Method: Folastre et al., Scientific Reports (2024), section "Reconstruction strategy", Fig. 4 and
                Fig.
                S4.</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup("Reflections", g -> g.name("Reflections").description("""
                    The reflection table of Adaptive Peak Register: <tt>scan x</tt>, <tt>scan y</tt>, <tt>x</tt>,
                    <tt>y</tt>, <tt>radius</tt>, <tt>mean</tt>, <tt>rank</tt>.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Patterns to mask", g -> g.name("Patterns to mask").description("""
                    Optional: a row per scan point with <tt>scan x</tt>, <tt>scan y</tt> and the measured patterns;
                    needed
                    to mask, and possible when drawing, to get the new patterns beside the measured ones.
                    """).optional().supportedTypes(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Reconstructed patterns", g -> g.name("Reconstructed patterns").description("""
                    A row per scan point: <tt>scan x</tt>, <tt>scan y</tt> and the <tt>rebuilt pattern</tt>; or, with
                    the
                    second input, its rows with the <tt>rebuilt pattern</tt> or <tt>masked pattern</tt>.
                    """).fixed(BufferedDataTable.TYPE))) //
        .model(m -> m //
            .parametersClass(ReconstructParameters.class) //
            .configure(ReconstructNodeFactory::configure) //
            .execute(ReconstructNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("4D-STEM", "diffraction", "reconstruction", "rebuild", "mask", "Bragg", "spot", "ACOM", "ASTAR",
            "template matching", "PED", "denoise", "ePattern");

    /** Called by KNIME. */
    public ReconstructNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final ReconstructParameters parameters = in.getParameters();
        parameters.validate();
        out.setOutSpec(0, new Reconstruction(in.getInTableSpecs(), parameters).outputSpec());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ReconstructParameters parameters = in.getParameters();
        final BufferedDataTable[] tables = in.getInTables();
        EngineErrors.translate(() -> {
            final DataTableSpec[] specs = new DataTableSpec[tables.length];
            for (int i = 0; i < specs.length; i++) {
                specs[i] = tables[i].getDataTableSpec();
            }
            new Reconstruction(specs, parameters).run(tables, in.getExecutionContext(), out);
        });
    }
}
