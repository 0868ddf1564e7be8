// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks.flows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A component that is being made: a workflow that stands in others as one node, or that people share as a template. */
final class Component implements Step {

    /** Number of the node inside that gives the tables of the input ports. */
    static final int INPUT = 1;
    /** Number of the node inside that takes the tables of the output ports. */
    static final int OUTPUT = 2;

    private static final String TABLE = "org.knime.core.node.BufferedDataTable";
    private static final String WHEN = "2026-11-21 12:00:00 +0000";

    /** A port: its name and a sentence about its table. */
    private record Port(String name, String description) {
    }

    private final int m_id;
    private final String m_name;
    private final String m_description;
    private final List<Port> m_inputs = new ArrayList<>();
    private final List<Port> m_outputs = new ArrayList<>();
    private final Flow m_inside;
    private int m_x;
    private int m_y;

    /**
     * @param id its number in the workflow
     * @param name its name
     * @param description what it does
     */
    Component(final int id, final String name, final String description) {
        m_id = id;
        m_name = name;
        m_description = description;
        m_inside = new Flow(name, description);
    }

    Component at(final int x, final int y) {
        m_x = x;
        m_y = y;
        return this;
    }

    Component input(final String name, final String description) {
        m_inputs.add(new Port(name, description));
        return this;
    }

    Component output(final String name, final String description) {
        m_outputs.add(new Port(name, description));
        return this;
    }

    /**
     * The workflow inside, to which nodes and lines are added; numbers {@link #INPUT} and {@link #OUTPUT} are taken.
     *
     * @param left place of the input node on the canvas
     * @param right place of the output node on the canvas
     * @param y place of both
     */
    Flow inside(final int left, final int right, final int y) {
        return m_inside.add(boundary(INPUT, "Input", m_inputs).at(left, y),
            boundary(OUTPUT, "Output", m_outputs).at(right, y));
    }

    private static Node boundary(final int id, final String side, final List<Port> ports) {
        final Config model = new Config("model")
            .config(new Config("variable-filter").text("filter-type", "STANDARD").texts("included_names", List.of())
                .texts("excluded_names", List.of()).text("enforce_option", "EnforceInclusion")
                .config(new Config("name_pattern").text("pattern", "").text("type", "Wildcard")
                    .flag("caseSensitive", true).flag("excludeMatching", false)))
            .nothing("variable-prefix").texts("port-names", ports.stream().map(Port::name).toList())
            .texts("port-descriptions", ports.stream().map(Port::description).toList());
        if (id == INPUT) {
            model.text("sub-node-description", "");
        } else {
            model.flag("allowOutputNodeToCompleteBeforeContent", false);
        }
        final Node node = Node.ofKnime(id, "Component " + side,
            "org.knime.core.node.workflow.virtual.subnode.VirtualSubNode" + side + "NodeFactory", Node.Origin.CORE,
            model).fixed();
        for (int i = 0; i < ports.size(); i++) {
            node.factorySetting(port("port_" + i, i));
        }
        return node;
    }

    private static Config port(final String key, final int index) {
        return new Config(key).integer("index", index).config(new Config("type").text("object_class", TABLE));
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
        return "SubNode";
    }

    /** @return the files of a copy inside a workflow */
    @Override
    public Map<String, String> files() throws IOException {
        return files(false);
    }

    /** @return the files of the shared component */
    Map<String, String> templateFiles() throws IOException {
        final Map<String, String> files = files(true);
        files.put("template.knime", new Config("Template").text("created_by", Flow.CREATED_BY)
            .flag("created_by_nightly", false).text("version", Flow.FORMAT).config(template()).document());
        return files;
    }

    private Map<String, String> files(final boolean isTemplate) throws IOException {
        final Map<String, String> files = new TreeMap<>(m_inside.content(m_name));
        files.put("settings.xml", settings(isTemplate));
        files.put("component-metadata.xml", metadata());
        return files;
    }

    private static Config template() {
        return new Config("workflow_template_information").text("role", "Template").text("timestamp", WHEN)
            .nothing("sourceURI").text("templateType", "SubNode");
    }

    private String settings(final boolean isTemplate) {
        final Config file = new Config("settings.xml").text("node_file", "settings.xml").empty("flow_stack")
            .config(new Config("internal_node_subsettings").text("memory_policy", "CacheSmallInMemory"))
            .empty("model").empty("variables").nothing("customDescription").text("state", "CONFIGURED")
            .text("workflow-file", "workflow.knime").integer("virtual-in-ID", INPUT)
            .config(ports("inport", m_inputs.size())).integer("virtual-out-ID", OUTPUT)
            .config(ports("outport", m_outputs.size()));
        if (isTemplate) {
            file.config(template());
        }
        return file.text("layoutJSON", "{\"parentLayoutLegacyMode\":false}").text("configurationLayoutJSON", "{}")
            .flag("hideInWizard", false).text("customCSS", "").document();
    }

    private static Config ports(final String side, final int count) {
        final Config ports = new Config(side + "s");
        for (int i = 0; i < count; i++) {
            ports.config(port(side + "_" + i, i));
        }
        return ports;
    }

    private String metadata() {
        final StringBuilder text = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <component-metadata content-type="text/plain" \
            xmlns="http://www.knime.org/core/node/workflow/metadata/v1.0">
                <last-modified>2026-11-21T12:00:00.000Z</last-modified>
            """);
        text.append("    <description>").append(Config.escape(m_description)).append("</description>\n");
        append(text, "in-ports", m_inputs);
        append(text, "out-ports", m_outputs);
        return text.append("</component-metadata>\n").toString();
    }

    private static void append(final StringBuilder text, final String side, final List<Port> ports) {
        text.append("    <").append(side).append(">\n");
        ports.forEach(p -> text.append("        <port name=\"").append(Config.escape(p.name())).append("\">")
            .append(Config.escape(p.description())).append("</port>\n"));
        text.append("    </").append(side).append(">\n");
    }
}
