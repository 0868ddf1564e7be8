// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.epattern.runner.TestPlugin;
import org.epattern.runner.TestWorkflow;
import org.epattern.runner.plugins.NodePlugins;
import org.epattern.runner.workflow.Issue.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the rules for workflow folders: each rule is broken once and must be reported, and nothing else. */
class WorkflowRulesTest {

    @TempDir
    private Path m_temp;

    private TestWorkflow chain() {
        return TestWorkflow.chain(m_temp.resolve("flow"));
    }

    private List<String> check(final TestWorkflow workflow) throws IOException {
        try (NodePlugins plugins = NodePlugins.at(TestPlugin.folder(m_temp.resolve("plugin")),
            Files.createDirectories(m_temp.resolve("scratch")))) {
            return WorkflowRules.check(workflow.write(), plugins);
        }
    }

    private void assertOne(final TestWorkflow workflow, final String... words) throws IOException {
        final List<String> sentences = check(workflow);
        assertEquals(1, sentences.size(), sentences.toString());
        for (final String word : words) {
            assertTrue(sentences.get(0).contains(word), sentences.get(0));
        }
        assertTrue(sentences.get(0).endsWith("."), sentences.get(0));
    }

    private List<Level> levels(final TestWorkflow workflow) throws IOException {
        final Issues issues = new Issues();
        WorkflowReader.read(workflow.write(), issues);
        return issues.all().stream().map(Issue::level).toList();
    }

