// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.args;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.epattern.runner.ExitCode;
import org.epattern.runner.UserError;
import org.epattern.runner.workflow.Variable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what the command line takes and how it refuses. */
class CommandLineParserTest {

    @TempDir
    private Path m_folder;

    private String m_workflow;

    @BeforeEach
    void makeFolder() throws IOException {
        m_workflow = "-workflowDir=" + Files.createDirectory(m_folder.resolve("flow"));
    }

    private CommandLine parse(final String... more) throws UserError {
        final String[] args = new String[more.length + 1];
        args[0] = m_workflow;
        System.arraycopy(more, 0, args, 1, more.length);
        return CommandLineParser.parse(args);
    }

    private String refusal(final String... more) {
        final UserError error = assertThrows(UserError.class, () -> parse(more));
        assertEquals(ExitCode.ARGUMENTS, error.code());
        return error.getMessage();
    }

    @Test
    void readsAllFlagsOfTheReadme() throws UserError {
        final CommandLine line = parse("-reset", "-nosave", "-failonloaderror", "--out", "results",
            "-workflow.variable=input,'scan (0-9,0-9)',String", "-workflow.variable=count,3,int",
            "-workflow.variable=factor,2.5,double", "-option=4,threshold/factor,2.5,double", "--pictures=3");
        assertTrue(line.reset() && line.noSave() && line.failOnLoadError());
        assertFalse(line.noExecute() || line.help() || line.archive() || line.debug());
        assertEquals(Optional.of(Path.of("results")), line.out());
        assertEquals(3, line.pictures());
        assertEquals(List.of(Variable.of("input", "scan (0-9,0-9)"), Variable.of("count", 3),
            Variable.of("factor", 2.5)), line.variables());
        assertEquals(List.of(new OptionArgument(List.of(4), List.of("threshold", "factor"), "2.5", "double", false)),
            line.options());
    }

    @Test
    void takesAKnimeCommandLineUnchanged() throws UserError {
        final CommandLine line = CommandLineParser.parse("-nosplash", "-consoleLog", "-reset", "-nosave", "-data",
            "/some/workspace", "-application", "org.knime.product.KNIME_BATCH_APPLICATION", m_workflow,
            "-preferences=a.epf", "-credential=db;me;secret", "-vmargs", "-Xmx2g", "-whatever");
        assertTrue(line.reset() && line.noSave());
        assertEquals(3, line.notes().size(), line.notes().toString());
    }

    @Test
    void viewsAreShownOnlyIfAskedFor() throws UserError {
        assertTrue(parse("--view").view());
        assertFalse(parse().view());
    }

    @Test
    void noArgumentsAskForHelp() throws UserError {
        assertTrue(CommandLineParser.parse().help());
        assertTrue(CommandLineParser.parse("--help").help());
    }

    @Test
    void anOptionReachesToItsLastCommaAndIntoMetanodes() throws UserError {
        assertEquals(List.of(new OptionArgument(List.of(7, 3), List.of("file"), "a,b", "String", false)),
            parse("-option=7/3,file,a,b,String").options());
    }

    @Test
    void quotesOfAnOptionAreTakenOffWithANote() throws UserError {
        final CommandLine line = parse("-option=7,file,'a,b',String");
        assertEquals("a,b", line.options().get(0).value());
        assertEquals(1, line.notes().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-unknown", "--output", "-workflow.variable=input,x", "-workflow.variable=input,x,text",
        "-workflow.variable=n,1.5,int", "-workflow.variable=n,x,double", "-workflow.variable=,x,String",
        "-workflow.variable=input,'x,String", "-workflow.variable", "-option=1,key,2", "-option=a,key,2,int",
        "-option=1,,2,int", "-option=1,key,x,int", "-option=1,key,300,byte", "-option=1,key,2,colour",
        "-option=1,key,2,IntCell", "-option=1,key,ab,char", "-masterkey=x", "--pictures=-1", "--pictures=few", "--out",
        "-destDir=x", "-workflowFile=also.knwf"})
    void refusesWithASentenceThatNamesTheArgument(final String argument) {
        final String sentence = argument.startsWith("-dest") ? refusal("-nosave", argument) : refusal(argument);
        assertTrue(sentence.endsWith("."), sentence);
        assertFalse(sentence.contains("Exception"), sentence);
    }

    @ParameterizedTest
    @CsvSource({"-workflow.variable=input|x, expected three", "-unknown, '-unknown'", 
        "-option=1|key|x|int, 'x' is no int", "--pictures=few, 'few'"})
    void theSentenceSaysWhatIsWrong(final String argument, final String expected) {
        final String sentence = refusal(argument.replace('|', ','));
        assertTrue(sentence.contains(expected), sentence);
    }

    @Test
    void refusesAWorkflowThatIsNotThere() throws IOException {
        final Path file = Files.writeString(m_folder.resolve("flow.knwf"), "x");
        for (final String argument : List.of("-workflowDir=" + m_folder.resolve("none"), "-workflowDir=" + file,
            "-workflowFile=" + m_folder, "-workflowFile=" + m_folder.resolve("none.knwf"), "-reset")) {
            final UserError error = assertThrows(UserError.class, () -> CommandLineParser.parse(argument));
            assertEquals(ExitCode.ARGUMENTS, error.code());
        }
    }
}
