// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.args;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.epattern.runner.ExitCode;
import org.epattern.runner.UserError;
import org.epattern.runner.workflow.Variable;

/** Reads a command line of KNIME's batch executor, plus our own flags; see {@link Usage} for what they mean. */
public final class CommandLineParser {

    /** How many patterns of a table are drawn if the user does not say. */
    static final int DEFAULT_PICTURES = 12;

    /** Flags of the platform that are right on a KNIME command line and mean nothing here. */
    private static final Set<String> IGNORED = Set.of("-nosplash", "-consolelog", "-noexit", "-clean", "-nl",
        "-noversioncheck", "-perspective", "-showlocation", "-allowdeadlock", "-checkforupdates", "-profilelist",
        "-profilelocation", "--launcher.suppresserrors");

    /** The same, followed by a value of their own. */
    private static final Set<String> IGNORED_WITH_VALUE = Set.of("-application", "-data", "-configuration", "-user",
        "-vm");

    private boolean m_help;

    private Path m_workflow;

    private boolean m_archive;

    private boolean m_reset;

    private boolean m_noSave;

    private boolean m_failOnLoadError;

    private boolean m_noExecute;

    private Path m_destFile;

    private Path m_destDir;

    private Path m_out;

    private int m_pictures = DEFAULT_PICTURES;

    private boolean m_view;

    private Path m_plugins;

    private boolean m_debug;

    private final List<Variable> m_variables = new ArrayList<>();

    private final List<OptionArgument> m_options = new ArrayList<>();

    private final List<String> m_notes = new ArrayList<>();

    private CommandLineParser() {
    }

    /**
     * @param args the arguments; none at all asks for the help
     * @return what they say
     * @throws UserError with {@link ExitCode#ARGUMENTS} and a sentence that names the argument
     */
    public static CommandLine parse(final String... args) throws UserError {
        final CommandLineParser parser = new CommandLineParser();
        parser.m_help = args.length == 0;
        for (int i = 0; i < args.length; i++) {
            i += parser.read(args, i);
        }
        return parser.finish();
    }

    /** Reads one argument and returns how many further ones belong to it. */
    private int read(final String[] args, final int index) throws UserError {
        final String argument = args[index];
        final int equals = argument.indexOf('=');
        final String flag = equals < 0 ? argument : argument.substring(0, equals);
        final String value = equals < 0 ? null : argument.substring(equals + 1);
        final String lower = flag.toLowerCase(Locale.ROOT);
        if (IGNORED.contains(lower)) {
            return 0;
        }
        if (IGNORED_WITH_VALUE.contains(lower)) {
            return value == null ? 1 : 0;
        }
        switch (flag) {
            case "--help", "-help", "-h" -> m_help = true;
            case "-reset" -> m_reset = true;
            case "-nosave" -> m_noSave = true;
            case "-failonloaderror" -> m_failOnLoadError = true;
            case "-noexecute" -> m_noExecute = true;
            case "--debug" -> m_debug = true;
            case "--view" -> m_view = true;
            case "-workflowDir" -> workflow(path(argument, value), false);
            case "-workflowFile" -> workflow(path(argument, value), true);
            case "-destFile" -> m_destFile = path(argument, value);
            case "-destDir" -> m_destDir = path(argument, value);
            case "-plugins", "--plugins" -> {
                m_plugins = path(argument, valueOrNext(args, index, value));
                return value == null ? 1 : 0;
            }
            case "--out" -> {
                m_out = path(argument, valueOrNext(args, index, value));
                return value == null ? 1 : 0;
            }
            case "--pictures" -> {
                m_pictures = count(argument, valueOrNext(args, index, value));
                return value == null ? 1 : 0;
            }
            case "-workflow.variable" -> m_variables.add(variable(argument, value));
            case "-option" -> m_options.add(option(argument, value));
            case "-updateLinks" -> m_notes.add("-updateLinks has no effect: workflows with linked components and "
                + "metanodes run in KNIME only.");
            case "-preferences" -> m_notes.add("-preferences has no effect here: KNIME's preferences are not used.");
            case "-credential" -> m_notes.add("-credential has no effect here: no node of ePattern uses credentials.");
            case "-masterkey" -> throw wrong("-masterkey cannot be used here: encrypted settings can be read by KNIME "
                + "only.");
            case "-vmargs" -> {
                m_notes.add("-vmargs has no effect once Java runs: use ./epattern, or give Java its options before "
                    + "-jar.");
                return args.length - index - 1;
            }
            default -> throw wrong("Unknown argument '" + argument + "'; --help lists what is known.");
        }
        return 0;
    }

