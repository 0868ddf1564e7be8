// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.compare;

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

/** The node "Compare Orientations". */
public final class CompareOrientationsNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Compare Orientations") //
        .icon("compare.png") //
        .shortDescription("Tells how many orientations of a map are right, by the truth or by another map.") //
        .fullDescription("""
                <p>Compares the orientations of <i>Match Patterns</i> or <i>Load Orientations</i> point by point with
                the truth, as a simulation knows it, or with another map of the same scan. It tells whether a way of
                preparing patterns makes the orientation map better.</p>
                <ul>
                <li><b>Right</b>: the same phase, and a disorientation of at most 1, 2 or 5 degrees. Equivalent
                orientations are taken as one; phases are the same if their names are.</li>
                <li><b>Half turn</b>: a wrong orientation that half a turn about the beam makes right. Patterns near a
                zone axis look the same after half a turn, so no method can tell these apart.</li>
                <li><b>Indexed</b>: template matching gives every point a best orientation, whatever the pattern holds.
                A point counts as indexed if its orientation reaches the limits of reliability and index in the
                dialog (the paper masks its maps in this way, Fig. 7).</li>
                <li><b>False orientation</b>: a point that is no crystal by the truth, and is indexed.
                <b>Missed</b>: a crystal that is not indexed.</li>
                <li><b>Grain region</b>: points with at least five spots (Fig. 5). All ways of preparing the patterns of
                a scan must be judged on the same points, so connect the same spot counts to each.</li>
                </ul>
                <p>The counts of right and wrong orientations in the summary take the best orientation of each crystal
                point, whatever its reliability; the verdict of a point and the counts of indexed points ask for the
                limits. A reliability of 30 that is wrong is worse than one of 10 that is right: read both.</p>
                <p>Q and R are equations 1 and 2 of Folastre et al., Scientific Reports (2024).</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup("Orientations", g -> g.name("Orientations").description("""
                    A row per scan point, as Match Patterns gives it: <tt>scan x</tt>, <tt>scan y</tt>, <tt>phase</tt>,
                    <tt>phi1</tt>, <tt>Phi</tt>, <tt>phi2</tt>, <tt>index</tt>, <tt>reliability</tt>. Only the first
                    solution of a scan point is used.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Truth", g -> g.name("Truth").description("""
                    A row per scan point: <tt>scan x</tt>, <tt>scan y</tt>, <tt>phase</tt> (missing where there is no
                    crystal), <tt>phi1</tt>, <tt>Phi</tt>, <tt>phi2</tt>. Points without a row are not judged.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Phases", g -> g.name("Phases").description("""
                    The phases of Simulate Template Bank or Load Orientations, which know the symmetry.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Spot counts", g -> g.name("Spot counts").description("""
                    Optional: a row per scan point with <tt>scan x</tt>, <tt>scan y</tt> and the number of spots, e.g.
                    the registered patterns of Adaptive Peak Register or the maps of Spot Count Map; add this input with
                    the three dots of the node. Without it, <tt>spot count</tt> of the orientations is taken, plus one
                    for the direct beam.
                    """).optional().supportedTypes(BufferedDataTable.TYPE)) //
            .addInputPortGroup("Earlier summary", g -> g.name("Earlier summary").description("""
                    Optional: the summary of another comparison, e.g. of patterns that were prepared in another way; its
                    rows come before those of this one, so that a chain of these nodes ends in one table.
                    """).optional().supportedTypes(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Points", g -> g.name("Points").description("""
                    A row per scan point: <tt>true phase</tt>, <tt>phase</tt>, <tt>same phase</tt>,
                    <tt>disorientation</tt> in degrees (missing unless the phases are the same), <tt>half turn</tt>,
                    <tt>indexed</tt> and <tt>verdict</tt> (right within 1, 2 or 5 degrees, wrong orientation, wrong
                    phase, missed, false orientation, rightly empty, no truth).
                    """).fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Summary", g -> g.name("Summary").description("""
                    A row for the grain region, the whole map, and what is crystal or amorphous by the truth: number of
                    points, mean <tt>index</tt> and mean and median <tt>reliability</tt> (points without solution
                    count with the 0 that Match Patterns gives them), then counts and their share. Shares are of the
                    crystal points of the row, those of false orientations of its amorphous points. Rows of an earlier
                    summary come first.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Distributions", g -> g.name("Distributions").description("""
                    A row per bin of index and reliability and part of the scan: number and share of points.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Limits", g -> g.name("Limits").description("""
                    What is left when only points with at least a certain reliability, index or spot count are kept
                    (Fig. 7): a row per limit with number and share of the crystal points, of the crystal points that
                    are right within 5 degrees, and of the amorphous points that are kept.
                    """).fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup("Pictures", g -> g.name("Pictures").description("""
                    Maps of verdicts and disorientations, distributions of index and reliability, and what limits keep:
                    <tt>name</tt>, <tt>picture</tt> (PNG), <tt>min</tt>, <tt>max</tt> and <tt>unit</tt> of the values.
                    """).fixed(BufferedDataTable.TYPE))) //
        .model(m -> m //
            .parametersClass(CompareOrientationsParameters.class) //
            .configure(CompareOrientationsNodeFactory::configure) //
            .execute(CompareOrientationsNodeFactory::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("4D-STEM", "ACOM", "ASTAR", "orientation", "compare", "truth", "accuracy", "misorientation",
            "disorientation", "reliability", "index", "phase", "mask", "ePattern");

    /** Called by KNIME. */
    public CompareOrientationsNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final CompareOrientationsParameters parameters = in.getParameters();
        parameters.validate();
        out.setOutSpecs(new Comparing(in.getInTableSpecs(), parameters).pointSpec(), MatchSchema.comparison(),
            MatchSchema.distributions(), MatchSchema.limits(), Schema.pictures());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final CompareOrientationsParameters parameters = in.getParameters();
        final BufferedDataTable[] tables = in.getInTables();
        EngineErrors.translate(() -> {
            final DataTableSpec[] specs = new DataTableSpec[tables.length];
            for (int i = 0; i < specs.length; i++) {
                specs[i] = tables[i].getDataTableSpec();
            }
            new Comparing(specs, parameters).run(tables, in.getExecutionContext(), out);
        });
    }
}
