// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.epattern.runner.ExitCode;
import org.epattern.runner.UserError;
import org.epattern.runner.args.OptionArgument;
import org.epattern.runner.progress.ProgressDisplay;
import org.epattern.runner.workflow.NodeState;
import org.epattern.runner.workflow.Variable;
import org.epattern.standin.WorkflowEnvironment;
import org.knime.core.node.port.PortObject;

/** What happens between loading and executing: variables, results that were saved with the workflow, options. */
public final class WorkflowPreparation {

    private final LoadedWorkflow m_workflow;

    private final WorkflowEnvironment m_environment;

    private final ProgressDisplay m_display;

    /**
     * @param workflow the workflow
     * @param environment gets to know the file stores that were saved
     * @param display shows warnings
     */
    public WorkflowPreparation(final LoadedWorkflow workflow, final WorkflowEnvironment environment,
        final ProgressDisplay display) {
        m_workflow = workflow;
        m_environment = environment;
        m_display = display;
    }

    /**
     * @param variables variables of the workflow that get other values; those that are not declared are warned of
     */
    public void setVariables(final List<Variable> variables) {
        for (final Variable variable : variables) {
            final Optional<Variable> declared =
                m_workflow.variables().stream().filter(v -> v.name().equals(variable.name())).findFirst();
            if (declared.isEmpty()) {
                warn("The workflow variable '" + variable.name() + "' may be without effect: the workflow declares "
                    + m_workflow.variables().stream().map(v -> "'" + v.name() + "'").toList() + ".");
            } else if (declared.get().type() != variable.type()) {
                warn("The workflow variable '" + variable.name() + "' is given as " + variable.type()
                    + ", the workflow declares it as " + declared.get().type() + ".");
            }
            m_workflow.setVariable(variable);
        }
    }

    /** Takes the results that were saved with the workflow, unless the workflow was changed since. */
    public void restoreResults() {
        for (final LoadedNode node : m_workflow.nodes()) {
            final boolean ready = m_workflow.incoming(node).stream()
                .allMatch(c -> m_workflow.node(c.sourceId()).orElseThrow().state() == NodeState.EXECUTED);
            if (node.isMissing() || !ready) {
                continue;
            }
            if (NodeResults.exist(node.saved())) {
                restore(node);
            } else if (node.saved().state() == NodeState.EXECUTED) {
                warn("The results that KNIME saved of " + node.saved().label()
                    + " can be read by KNIME only; the node is executed again.");
            }
        }
    }

    private void restore(final LoadedNode node) {
        try {
            final Optional<List<PortObject>> objects =
                NodeResults.load(node, NodeResults.fingerprint(node, m_workflow.incoming(node)), m_environment);
            if (objects.isPresent()) {
                m_workflow.configure(node);
                node.setExecuted(objects.get(), null);
            } else {
                warn("The results saved of " + node.saved().label() + " are out of date, because its settings or "
                    + "connections were changed; the node is executed again.");
            }
        } catch (final IOException ex) {
            warn("The results saved of " + node.saved().label() + " cannot be read, the node is executed again: "
                + ex.getMessage());
        }
    }

    /**
     * Sets a setting from the command line; results that depend on it are forgotten.
     *
     * @param option what is set
     * @throws UserError with {@link ExitCode#LOAD}, if the node refuses it
     */
    public void setOption(final OptionArgument option) throws UserError {
        final Optional<LoadedNode> node = NodeOptions.find(option, m_workflow);
        if (node.isPresent()) {
            NodeOptions.apply(option, node.get()).ifPresent(this::warn);
            reset(node.get());
        } else {
            warn("-option=" + option + " changes nothing: there is no such node, expected one of "
                + m_workflow.nodes().stream().map(n -> n.saved().label()).toList() + ".");
        }
    }

    private void reset(final LoadedNode node) {
        node.setIdle("it was reset");
        for (final LoadedNode next : m_workflow.nodes()) {
            if (next.state() == NodeState.EXECUTED && m_workflow.incoming(next).stream()
                .anyMatch(c -> c.sourceId() == node.saved().id())) {
                reset(next);
            }
        }
    }

    private void warn(final String sentence) {
        m_display.line("WARN  " + sentence);
    }
}