    @Test
    void aGoodWorkflowBreaksNoRule() throws IOException {
        assertEquals(List.of(), check(chain()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"factory", "node-name", "node-bundle-name", "node-bundle-symbolic-name",
        "node-bundle-vendor", "state", "hasContent", "ports", "filestores", "flow_stack", "internal_node_subsettings",
        "internal_node_subsettings/memory_policy", "filestores/file_store_location", "filestores/file_store_id"})
    void everyRequiredKeyOfANodeIsMissed(final String path) throws IOException {
        final String[] steps = path.split("/");
        assertOne(chain().withoutNodeKey(2, steps), "'" + steps[steps.length - 1] + "' is missing", "(#2)");
        assertEquals(List.of(Level.ERROR), levels(chain().withoutNodeKey(2, steps)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "workflow_credentials", "connections"})
    void everyRequiredKeyOfTheWorkflowIsMissed(final String key) throws IOException {
        assertOne(chain().withoutKey(key), "'" + key + "' is missing", "workflow.knime");
        assertEquals(List.of(Level.ERROR), levels(chain().withoutKey(key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "node_settings_file", "node_type", "ui_settings"})
    void everyRequiredKeyOfANodeEntryIsMissed(final String key) throws IOException {
        final TestWorkflow workflow = chain().file(f -> f.addNodeSettings("connections"))
            .withoutKey("nodes", "node_2", key);
        assertOne(workflow, "'" + key + "' is missing", "nodes/node_2");
        assertEquals(List.of(Level.ERROR), levels(workflow));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sourceID", "sourcePort", "destID", "destPort"})
    void everyRequiredKeyOfAConnectionIsMissed(final String key) throws IOException {
        assertOne(chain().withoutKey("connections", "connection_1", key), "'" + key + "' is missing", "connection_1");
    }

    @Test
    void aMissingVersionIsFatal() throws IOException {
        assertOne(chain().withoutKey("version"), "version", "5.1.0");
        assertEquals(List.of(Level.FATAL), levels(chain().withoutKey("version")));
    }

    @ParameterizedTest
    @CsvSource({"created_by, 5.9.0", "created_by, 6.0.0", "created_by, 5.11.1.v2026", "created_by, next",
        "version, 5.2.0", "version, 2.0.0"})
    void otherVersionsAreFatal(final String key, final String value) throws IOException {
        assertEquals(List.of(Level.FATAL), levels(chain().file(f -> f.addString(key, value))));
        assertOne(chain().file(f -> f.addString(key, value)), value, key);
    }

    @Test
    void aPatchReleaseAndAnOlderFormatAreReadButNotAdvised() throws IOException {
        assertEquals(List.of(Level.ADVICE), levels(chain().file(f -> f.addString("created_by", "5.8.2"))));
        assertEquals(List.of(Level.ADVICE), levels(chain().file(f -> f.addString("version", "4.1.0"))));
    }

    @Test
    void aNightlyBuildIsFatal() throws IOException {
        assertEquals(List.of(Level.FATAL), levels(chain().file(f -> f.addBoolean("created_by_nightly", true))));
    }

    @Test
    void aKeyOfTheWrongTypeNamesBothTypes() throws IOException {
        assertOne(chain().node(2, n -> n.addString("hasContent", "false")), "hasContent", "xstring", "xboolean");
    }

    @Test
    void anUnknownStateIsAnErrorAndIdleIsAdvisedAgainst() throws IOException {
        assertOne(chain().node(2, n -> n.addString("state", "RUNNING")), "RUNNING", "CONFIGURED");
        assertOne(chain().node(2, n -> n.addString("state", "IDLE")), "IDLE", "CONFIGURED");
    }

    @ParameterizedTest
    @CsvSource({"9, 1, 2, 1, no node 9", "1, 0, 2, 1, port 0", "1, 1, 3, 0, port 0", "2, 1, 2, 1, no line",
        "3, 1, 2, 1, another connection"})
    void wrongConnectionsAreErrors(final int source, final int sourcePort, final int dest, final int destPort,
        final String word) throws IOException {
        final TestWorkflow workflow = chain().connect(source, sourcePort, dest, destPort);
        assertEquals(List.of(Level.ERROR), levels(workflow));
        assertOne(workflow, word);
    }

    @Test
    void aCircleIsBroken() throws IOException {
        final TestWorkflow workflow =
            new TestWorkflow(m_temp.resolve("flow")).work(1, "pass").work(2, "pass").connect(1, 1, 2, 1)
                .connect(2, 1, 1, 1);
        assertOne(workflow, "circle");
    }

    @Test
    void twoNodesWithOneIdAreAnError() throws IOException {
        assertOne(chain().file(f -> TestWorkflow.at(f, "nodes", "node_3").addInt("id", 1))
            .file(f -> f.addNodeSettings("connections")), "id 1", "belongs to another node");
    }

    @Test
    void aNodeFileOutsideOfTheWorkflowIsNotRead() throws IOException {
        Files.createDirectories(m_temp.resolve("elsewhere"));
        final Path flow = chain().write();
        final String text = Files.readString(flow.resolve("workflow.knime"));
        Files.writeString(flow.resolve("workflow.knime"),
            text.replace("Probe Work (#3)/settings.xml", "../elsewhere/settings.xml"));
        final List<String> sentences = WorkflowRules.check(flow, null);
        assertTrue(sentences.get(0).contains("../elsewhere/settings.xml"), sentences.toString());
    }

    @Test
    void aNodeWithoutSettingsFileIsAnError() throws IOException {
        final Path flow = chain().write();
        Files.delete(flow.resolve("Probe Work (#3)/settings.xml"));
        final Issues issues = new Issues();
        WorkflowReader.read(flow, issues);
        assertEquals(Level.ERROR, issues.all().get(0).level());
        assertTrue(issues.all().get(0).sentence().contains("does not exist"), issues.all().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no xml", "<config/>", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><config/>"})
    void aFileThatIsNoWorkflowIsFatal(final String content) throws IOException {
        final Path flow = chain().write();
        Files.writeString(flow.resolve("workflow.knime"), content);
        final List<String> sentences = WorkflowRules.check(flow, null);
        assertEquals(1, sentences.size());
        assertTrue(sentences.get(0).contains("workflow.knime"), sentences.get(0));
    }

    @Test
    void aFolderThatIsNoWorkflowIsFatal() {
        final List<String> sentences = WorkflowRules.check(m_temp, null);
        assertEquals(1, sentences.size());
        assertTrue(sentences.get(0).contains("is no workflow"), sentences.get(0));
    }

    @ParameterizedTest
    @CsvSource({"STRING, xint", "INTEGER, xstring", "DOUBLE, xint"})
    void aVariableHasTheTypeOfItsClass(final String type, final String found) throws IOException {
        assertOne(chain().file(f -> {
            final var variable = TestWorkflow.at(f, "workflow_variables", "Var_0");
            variable.addString("class", type);
            if ("xint".equals(found)) {
                variable.addInt("value", 1);
            }
        }), "value", found);
    }

    @Test
    void whatOthersCouldNotUseIsAdvisedAgainst() throws IOException {
        assertOne(chain().model(1, m -> m.addString("text", "/home/me/scan.blo")), "/home/me/scan.blo", "one machine");
        assertOne(chain().model(1, m -> m.addString("text", "C:\\scan.blo")), "one machine");
        assertOne(chain().model(1, m -> m.addString("text", "knime://knime.workflow/data/none.blo")), "no such file");
        assertOne(chain().override(1, "text", "undeclared", null), "undeclared");
        assertOne(chain().node(1, n -> n.addString("node-bundle-vendor", "Somebody")), "Somebody", "ePattern");
        assertOne(chain().withoutKey("nodes", "node_2", "ui_settings").withoutKey("nodes", "node_2", "ui_classname"),
            "ui_settings");
        assertOne(chain().withoutNodeKey(1, "model"), "no model");
    }

    @Test
    void aFactoryThatNoPluginRegistersIsAnError() throws IOException {
        assertOne(chain().node(1, n -> n.addString("factory", "org.epattern.Renamed")), "org.epattern.Renamed",
            "registered by no plugin");
    }

    // ---- loops and components ----

    private TestWorkflow loop() {
        return new TestWorkflow(m_temp.resolve("flow")).source(1).loopStart(2, "DEFAULT").source(3)
            .override(3, "rows", "id", null).loopEnd(4, "APPEND_SUFFIX").connect(1, 1, 2, 1).connect(2, 1, 3, 0)
            .connect(3, 1, 4, 1);
    }

    private TestWorkflow component(final int tablesOutside) {
        final TestWorkflow flow = new TestWorkflow(m_temp.resolve("flow")).source(1);
        final TestWorkflow inside =
            new TestWorkflow(flow.folderOf(2)).work(3, "pass").connect(1, 1, 3, 1).connect(3, 1, 2, 1);
        return flow.component(2, inside, 1, 1).node(2, settings -> {
            settings.addNodeSettings("outports");
            for (int i = 0; i < tablesOutside; i++) {
                final var port = TestWorkflow.at(settings, "outports").addNodeSettings("outport_" + i);
                port.addInt("index", i);
                port.addNodeSettings("type").addString("object_class", "org.knime.core.node.BufferedDataTable");
            }
        }).connect(1, 1, 2, 1);
    }

    @Test
    void aSoundLoopAndASoundComponentBreakNoRule() throws IOException {
        assertEquals(List.of(), check(loop()));
        assertEquals(List.of(), check(new TestWorkflow(m_temp.resolve("other")).source(1)));
        assertEquals(List.of(), check(component(1)));
    }

    @Test
    void aLoopHasOneEnd() throws IOException {
        assertOne(loop().loopEnd(5, "APPEND_SUFFIX").connect(3, 1, 5, 1), "Table Row to Variable Loop Start (#2)",
            "2 ends");
    }

    @Test
    void anEndHasALoop() throws IOException {
        assertOne(chain().loopEnd(4, "APPEND_SUFFIX").connect(3, 1, 4, 1), "Loop End (#4)", "0 loops");
    }

    @Test
    void outsideOfALoopVariablesMustBeDeclared() throws IOException {
        assertOne(loop().work(5, "pass").override(5, "mode", "id", null).connect(4, 1, 5, 1), "'mode'", "'id'");
    }

    @Test
    void aNodeOfKnimeNamesItsBundle() throws IOException {
        assertOne(loop().node(4, n -> n.addString("node-bundle-symbolic-name", "org.knime.core")), "Loop End (#4)",
            "expected 'org.knime.base'");
    }

    @Test
    void aComponentHasThePortsOfTheNodeInside() throws IOException {
        assertOne(component(2), "outports", "Component (#2)", "Component Output (#2)");
    }

    @Test
    void aComponentNamesTheNodeInside() throws IOException {
        assertOne(component(1).node(2, s -> s.addInt("virtual-in-ID", 3)), "'virtual-in-ID'", "is 3");
    }

    @Test
    void aComponentHasAllItsKeys() throws IOException {
        for (final String key : List.of("inports", "outports", "virtual-in-ID", "virtual-out-ID", "state")) {
            final List<String> broken = check(component(1).withoutNodeKey(2, key));
            assertTrue(broken.stream().anyMatch(b -> b.contains("'" + key + "' is missing")), broken.toString());
        }
    }

    @Test
    void aComponentHasItsDescription() throws IOException {
        final Path folder = component(1).write();
        Files.delete(folder.resolve("Component (#2)/component-metadata.xml"));
        assertEquals(List.of("The component Component (#2) has no file component-metadata.xml, expected its "
            + "description and the names of its ports."), WorkflowRules.check(folder, null));
    }

    @Test
    void theWorkflowInsideAComponentFollowsTheRulesToo() throws IOException {
        final TestWorkflow flow = new TestWorkflow(m_temp.resolve("flow")).source(1);
        final TestWorkflow inside = new TestWorkflow(flow.folderOf(2)).work(3, "pass")
            .override(3, "mode", "nowhere", null).connect(1, 1, 3, 1).connect(3, 1, 2, 1);
        assertOne(flow.component(2, inside, 1, 1).connect(1, 1, 2, 1), "'mode'", "'nowhere'");
    }

    @Test
    void aSharedComponentSaysThatItIsATemplate() throws IOException {
        final Path folder = component(1).write().resolve("Component (#2)");
        final List<String> broken = WorkflowRules.checkTemplate(folder, null);
        assertTrue(broken.stream().anyMatch(b -> b.contains("'workflow_template_information' is missing")),
            broken.toString());
        assertTrue(broken.stream().anyMatch(b -> b.contains("template.knime")), broken.toString());
    }
}
