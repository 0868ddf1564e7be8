// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.epattern.runner.workflow.Connection;
import org.epattern.runner.workflow.NodeState;
import org.epattern.standin.NodeEnvironment;
import org.epattern.standin.WorkflowEnvironment;
import org.epattern.standin.ui.NodeRuntime;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.port.PortObject;

/** Executes one configured node with the results of those that feed it. */
final class ExecuteNode {

    private final LoadedWorkflow m_workflow;

    private final WorkflowEnvironment m_environment;

    ExecuteNode(final LoadedWorkflow workflow, final WorkflowEnvironment environment) {
        m_workflow = workflow;
        m_environment = environment;
    }

    /**
     * @param node a configured node
     * @param progress hears the progress and cancels
     * @return warnings, none or one sentence each
     * @throws KNIMEException with the node's message
     * @throws InvalidSettingsException with the node's message
     * @throws CanceledExecutionException if the user wants to stop
     */
    List<String> execute(final LoadedNode node, final NodeProgressMonitor progress)
        throws KNIMEException, InvalidSettingsException, CanceledExecutionException {
        final PortObject[] inputs = new PortObject[node.inputs().size()];
        for (int i = 0; i < inputs.length; i++) {
            final Connection feeding = m_workflow.feeding(node, i).orElseThrow();
            inputs[i] = m_workflow.node(feeding.sourceId()).orElseThrow().objects().get(feeding.sourcePort() - 1);
        }
        final NodeEnvironment environment = m_environment.node(Integer.toString(node.saved().id()));
        final NodeRuntime.Executed executed =
            node.runtime().execute(inputs, new ExecutionContext(progress, environment));
        node.setExecuted(Arrays.asList(executed.objects()), environment);
        final List<String> warnings = new ArrayList<>(executed.mismatches());
        executed.warning().ifPresent(warnings::add);
        return warnings;
    }

    /** @return the nodes before this one that have no results, so that it cannot be executed */
    Optional<LoadedNode> waitsFor(final LoadedNode node) {
        return m_workflow.incoming(node).stream().map(c -> m_workflow.node(c.sourceId()).orElseThrow())
            .filter(n -> n.state() != NodeState.EXECUTED).findFirst();
    }
}
