// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks.flows;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A node in a workflow that is being made, with what its place in the workflow adds to the default settings. */
final class Node implements Step {

    private static final String TABLE = "org.knime.core.node.BufferedDataTable";

    private static final String KNIME = "KNIME AG, Zurich, Switzerland";

    /** Where a node comes from, as its settings name it. */
    record Origin(String bundleName, String bundle, String version, String vendor, String featureName,
        String feature) {

        /** This project. */
        static final Origin OURS = new Origin("ePattern for KNIME: 4D-STEM nodes", "org.epattern.knime", "1.0.0",
            "ePattern", "ePattern: 4D-STEM diffraction patterns", "org.epattern.knime.feature.feature.group");

        /** What every KNIME consists of. */
        static final Origin CORE = new Origin("KNIME Core API", "org.knime.core", Flow.CREATED_BY, KNIME,
            "KNIME AP Core feature", "org.knime.features.core.feature.group");

        /** The nodes that come with every KNIME Analytics Platform. */
        static final Origin BASE = new Origin("KNIME Base Nodes", "org.knime.base", Flow.CREATED_BY, KNIME,
            "KNIME Base nodes", "org.knime.features.base.feature.group");
    }

    /** Makes the settings when they are written. */
    private interface Model {
        Config make(Map<String, String> changes) throws IOException;
    }

    private final int m_id;
    private final String m_name;
    private final String m_factory;
    private final Origin m_origin;
    private final Model m_model;
    private final Map<String, String> m_changes = new LinkedHashMap<>();
    private final Map<String, String> m_variables = new LinkedHashMap<>();
    private final Map<String, List<String>> m_ports = new LinkedHashMap<>();
    private final Config m_factorySettings = new Config("factory_settings");
    private int m_x;
    private int m_y;
    private boolean m_fixed;
    private String m_note = "";

    private Node(final int id, final String name, final String factory, final Origin origin, final Model model) {
        m_id = id;
        m_name = name;
        m_factory = factory;
        m_origin = origin;
        m_model = model;
    }

    /** A node of ours with its default settings. */
    static Node of(final OurNodes nodes, final int id, final String name) {
        return new Node(id, name, nodes.factory(name), Origin.OURS, changes -> nodes.model(name, changes));
    }

    /** A node of KNIME's. */
    static Node ofKnime(final int id, final String name, final String factory, final Origin origin,
        final Config model) {
        return new Node(id, name, factory, origin, changes -> model);
    }

    /** Its place on the canvas, in screen pixels. */
    Node at(final int x, final int y) {
        m_x = x;
        m_y = y;
        return this;
    }

    /** Gives a setting another value than the default. */
    Node set(final String key, final Object value) {
        m_changes.put(key, value.toString());
        return this;
    }

    /** Lets a flow variable control a setting. */
    Node variable(final String key, final String variable) {
        m_variables.put(key, variable);
        return this;
    }

    /** States how many tables stand in a group of ports; for nodes with optional ports, all groups in their order. */
    Node ports(final String group, final int tables) {
        return ports(group, Collections.nCopies(tables, TABLE));
    }

    /** States the classes of what goes through a group of ports. */
    Node ports(final String group, final List<String> types) {
        m_ports.put(group, types);
        return this;
    }

    /** Says that the user cannot delete it. */
    Node fixed() {
        m_fixed = true;
        return this;
    }

    /** Adds what the factory itself has to know. */
    Node factorySetting(final Config setting) {
        m_factorySettings.config(setting);
        return this;
    }

    /** The text below the node. */
    Node says(final String note) {
        m_note = note;
        return this;
    }

    @Override
    public int id() {
        return m_id;
    }

    @Override
    public String name() {
        return m_name;
    }

    @Override
    public int x() {
        return m_x;
    }

    @Override
    public int y() {
        return m_y;
    }

    @Override
    public String type() {
        return "NativeNode";
    }

    @Override
    public Map<String, String> files() throws IOException {
        return Map.of("settings.xml", settings());
    }

    private String settings() throws IOException {
        final Config file = new Config("settings.xml").text("node_file", "settings.xml").empty("flow_stack")
            .config(new Config("internal_node_subsettings").text("memory_policy", "CacheSmallInMemory"))
            .config(m_model.make(m_changes));
        final Config tree = new Config("tree");
        m_variables.forEach((key, variable) -> tree
            .config(new Config(key).text("used_variable", variable).nothing("exposed_variable")));
        file.config(new Config("variables").text("version", "V_2019_09_13").config(tree))
            .text("customDescription", m_note).text("state", "CONFIGURED");
        if (m_fixed) {
            file.flag("isDeletable", false);
        }
        file.text("factory", m_factory).text("node-name", m_name).text("node-bundle-name", m_origin.bundleName())
            .text("node-bundle-symbolic-name", m_origin.bundle()).text("node-bundle-vendor", m_origin.vendor())
            .text("node-bundle-version", m_origin.version())
            .text("node-feature-name", m_origin.featureName())
            .text("node-feature-symbolic-name", m_origin.feature()).text("node-feature-vendor", m_origin.vendor())
            .text("node-feature-version", m_origin.version()).config(m_factorySettings);
        if (!m_ports.isEmpty()) {
            file.config(creation());
        }
        return file.text("name", m_name).flag("hasContent", false).flag("isInactive", false).empty("ports")
            .config(new Config("filestores").nothing("file_store_location").nothing("file_store_id")).document();
    }

    private Config creation() {
        final Config creation = new Config("node_creation_config");
        m_ports.forEach((group, types) -> {
            final Config ports = new Config(group);
            for (int i = 0; i < types.size(); i++) {
                ports.config(new Config("port_" + i).text("object_class", types.get(i)));
            }
            creation.config(ports);
        });
        return creation;
    }
}
