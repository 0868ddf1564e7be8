// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks.flows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A workflow that is being made: nodes, lines between them, variables, and texts on the canvas. */
final class Flow {

    /** KNIME opens what was made by itself or an older version only. */
    static final String CREATED_BY = "5.8.0";
    /** The format of workflows that KNIME 5.2 and later write. */
    static final String FORMAT = "5.1.0";

    private static final String AUTHOR = "ePattern";
    private static final String WHEN = "2026-11-21 12:00:00 +0000";
    private static final int NODE_WIDTH = 124;
    private static final int NODE_HEIGHT = 83;
    private static final int WHITE = 0xFFFFFF;
    private static final int BLUE = 0x4A90D9;

    private final String m_folder;
    private final String m_description;
    private final List<Step> m_steps = new ArrayList<>();
    private final Config m_connections = new Config("connections");
    private final Config m_annotations = new Config("annotations");
    private final Config m_variables = new Config("workflow_variables");
    private int m_connectionCount;
    private int m_annotationCount;
    private int m_variableCount;

    /**
     * @param folder from the root of the repository, for example "test-workflows/ePattern"
     * @param description one sentence: what the workflow is for
     */
    Flow(final String folder, final String description) {
        m_folder = folder;
        m_description = description;
    }

    Flow add(final Step... steps) {
        m_steps.addAll(List.of(steps));
        return this;
    }

    /** A line; ports of tables count from 1, port 0 is that of flow variables. */
    Flow connect(final int source, final int sourcePort, final int dest, final int destPort) {
        m_connections.config(new Config("connection_" + m_connectionCount++).integer("sourceID", source)
            .integer("destID", dest).integer("sourcePort", sourcePort).integer("destPort", destPort));
        return this;
    }

    /** A text that the user of the workflow can change. */
    Flow variable(final String name, final String value) {
        m_variables.config(new Config("Var_" + m_variableCount++).text("name", name).text("class", "STRING")
            .text("value", value));
        return this;
    }

    /** A whole number that the user of the workflow can change. */
    Flow variable(final String name, final int value) {
        m_variables.config(new Config("Var_" + m_variableCount++).text("name", name).text("class", "INTEGER")
            .integer("value", value));
        return this;
    }

    /** A number that the user of the workflow can change. */
    Flow variable(final String name, final double value) {
        m_variables.config(new Config("Var_" + m_variableCount++).text("name", name).text("class", "DOUBLE")
            .number("value", value));
        return this;
    }

    /** A text in a frame on the canvas: place and size in screen pixels. */
    Flow annotate(final int x, final int y, final int width, final int height, final String text) {
        m_annotations.config(new Config("annotation_" + m_annotationCount++).text("text", text)
            .text("contentType", "text/plain").integer("bgcolor", WHITE).integer("x-coordinate", x)
            .integer("y-coordinate", y).integer("width", width).integer("height", height).text("alignment", "LEFT")
            .integer("borderSize", 2).integer("borderColor", BLUE).integer("defFontSize", 11)
            .integer("annotation-version", 20230412).empty("styles"));
        return this;
    }

    /** @return the folder of the workflow, from the root of the repository */
    String folder() {
        return m_folder;
    }

    /** @return the content of each file that is made, by its path from the root of the repository */
    Map<String, String> files() throws IOException {
        final Map<String, String> files = new TreeMap<>();
        content(null).forEach((path, text) -> files.put(m_folder + "/" + path, text));
        return files;
    }

    /**
     * @param name of the component that the workflow is the inside of; null if it is none
     * @return the content of each file, by its path from the folder of the workflow
     */
    Map<String, String> content(final String name) throws IOException {
        final Map<String, String> files = new TreeMap<>();
        files.put("workflow.knime", workflow(name));
        for (final Step step : m_steps) {
            step.files().forEach((path, text) -> files.put(step.folder() + "/" + path, text));
        }
        return files;
    }

    private String workflow(final String name) {
        final Config file = new Config("workflow.knime").text("created_by", CREATED_BY)
            .flag("created_by_nightly", false).text("version", FORMAT);
        if (name == null) {
            file.nothing("name");
        } else {
            file.text("name", name);
        }
        file.config(new Config("authorInformation").text("authored-by", AUTHOR).text("authored-when", WHEN)
            .text("lastEdited-by", AUTHOR).text("lastEdited-when", WHEN))
            .text("customDescription", m_description).text("state", "CONFIGURED").empty("workflow_credentials")
            .config(m_annotations);
        final Config nodes = new Config("nodes");
        for (final Step step : m_steps) {
            nodes.config(new Config("node_" + step.id()).integer("id", step.id())
                .text("node_settings_file", step.folder() + "/settings.xml")
                .flag("node_is_meta", !"NativeNode".equals(step.type())).text("node_type", step.type())
                .text("ui_classname", "org.knime.core.node.workflow.NodeUIInformation")
                .config(new Config("ui_settings").integers("extrainfo.node.bounds", step.x(), step.y(), NODE_WIDTH,
                    NODE_HEIGHT)));
        }
        return file.config(nodes).config(m_connections).config(m_variables).document();
    }
}
