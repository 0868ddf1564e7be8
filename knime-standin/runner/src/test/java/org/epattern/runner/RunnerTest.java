// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.epattern.runner.output.FileOpener;
import org.epattern.runner.workflow.WorkflowArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds what a whole run does, with probes for nodes: exit codes, sentences, files, and what is left behind. */
class RunnerTest {

    @TempDir
    private Path m_temp;

    private Path m_plugin;

    private Path m_flow;

    private final ByteArrayOutputStream m_out = new ByteArrayOutputStream();

    private final ByteArrayOutputStream m_err = new ByteArrayOutputStream();

    @BeforeEach
    void makePlugin() throws IOException {
        m_plugin = TestPlugin.folder(m_temp.resolve("plugin"));
        m_flow = m_temp.resolve("flow");
    }

    private Runner runner(final FileOpener opener) {
        return new Runner(new Console(new PrintStream(m_out, true, StandardCharsets.UTF_8),
            new PrintStream(m_err, true, StandardCharsets.UTF_8), false, 80, InputStream.nullInputStream()), opener);
    }

    private ExitCode run(final String... arguments) {
        m_out.reset();
        m_err.reset();
        final List<String> all = new ArrayList<>(List.of(arguments));
        all.add("-plugins=" + m_plugin);
        if (all.stream().noneMatch(a -> a.startsWith("-workflow") && !a.startsWith("-workflow."))) {
            all.add("-workflowDir=" + m_flow);
        }
        return runner(Files::newOutputStream).run(all.toArray(String[]::new));
    }

    private String err() {
        return m_err.toString(StandardCharsets.UTF_8);
    }

    private void assertSays(final String text) {
        assertTrue(err().contains(text), err());
        assertFalse(err().contains("\tat "), "no stack trace: " + err());
    }

