// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.probe;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.knime.core.data.container.DataContainerException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeLogger;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A probe: passes its table on, or misbehaves as its settings say. */
public final class WorkNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Probe Work") //
        .icon("work.png") //
        .shortDescription("Works.") //
        .fullDescription("Works.") //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p.addInputTable("in", "In.").addOutputTable("out", "Out.")) //
        .model(m -> m.parametersClass(WorkNodeParameters.class).configure(WorkNodeFactory::configure)
            .execute(WorkNodeFactory::execute));

    /** For the platform. */
    public WorkNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output) {
        output.setOutSpec(0, input.getInTableSpec(0));
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws CanceledExecutionException, KNIMEException {
        final WorkNodeParameters parameters = input.getParameters();
        final ExecutionContext exec = input.getExecutionContext();
        switch (parameters.m_mode) {
            case "pass" -> {
                // nothing more to do
            }
            case "warn" -> {
                NodeLogger.getLogger(WorkNodeFactory.class).warn("from the log");
                output.setWarningMessage("from the node");
            }
            case "fail" -> throw new KNIMEException("The column 'x' is missing, expected a number column.");
            case "fault" -> throw new IllegalStateException("a fault of the program");
            case "small" -> {
                if (parameters.m_factor > 1) {
                    throw new KNIMEException("The factor is " + parameters.m_factor + ", expected at most 1.");
                }
            }
            case "full disk" -> throw new DataContainerException("No space left on device.");
            case "wait" -> {
                while (true) {
                    exec.checkCanceled();
                    pause(10);
                }
            }
            // does not listen
            case "stubborn" -> pause(2500);
            default -> throw new KNIMEException("unknown mode " + parameters.m_mode);
        }
        output.setOutData(0, input.getInTable(0));
    }

    private static void pause(final long millis) {
        try {
            new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        } catch (final InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }
}
