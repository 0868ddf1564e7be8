// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.epattern.runner.ExitCode;
import org.epattern.runner.UserError;
import org.epattern.runner.output.ResultFiles;
import org.epattern.runner.output.WrittenFile;
import org.epattern.runner.progress.ProgressDisplay;
import org.epattern.runner.workflow.NodeState;
import org.epattern.standin.WorkflowEnvironment;
import org.epattern.standin.ui.PortInfo;
import org.knime.core.data.container.DataContainerException;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.port.PortObject;

/**
 * Executes all nodes of a workflow, one after the other (each uses all cores itself), and writes their results to files
 * as soon as they are there. A node that fails stops those behind it and no others.
 */
public final class WorkflowRun {

    /** Share of a node's bar that is left for writing its files. */
    private static final double WRITING = 0.1;

    private final LoadedWorkflow m_workflow;

    private final ExecuteNode m_executor;

    private final Cancellation m_cancellation;

    private final ProgressDisplay m_display;

    private final Optional<ResultFiles> m_files;

    private final boolean m_debug;

    private final List<WrittenFile> m_written = new ArrayList<>();

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
        m_executor = new ExecuteNode(workflow, environment);
        m_cancellation = cancellation;
        m_display = display;
        m_files = files;
        m_debug = debug;
    }

    /**
     * Executes what is not executed yet.
     *
     * @param noExecute only write the results that were loaded with the workflow
     * @throws CanceledExecutionException if the run was stopped
     * @throws UserError if results cannot be written
     */
    public void run(final boolean noExecute) throws CanceledExecutionException, UserError {
        final Map<LoadedNode, String> names = names();
        for (final LoadedNode node : m_workflow.nodes()) {
            final NodeProgressMonitor monitor = m_cancellation.newStep();
            final boolean loaded = node.state() == NodeState.EXECUTED;
            if (!loaded && noExecute || loaded && m_files.isEmpty()) {
                continue;
            }
            if (!loaded && !isReady(node)) {
                continue;
            }
            final ExecutionMonitor whole = new ExecutionMonitor(monitor);
            m_display.start(names.get(node), monitor);
            final boolean done = loaded || execute(node,
                m_files.isEmpty() ? monitor : whole.createSubProgress(1 - WRITING).getProgressMonitor());
            if (done) {
                write(node, names.get(node), whole);
            }
            m_display.end(done, done ? rows(node) + (loaded ? ", saved with the workflow" : "") : "failed");
        }
    }

    /** @return the files that were written so far */
    public List<WrittenFile> written() {
        return List.copyOf(m_written);
    }

    /** Names of nodes for the user; those that occur twice get their id. */
    private Map<LoadedNode, String> names() {
        final Map<String, Integer> count = new HashMap<>();
        m_workflow.nodes().forEach(n -> count.merge(n.saved().name(), 1, Integer::sum));
        final Map<LoadedNode, String> names = new HashMap<>();
        m_workflow.nodes()
            .forEach(n -> names.put(n, count.get(n.saved().name()) > 1 ? n.saved().label() : n.saved().name()));
        return names;
    }

    private boolean isReady(final LoadedNode node) {
        final String start = node.saved().label() + " is not executed: ";
        final Optional<LoadedNode> before = m_executor.waitsFor(node);
        if (before.isPresent() && !node.isMissing()) {
            m_display.line("WARN  " + start + "it waits for " + before.get().saved().label() + ".");
            return false;
        }
        try {
            m_workflow.configure(node).ifPresent(w -> warn(node, w));
        } catch (final RuntimeException ex) { // NOSONAR whatever a node does wrong must not stop the others
            fault(node, ex);
            return false;
        }
        if (node.state() == NodeState.IDLE) {
            m_display.line("ERROR " + start + sentence(node.reason()));
            return false;
        }
        return true;
    }

    private boolean execute(final LoadedNode node, final NodeProgressMonitor monitor)
        throws CanceledExecutionException {
        try {
            m_executor.execute(node, monitor).forEach(w -> warn(node, w));
            return true;
        } catch (final OutOfMemoryError ex) {
            failed(node, "Java's memory of " + Runtime.getRuntime().maxMemory() / (1 << 20)
                + " MB is not enough, allow it more with -Xmx (for example -Xmx4g).", ex);
        } catch (final KNIMEException ex) {
            failed(node, ex.getKNIMEMessage().toLogPrintable(), ex);
        } catch (final InvalidSettingsException | DataContainerException ex) {
            failed(node, ex.getMessage(), ex);
        } catch (final UncheckedIOException ex) {
            failed(node, String.valueOf(ex.getCause().getMessage()), ex);
        } catch (final CanceledExecutionException ex) {
            failed(node, "it stopped itself.", ex);
        } catch (final RuntimeException ex) { // NOSONAR whatever a node does wrong must not stop the others
            checkCanceled(ex);
            fault(node, ex);
        }
        return false;
    }

    private void failed(final LoadedNode node, final String why, final Throwable cause)
        throws CanceledExecutionException {
        checkCanceled(cause);
        m_display.line("ERROR " + node.saved().label() + " failed: " + sentence(why));
        if (m_debug) {
            m_display.line(StackTraces.of(cause).stripTrailing());
        }
    }

    /** When the run is being stopped, a node may fail in any way, and none of them is worth a word. */
    private void checkCanceled(final Throwable cause) throws CanceledExecutionException {
        if (m_cancellation.isCanceled()) {
            throw new CanceledExecutionException(String.valueOf(cause.getMessage()));
        }
    }

    private void write(final LoadedNode node, final String name, final ExecutionMonitor whole)
        throws CanceledExecutionException, UserError {
        if (m_files.isEmpty()) {
            return;
        }
        try {
            m_written.addAll(m_files.get().write(name, node.outputs().stream().map(PortInfo::name).toList(),
                node.objects(), whole.createSubProgress(WRITING)));
        } catch (final IOException | UncheckedIOException | DataContainerException ex) {
            checkCanceled(ex);
            m_display.end(false, "failed");
            throw new UserError(ExitCode.EXECUTION, "The results of " + node.saved().label()
                + " are not complete. " + sentence(String.valueOf(ex.getMessage())), ex);
        }
    }

    private static String rows(final LoadedNode node) {
        final List<String> rows = new ArrayList<>();
        for (int i = 0; i < node.objects().size(); i++) {
            final PortObject object = node.objects().get(i);
            final String name = node.outputs().get(i).name();
            rows.add(object instanceof BufferedDataTable table ? name + " " + table.size() + " rows" : name);
        }
        return rows.isEmpty() ? "done" : String.join(", ", rows);
    }

    private void warn(final LoadedNode node, final String text) {
        m_display.line("WARN  " + node.saved().label() + ": " + text);
    }

    private void fault(final LoadedNode node, final RuntimeException fault) {
        m_display.line("ERROR " + node.saved().label() + " failed because of a fault in its program, not in your data "
            + "or settings:\n" + StackTraces.of(fault).stripTrailing());
    }

    private static String sentence(final String text) {
        final String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.endsWith(".") ? line : line + ".";
    }
}
