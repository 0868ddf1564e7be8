// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.epattern.runner.plugins.Plugin.Extensions;
import org.epattern.runner.plugins.Plugin.Renderer;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads from a plugin.xml the extension points that matter when a workflow runs: nodes, cell types, renderers. */
final class PluginXml {

    private static final String NODES = "org.knime.workbench.repository.nodes";

    private static final String DATA_TYPE = "org.knime.core.DataType";

    private static final String RENDERER = "org.knime.core.DataValueRenderer";

    private final String m_where;

    private final List<String> m_factories = new ArrayList<>();

    private final Map<String, String> m_serializers = new LinkedHashMap<>();

    private final List<Renderer> m_renderers = new ArrayList<>();

    private PluginXml(final String where) {
        m_where = where;
    }

    /**
     * @param in the file, not closed here
     * @param where its name, for sentences
     * @return what it registers
     * @throws IOException with a sentence
     */
    static Extensions read(final InputStream in, final String where) throws IOException {
        final PluginXml xml = new PluginXml(where);
        try {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            final DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            for (final Element extension : children(builder.parse(in).getDocumentElement(), "extension")) {
                xml.readExtension(extension);
            }
        } catch (final SAXException ex) {
            throw new IOException("'" + where + "' is no readable plugin.xml: " + ex.getMessage(), ex);
        } catch (final ParserConfigurationException ex) {
            throw new IllegalStateException("The XML parser of this Java cannot be made secure.", ex);
        }
        return new Extensions(List.copyOf(xml.m_factories), Map.copyOf(xml.m_serializers),
            List.copyOf(xml.m_renderers));
    }

    private void readExtension(final Element extension) throws IOException {
        switch (extension.getAttribute("point")) {
            case NODES -> {
                for (final Element node : children(extension, "node")) {
                    m_factories.add(required(node, "factory-class"));
                }
            }
            case DATA_TYPE -> {
                for (final Element type : children(extension, "DataType")) {
                    for (final Element serializer : children(type, "serializer")) {
                        m_serializers.put(required(serializer, "cellClass"), required(serializer, "serializerClass"));
                    }
                }
            }
            case RENDERER -> {
                for (final Element value : children(extension, "dataValue")) {
                    for (final Element renderer : children(value, "renderer")) {
                        m_renderers.add(new Renderer(required(value, "valueClass"),
                            required(renderer, "rendererFactoryClass"),
                            Boolean.parseBoolean(renderer.getAttribute("suggestAsDefault"))));
                    }
                }
            }
            default -> {
                // categories and the like matter to a workbench only
            }
        }
    }

    private String required(final Element element, final String attribute) throws IOException {
        final String value = element.getAttribute(attribute);
        if (value.isEmpty()) {
            throw new IOException("The element '" + element.getTagName() + "' in '" + m_where
                + "' has no attribute '" + attribute + "', expected a class name.");
        }
        return value;
    }

    private static List<Element> children(final Element parent, final String name) {
        final List<Element> children = new ArrayList<>();
        final NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            final Node node = nodes.item(i);
            if (node instanceof Element element && name.equals(element.getTagName())) {
                children.add(element);
            }
        }
        return children;
    }
}
