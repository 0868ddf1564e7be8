// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds how loops and components run: iterations, variables, collected rows, failures, results that are saved. */
class LoopsAndComponentsTest {

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

    private Runner runner() {
        return new Runner(new Console(new PrintStream(m_out, true, StandardCharsets.UTF_8),
            new PrintStream(m_err, true, StandardCharsets.UTF_8), false, 80, InputStream.nullInputStream()),
            Files::newOutputStream);
    }

    private ExitCode run(final String... arguments) {
        m_out.reset();
        m_err.reset();
        final List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-plugins=" + m_plugin, "-workflowDir=" + m_flow, "--out=" + m_temp.resolve("out"),
            "--pictures=0"));
        return runner().run(all.toArray(String[]::new));
    }

    private String err() {
        return m_err.toString(StandardCharsets.UTF_8);
    }

    private void assertSays(final String text) {
        assertTrue(err().contains(text), err());
        assertFalse(err().contains("\tat "), "no stack trace: " + err());
    }

    private List<String> csv(final String file) throws IOException {
        return Files.readAllLines(m_temp.resolve("out").resolve(file));
    }

    /** Three rows, so three iterations, in which node 3 makes 0, 1 and 2 rows, and the row's id is put beside them. */
    private TestWorkflow loop() {
        return new TestWorkflow(m_flow).source(1).model(1, m -> m.addInt("rows", 3)).loopStart(2, "DEFAULT").source(3)
            .override(3, "rows", "id", null).work(4, "small").override(4, "factor", "value", null)
            .variableToColumn(5, "RowID").loopEnd(6, "APPEND_SUFFIX").work(7, "pass").connect(1, 1, 2, 1)
            .connect(2, 1, 3, 0).connect(3, 1, 4, 1).connect(4, 1, 5, 2).connect(5, 1, 6, 1).connect(6, 1, 7, 1);
    }

    // ---- loops ----

    @Test
    void everyRowOfTheListIsAnIterationAndAllRowsAreCollected() throws IOException {
        loop().write();
        assertEquals(ExitCode.SUCCESS, run("-reset", "-nosave", "-failonloaderror"), err());
        assertEquals(List.of("id,value,\"text, quoted\",block,RowID,Iteration", "0,0.0,as saved,block 0,Row1,1",
            "0,0.0,as saved,block 0,Row2,2", "1,,as saved,block 1,Row2,2"), csv("Loop End/Collected results.csv"));
        assertEquals(csv("Loop End/Collected results.csv"), csv("Probe Work (#7)/out.csv"));
        assertEquals(3, csv("Probe Source (#3) (iteration 3)/numbers.csv").size());
        assertEquals(1, csv("Probe Source (#3) (iteration 1)/numbers.csv").size());
        assertTrue(m_out.toString(StandardCharsets.UTF_8).contains("7 of 7 nodes are executed."));
    }

    @Test
    void rowsThatKeepTheirIdsMustDiffer() throws IOException {
        loop().model(6, m -> m.addString("rowKeyPolicy", "UNMODIFIED")).write();
        assertEquals(ExitCode.EXECUTION, run("-reset", "-nosave", "-failonloaderror"));
        assertTrue(err().contains("Row0"), err());
        loop().model(6, m -> m.addString("rowKeyPolicy", "GENERATE_NEW")).write();
        assertEquals(ExitCode.SUCCESS, run("-reset", "-nosave", "-failonloaderror"), err());
    }

    @Test
    void aFailureNamesTheIterationAndWhatItIsAbout() throws IOException {
        loop().override(4, "factor", "id", null).write();
        assertEquals(ExitCode.EXECUTION, run("-reset", "-nosave", "-failonloaderror"));
        assertSays("ERROR Probe Work (#4) failed in iteration 3 of 3 (id = '2', value = '0.6666666666666666', "
            + "text, quoted = 'as saved'): The factor is 2.0, expected at most 1.");
        assertSays("Probe Work (#7) is not executed: it waits for Loop End (#6).");
        assertFalse(Files.exists(m_temp.resolve("out/Loop End")), "no half a result");
    }

    @Test
    void anEmptyListMakesOneIterationWithTheDefaultsUnlessThatIsAnError() throws IOException {
        loop().model(1, m -> m.addInt("rows", 0)).write();
        assertEquals(ExitCode.SUCCESS, run("-reset", "-nosave", "-failonloaderror"), err());
        assertEquals(1, csv("Loop End/Collected results.csv").size());
        loop().model(1, m -> m.addInt("rows", 0)).model(2, m -> m.addString("missing_value_policy", "FAIL")).write();
        assertEquals(ExitCode.EXECUTION, run("-reset", "-nosave", "-failonloaderror"));
        assertSays("The input table is empty, expected a row for each iteration.");
    }

    @Test
    void variablesOfTheLoopAreNotSeenBehindIt() throws IOException {
        loop().override(7, "factor", "id", null).write();
        assertEquals(ExitCode.EXECUTION, run("-reset", "-nosave", "-failonloaderror"));
        assertSays("is controlled by the flow variable 'id', which does not exist");
    }

    @Test
    void whatTheLoopNeedsFromOutsideIsMadeFirst() throws IOException {
        // node 8 comes last in the file and feeds the loop from outside
        loop().source(8).work(9, "pass").connect(8, 1, 9, 1).connect(9, 0, 4, 0).write();
        assertEquals(ExitCode.SUCCESS, run("-reset", "-nosave", "-failonloaderror"), err());
        assertTrue(err().indexOf("Probe Work (#9): started") < err().indexOf("Probe Source (#3)"), err());
    }

    @Test
    void savedLoopsAreNotExecutedAgainAndBeginAnewAfterAnyChange() throws IOException {
        loop().file(f -> TestWorkflow.at(f, "connections", "connection_2").addInt("sourcePort", 2)).write();
        assertEquals(ExitCode.SUCCESS, run("-reset", "-failonloaderror"), err());
        assertEquals(ExitCode.SUCCESS, run("-nosave", "-failonloaderror"), err());
        assertTrue(err().contains("Loop End: Collected results 6 rows, saved with the workflow"), err());
        assertEquals(ExitCode.SUCCESS, run("-nosave", "-failonloaderror", "-option=4,mode,pass,String"), err());
        assertTrue(err().contains("Probe Source (#3) (iteration 3 of 3): started"), err());
        assertFalse(err().contains("Loop End: Collected results 6 rows, saved"), err());
    }

    @Test
    void aSavedLoopWhoseRowsNeedFilesOfAllIterationsIsExecutedAgain() throws IOException {
        loop().write();
        assertEquals(ExitCode.SUCCESS, run("-reset", "-failonloaderror"), err());
        assertEquals(ExitCode.SUCCESS, run("-nosave", "-failonloaderror"), err());
        assertTrue(err().contains("Probe Source (#3) (iteration 3 of 3): started"), err());
        assertEquals("1,,as saved,block 1,Row2,2", csv("Loop End/Collected results.csv").get(3));
    }

    @Test
    void aLoopWithoutAnEndAndAnEndWithoutALoopAreLoadErrors() throws IOException {
        new TestWorkflow(m_flow).source(1).loopStart(2, "DEFAULT").source(3).connect(1, 1, 2, 1).connect(2, 1, 3, 0)
            .write();
        assertEquals(ExitCode.LOAD, run("-nosave", "-failonloaderror"));
        assertSays("The loop that the node Table Row to Variable Loop Start (#2) begins has 0 ends, expected one.");
        m_flow = m_temp.resolve("flow2");
        new TestWorkflow(m_flow).source(1).loopEnd(2, "GENERATE_NEW").connect(1, 1, 2, 1).write();
        assertEquals(ExitCode.LOAD, run("-nosave", "-failonloaderror"));
        assertSays("The node Loop End (#2) is the end of 0 loops, expected one.");
    }

    @Test
    void aTableCannotGoIntoThePortForVariables() throws IOException {
        loop().connect(1, 1, 5, 1).write();
        assertEquals(ExitCode.LOAD, run("-nosave", "-failonloaderror"));
        assertSays("the output 'numbers' is no");
    }

    @Test
    void aLoopStopsAtOnce() throws IOException, InterruptedException {
        loop().model(4, m -> m.addString("mode", "wait")).write();
        final Runner runner = runner();
        final ExitCode[] code = new ExitCode[1];
        final Thread thread = new Thread(() -> code[0] = runner.run("-nosave", "-reset", "-plugins=" + m_plugin,
            "-workflowDir=" + m_flow, "--out=" + m_temp.resolve("out")));
        thread.start();
        for (int i = 0; i < 1000 && !err().contains("Probe Work (#4) (iteration 1 of 3): started"); i++) {
            new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS);
        }
        final long start = System.nanoTime();
        runner.stop();
        thread.join(5000);
        assertTrue(System.nanoTime() - start < 2_000_000_000L);
        assertEquals(ExitCode.EXECUTION, code[0]);
        assertSays("Stopped; nothing half-written is left.");
    }

    // ---- components ----

    private TestWorkflow component(final String mode) {
        final TestWorkflow flow = new TestWorkflow(m_flow).source(1);
        final TestWorkflow inside = new TestWorkflow(flow.folderOf(2)).work(3, mode).work(4, "pass")
            .connect(1, 1, 3, 1).connect(3, 1, 4, 1).connect(4, 1, 2, 1).connect(1, 1, 2, 2);
        return flow.component(2, inside, 1, 2).work(5, "pass").connect(1, 1, 2, 1).connect(2, 1, 5, 1);
    }

    @Test
    void aComponentGivesWhatTheNodesInsideMake() throws IOException {
        component("pass").write();
        assertEquals(ExitCode.SUCCESS, run("-reset", "-nosave", "-failonloaderror"), err());
        assertEquals(csv("Probe Source/numbers.csv"), csv("Component/Output 1.csv"));
        assertEquals(csv("Probe Source/numbers.csv"), csv("Component/Output 2.csv"));
        assertEquals(csv("Probe Source/numbers.csv"), csv("Probe Work/out.csv"));
        assertTrue(m_out.toString(StandardCharsets.UTF_8).contains("3 of 3 nodes are executed."));
        assertTrue(err().contains("Component: Probe Work (#3): started"), err());
    }

    @Test
    void aFailureInsideNamesTheComponent() throws IOException {
        component("fail").write();
        assertEquals(ExitCode.EXECUTION, run("-reset", "-nosave", "-failonloaderror"));
        assertSays("ERROR Probe Work (#3) in Component failed: The column 'x' is missing");
        assertSays("Probe Work (#5) is not executed: it waits for Component (#2).");
    }

    @Test
    void onlyVariablesThatItLetsThroughReachTheNodesInside() throws IOException {
        final TestWorkflow flow = new TestWorkflow(m_flow).source(1).override(1, "rows", null, "shared")
            .override(1, "text", null, "hidden");
        final TestWorkflow inside = new TestWorkflow(flow.folderOf(2)).work(3, "small")
            .override(3, "factor", "shared", null).connect(1, 1, 3, 1).connect(3, 1, 2, 1);
        flow.component(2, inside, 1, 1).connect(1, 1, 2, 1).write();
        assertEquals(ExitCode.EXECUTION, run("-reset", "-nosave", "-failonloaderror"));
        assertSays("The factor is 5.0, expected at most 1.");
        inside.override(3, "mode", "hidden", null);
        flow.write();
        assertEquals(ExitCode.EXECUTION, run("-reset", "-nosave", "-failonloaderror"));
        assertSays("Component (#2) is not executed: the node Probe Work (#3) inside is not ready: The setting 'mode' "
            + "is controlled by the flow variable 'hidden', which does not exist");
    }

    @Test
    void resultsInsideAreSavedWithTheWorkflow() throws IOException {
        component("pass").write();
        assertEquals(ExitCode.SUCCESS, run("-reset", "-failonloaderror"), err());
        final List<String> first = csv("Component/Output 1.csv");
        assertEquals(ExitCode.SUCCESS, run("-nosave", "-failonloaderror"), err());
        assertEquals(first, csv("Component/Output 1.csv"));
        assertTrue(err().contains("Component: Output 1 5 rows, Output 2 5 rows, saved with the workflow"), err());
    }

    @Test
    void aComponentInALoopIsExecutedInEveryIteration() throws IOException {
        final TestWorkflow flow = new TestWorkflow(m_flow).source(1).model(1, m -> m.addInt("rows", 3))
            .loopStart(3, "DEFAULT").source(4).override(4, "rows", "id", null);
        final TestWorkflow inside =
            new TestWorkflow(flow.folderOf(2)).work(3, "pass").connect(1, 1, 3, 1).connect(3, 1, 2, 1);
        flow.component(2, inside, 1, 1).loopEnd(6, "GENERATE_NEW").connect(1, 1, 3, 1).connect(3, 1, 4, 0)
            .connect(4, 1, 2, 1).connect(2, 1, 6, 1).write();
        assertEquals(ExitCode.SUCCESS, run("-reset", "-nosave", "-failonloaderror"), err());
        assertEquals(4, csv("Loop End/Collected results.csv").size());
        assertEquals(3, csv("Component (iteration 3)/Output 1.csv").size());
        try (Stream<Path> files = Files.list(m_temp.resolve("out"))) {
            assertEquals(3, files.filter(f -> f.getFileName().toString().startsWith("Component")).count());
        }
    }

    @Test
    void aComponentAloneIsNoWorkflow() throws IOException {
        component("pass").write();
        m_flow = m_flow.resolve("Component (#2)");
        assertEquals(ExitCode.LOAD, run("-reset", "-nosave"));
        assertSays("is a component, expected a workflow: a component runs in a workflow that gives it tables.");
    }

    @Test
    void portsThatDifferInsideAndOutsideAreALoadError() throws IOException {
        component("pass").node(2, s -> s.addInt("virtual-out-ID", 4)).write();
        assertEquals(ExitCode.LOAD, run("-nosave", "-failonloaderror"));
        assertSays("The key 'virtual-out-ID' of the component Component (#2) is 4, expected the id of the node inside "
            + "that stands for its output ports.");
    }
}
