// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.match;

import org.epattern.knime.data.EngineErrors;
import org.epattern.knime.data.MatchSchema;
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

/** The node "Match Patterns". */
public final class MatchPatternsNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Match Patterns") //
        .icon("match.png") //
        .shortDescription("Finds phase and orientation of the crystal at each point by template matching (ACOM).") //
        .fullDescription("""
                <p>Compares the spots of each pattern, or its image, with all templates of a bank in all turns about the
                beam. The <b>index Q</b> (equation 1 of the paper) tells how well an orientation fits, the
                <b>reliability
                R</b> = 100 (1 - Q2 / Q1) (equation 2) how much better the best orientation fits than the second best
                one.
                Values of R below 5 are too low, values above 15 very reliable.</p>
                <ul>
                <li><b>Reflections</b> (default): works on the table of Adaptive Peak Register; far faster, and no image
                needs to be drawn. The pattern is the sum of its spots, read at the points of the template; Q is 1 if
                the
                template lies on all spots with the same relative intensities and nowhere else.</li>
                <li><b>Images</b>: the points of the template are read on the pattern, as ASTAR does. Because a spot has
                many pixels and a point is one, Q stays well below 1; R is comparable.</li>
                </ul>
                <p>The best orientations of the bank are then refined below its step, with patterns simulated anew. A
                scan
                point with too few reflections has no solution: index and reliability 0, and a flag.</p>
                <p>Whether to believe a result, the second output shows: patterns with the highest, middle and lowest
                indices under the templates that were found. A size of a pixel that is not known can be fitted to a
                crystal that is known; another crystal of the same lattice type would fit about as well, so that phases
                cannot be told apart in this way.</p>
                <p>Euler angles of Bunge in degrees; axes as in Simulate Template Bank.</p>
                <p>Method: Folastre et al., Scientific Reports (2024), section "Pattern matching"; Rauch and V\u00e9ron,
                Materials Characterization 98 (2014) 1.</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .ports(p -> p //
            .addInputTable("Reflections or patterns", """
                    The reflection table of Adaptive Peak Register; or, to match images, a row per scan point with
                    <tt>scan x</tt>, <tt>scan y</tt> and a pattern.
                    """) //
            .addInputTable("Template bank", """
                    The zone axes of Simulate Template Bank: <tt>phase</tt>, <tt>phi1</tt>, <tt>Phi</tt>, <tt>phi2</tt>.
                    """) //
            .addInputTable("Phases", """
                    The phases of Simulate Template Bank.
                    """) //
            .addOutputTable("Orientations", """
                    A row per scan point, or several where several solutions are asked for: <tt>scan x</tt>,
                    <tt>scan y</tt>, <tt>solution</tt> (1 is the best), <tt>phase</tt>, Euler angles <tt>phi1</tt>,
                    <tt>Phi</tt>, <tt>phi2</tt> (degrees), <tt>index</tt>, <tt>reliability</tt>, <tt>phase
                    reliability</tt> (missing with one phase), <tt>spot count</tt> without the direct beam (missing for
                    images), <tt>matched spots</tt> and their indices, and <tt>flags</tt>.
                    """) //
            .addOutputTable("Pictures of matches", """
                    A row per picture, with <tt>scan x</tt>, <tt>scan y</tt>, <tt>phase</tt>, <tt>index</tt>,
                    <tt>reliability</tt> and <tt>rank</tt> by index: the pattern, or its reflections, with the template
                    of the best solution over it. Full circles: reflections that the pattern has; dashed ones:
                    reflections that it has not; spots without a circle are not explained. The sizes of the circles
                    are the intensities.
                    """)) //
        .model(m -> m //
            .parametersClass(MatchPatternsParameters.class) //
            .configure(MatchPatternsNodeFactory::configure) //
            .execute(MatchPatternsNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("4D-STEM", "ACOM", "ASTAR", "template matching", "orientation", "phase", "indexing", "crystal",
            "diffraction", "reliability", "PED", "py4DSTEM", "pyxem", "ePattern");

    /** Called by KNIME. */
    public MatchPatternsNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final MatchPatternsParameters parameters = in.getParameters();
        parameters.validate();
        out.setOutSpecs(new Matching(in.getInTableSpecs(), parameters).outputSpec(), MatchSchema.matchPictures());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final MatchPatternsParameters parameters = in.getParameters();
        final BufferedDataTable[] tables = in.getInTables();
        EngineErrors.translate(() -> {
            final DataTableSpec[] specs = new DataTableSpec[tables.length];
            for (int i = 0; i < specs.length; i++) {
                specs[i] = tables[i].getDataTableSpec();
            }
            new Matching(specs, parameters).run(tables, in.getExecutionContext(), out);
        });
    }
}
