// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.node.parameters.persistence.Persistable;

/** Makes settings from XML and XML from settings. */
final class SettingsOf {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xsi:schemaLocation=\"http://www.knime.org/2008/09/XMLConfig"
        + " http://www.knime.org/XMLConfig_2008_09.xsd\" key=\"model\">\n";

    private SettingsOf() {
    }

    static NodeSettingsRO xml(final String content) {
        try {
            return NodeSettings.loadFromXML(
                new ByteArrayInputStream((HEAD + content + "</config>").getBytes(StandardCharsets.UTF_8)));
        } catch (final IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static NodeSettings saved(final Persistable parameters) {
        final NodeSettings settings = new NodeSettings("model");
        ParametersPersistence.save(parameters, settings);
        return settings;
    }

    /** The entries without the root element, one per line, without indentation. */
    static String entries(final Persistable parameters) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            saved(parameters).saveToXML(out);
        } catch (final IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        final StringBuilder text = new StringBuilder();
        out.toString(StandardCharsets.UTF_8).lines().map(String::strip).filter(line -> line.startsWith("<entry")
            || line.startsWith("<config") && !line.contains("xmlns") || line.equals("</config>")).forEach(
                line -> text.append(line).append('\n'));
        final int root = text.lastIndexOf("</config>");
        return text.substring(0, root);
    }
}
