// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.crystalscan;

import org.epattern.knime.data.EngineErrors;
import org.epattern.knime.data.MatchSchema;
import org.epattern.knime.data.Schema;
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

/** The node "Simulate Crystal Scan". */
public final class SimulateCrystalScanNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Simulate Crystal Scan") //
        .icon("crystalscan.png") //
        .shortDescription("Makes a 4D-STEM scan of a polycrystal whose phases and orientations are known exactly.") //
        .fullDescription("""
                <p>Makes a scan of grains of known crystals in random orientations, with an amorphous film or a liquid,
                at a stated dose. Because phase and orientation of every point are known, you can see how many of those
                that <i>Match Patterns</i> finds are right (<i>Compare Orientations</i>), and which way of preparing the
                patterns helps.</p>
                <ul>
                <li><b>Reflections</b>: kinematic intensities with the excitation error of every reflection, averaged
                over the precession of the beam, times the thickness, until the grain has taken all electrons.</li>
                <li><b>Diffuse scattering</b>: grows with the thickness of crystal and layer and weakens direct beam and
                reflections by as much; carbon and water have their rings.</li>
                <li><b>Dose</b>: every electron is counted, with readout noise and rounding of the camera.</li>
                <li><b>Not simulated</b>: dynamical intensities, Kikuchi lines, inelastic tails of the spots, distortion
                of the camera.</li>
                </ul>
                <p>The two specimens are those of Folastre et al., Scientific Reports (2024): a NASICON like
                Na4MnV(PO4)3 on amorphous carbon, and PbI2 in liquid water. Beam, step, dose and precession are as
                stated there; thicknesses and camera noise are estimates. The same settings and seed always give the
                same scan.</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .ports(p -> p //
            .addOutputTable("Patterns", """
                    One row per scan point, line by line: <tt>scan x</tt>, <tt>scan y</tt> and the <tt>pattern</tt>, as
                    Load 4D-STEM gives them.
                    """) //
            .addOutputTable("True orientations", """
                    The columns of Match Patterns: <tt>phase</tt> (missing where there is no crystal), <tt>phi1</tt>,
                    <tt>Phi</tt>, <tt>phi2</tt>, and <tt>spot count</tt>: reflections that stand out of the noise. Then
                    <tt>content</tt> (crystal, amorphous, vacuum), <tt>grain</tt>, its <tt>thickness</tt> and the
                    <tt>layer thickness</tt> (nm). At the border of two grains a second row with <tt>solution</tt> 2
                    holds the thinner one.
                    """) //
            .addOutputTable("True reflections", """
                    One row per spot that is really there, with the columns of a reflection table (<tt>mean</tt> within
                    the radius and <tt>prominence</tt> without noise), <tt>phase</tt>, indices <tt>h</tt>, <tt>k</tt>,
                    <tt>l</tt>, the expected <tt>electrons</tt>, and the <tt>significance</tt>: electrons over their
                    noise, 5 or more for a spot that can be seen.
                    """) //
            .addOutputTable("Scan description", """
                    Sizes, calibration and the recipe of the scan, one row each with <tt>name</tt>, <tt>value</tt> and
                    <tt>unit</tt>.
                    """) //
            .addOutputTable("Phases", """
                    A row per crystal, as Simulate Template Bank gives it: name, Laue group, cell, how it was simulated,
                    and the text of its CIF file. Orientation Map and Compare Orientations read it.
                    """)) //
        .model(m -> m //
            .parametersClass(SimulateCrystalScanParameters.class) //
            .configure(SimulateCrystalScanNodeFactory::configure) //
            .execute(SimulateCrystalScanNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("4D-STEM", "ACOM", "simulation", "synthetic", "test data", "ground truth", "crystal", "orientation",
            "polycrystal", "CIF", "dose", "precession", "PED", "NMVP", "PbI2", "amorphous", "diffraction");

    /** Called by KNIME. */
    public SimulateCrystalScanNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final SimulateCrystalScanParameters parameters = in.getParameters();
        parameters.validate();
        if (parameters.isGiven() && parameters.m_files.isBlank()) {
            throw new InvalidSettingsException(
                "No CIF file is given; open the dialog of Simulate Crystal Scan and enter one or more");
        }
        out.setOutSpecs(Schema.patterns(), MatchSchema.trueOrientations(), MatchSchema.trueReflections(),
            Schema.description(), MatchSchema.phases());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final SimulateCrystalScanParameters parameters = in.getParameters();
        EngineErrors.translate(() -> new CrystalSimulation(parameters).run(in.getExecutionContext(), out));
    }
}
