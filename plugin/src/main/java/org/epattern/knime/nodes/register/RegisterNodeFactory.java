// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.register;

import java.nio.charset.StandardCharsets;

import org.epattern.knime.data.EngineErrors;
import org.epattern.knime.views.Trouble;
import org.epattern.knime.views.ViewPages;
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

/** The node "Adaptive Peak Register". */
public final class RegisterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Adaptive Peak Register") //
        .icon("register.png") //
        .shortDescription("Finds the spots of every diffraction pattern and registers them with sub-pixel accuracy.") //
        .fullDescription("""
                <p>Finds the spots of every diffraction pattern and registers position, radius and intensity of each
                in a
                table that is a few hundred times smaller than the images. This is the heart of ePattern: from the table
                come clean patterns (<i>Reconstruct</i>), maps (<i>Spot Count Map</i>) and the mask of the crystalline
                part (<i>Mask Results</i>).</p>
                <p>It is adaptive: a maximum counts as a spot if its <b>prominence</b> - the height above the highest
                saddle to a higher maximum - exceeds a threshold that follows from the noise of the same pattern at wide
                angle. So thick and thin, bright and dark parts of the specimen are treated alike, and the result does
                not depend on the hand of the user.</p>
                <p>Use it after <i>Subtract Background</i>. Look at the pattern table first: patterns with many spots in
                amorphous parts mean that the factor is too low; crystals with few spots mean that it is too high.
                Patterns without any spot are ordinary and stay in the pattern table with a count of 0.</p>
                <p>Method: Folastre et al., Scientific Reports (2024), section "ePattern Registration strategy", Fig. 3,
                4, S4 and Table 1. The defaults are a calibrated version of the published method; the published one can
                be chosen (rule "Paper", refinement "Centre of mass").</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .ports(p -> p //
            .addInputTable("Patterns", """
                    A row per scan point with <tt>scan x</tt>, <tt>scan y</tt>, a column of diffraction patterns (best
                    without background), and the noise of the raw patterns.
                    """) //
            .addOutputTable("Reflections", """
                    A row per spot: <tt>scan x</tt>, <tt>scan y</tt>; position <tt>x</tt>, <tt>y</tt> and
                    <tt>radius</tt>
                    in px; <tt>mean</tt> grey level within the radius; <tt>prominence</tt> and <tt>noise</tt> in grey
                    levels; <tt>rank</tt> (1 for the direct beam, then by falling significance); <tt>flags</tt>: edge,
                    overlap, saturated, not refined.
                    """) //
            .addOutputTable("Registered patterns", """
                    The input rows with <tt>spot count</tt>, <tt>noise</tt> (unless a column holds it already) and
                    <tt>threshold</tt> (grey levels),
                    <tt>direct beam x</tt> and <tt>direct beam y</tt> before centring (px; missing if it was not found),
                    <tt>flags</tt> (no spots, no direct beam, not centred, more spots than allowed) and, if wanted, the
                    <tt>centred pattern</tt>. The table view circles the spots in the patterns: choose the renderer
                    "Diffraction pattern (logarithmic) with spots" for a column.
                    """)) //
        .model(m -> m //
            .parametersClass(RegisterParameters.class) //
            .configure(RegisterNodeFactory::configure) //
            .execute(RegisterNodeFactory::execute)) //
        .addView(v -> v //
            .withoutParameters() //
            .description("""
                    <b>Pattern Navigator</b>: the scan as a map (spot count, noise or threshold) and beside it the
                    pattern of the chosen point with its spots as circles. Choose a point with the mouse or the arrow
                    keys. Sliders show at once which spots other values of factor, floor and blur would find in this
                    pattern; nothing is changed by them, copy the values into the dialog when you like what you see.
                    """) //
            .page(p -> p.fromString(() -> ViewPages.open("navigator.html"), StandardCharsets.UTF_8)
                .relativePath("navigator.html")) //
            .initialData(d -> d.data(i -> Trouble.orAnswer(() -> new Navigator(i.getInternalPortObjects()).start()))) //
            .dataService(d -> d.handler(i -> new NavigatorService(i.getInternalPortObjects())))) //
        .nodeType(NodeType.Manipulator) //
        .keywords("4D-STEM", "diffraction", "Bragg", "spot", "peak", "disk detection", "prominence", "registration",
            "reflection", "ACOM", "ASTAR", "PED", "py4DSTEM", "pyxem", "ePattern", "sub-pixel");

    /** Called by KNIME. */
    public RegisterNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final RegisterParameters parameters = in.getParameters();
        parameters.validate();
        out.setOutSpecs(new Registration(in.getInTableSpec(0), parameters).outputSpecs());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final RegisterParameters parameters = in.getParameters();
        EngineErrors.translate(() -> new Registration(in.getInTable(0).getDataTableSpec(), parameters)
            .run(in.getInTable(0), in.getExecutionContext(), out));
    }
}
