// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.epattern.runner.args.CommandLine;
import org.epattern.runner.args.CommandLineParser;
import org.epattern.runner.args.Usage;
import org.epattern.runner.execute.Cancellation;
import org.epattern.runner.execute.StackTraces;
import org.epattern.runner.files.IoReason;
import org.epattern.runner.files.Scratch;
import org.epattern.runner.output.FileOpener;
import org.epattern.runner.output.OutputFolder;
import org.epattern.runner.progress.ProgressDisplay;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeLogger.LEVEL;

/**
 * One run from the command line to the exit code: prepares what a run needs, says in one sentence what the user can put
 * right, and cleans up however the run ends.
 */
public final class Runner {

    /** After being asked to stop, nodes get so long to end by themselves. */
    private static final long GRACE_MILLIS = 900;

    private final Console m_console;

    private final FileOpener m_opener;

    private final Cancellation m_cancellation = new Cancellation();

    private final CountDownLatch m_finished = new CountDownLatch(1);

    private volatile ProgressDisplay m_display;

    private volatile Scratch m_scratch;

    private volatile OutputFolder m_output;

    /**
     * @param console where the user reads
     * @param opener opens the files of results
     */
    public Runner(final Console console, final FileOpener opener) {
        m_console = console;
        m_opener = opener;
    }

    /**
     * Does what the arguments say; to be called once.
     *
     * @param args the arguments
     * @return how it ended
     */
    public ExitCode run(final String... args) {
        final boolean debug = List.of(args).contains("--debug");
        try (ProgressDisplay display =
            new ProgressDisplay(m_console.err(), m_console.terminal(), m_console.columns())) {
            m_display = display;
            return run(CommandLineParser.parse(args), display);
        } catch (final UserError ex) {
            error(ex.getMessage(), debug ? ex : null);
            return ex.code();
        } catch (final CanceledExecutionException ex) {
            m_console.err().println("Stopped; nothing half-written is left.");
            return ExitCode.EXECUTION;
        } catch (final IOException ex) {
            error(String.valueOf(ex.getMessage()), debug ? ex : null);
            return ExitCode.EXECUTION;
        } catch (final RuntimeException ex) { // NOSONAR the last place where a fault of ours can get an exit code
            error("The runner failed because of a fault in its program:", ex);
            return ExitCode.EXECUTION;
        } finally {
            m_finished.countDown();
        }
    }

    private void error(final String sentence, final Throwable shown) {
        m_console.err().println("ERROR " + sentence);
        if (shown != null) {
            m_console.err().print(StackTraces.of(shown));
        }
    }

    private ExitCode run(final CommandLine line, final ProgressDisplay display)
        throws UserError, CanceledExecutionException, IOException {
        if (line.help()) {
            m_console.out().print(Usage.text());
            return ExitCode.SUCCESS;
        }
        line.notes().forEach(n -> display.line("NOTE  " + n));
        m_output = output(line).orElse(null);
        final LogLines log = new LogLines(display::line);
        NodeLogger.addWriter(log, line.debug() ? LEVEL.DEBUG : LEVEL.WARN, LEVEL.FATAL);
        try (Scratch scratch = scratch()) {
            m_scratch = scratch;
            return new Job(line, m_console, display, scratch, Optional.ofNullable(m_output), m_cancellation).run();
        } finally {
            NodeLogger.removeWriter(log);
            log.close();
        }
    }

    private static Scratch scratch() throws UserError {
        try {
            return Scratch.create();
        } catch (final IOException ex) {
            throw new UserError(ExitCode.ARGUMENTS, "The folder for temporary files '"
                + System.getProperty("java.io.tmpdir") + "' cannot be used: " + IoReason.of(ex)
                + "; give Java another one with -Djava.io.tmpdir=FOLDER.", ex);
        }
    }

    private Optional<OutputFolder> output(final CommandLine line) throws UserError {
        try {
            if (line.destDir().isPresent() && isOccupied(line.destDir().get())) {
                throw new UserError(ExitCode.ARGUMENTS, "The folder '" + line.destDir().get()
                    + "' of -destDir exists and is not empty, expected a new one.");
            }
            return line.out().isPresent() ? Optional.of(OutputFolder.at(line.out().get(), m_opener))
                : Optional.empty();
        } catch (final IOException ex) {
            throw new UserError(ExitCode.ARGUMENTS, ex.getMessage(), ex);
        }
    }

    private static boolean isOccupied(final Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder);
        }
        try (var files = Files.newDirectoryStream(folder)) {
            return files.iterator().hasNext();
        }
    }

    /**
     * Stops the run from another thread and returns when nothing half-written is left, within about a second. Does
     * nothing if the run is over.
     */
    public void stop() {
        if (m_finished.getCount() == 0) {
            return;
        }
        m_cancellation.cancel();
        try {
            if (m_finished.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (final InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        abandon();
    }

    /** Cleans up although a node goes on; the process is about to end. */
    private void abandon() {
        if (m_display != null) {
            m_display.close();
        }
        if (m_output != null) {
            m_output.abort().forEach(m_console.err()::println);
        }
        if (m_scratch != null) {
            try {
                m_scratch.close();
            } catch (final IOException ex) {
                m_console.err().println("The temporary folder '" + m_scratch.folder() + "' could not be deleted: "
                    + ex.getMessage() + ".");
            }
        }
        m_console.err().println("Stopped; nothing half-written is left.");
    }
}
