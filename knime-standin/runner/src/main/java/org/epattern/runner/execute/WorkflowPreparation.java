// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.epattern.runner.ExitCode;
import org.epattern.runner.UserError;
import org.epattern.runner.args.OptionArgument;
import org.epattern.runner.knime.ComponentInput;
import org.epattern.runner.knime.ComponentOutput;
import org.epattern.runner.progress.ProgressDisplay;
import org.epattern.runner.workflow.Loop;
import org.epattern.runner.workflow.NodeState;
import org.epattern.runner.workflow.Variable;
import org.epattern.standin.WorkflowEnvironment;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

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
        restoreResults(m_workflow);
    }

    private void restoreResults(final LoadedWorkflow workflow) {
        for (final LoadedNode node : workflow.nodes()) {
            if (node.isMissing() || workflow.waitsFor(node).isPresent()) {
                continue;
            }
            if (node.behaviour() instanceof ComponentNode component) {
                restore(workflow, node, component);
            } else if (node.behaviour() instanceof ComponentInput || node.behaviour() instanceof ComponentOutput) {
                pass(workflow, node);
            } else if (NodeResults.exist(node.saved())) {
                restore(workflow, node);
            } else if (node.saved().state() == NodeState.EXECUTED) {
                warn("The results that KNIME saved of " + node.saved().label()
                    + " can be read by KNIME only; the node is executed again.");
            }
        }
        resetUnfinishedLoops(workflow);
    }

    /** A loop of which a part has no results begins anew. */
    private static void resetUnfinishedLoops(final LoadedWorkflow workflow) {
        for (final Loop loop : workflow.loops()) {
            final LoadedNode start = workflow.node(loop.start()).orElseThrow();
            if (Stream.of(workflow.nodes(loop.body()), workflow.nodes(loop.ends())).flatMap(List::stream)
                .anyMatch(n -> n.state() != NodeState.EXECUTED)) {
                reset(workflow, start);
            }
        }
    }

    private void restore(final LoadedWorkflow workflow, final LoadedNode node, final ComponentNode component) {
        workflow.configure(node);
        if (node.state() == NodeState.IDLE) {
            return;
        }
        component.arrive(workflow.inputs(node));
        restoreResults(component.inside());
        if (component.inside().nodes().stream().allMatch(n -> n.state() == NodeState.EXECUTED)) {
            node.setExecuted(component.results(), null);
        }
    }

    /** The boundaries of a component make nothing, they only pass on. */
    private static void pass(final LoadedWorkflow workflow, final LoadedNode node) {
        try {
            workflow.configure(node);
            node.setExecuted(Arrays.asList(node.behaviour().execute(workflow.inputs(node),
                workflow.variablesOf(node), null).objects()), null);
        } catch (final KNIMEException | InvalidSettingsException | CanceledExecutionException ex) {
            throw new IllegalStateException("Passing on cannot fail.", ex);
        }
    }

    private void restore(final LoadedWorkflow workflow, final LoadedNode node) {
        try {
            final Optional<NodeResults.Loaded> results = NodeResults.load(node,
                Arrays.asList(workflow.inputs(node)), NodeResults.fingerprint(node, workflow.incoming(node)),
                m_environment);
            if (results.isPresent()) {
                workflow.configure(node);
                node.setExecuted(results.get().objects(), results.get().internal(), null);
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
            reset(m_workflow, node.get());
            resetUnfinishedLoops(m_workflow);
        } else {
            warn("-option=" + option + " changes nothing: there is no such node, expected one of "
                + m_workflow.nodes().stream().map(n -> n.saved().label()).toList() + ".");
        }
    }

    private static void reset(final LoadedWorkflow workflow, final LoadedNode node) {
        node.setIdle("it was reset");
        for (final LoadedNode next : workflow.nodes()) {
            if (next.state() == NodeState.EXECUTED && workflow.incoming(next).stream()
                .anyMatch(c -> c.sourceId() == node.saved().id())) {
                reset(workflow, next);
            }
        }
    }

    private void warn(final String sentence) {
        m_display.line("WARN  " + sentence);
    }
}
