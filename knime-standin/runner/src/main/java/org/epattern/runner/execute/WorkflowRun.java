// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.epattern.runner.UserError;
import org.epattern.runner.node.LoopEndNode;
import org.epattern.runner.node.LoopStart;
import org.epattern.runner.output.ResultFiles;
import org.epattern.runner.output.WrittenFile;
import org.epattern.runner.progress.ProgressDisplay;
import org.epattern.runner.workflow.Loop;
import org.epattern.runner.workflow.NodeState;
import org.epattern.standin.NodeEnvironment;
import org.epattern.standin.WorkflowEnvironment;
import org.knime.core.node.CanceledExecutionException;

/**
 * Executes all nodes of a workflow, one after the other (each uses all cores itself), and writes their results to files
 * as soon as they are there. A node that fails stops those behind it and no others; in a loop it ends the loop. The
 * nodes of a loop are executed once per iteration, those inside a component in its place.
 */
public final class WorkflowRun {

    private final LoadedWorkflow m_workflow;

    private final NodeRun m_nodes;

    /**
     * @param workflow the workflow
     * @param environment where its nodes keep tables and file stores
     * @param cancellation stops it
     * @param display shows progress and messages
     * @param files writes results; empty: they are not written
     * @param debug whether stack traces of failures that the node explained are shown, too
     */
    public WorkflowRun(final LoadedWorkflow workflow, final WorkflowEnvironment environment,
        final Cancellation cancellation, final ProgressDisplay display, final Optional<ResultFiles> files,
        final boolean debug) {
        m_workflow = workflow;
        m_nodes = new NodeRun(environment, cancellation, display, files, debug);
    }

    /**
     * Executes what is not executed yet.
     *
     * @param noExecute only write the results that were loaded with the workflow
     * @throws CanceledExecutionException if the run was stopped
     * @throws UserError if results cannot be written
     */
    public void run(final boolean noExecute) throws CanceledExecutionException, UserError {
        final Scope scope = Scope.of(m_workflow);
        if (noExecute) {
            for (final LoadedNode node : m_workflow.nodes()) {
                if (node.state() == NodeState.EXECUTED) {
                    showLoaded(scope, node);
                }
            }
        } else {
            run(scope, m_workflow.nodes());
        }
    }

    /** @return the files that were written so far */
    public List<WrittenFile> written() {
        return m_nodes.written();
    }

    private void showLoaded(final Scope scope, final LoadedNode node) throws CanceledExecutionException, UserError {
        if (m_nodes.writes() && scope.isShown()) {
            m_nodes.show(scope, node, ", saved with the workflow");
        }
    }

    private void run(final Scope scope, final List<LoadedNode> nodes) throws CanceledExecutionException, UserError {
        final Set<LoadedNode> inLoops = new HashSet<>();
        for (final LoadedNode node : nodes) {
            final Optional<Loop> loop = scope.workflow().loopFrom(node).filter(l -> node.state() != NodeState.EXECUTED);
            if (inLoops.contains(node)) {
                continue;
            }
            if (loop.isPresent()) {
                inLoops.addAll(scope.workflow().nodes(loop.get().body()));
                inLoops.addAll(scope.workflow().nodes(loop.get().ends()));
                loop(scope, node, loop.get());
            } else if (node.state() == NodeState.EXECUTED) {
                showLoaded(scope, node);
            } else {
                node(scope, node);
            }
        }
    }

    private boolean node(final Scope scope, final LoadedNode node) throws CanceledExecutionException, UserError {
        if (!m_nodes.isReady(scope, node)) {
            return false;
        }
        if (!(node.behaviour() instanceof ComponentNode component)) {
            return m_nodes.execute(scope, node);
        }
        component.arrive(scope.workflow().inputs(node));
        run(scope.inside(node, component.inside()), component.inside().nodes());
        if (component.inside().nodes().stream().anyMatch(n -> n.state() != NodeState.EXECUTED)) {
            return false;
        }
        node.setExecuted(component.results(), null);
        m_nodes.show(scope, node, "");
        return true;
    }

    private void loop(final Scope scope, final LoadedNode first, final Loop loop)
        throws CanceledExecutionException, UserError {
        final List<LoadedNode> body = scope.workflow().nodes(loop.body());
        final LoadedNode last = scope.workflow().nodes(loop.ends()).get(0);
        final LoopStart start = (LoopStart)first.behaviour();
        final LoopEndNode end = (LoopEndNode)last.behaviour();
        final NodeEnvironment environment = m_nodes.environment().node(scope.path() + last.saved().id());
        start.restart();
        end.restart();
        List<NodeEnvironment> before = List.of();
        do {
            if (!end.needsFilesOfTheLoop()) {
                // a loop over many scans must not keep what all of them needed
                before.forEach(NodeEnvironment::delete);
            }
            body.forEach(n -> n.setIdle("it waits for the next iteration"));
            if (!node(scope, first)) {
                return;
            }
            final Scope iteration = scope.inIteration(start);
            run(iteration, body);
            if (body.stream().anyMatch(n -> n.state() != NodeState.EXECUTED)
                || !m_nodes.isReady(iteration, last) || !m_nodes.collect(iteration, last, end, environment)) {
                return;
            }
            before = environments(body);
        } while (start.hasNext());
        last.setEnvironment(environment);
        m_nodes.execute(scope, last);
    }

    private static List<NodeEnvironment> environments(final List<LoadedNode> nodes) {
        final List<NodeEnvironment> environments = new ArrayList<>();
        for (final LoadedNode node : nodes) {
            node.environment().ifPresent(environments::add);
            if (node.behaviour() instanceof ComponentNode component) {
                environments.addAll(environments(component.inside().nodes()));
            }
        }
        return environments;
    }
}
