// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.epattern.runner.probe.SourceNodeFactory;
import org.epattern.runner.probe.WorkNodeFactory;
import org.epattern.runner.workflow.SettingsFiles;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.base.ConfigBase;

/** Builds a workflow folder that keeps all rules; tests then break one of them. */
public final class TestWorkflow {

    private final Path m_folder;

    private final NodeSettings m_file = new NodeSettings("workflow.knime");

    private final Map<Integer, NodeSettings> m_nodes = new LinkedHashMap<>();

    private final NodeSettingsWO m_nodeEntries;

    private final NodeSettingsWO m_connections;

    private final Set<List<String>> m_missing = new HashSet<>();

    private final Map<Integer, Set<List<String>>> m_missingInNodes = new HashMap<>();

    private final List<TestWorkflow> m_components = new ArrayList<>();

    private int m_connectionCount;

    /** Begins a workflow without nodes and with the variable "input" (STRING, "from the workflow"). */
    public TestWorkflow(final Path folder) {
        m_folder = folder;
        m_file.addString("created_by", "5.8.0");
        m_file.addBoolean("created_by_nightly", false);
        m_file.addString("version", "5.1.0");
        m_file.addString("name", null);
        m_file.addString("state", "CONFIGURED");
        m_file.addNodeSettings("workflow_credentials");
        final NodeSettingsWO variable = m_file.addNodeSettings("workflow_variables").addNodeSettings("Var_0");
        variable.addString("name", "input");
        variable.addString("class", "STRING");
        variable.addString("value", "from the workflow");
        m_nodeEntries = m_file.addNodeSettings("nodes");
        m_connections = m_file.addNodeSettings("connections");
    }

    /** Node 1 makes tables, node 2 and node 3 pass the first one on, one after the other. */
    public static TestWorkflow chain(final Path folder) {
        return new TestWorkflow(folder).source(1).work(2, "pass").work(3, "pass").connect(1, 1, 2, 1)
            .connect(2, 1, 3, 1);
    }

    /** Adds a node that makes tables. */
    public TestWorkflow source(final int id) {
        final NodeSettingsWO model = node(id, "Probe Source", SourceNodeFactory.class.getName());
        model.addInt("rows", 5);
        model.addString("text", "as saved");
        return this;
    }

    /** Adds a node that works. */
    public TestWorkflow work(final int id, final String mode) {
        final NodeSettingsWO model = node(id, "Probe Work", WorkNodeFactory.class.getName());
        model.addString("mode", mode);
        model.addDouble("factor", 1);
        return this;
    }

    /** Adds KNIME's Table Row to Variable Loop Start. */
    public TestWorkflow loopStart(final int id, final String missing) {
        final NodeSettingsWO model = node(id, "Table Row to Variable Loop Start",
            "org.knime.base.node.meta.looper.variable.start.LoopStartVariable3NodeFactory");
        m_nodes.get(id).addString("node-bundle-symbolic-name", "org.knime.base");
        model.addString("missing_value_policy", missing);
        model.addString("default_value_string", "missing");
        model.addInt("default_value_integer", 0);
        model.addDouble("default_value_double", 0);
        filter(model.addNodeSettings("column_selection"), "EnforceExclusion");
        return this;
    }

    /** Adds KNIME's Loop End. */
    public TestWorkflow loopEnd(final int id, final String rowIds) {
        final NodeSettingsWO model =
            node(id, "Loop End", "org.knime.base.node.meta.looper.LoopEndDynamicNodeFactory");
        m_nodes.get(id).addString("node-bundle-symbolic-name", "org.knime.base");
        model.addBoolean("addIterationColumn", true);
        model.addString("rowKeyPolicy", rowIds);
        model.addBoolean("propagateLoopVariables", false);
        model.addBooleanArray("ignoreEmptyTables", true);
        model.addBooleanArray("tolerateColumnTypes", false);
        model.addBooleanArray("tolerateChangingSpecs", false);
        return this;
    }