    private CommandLine finish() throws UserError {
        if (!m_help) {
            if (m_workflow == null) {
                throw wrong("No workflow is given: add -workflowDir=FOLDER or -workflowFile=FILE; --help lists all "
                    + "arguments.");
            }
            if (m_destFile != null && m_destDir != null) {
                throw wrong("Both -destFile and -destDir are given, expected one of them.");
            }
            if (m_noSave && (m_destFile != null || m_destDir != null)) {
                throw wrong("-nosave and " + (m_destFile != null ? "-destFile" : "-destDir")
                    + " contradict each other: leave one of them out.");
            }
            if (m_archive && !Files.isRegularFile(m_workflow)) {
                throw wrong("The workflow file '" + m_workflow + "' "
                    + whatIsThere(m_workflow, "a .knwf or .zip file"));
            }
            if (!m_archive && !Files.isDirectory(m_workflow)) {
                throw wrong("The workflow folder '" + m_workflow + "' " + whatIsThere(m_workflow,
                    "a folder that holds workflow.knime"));
            }
        }
        return new CommandLine(m_help, m_workflow, m_archive, m_reset, m_noSave, m_failOnLoadError, m_noExecute,
            List.copyOf(m_variables), List.copyOf(m_options), Optional.ofNullable(m_destFile),
            Optional.ofNullable(m_destDir), Optional.ofNullable(m_out), m_pictures, m_view,
            Optional.ofNullable(m_plugins), m_debug, List.copyOf(m_notes));
    }

    private static String whatIsThere(final Path path, final String expected) {
        final String found = !Files.exists(path) ? "does not exist" : Files.isDirectory(path) ? "is a folder"
            : "is a file";
        return found + ", expected " + expected + ".";
    }

    private void workflow(final Path path, final boolean archive) throws UserError {
        if (m_workflow != null) {
            throw wrong("Two workflows are given, '" + m_workflow + "' and '" + path + "', expected one.");
        }
        m_workflow = path;
        m_archive = archive;
    }

    private static Variable variable(final String argument, final String value) throws UserError {
        try {
            return VariableArgument.parse(required(argument, value));
        } catch (final IllegalArgumentException ex) {
            throw wrong("Cannot read '" + argument + "': " + ex.getMessage() + ".", ex);
        }
    }

    private OptionArgument option(final String argument, final String value) throws UserError {
        try {
            final OptionArgument option = OptionArgument.parse(required(argument, value));
            if (option.quoted()) {
                m_notes.add("The quotes in '" + argument + "' are taken off here; KNIME's batch executor takes them as "
                    + "a part of the value and needs none, since the value ends at the last comma.");
            }
            return option;
        } catch (final IllegalArgumentException ex) {
            throw wrong("Cannot read '" + argument + "': " + ex.getMessage() + ".", ex);
        }
    }

    private static int count(final String argument, final String value) throws UserError {
        try {
            final int count = Integer.parseInt(required(argument, value));
            if (count >= 0) {
                return count;
            }
        } catch (final NumberFormatException ex) {
            throw wrong("The number of pictures is '" + value + "', expected a whole number of at least 0.", ex);
        }
        throw wrong("The number of pictures is " + value + ", expected at least 0.");
    }

    private static String valueOrNext(final String[] args, final int index, final String value) {
        return value != null ? value : index + 1 < args.length ? args[index + 1] : null;
    }

    private static Path path(final String argument, final String value) throws UserError {
        try {
            return Path.of(required(argument, value));
        } catch (final InvalidPathException ex) {
            throw wrong("'" + value + "' in '" + argument + "' is no path: " + ex.getReason() + ".", ex);
        }
    }

    private static String required(final String argument, final String value) throws UserError {
        if (value == null || value.isEmpty()) {
            throw wrong("The argument '" + argument + "' has no value; --help shows how it is written.");
        }
        return value;
    }

    private static UserError wrong(final String sentence) {
        return new UserError(ExitCode.ARGUMENTS, sentence);
    }

    private static UserError wrong(final String sentence, final Exception cause) {
        return new UserError(ExitCode.ARGUMENTS, sentence, cause);
    }
}
