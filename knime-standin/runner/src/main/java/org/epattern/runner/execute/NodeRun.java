// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.epattern.runner.ExitCode;
import org.epattern.runner.UserError;
import org.epattern.runner.knime.ComponentInput;
import org.epattern.runner.knime.ComponentOutput;
import org.epattern.runner.node.LoopEndNode;
import org.epattern.runner.output.ResultFiles;
import org.epattern.runner.output.WrittenFile;
import org.epattern.runner.progress.ProgressDisplay;
import org.epattern.runner.workflow.NodeState;
import org.epattern.standin.NodeEnvironment;
import org.epattern.standin.WorkflowEnvironment;
import org.epattern.standin.ui.NodeRuntime;
import org.epattern.standin.ui.PortInfo;
import org.knime.core.data.container.DataContainerException;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;

/** Executes single nodes: configures them, reports what goes wrong in one sentence, and writes their results. */
final class NodeRun {

    /** Share of a node's bar that is left for writing its files. */
    private static final double WRITING = 0.1;

    private final WorkflowEnvironment m_environment;

    private final Cancellation m_cancellation;

    private final ProgressDisplay m_display;

    private final Optional<ResultFiles> m_files;

    private final boolean m_debug;

    private final List<WrittenFile> m_written = new ArrayList<>();

    NodeRun(final WorkflowEnvironment environment, final Cancellation cancellation, final ProgressDisplay display,
        final Optional<ResultFiles> files, final boolean debug) {
        m_environment = environment;
        m_cancellation = cancellation;
        m_display = display;
        m_files = files;
        m_debug = debug;
    }

    /** Work that can fail as the execution of a node can. */
    interface Work {
        void run(NodeProgressMonitor monitor)
            throws KNIMEException, InvalidSettingsException, CanceledExecutionException;
    }

    List<WrittenFile> written() {
        return List.copyOf(m_written);
    }

    boolean writes() {
        return m_files.isPresent();
    }

    WorkflowEnvironment environment() {
        return m_environment;
    }

    /** Configures a node with what is known now. */
    boolean isReady(final Scope scope, final LoadedNode node) {
        final String start = scope.label(node) + " is not executed: ";
        final Optional<LoadedNode> before = scope.workflow().waitsFor(node);
        if (before.isPresent() && !node.isMissing()) {
            m_display.line("WARN  " + start + "it waits for " + before.get().saved().label() + ".");
            return false;
        }
        try {
            scope.workflow().configure(node).ifPresent(w -> warn(scope, node, w));
        } catch (final RuntimeException ex) { // NOSONAR whatever a node does wrong must not stop the others
            fault(scope, node, ex);
            return false;
        }
        if (node.state() == NodeState.IDLE) {
            m_display.line("ERROR " + start + sentence(node.reason()));
            return false;
        }
        return true;
    }

    /** Executes a node that is ready, and writes its results. */
    boolean execute(final Scope scope, final LoadedNode node) throws CanceledExecutionException, UserError {
        final NodeProgressMonitor monitor = m_cancellation.newStep();
        if (node.behaviour() instanceof ComponentInput || node.behaviour() instanceof ComponentOutput) {
            // they pass on at once, which is not worth a line
            return attempt(scope, node, monitor, m -> executeNow(scope, node, m));
        }
        final ExecutionMonitor whole = new ExecutionMonitor(monitor);
        final boolean writes = m_files.isPresent() && scope.isShown();
        m_display.start(scope.name(node), monitor);
        final boolean done = attempt(scope, node,
            writes ? whole.createSubProgress(1 - WRITING).getProgressMonitor() : monitor,
            m -> executeNow(scope, node, m));
        if (done && writes) {
            write(scope, node, whole);
        }
        m_display.end(done, done ? rows(node) : "failed");
        return done;
    }

    /** Writes the results of a node that is executed. */
    void show(final Scope scope, final LoadedNode node, final String remark)
        throws CanceledExecutionException, UserError {
        final NodeProgressMonitor monitor = m_cancellation.newStep();
        m_display.start(scope.name(node), monitor);
        if (m_files.isPresent() && scope.isShown()) {
            write(scope, node, new ExecutionMonitor(monitor));
        }
        m_display.end(true, rows(node) + remark);
    }

