// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.simulate;

import java.io.IOException;

import org.epattern.knime.data.EngineErrors;
import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.Schema;
import org.epattern.knime.nodes.ScanTables;
import org.epattern.simulate.SimulatedScan;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node "Simulate 4D-STEM". */
public final class SimulateNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Simulate 4D-STEM") //
        .icon("simulate.png") //
        .shortDescription("Makes a 4D-STEM scan of a few grains whose spots are known exactly.") //
        .fullDescription("""
                <p>Makes a scan of a specimen that does not exist: some crystals with a lattice of spots each, grain
                borders, an amorphous film with rings and a hole, under a direct beam with a halo, with the noise of a
                detector at a given dose.</p>
                <p>Use it to try the workflow before you bring data, and to find settings: because the <b>true
                reflections</b> are known, you can see which spots <i>Adaptive Peak Register</i> finds, which it misses,
                and how precise the positions are at your dose. The table of the truth also holds the smallest error
                that any method can have (Cram\u00e9r-Rao bound).</p>
                <p>The same settings and seed always give the same scan, on every computer.</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .ports(p -> p //
            .addOutputTable("Patterns", """
                    One row per scan point, line by line: <tt>scan x</tt>, <tt>scan y</tt> and the <tt>pattern</tt>, as
                    Load 4D-STEM gives them.
                    """) //
            .addOutputTable("True reflections", """
                    One row per spot that is really there, with the columns of a reflection table (<tt>mean</tt> within
                    the radius and <tt>prominence</tt> without noise), the <tt>amplitude</tt> above the background, and
                    the smallest possible standard deviations of position (px) and amplitude (grey levels).
                    """) //
            .addOutputTable("Scan description", """
                    Sizes, calibration and the recipe of the scan, one row each with <tt>name</tt>, <tt>value</tt> and
                    <tt>unit</tt>.
                    """)) //
        .model(m -> m //
            .parametersClass(SimulateParameters.class) //
            .configure(SimulateNodeFactory::configure) //
            .execute(SimulateNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("4D-STEM", "simulation", "synthetic", "test data", "ground truth", "dose", "noise", "Bragg", "spot",
            "diffraction", "Cramer-Rao");

    /** Called by KNIME. */
    public SimulateNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final SimulateParameters parameters = in.getParameters();
        parameters.validate();
        out.setOutSpecs(Schema.patterns(), Schema.truth(), Schema.description());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final SimulateParameters parameters = in.getParameters();
        EngineErrors.translate(() -> simulate(parameters, in.getExecutionContext(), out));
    }

    private static void simulate(final SimulateParameters parameters, final ExecutionContext exec,
        final ExecuteOutput out) throws IOException {
        try (SimulatedScan scan = new SimulatedScan(parameters.settings())) {
            final BufferedDataTable patterns =
                ScanTables.importPatterns(scan, exec, new EngineProgress(exec.createSubProgress(0.7)));
            final BufferedDataTable truth =
                TruthTable.of(scan, exec, new EngineProgress(exec.createSubProgress(0.3)));
            out.setOutData(patterns, truth, ScanTables.description(scan, "simulation", exec));
        }
    }
}
