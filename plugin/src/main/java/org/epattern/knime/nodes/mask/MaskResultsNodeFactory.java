// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.mask;

import org.epattern.knime.data.EngineErrors;
import org.epattern.knime.data.Schema;
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

/** The node "Mask Results". */
public final class MaskResultsNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Mask Results") //
        .icon("mask.png") //
        .shortDescription("Keeps results of crystalline scan points only, by the spot count of their patterns.") //
        .fullDescription("""
                <p>Template matching gives an orientation for every scan point, also for amorphous carbon and holes,
                where
                it means nothing. This node masks such points: those whose pattern has fewer spots than a limit and, if
                wanted, those whose reliability or matching index is too low.</p>
                <p>The results may be any table with a row per scan point, for instance orientations imported from ACOM
                software, or the pattern table of <i>Adaptive Peak Register</i>. The summary compares the means inside
                and
                outside the mask, as the paper does for the reliability.</p>
                <p>The default of 5 spots is the paper's: three spots besides the direct beam are too few to fit a
                template, so (3 + 1) + 1. Adapt it to how close your templates lie to each other.</p>
                <p>Method: Folastre et al., Scientific Reports (2024), section "Results in ACOM-Astar", Fig. 5 and Fig.
                7.</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .ports(p -> p //
            .addInputTable("Results", "A row per scan point, with its scan position and any results.") //
            .addInputTable("Maps", "The map table of Spot Count Map, or any table with scan positions and spot "
                + "counts.") //
            .addOutputTable("Masked results", """
                    The results: with a column <tt>masked</tt>, with missing values in masked rows, or without masked
                    rows, as chosen.
                    """) //
            .addOutputTable("Summary", """
                    Number of points, and the mean of each numeric column of the results: <tt>inside</tt> the mask (kept
                    points), <tt>outside</tt>, and <tt>all</tt>.
                    """)) //
        .model(m -> m //
            .parametersClass(MaskResultsParameters.class) //
            .configure(MaskResultsNodeFactory::configure) //
            .execute(MaskResultsNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("4D-STEM", "diffraction", "mask", "spot count", "crystalline", "amorphous", "reliability", "index",
            "ACOM", "ASTAR", "orientation", "filter");

    /** Called by KNIME. */
    public MaskResultsNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final MaskResultsParameters parameters = in.getParameters();
        parameters.validate();
        out.setOutSpecs(new Masking(in.getInTableSpec(0), in.getInTableSpec(1), parameters).outputSpec(),
            Schema.maskSummary());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final MaskResultsParameters parameters = in.getParameters();
        final BufferedDataTable results = in.getInTable(0);
        final BufferedDataTable map = in.getInTable(1);
        EngineErrors.translate(() -> new Masking(results.getDataTableSpec(), map.getDataTableSpec(), parameters)
            .run(results, map, in.getExecutionContext(), out));
    }
}