    /** Adds KNIME's Variable to Table Column. */
    public TestWorkflow variableToColumn(final int id, final String... names) {
        final NodeSettingsWO filter = node(id, "Variable to Table Column",
            "org.knime.base.node.flowvariable.appendvariabletotable4.AppendVariableToTable4NodeFactory")
                .addNodeSettings("filter");
        m_nodes.get(id).addString("node-bundle-symbolic-name", "org.knime.base");
        filter.addString("mode", "MANUAL");
        final NodeSettingsWO manual = filter.addNodeSettings("manualFilter");
        manual.addStringArray("manuallySelected", names);
        manual.addStringArray("manuallyDeselected");
        manual.addBoolean("includeUnknownColumns", false);
        return this;
    }

    /** Adds a component; its workflow must have been made for the folder that {@link #folderOf} gives. */
    public TestWorkflow component(final int id, final TestWorkflow inside, final int tablesIn, final int tablesOut) {
        final NodeSettings settings = new NodeSettings("settings.xml");
        node(id, "Component", null);
        final NodeSettings entry = at(m_file, "nodes", "node_" + id);
        entry.addString("node_type", "SubNode");
        entry.addBoolean("node_is_meta", true);
        settings.addString("state", "CONFIGURED");
        settings.addInt("virtual-in-ID", 1);
        settings.addInt("virtual-out-ID", 2);
        ports(settings.addNodeSettings("inports"), "inport_", tablesIn);
        ports(settings.addNodeSettings("outports"), "outport_", tablesOut);
        m_nodes.put(id, settings);
        m_components.add(inside);
        inside.boundary(1, "Input", tablesIn).boundary(2, "Output", tablesOut);
        return this;
    }

    /** The folder of a component. */
    public Path folderOf(final int component) {
        return m_folder.resolve("Component (#" + component + ")");
    }

    private TestWorkflow boundary(final int id, final String side, final int tables) {
        final NodeSettingsWO model = node(id, "Component " + side,
            "org.knime.core.node.workflow.virtual.subnode.VirtualSubNode" + side + "NodeFactory");
        m_nodes.get(id).addString("node-bundle-symbolic-name", "org.knime.core");
        filter(model.addNodeSettings("variable-filter"), "EnforceInclusion", "shared");
        ports(m_nodes.get(id).addNodeSettings("factory_settings"), "port_", tables);
        return this;
    }

    private static void filter(final NodeSettingsWO filter, final String enforce, final String... included) {
        filter.addString("filter-type", "STANDARD");
        filter.addStringArray("included_names", included);
        filter.addStringArray("excluded_names");
        filter.addString("enforce_option", enforce);
    }

    private static void ports(final NodeSettingsWO settings, final String key, final int tables) {
        for (int i = 0; i < tables; i++) {
            final NodeSettingsWO port = settings.addNodeSettings(key + i);
            port.addInt("index", i);
            port.addNodeSettings("type").addString("object_class", "org.knime.core.node.BufferedDataTable");
        }
    }

    private NodeSettingsWO node(final int id, final String name, final String factory) {
        final NodeSettingsWO entry = m_nodeEntries.addNodeSettings("node_" + id);
        entry.addInt("id", id);
        entry.addString("node_settings_file", name + " (#" + id + ")/settings.xml");
        entry.addBoolean("node_is_meta", false);
        entry.addString("node_type", "NativeNode");
        entry.addString("ui_classname", "org.knime.core.node.workflow.NodeUIInformation");
        entry.addNodeSettings("ui_settings").addIntArray("extrainfo.node.bounds", 100 * id, 100, -1, -1);
        final NodeSettings settings = new NodeSettings("settings.xml");
        settings.addString("factory", factory);
        settings.addString("node-name", name);
        settings.addString("node-bundle-name", "Probe nodes");
        settings.addString("node-bundle-symbolic-name", "org.epattern.probe");
        settings.addString("node-bundle-vendor", "ePattern");
        settings.addString("state", "CONFIGURED");
        settings.addBoolean("hasContent", false);
        settings.addNodeSettings("flow_stack");
        settings.addNodeSettings("internal_node_subsettings").addString("memory_policy", "CacheSmallInMemory");
        settings.addNodeSettings("ports");
        final NodeSettingsWO stores = settings.addNodeSettings("filestores");
        stores.addString("file_store_location", null);
        stores.addString("file_store_id", null);
        m_nodes.put(id, settings);
        return settings.addNodeSettings("model");
    }

