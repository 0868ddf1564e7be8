// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.bank;

import org.epattern.knime.data.EngineErrors;
import org.epattern.knime.data.MatchSchema;
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

/** The node "Simulate Template Bank". */
public final class SimulateBankNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Simulate Template Bank") //
        .icon("bank.png") //
        .shortDescription("Simulates the spot patterns of crystals in all orientations, from CIF files.") //
        .fullDescription("""
                <p>Reads crystal structures from CIF files and simulates their kinematic electron diffraction patterns
                for zone axes spread evenly over all that are not equivalent by the symmetry of the crystal (Laue
                group).
                <i>Match Patterns</i> compares measured patterns with these templates.</p>
                <ul>
                <li><b>Intensities</b>: squared structure factors with the electron scattering factors of Lobato and Van
                Dyck (Acta Cryst. A70, 2014, 636), displacements and occupancies of the file, times the fall along the
                relrod at the excitation error of each reflection, averaged over the precession of the beam.</li>
                <li><b>Orientations</b>: every zone axis lies within half the angular step of one of the bank. The
                turns of
                the crystal about the beam are not simulated: they only turn the pattern, and Match Patterns goes
                through
                them.</li>
                <li><b>Convention</b>: Euler angles of Bunge in degrees. Sample axes: X along the x of the pattern, Y
                along
                its y (downwards), Z along the flight of the electrons. Crystal axes: first axis along a, third axis
                along
                c*.</li>
                </ul>
                <p>A file that lists no symmetry operations gets those of the space group that it names (by its Hall or
                Hermann-Mauguin symbol or its number), which is noted. A file without either, with an unknown element or
                an unknown occupancy, or with several crystals is refused with a sentence that says what to change.
                Partly occupied sites are used as they are, and noted.</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .ports(p -> p //
            .addOutputTable("Template bank", """
                    A row per phase and zone axis: <tt>phase</tt>, Euler angles <tt>phi1</tt> (0: not turned in the
                    plane), <tt>Phi</tt>, <tt>phi2</tt>, <tt>spot count</tt>, and <tt>reflections</tt> as text: indices
                    h k l, position x y in 1/nm, and intensity. Rows can be filtered, to match some zone axes or phases
                    only.
                    """) //
            .addOutputTable("Phases", """
                    A row per crystal: name, Laue group, cell (Angstrom, degrees), number of zone axes, how it was
                    simulated, notes about the file, and the text of the CIF file.
                    """)) //
        .model(m -> m //
            .parametersClass(SimulateBankParameters.class) //
            .configure(SimulateBankNodeFactory::configure) //
            .execute(SimulateBankNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("4D-STEM", "ACOM", "ASTAR", "template matching", "bank", "simulation", "CIF", "crystal",
            "orientation", "diffraction", "kinematic", "precession", "PED", "diffsims", "py4DSTEM");

    /** Called by KNIME. */
    public SimulateBankNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final SimulateBankParameters parameters = in.getParameters();
        parameters.validate();
        if (parameters.m_files.isBlank()) {
            throw new InvalidSettingsException(
                "No CIF file is given; open the dialog of Simulate Template Bank and enter one or more");
        }
        out.setOutSpecs(MatchSchema.bank(), MatchSchema.phases());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final SimulateBankParameters parameters = in.getParameters();
        EngineErrors.translate(() -> new BankSimulation(parameters).run(in.getExecutionContext(), out));
    }
}