    private List<String> files(final Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).map(p -> folder.relativize(p).toString().replace('\\', '/'))
                .sorted().toList();
        }
    }

    private List<String> csv(final String file) throws IOException {
        return Files.readAllLines(m_temp.resolve("out").resolve(file));
    }

    private String out() {
        return m_temp.resolve("out").toString();
    }

    @Test
    void runWithoutViewsSaysSoAndEnds() throws IOException {
        TestWorkflow.chain(m_flow).write();
        assertEquals(ExitCode.SUCCESS, run("-reset", "-nosave", "--view"), err());
        final String said = m_out.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("There are no views: no executed node of this workflow has one."), said);
    }

    // ---- results ----

    @Test
    void writesEveryTableAndPicture() throws IOException {
        TestWorkflow.chain(m_flow).write();
        assertEquals(ExitCode.SUCCESS, run("-reset", "-nosave", "-failonloaderror", "--out", out()), err());
        assertEquals(List.of(".epattern-run", "Probe Source/numbers.csv", "Probe Source/numbers/Row0.png",
            "Probe Source/numbers/Row1.png", "Probe Source/numbers/Row2.png", "Probe Source/numbers/Row3.png",
            "Probe Source/numbers/Row4.png", "Probe Source/probe pictures.csv",
            "Probe Source/probe pictures/a_b.png", "Probe Source/probe pictures/spot count.png",
            "Probe Work (#2)/out.csv", "Probe Work (#2)/out/Row0.png", "Probe Work (#2)/out/Row1.png",
            "Probe Work (#2)/out/Row2.png", "Probe Work (#2)/out/Row3.png", "Probe Work (#2)/out/Row4.png",
            "Probe Work (#3)/out.csv", "Probe Work (#3)/out/Row0.png", "Probe Work (#3)/out/Row1.png",
            "Probe Work (#3)/out/Row2.png", "Probe Work (#3)/out/Row3.png", "Probe Work (#3)/out/Row4.png"),
            files(m_temp.resolve("out")));
        assertEquals(List.of("id,value,\"text, quoted\",block", "0,0.0,as saved,block 0", "1,,as saved,block 1",
            "2,0.6666666666666666,as saved,block 2", "3,1.0,as saved,block 3", "4,1.3333333333333333,as saved,block 4"),
            csv("Probe Source/numbers.csv"));
        assertEquals(List.of("name,picture", "spot count,probe pictures/spot count.png",
            "a/b,probe pictures/a_b.png"), csv("Probe Source/probe pictures.csv"));
        final String summary = m_out.toString(StandardCharsets.UTF_8);
        assertTrue(summary.contains("Probe Work (#3)/out.csv"), summary);
        assertTrue(summary.contains("3 of 3 nodes are executed."), summary);
    }

    @Test
    void patternsAreDrawnByTheirRegisteredRenderer() throws IOException {
        TestWorkflow.chain(m_flow).model(1, m -> m.addInt("rows", 100)).write();
        assertEquals(ExitCode.SUCCESS, run("-reset", "-nosave", "--out=" + out(), "--pictures", "4"), err());
        final Path pictures = m_temp.resolve("out/Probe Source/numbers");
        assertEquals(List.of("Row15.png", "Row30.png", "Row71.png", "Row86.png"), files(pictures));
        final BufferedImage image = ImageIO.read(pictures.resolve("Row30.png").toFile());
        assertEquals(510, image.getWidth());
        assertEquals(408, image.getHeight());
        assertEquals(10 * (30 % 7 + 1), image.getRGB(2, 2) & 0xff);
    }

    @Test
    void theNextRunReplacesTheFilesOfTheLastOne() throws IOException {
        TestWorkflow.chain(m_flow).write();
        run("-reset", "-nosave", "--out", out());
        assertEquals(ExitCode.SUCCESS, run("-reset", "-nosave", "--out", out(), "--pictures=0"), err());
        assertEquals(List.of(".epattern-run", "Probe Source/numbers.csv", "Probe Source/probe pictures.csv",
            "Probe Source/probe pictures/a_b.png", "Probe Source/probe pictures/spot count.png",
            "Probe Work (#2)/out.csv", "Probe Work (#3)/out.csv"), files(m_temp.resolve("out")));
    }

    @Test
    void aFolderWithForeignFilesIsRefused() throws IOException {
        TestWorkflow.chain(m_flow).write();
        Files.createDirectories(m_temp.resolve("out"));
        Files.writeString(m_temp.resolve("out/thesis.txt"), "mine");
        assertEquals(ExitCode.ARGUMENTS, run("-nosave", "--out", out()));
        assertSays("holds files that are not from an earlier run");
        assertEquals(List.of("thesis.txt"), files(m_temp.resolve("out")));
    }

    @Test
    void resultsOfALastRunStayIfTheWorkflowCannotBeLoaded() throws IOException {
        TestWorkflow.chain(m_flow).write();
        run("-nosave", "--out", out());
        Files.delete(m_flow.resolve("workflow.knime"));
        assertEquals(ExitCode.LOAD, run("-nosave", "--out", out()));
        assertTrue(files(m_temp.resolve("out")).contains("Probe Source/numbers.csv"));
    }

    @Test
    void aFullDiskIsOneSentenceAndLeavesNothingHalfWritten() throws IOException {
        TestWorkflow.chain(m_flow).write();
        // the pictures of that table are written before it is complete
        final FileOpener full = file -> file.toString().contains("pictures.csv") ? new OutputStream() {
            private final OutputStream m_file = Files.newOutputStream(file);

            @Override
            public void write(final int b) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void close() throws IOException {
                m_file.close();
            }
        } : Files.newOutputStream(file);
        assertEquals(ExitCode.EXECUTION, runner(full).run("-workflowDir=" + m_flow, "-plugins=" + m_plugin, "-nosave",
            "--pictures=0", "--out", out()));
        assertSays("The results of Probe Source (#1) are not complete. The file '");
        assertSays("probe pictures.csv' cannot be written: No space left on device.");
        final List<String> files = files(m_temp.resolve("out"));
        assertTrue(files.contains("Probe Source/numbers.csv"), files.toString());
        assertTrue(files.stream().noneMatch(f -> f.endsWith(".part") || f.contains("pictures")), files.toString());
    }

    // ---- refusals while loading ----

    @Test
    void withoutTheFlagALoadErrorIsLoggedAndTheNodeRunsWithItsDefaults() throws IOException {
        TestWorkflow.chain(m_flow).withoutNodeKey(1, "model", "rows").write();
        assertEquals(ExitCode.LOAD, run("-nosave", "-failonloaderror"));
        assertSays("rows");
        assertEquals(ExitCode.SUCCESS, run("-nosave", "--out", out()), err());
        assertSays("ERROR The settings of the node Probe Source (#1)");
        assertTrue(csv("Probe Source/numbers.csv").get(1).contains("default"));
    }

    @Test
    void aSettingThatIsNotValidIsALoadError() throws IOException {
        TestWorkflow.chain(m_flow).model(1, m -> m.addInt("rows", -1)).write();
        assertEquals(ExitCode.LOAD, run("-nosave", "-failonloaderror"));
        assertSays("The setting 'rows' is -1, expected at least 0.");
    }

    @Test
    void theStateIdleHidesALoadErrorAsInKnime() throws IOException {
        TestWorkflow.chain(m_flow).withoutNodeKey(1, "model", "rows")
            .node(1, n -> n.addString("state", "IDLE")).write();
        assertEquals(ExitCode.SUCCESS, run("-nosave", "-failonloaderror"), err());
        assertSays("WARN  The settings of the node Probe Source (#1)");
    }

    @Test
    void aNodeThatNoPluginRegistersIsMissing() throws IOException {
        TestWorkflow.chain(m_flow).node(2, n -> n.addString("factory", "org.epattern.Renamed")).write();
        assertEquals(ExitCode.LOAD, run("-nosave", "-failonloaderror"));
        assertSays("org.epattern.Renamed is registered by no plugin");
        assertEquals(ExitCode.EXECUTION, run("-nosave"));
        assertSays("Probe Work (#3) is not executed: it waits for Probe Work (#2).");
    }

    @Test
    void aPluginThatIsNoSingletonIsIgnored() throws IOException {
        TestWorkflow.chain(m_flow).write();
        m_plugin = TestPlugin.folder(m_temp.resolve("plain"), "org.epattern.probe", "[5.8.0,6.0.0)");
        assertEquals(ExitCode.LOAD, run("-nosave", "-failonloaderror"));
        assertSays("expected ';singleton:=true'");
    }

    @Test
    void aPluginForAnotherKnimeIsNotInstalled() throws IOException {
        TestWorkflow.chain(m_flow).write();
        m_plugin = TestPlugin.folder(m_temp.resolve("new"), TestPlugin.SYMBOLIC_NAME, "[5.9.0,6.0.0)");
        assertEquals(ExitCode.LOAD, run("-nosave", "-failonloaderror"));
        assertSays("requires org.knime.core [5.9.0,6.0.0), found 5.8.0.");
    }

    @Test
    void aWorkflowOfANewerKnimeIsRefusedEvenWithoutTheFlag() throws IOException {
        TestWorkflow.chain(m_flow).file(f -> f.addString("created_by", "5.11.0")).write();
        assertEquals(ExitCode.LOAD, run("-nosave"));
        assertSays("created_by is 5.11.0");
    }

    @Test
    void aWrongConnectionIsALoadErrorAndWithoutTheFlagTheNodeIsNotExecuted() throws IOException {
        TestWorkflow.chain(m_flow).file(f -> TestWorkflow.at(f, "connections", "connection_1").addInt("sourcePort", 2))
            .write();
        assertEquals(ExitCode.LOAD, run("-nosave", "-failonloaderror"));
        assertSays("ERROR The connection from node 2 port 2 to node 3 port 1 is left out");
        assertEquals(ExitCode.EXECUTION, run("-nosave"));
        assertSays("Probe Work (#3) is not executed: its input port 1 ('in') is not connected.");
    }

    @Test
    void metanodesAreRefusedInOneSentence() throws IOException {
        TestWorkflow.chain(m_flow)
            .file(f -> TestWorkflow.at(f, "nodes", "node_2").addString("node_type", "MetaNode")).write();
        assertEquals(ExitCode.LOAD, run("-nosave"));
        assertSays("is a metanode");
    }

    @Test
    void wrongArgumentsEndWithTwo() throws IOException {
        TestWorkflow.chain(m_flow).write();
        assertEquals(ExitCode.ARGUMENTS, run("-whatever"));
        assertSays("Unknown argument '-whatever'");
        m_plugin = m_temp.resolve("nowhere");
        assertEquals(ExitCode.ARGUMENTS, run("-nosave"));
        assertSays("does not exist");
    }

    // ---- variables and options ----

    @Test
    void variablesControlSettings() throws IOException {
        TestWorkflow.chain(m_flow).override(1, "text", "input", null).write();
        assertEquals(ExitCode.SUCCESS, run("-nosave", "--out", out()), err());
        assertTrue(csv("Probe Source/numbers.csv").get(1).contains("from the workflow"));
        assertEquals(ExitCode.SUCCESS, run("-nosave", "--out", out(), "-workflow.variable=input,'a, b',String"), err());
        assertTrue(csv("Probe Source/numbers.csv").get(1).contains("\"a, b\""));
    }

    @Test
    void aVariableOfTheWrongTypeIsAnErrorOfTheNode() throws IOException {
        TestWorkflow.chain(m_flow).override(1, "rows", "input", null).write();
        assertEquals(ExitCode.EXECUTION, run("-nosave", "-failonloaderror"));
        assertSays("The setting 'rows' (xint) cannot take the flow variable 'input' (STRING");
        assertEquals(ExitCode.SUCCESS, run("-nosave", "--out", out(), "-workflow.variable=input,2,int"), err());
        assertSays("the workflow declares it as STRING");
        assertEquals(3, csv("Probe Source/numbers.csv").size());
    }

    @Test
    void anIntegerVariableMayControlANumberAndAText() throws IOException {
        TestWorkflow.chain(m_flow).override(1, "text", "n", null).override(2, "factor", "n", null).write();
        assertEquals(ExitCode.SUCCESS, run("-nosave", "--out", out(), "-workflow.variable=n,7,int"), err());
        assertSays("WARN  The workflow variable 'n' may be without effect");
        assertTrue(csv("Probe Source/numbers.csv").get(1).contains(",7,"));
    }

    @Test
    void aVariableThatDoesNotExistIsAnErrorOfTheNode() throws IOException {
        TestWorkflow.chain(m_flow).override(1, "text", "nothing", null).write();
        assertEquals(ExitCode.EXECUTION, run("-nosave"));
        assertSays("the flow variable 'nothing', which does not exist");
    }

    @Test
    void anExposedSettingIsAVariableBehindTheNode() throws IOException {
        TestWorkflow.chain(m_flow).model(1, m -> m.addString("text", "pass")).override(1, "text", null, "made")
            .model(3, m -> m.addString("mode", "fail")).override(3, "mode", "made", null).write();
        assertEquals(ExitCode.SUCCESS, run("-nosave", "-failonloaderror"), err());
    }

    @Test
    void optionsSetSettings() throws IOException {
        TestWorkflow.chain(m_flow).write();
        assertEquals(ExitCode.SUCCESS,
            run("-nosave", "--out", out(), "-option=1,rows,2,int", "-option=1,text,x, y,String"), err());
        assertEquals(List.of("id,value,\"text, quoted\",block", "0,0.0,\"x, y\",block 0", "1,,\"x, y\",block 1"),
            csv("Probe Source/numbers.csv"));
    }

    @Test
    void anOptionThatTheNodeRefusesIsALoadErrorAndOneForNobodyAWarning() throws IOException {
        TestWorkflow.chain(m_flow).write();
        assertEquals(ExitCode.LOAD, run("-nosave", "-option=1,rows,-2,int"));
        assertSays("The setting 'rows' is -2");
        assertEquals(ExitCode.LOAD, run("-nosave", "-option=1,rows,two,String"));
        assertEquals(ExitCode.SUCCESS, run("-nosave", "-option=9,rows,2,int", "-option=1,rowz,2,int"), err());
        assertSays("there is no such node");
        assertSays("does not have in its settings");
    }

    @Test
    void workflowRelativeAddressesPointIntoTheWorkflow() throws IOException {
        TestWorkflow.chain(m_flow).model(1, m -> m.addString("text", "knime://knime.workflow/data/text.txt")).write();
        Files.createDirectories(m_flow.resolve("data"));
        Files.writeString(m_flow.resolve("data/text.txt"), "in the file");
        assertEquals(ExitCode.SUCCESS, run("-nosave", "--out", out()), err());
        assertTrue(csv("Probe Source/numbers.csv").get(1).contains("in the file"));
    }

    // ---- failures while executing ----

    @Test
    void aNodeThatFailsSaysWhyInOneSentence() throws IOException {
        TestWorkflow.chain(m_flow).model(2, m -> m.addString("mode", "fail")).write();
        assertEquals(ExitCode.EXECUTION, run("-nosave", "-failonloaderror", "--out", out()));
        assertSays("ERROR Probe Work (#2) failed: The column 'x' is missing, expected a number column.");
        assertTrue(files(m_temp.resolve("out")).contains("Probe Source/numbers.csv"));
        assertTrue(m_out.toString(StandardCharsets.UTF_8).contains("1 of 3 nodes are executed."));
    }

    @Test
    void settingsThatDoNotFitSaySoInOneSentence() throws IOException {
        TestWorkflow.chain(m_flow).model(1, m -> m.addString("text", "refuse")).write();
        assertEquals(ExitCode.EXECUTION, run("-nosave", "-failonloaderror"));
        assertSays("ERROR Probe Source (#1) is not executed: The setting 'text' is 'refuse'");
    }

    @Test
    void aFullDiskInsideANodeIsOneSentence() throws IOException {
        TestWorkflow.chain(m_flow).model(2, m -> m.addString("mode", "full disk")).write();
        assertEquals(ExitCode.EXECUTION, run("-nosave"));
        assertSays("ERROR Probe Work (#2) failed: No space left on device.");
    }

    @Test
    void aFaultOfANodeShowsWhereItIs() throws IOException {
        TestWorkflow.chain(m_flow).model(2, m -> m.addString("mode", "fault")).write();
        assertEquals(ExitCode.EXECUTION, run("-nosave"));
        assertTrue(err().contains("\tat org.epattern.runner.probe.WorkNodeFactory.execute"), err());
    }

    @Test
    void warningsAreOneLineEach() throws IOException {
        TestWorkflow.chain(m_flow).model(2, m -> m.addString("mode", "warn")).write();
        assertEquals(ExitCode.SUCCESS, run("-nosave"));
        assertTrue(err().lines().anyMatch("WARN  Probe Work (#2): from the node"::equals), err());
        assertTrue(err().lines().anyMatch(l -> l.startsWith("WARN") && l.contains("from the log")), err());
    }

    @Test
    void noexecuteLoadsOnly() throws IOException {
        TestWorkflow.chain(m_flow).model(2, m -> m.addString("mode", "fail")).write();
        assertEquals(ExitCode.SUCCESS, run("-nosave", "-noexecute", "-failonloaderror"), err());
        assertEquals(ExitCode.LOAD,
            run("-nosave", "-noexecute", "-failonloaderror", "-option=1,rows,-2,int"));
    }

    // ---- saving ----

    @Test
    void withNosaveTheWorkflowStaysAsItWas() throws IOException {
        TestWorkflow.chain(m_flow).write();
        final List<String> before = files(m_flow);
        assertEquals(ExitCode.SUCCESS, run("-nosave", "-option=1,rows,2,int"), err());
        assertEquals(before, files(m_flow));
    }

    @Test
    void aSavedWorkflowIsNotExecutedAgainUnlessItIsReset() throws IOException {
        TestWorkflow.chain(m_flow).model(1, m -> m.addInt("rows", 9)).write();
        assertEquals(ExitCode.SUCCESS, run(), err());
        assertEquals(ExitCode.SUCCESS, run("-nosave", "--out", out()), err());
        assertTrue(err().contains("saved with the workflow"), err());
        assertEquals(10, csv("Probe Work (#3)/out.csv").size());
        // the cells still find their bytes, though the run that made them is over
        final BufferedImage image =
            ImageIO.read(m_temp.resolve("out/Probe Work (#3)/out/Row8.png").toFile());
        assertEquals(10 * (8 % 7 + 1), image.getRGB(2, 2) & 0xff);
        assertEquals(ExitCode.SUCCESS, run("-nosave", "-reset"), err());
        assertFalse(err().contains("saved with the workflow"), err());
    }

    @Test
    void resultsAreForgottenWhenTheSettingsChange() throws IOException {
        TestWorkflow.chain(m_flow).write();
        assertEquals(ExitCode.SUCCESS, run(), err());
        TestWorkflow.chain(m_flow).model(2, m -> m.addDouble("factor", 2)).write();
        assertEquals(ExitCode.SUCCESS, run("-nosave", "--out", out()), err());
        assertSays("WARN  The results saved of Probe Work (#2) are out of date");
        assertTrue(err().contains("Probe Source: numbers 5 rows, probe pictures 2 rows, saved with"), err());
        assertTrue(err().contains("Probe Work (#3): out 5 rows ("), err());
    }

    @Test
    void anOptionChangesTheSavedSettingsAndWhatDependsOnThem() throws IOException {
        TestWorkflow.chain(m_flow).write();
        assertEquals(ExitCode.SUCCESS, run(), err());
        assertEquals(ExitCode.SUCCESS, run("-option=1,rows,2,int", "-workflow.variable=input,new,String"), err());
        assertEquals(ExitCode.SUCCESS, run("-nosave", "--out", out()), err());
        assertEquals(3, csv("Probe Work (#3)/out.csv").size());
        final String file = Files.readString(m_flow.resolve("workflow.knime"));
        assertTrue(file.contains("value=\"new\""), file);
    }

    @Test
    void theWorkflowCanBeSavedElsewhere() throws IOException {
        TestWorkflow.chain(m_flow).write();
        final List<String> before = files(m_flow);
        final Path copy = m_temp.resolve("copy");
        assertEquals(ExitCode.SUCCESS, run("-destDir=" + copy), err());
        assertEquals(before, files(m_flow));
        assertEquals(ExitCode.ARGUMENTS, run("-destDir=" + copy));
        assertEquals(ExitCode.SUCCESS, run("-workflowDir=" + copy, "-nosave", "--out", out()), err());
        assertTrue(err().contains("saved with the workflow"), err());
    }

    @Test
    void anArchiveIsRunAndSavedBack() throws IOException {
        final Path archive = m_temp.resolve("flow.knwf");
        WorkflowArchive.pack(TestWorkflow.chain(m_flow).write(), archive);
        assertEquals(ExitCode.SUCCESS, run("-workflowFile=" + archive), err());
        assertEquals(ExitCode.SUCCESS, run("-workflowFile=" + archive, "-nosave", "--out", out()), err());
        assertTrue(err().contains("saved with the workflow"), err());
        final Path other = m_temp.resolve("other.knwf");
        assertEquals(ExitCode.SUCCESS, run("-workflowFile=" + archive, "-destFile=" + other), err());
        assertEquals(ExitCode.SUCCESS, run("-workflowFile=" + other, "-nosave", "-failonloaderror"), err());
    }

    @Test
    void whatKnimeSavedIsExecutedAgainWithAWarning() throws IOException {
        TestWorkflow.chain(m_flow).node(1, n -> n.addString("state", "EXECUTED")).write();
        assertEquals(ExitCode.SUCCESS, run("-nosave", "-failonloaderror"), err());
        assertSays("can be read by KNIME only");
    }

    @Test
    void aFailedNodeLeavesTheOthersSaved() throws IOException {
        TestWorkflow.chain(m_flow).model(3, m -> m.addString("mode", "fail")).write();
        assertEquals(ExitCode.EXECUTION, run());
        assertTrue(Files.exists(m_flow.resolve("Probe Work (#2)/epattern-results")));
        assertFalse(Files.exists(m_flow.resolve("Probe Work (#3)/epattern-results")));
    }

    // ---- stopping ----

    private long stopWhile(final String mode) throws IOException, InterruptedException {
        TestWorkflow.chain(m_flow).model(2, m -> m.addString("mode", mode)).write();
        final CountDownLatch written = new CountDownLatch(1);
        final Runner runner = runner(file -> {
            if (file.toString().contains("probe pictures")) {
                written.countDown();
            }
            return Files.newOutputStream(file);
        });
        final ExitCode[] code = new ExitCode[1];
        final Thread thread = new Thread(() -> code[0] = runner.run("-workflowDir=" + m_flow, "-plugins=" + m_plugin,
            "--out", out()));
        thread.start();
        assertTrue(written.await(10, TimeUnit.SECONDS));
        while (!err().contains("Probe Work (#2): started")) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        final long start = System.nanoTime();
        runner.stop();
        final long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertTrue(err().contains("Stopped; nothing half-written is left."), err());
        assertTrue(files(m_temp.resolve("out")).stream().noneMatch(f -> f.endsWith(".part")));
        thread.join(10_000);
        assertEquals(ExitCode.EXECUTION, code[0]);
        assertFalse(Files.exists(m_flow.resolve("Probe Source (#1)/epattern-results")));
        return millis;
    }

    @Test
    void stopsWithinASecondAndLeavesNothingHalfWritten() throws IOException, InterruptedException {
        final long millis = stopWhile("wait");
        assertTrue(millis < 900, millis + " ms");
    }

    @Test
    void stopsInTimeEvenIfANodeDoesNotListen() throws IOException, InterruptedException {
        final long millis = stopWhile("stubborn");
        assertTrue(millis < 2000, millis + " ms");
    }

    @Test
    void temporaryFilesAreGoneHoweverTheRunEnds() throws IOException {
        final List<Path> before = temporary();
        TestWorkflow.chain(m_flow).write();
        run("-nosave");
        TestWorkflow.chain(m_flow).model(2, m -> m.addString("mode", "fault")).write();
        run("-nosave");
        TestWorkflow.chain(m_flow).withoutKey("version").write();
        run("-nosave");
        final List<Path> left = new ArrayList<>(temporary());
        left.removeAll(before);
        assertEquals(List.of(), left);
    }

    private static List<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(p -> p.getFileName().toString().startsWith("epattern-run-")).toList();
        }
    }

    @Test
    void helpNamesEveryArgument() {
        assertEquals(ExitCode.SUCCESS, runner(Files::newOutputStream).run("--help"));
        final String help = m_out.toString(StandardCharsets.UTF_8);
        for (final String argument : List.of("-workflowDir=", "-workflowFile=", "-reset", "-nosave",
            "-failonloaderror", "-noexecute", "-workflow.variable=", "-option=", "-destDir=", "-destFile=", "--out",
            "--pictures", "-plugins=", "--debug")) {
            assertTrue(help.contains(argument), argument);
        }
    }
}