    /** Lets the end of a loop take the results of an iteration. */
    boolean collect(final Scope scope, final LoadedNode node, final LoopEndNode end, final NodeEnvironment environment)
        throws CanceledExecutionException {
        return attempt(scope, node, m_cancellation.newStep(),
            m -> end.collect(scope.workflow().inputs(node), new ExecutionContext(m, environment)));
    }

    private void executeNow(final Scope scope, final LoadedNode node, final NodeProgressMonitor monitor)
        throws KNIMEException, InvalidSettingsException, CanceledExecutionException {
        final NodeEnvironment environment = node.behaviour() instanceof LoopEndNode && node.environment().isPresent()
            ? node.environment().get() : m_environment.node(scope.path() + node.saved().id());
        final NodeRuntime.Executed executed = node.behaviour().execute(scope.workflow().inputs(node),
            scope.workflow().variablesOf(node), new ExecutionContext(monitor, environment));
        node.setExecuted(Arrays.asList(executed.objects()), Arrays.asList(executed.internal()), environment);
        executed.mismatches().forEach(w -> warn(scope, node, w));
        executed.warning().ifPresent(w -> warn(scope, node, w));
    }

    private boolean attempt(final Scope scope, final LoadedNode node, final NodeProgressMonitor monitor,
        final Work work) throws CanceledExecutionException {
        try {
            work.run(monitor);
            return true;
        } catch (final OutOfMemoryError ex) {
            failed(scope, node, "Java's memory of " + Runtime.getRuntime().maxMemory() / (1 << 20)
                + " MB is not enough, allow it more with -Xmx (for example -Xmx4g).", ex);
        } catch (final KNIMEException ex) {
            failed(scope, node, withResolutions(ex.getKNIMEMessage()), ex);
        } catch (final InvalidSettingsException | DataContainerException ex) {
            failed(scope, node, ex.getMessage(), ex);
        } catch (final UncheckedIOException ex) {
            failed(scope, node, String.valueOf(ex.getCause().getMessage()), ex);
        } catch (final CanceledExecutionException ex) {
            failed(scope, node, "it stopped itself.", ex);
        } catch (final RuntimeException ex) { // NOSONAR whatever a node does wrong must not stop the others
            checkCanceled(ex);
            fault(scope, node, ex);
        }
        return false;
    }

    private void failed(final Scope scope, final LoadedNode node, final String why, final Throwable cause)
        throws CanceledExecutionException {
        checkCanceled(cause);
        m_display.line("ERROR " + scope.label(node) + " failed" + scope.where() + ": " + sentence(why));
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

    private void write(final Scope scope, final LoadedNode node, final ExecutionMonitor whole)
        throws CanceledExecutionException, UserError {
        try {
            m_written.addAll(m_files.get().write(scope.folder(node), node.outputs().stream().map(PortInfo::name).toList(),
                node.objects(), whole.createSubProgress(WRITING)));
        } catch (final IOException | UncheckedIOException | DataContainerException ex) {
            checkCanceled(ex);
            m_display.end(false, "failed");
            throw new UserError(ExitCode.EXECUTION, "The results of " + scope.label(node)
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

    private void warn(final Scope scope, final LoadedNode node, final String text) {
        m_display.line("WARN  " + scope.label(node) + scope.where() + ": " + text);
    }

    private void fault(final Scope scope, final LoadedNode node, final RuntimeException fault) {
        m_display.line("ERROR " + scope.label(node) + " failed" + scope.where() + " because of a fault in its program, "
            + "not in your data or settings:\n" + StackTraces.of(fault).stripTrailing());
    }

    private static String sentence(final String text) {
        final String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.endsWith(".") ? line : line + ".";
    }

    /** KNIME's user interface shows what the user can do, its log does not; here the log is the user interface. */
    private static String withResolutions(final Message message) {
        return Stream.concat(message.toLogPrintable().lines(), message.getResolutions().stream())
            .map(NodeRun::sentence).collect(Collectors.joining(" "));
    }
}
