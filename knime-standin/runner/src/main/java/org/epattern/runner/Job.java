// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.epattern.runner.args.CommandLine;
import org.epattern.runner.args.OptionArgument;
import org.epattern.runner.execute.Cancellation;
import org.epattern.runner.execute.LoadedWorkflow;
import org.epattern.runner.execute.WorkflowLoader;
import org.epattern.runner.execute.WorkflowPreparation;
import org.epattern.runner.execute.WorkflowRun;
import org.epattern.runner.execute.WorkflowSaver;
import org.epattern.runner.files.FileTree;
import org.epattern.runner.files.IoReason;
import org.epattern.runner.files.Scratch;
import org.epattern.runner.output.OutputFolder;
import org.epattern.runner.output.ResultFiles;
import org.epattern.runner.output.Summary;
import org.epattern.runner.plugins.NodePlugins;
import org.epattern.runner.progress.ProgressDisplay;
import org.epattern.runner.view.ServedView;
import org.epattern.runner.view.ViewSession;
import org.epattern.runner.workflow.Issue;
import org.epattern.runner.workflow.Issue.Level;
import org.epattern.runner.workflow.Issues;
import org.epattern.runner.workflow.NodeState;
import org.epattern.runner.workflow.SavedWorkflow;
import org.epattern.runner.workflow.WorkflowArchive;
import org.epattern.runner.workflow.WorkflowReader;
import org.epattern.standin.CellTypes;
import org.epattern.standin.WorkflowEnvironment;
import org.knime.core.node.CanceledExecutionException;

/** Loads a workflow, executes it, saves it and says what came of it. */
final class Job {

    private final CommandLine m_line;

    private final Console m_console;

    private final ProgressDisplay m_display;

    private final Scratch m_scratch;

    private final Optional<OutputFolder> m_output;

    private final Cancellation m_cancellation;

    Job(final CommandLine line, final Console console, final ProgressDisplay display, final Scratch scratch,
        final Optional<OutputFolder> output, final Cancellation cancellation) {
        m_line = line;
        m_console = console;
        m_display = display;
        m_scratch = scratch;
        m_output = output;
        m_cancellation = cancellation;
    }

    ExitCode run() throws UserError, CanceledExecutionException, IOException {
        final Path folder = folder();
        try (NodePlugins plugins = plugins()) {
            plugins.problems().forEach(p -> m_display.line("WARN  " + p));
            final WorkflowEnvironment environment =
                new WorkflowEnvironment(folder, m_scratch.newFolder("nodes"), cellTypes(plugins));
            final WorkflowEnvironment before = WorkflowEnvironment.restore(environment);
            try {
                return run(folder, plugins, environment);
            } finally {
                WorkflowEnvironment.restore(before);
            }
        }
    }

    private ExitCode run(final Path folder, final NodePlugins plugins, final WorkflowEnvironment environment)
        throws UserError, CanceledExecutionException, IOException {
        final LoadedWorkflow workflow = load(folder, plugins, environment);
        if (m_output.isPresent()) {
            m_output.get().prepare();
        }
        final WorkflowRun run = new WorkflowRun(workflow, environment, m_cancellation, m_display,
            m_output.map(o -> new ResultFiles(o, m_line.pictures())), m_line.debug());
        try {
            run.run(m_line.noExecute());
            save(workflow, environment);
        } finally {
            m_display.close();
            m_output.ifPresent(o -> Summary.lines(o.folder(), run.written()).forEach(m_console.out()::println));
        }
        final long executed = workflow.nodes().stream().filter(n -> n.state() == NodeState.EXECUTED).count();
        m_console.out().println(executed + " of " + workflow.nodes().size() + " nodes are executed.");
        if (m_line.view()) {
            ViewSession.run(folder.getFileName().toString(), views(workflow), environment, m_console, m_cancellation);
        }
        return m_line.noExecute() || executed == workflow.nodes().size() ? ExitCode.SUCCESS : ExitCode.EXECUTION;
    }

    private static List<ServedView> views(final LoadedWorkflow workflow) {
        return workflow.nodesWithView().stream()
            .map(n -> new ServedView(n.saved().label(), n.view().orElseThrow())).toList();
    }