    /** Adds a connection. */
    public TestWorkflow connect(final int source, final int sourcePort, final int dest, final int destPort) {
        final NodeSettingsWO entry = m_connections.addNodeSettings("connection_" + m_connectionCount++);
        entry.addInt("sourceID", source);
        entry.addInt("sourcePort", sourcePort);
        entry.addInt("destID", dest);
        entry.addInt("destPort", destPort);
        return this;
    }

    /** Lets a flow variable control a setting. */
    public TestWorkflow override(final int id, final String key, final String used, final String exposed) {
        final NodeSettings node = m_nodes.get(id);
        if (!node.containsKey("variables")) {
            node.addNodeSettings("variables").addString("version", "V_2019_09_13");
        }
        try {
            final NodeSettings variables = node.getNodeSettings("variables");
            final NodeSettings tree =
                variables.containsKey("tree") ? variables.getNodeSettings("tree") : (NodeSettings)variables
                    .addNodeSettings("tree");
            final NodeSettingsWO leaf = tree.addNodeSettings(key);
            leaf.addString("used_variable", used);
            leaf.addString("exposed_variable", exposed);
        } catch (final InvalidSettingsException ex) {
            throw new AssertionError(ex);
        }
        return this;
    }

    /** Changes the content of workflow.knime. */
    public TestWorkflow file(final Consumer<NodeSettings> change) {
        change.accept(m_file);
        return this;
    }

    /** Changes the settings.xml of a node. */
    public TestWorkflow node(final int id, final Consumer<NodeSettings> change) {
        change.accept(m_nodes.get(id));
        return this;
    }

    /** Changes the model of a node. */
    public TestWorkflow model(final int id, final Consumer<NodeSettings> change) {
        return node(id, settings -> change.accept((NodeSettings)settings.getEntry("model")));
    }

    /** Leaves an entry of workflow.knime out. */
    public TestWorkflow withoutKey(final String... path) {
        m_missing.add(List.of(path));
        return this;
    }

    /** Leaves an entry of a node's settings.xml out. */
    public TestWorkflow withoutNodeKey(final int id, final String... path) {
        m_missingInNodes.computeIfAbsent(id, i -> new HashSet<>()).add(List.of(path));
        return this;
    }

    private static void copy(final ConfigBase source, final ConfigBase target, final List<String> place,
        final Set<List<String>> missing) {
        for (final String key : source) {
            final List<String> path = new ArrayList<>(place);
            path.add(key);
            if (missing.contains(path)) {
                continue;
            }
            if (source.getEntry(key) instanceof ConfigBase nested) {
                copy(nested, target.addConfigBase(key), path, missing);
            } else {
                target.addEntry(source.getEntry(key));
            }
        }
    }

    private static void write(final NodeSettings settings, final Set<List<String>> missing, final Path file)
        throws IOException {
        final NodeSettings copy = new NodeSettings(settings.getKey());
        copy(settings, copy, List.of(), missing);
        SettingsFiles.write(copy, file);
    }

    /** Finds a config by its path. */
    public static NodeSettings at(final NodeSettings settings, final String... path) {
        ConfigBase found = settings;
        for (final String step : path) {
            found = (ConfigBase)found.getEntry(step);
        }
        return (NodeSettings)found;
    }

    /** Writes it all and gives the folder. */
    public Path write() throws IOException {
        Files.createDirectories(m_folder);
        write(m_file, m_missing, m_folder.resolve("workflow.knime"));
        for (final Map.Entry<Integer, NodeSettings> node : m_nodes.entrySet()) {
            final Path file = m_folder.resolve(
                at(m_file, "nodes", "node_" + node.getKey()).getString("node_settings_file", "missing/settings.xml"));
            Files.createDirectories(file.getParent());
            write(node.getValue(), m_missingInNodes.getOrDefault(node.getKey(), Set.of()), file);
        }
        for (final TestWorkflow component : m_components) {
            component.write();
            Files.writeString(component.m_folder.resolve("component-metadata.xml"), "<component-metadata/>");
        }
        return m_folder;
    }
}