    private Path folder() throws UserError {
        try {
            Path place = m_line.workflow();
            if (m_line.archive()) {
                place = m_scratch.newFolder("archive");
                WorkflowArchive.unpack(m_line.workflow(), place);
            }
            return WorkflowArchive.workflowIn(place).toAbsolutePath().normalize();
        } catch (final IOException ex) {
            throw new UserError(ExitCode.LOAD, "The workflow '" + m_line.workflow() + "' cannot be opened: "
                + IoReason.of(ex) + ".", ex);
        }
    }

    private NodePlugins plugins() throws UserError {
        try {
            final Path place = m_line.plugins().isPresent() ? m_line.plugins().get() : NodePlugins.search();
            return NodePlugins.at(place, m_scratch.newFolder("plugins"));
        } catch (final IOException ex) {
            throw new UserError(ExitCode.ARGUMENTS, String.valueOf(ex.getMessage()), ex);
        }
    }

    private static CellTypes cellTypes(final NodePlugins plugins) throws UserError {
        try {
            return plugins.cellTypes();
        } catch (final IllegalArgumentException ex) {
            throw new UserError(ExitCode.LOAD, ex.getMessage(), ex);
        }
    }

    private LoadedWorkflow load(final Path folder, final NodePlugins plugins, final WorkflowEnvironment environment)
        throws UserError {
        final Issues issues = new Issues();
        final Optional<SavedWorkflow> saved = WorkflowReader.read(folder, issues);
        if (saved.isPresent() && saved.get().isInsideOfComponent()) {
            throw new UserError(ExitCode.LOAD, "'" + folder + "' is a component, expected a workflow: a component runs "
                + "in a workflow that gives it tables.");
        }
        final Optional<LoadedWorkflow> workflow = saved.map(s -> new WorkflowLoader(plugins, issues).load(s));
        final List<Issue> shown = issues.all().stream().filter(i -> i.level() != Level.ADVICE).toList();
        if (workflow.isEmpty()) {
            // the sentence that makes it fatal comes last, as the error itself
            shown.stream().filter(i -> i.level() != Level.FATAL).forEach(this::show);
            throw new UserError(ExitCode.LOAD, String.join("\nERROR ",
                shown.stream().filter(i -> i.level() == Level.FATAL).map(Issue::sentence).toList()));
        }
        shown.forEach(this::show);
        final long errors = shown.stream().filter(i -> i.level() == Level.ERROR).count();
        if (m_line.failOnLoadError() && errors > 0) {
            throw new UserError(ExitCode.LOAD, "The workflow '" + m_line.workflow() + "' has " + errors
                + (errors == 1 ? " load error" : " load errors") + " and is not executed (-failonloaderror).");
        }
        final WorkflowPreparation preparation = new WorkflowPreparation(workflow.get(), environment, m_display);
        preparation.setVariables(m_line.variables());
        if (!m_line.reset()) {
            preparation.restoreResults();
        }
        for (final OptionArgument option : m_line.options()) {
            preparation.setOption(option);
        }
        return workflow.get();
    }

    private void show(final Issue issue) {
        m_display.line((issue.level() == Level.WARNING ? "WARN  " : "ERROR ") + issue.sentence());
    }

    private void save(final LoadedWorkflow workflow, final WorkflowEnvironment environment) throws UserError {
        if (m_line.noSave()) {
            return;
        }
        final WorkflowSaver saver = new WorkflowSaver(workflow, environment, m_scratch);
        Path target = m_line.workflow();
        try {
            if (m_line.destDir().isPresent()) {
                target = m_line.destDir().get();
                saver.saveAs(target);
            } else if (m_line.destFile().isPresent() || m_line.archive()) {
                target = m_line.destFile().orElse(m_line.workflow());
                final Path copy = m_scratch.newFolder("packed").resolve(workflow.saved().folder().getFileName());
                m_scratch.add(target.resolveSibling(target.getFileName() + ".part"));
                saver.saveAs(copy);
                WorkflowArchive.pack(copy, target);
                if (!m_line.view()) {
                    FileTree.delete(copy);
                }
            } else {
                saver.saveInPlace();
            }
            m_display.line("Saved the workflow to " + target.toAbsolutePath().normalize());
        } catch (final IOException ex) {
            throw new UserError(ExitCode.EXECUTION, "The executed workflow cannot be saved to '" + target + "': "
                + IoReason.of(ex) + ".", ex);
        }
    }
}
