// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.settings;

import java.util.ArrayDeque;
import java.util.Deque;

import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.config.base.ConfigEntries;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Builds a settings tree from the events of an XML parser. */
final class SettingsHandler extends DefaultHandler {

    private final ConfigBase m_root;

    private final Deque<ConfigBase> m_open = new ArrayDeque<>();

    private Locator m_locator;

    SettingsHandler(final ConfigBase root) {
        m_root = root;
    }

    @Override
    public void setDocumentLocator(final Locator locator) {
        m_locator = locator;
    }

    @Override
    public void startElement(final String uri, final String name, final String qName, final Attributes attributes)
        throws SAXException {
        if (!SettingsXml.NAMESPACE.equals(uri)) {
            throw error("element \"" + qName + "\" is not in the namespace " + SettingsXml.NAMESPACE);
        }
        switch (name) {
            case "config" -> m_open.push(m_open.isEmpty() ? m_root : m_open.peek().addConfigBase(required(attributes,
                name, "key")));
            case "entry" -> addEntry(attributes);
            default -> throw error("\"" + qName + "\" is neither config nor entry");
        }
    }

    private void addEntry(final Attributes attributes) throws SAXException {
        final String key = required(attributes, "entry", "key");
        final String type = required(attributes, "entry", "type");
        final boolean isNull = "true".equals(attributes.getValue("isnull"));
        final String value = isNull ? null : SettingsText.unescape(required(attributes, "entry", "value"));
        if (m_open.isEmpty()) {
            throw error("entry \"" + key + "\" is in no config");
        }
        try {
            final ConfigEntries entryType = ConfigEntries.valueOf(type);
            if (entryType == ConfigEntries.config) {
                throw error("entry \"" + key + "\" has the type config, which is an element of its own");
            }
            m_open.peek().addEntry(entryType.createEntry(key, value));
        } catch (final IllegalArgumentException e) {
            throw new SAXParseException(e.getMessage() + " (line " + m_locator.getLineNumber() + ")", m_locator, e);
        }
    }

    private String required(final Attributes attributes, final String element, final String attribute)
        throws SAXException {
        final String value = attributes.getValue(attribute);
        if (value == null) {
            throw error("element " + element + " has no attribute \"" + attribute + "\"");
        }
        return value;
    }

    @Override
    public void endElement(final String uri, final String name, final String qName) {
        if ("config".equals(name)) {
            m_open.pop();
        }
    }

    @Override
    public void error(final SAXParseException e) throws SAXException {
        throw e;
    }

    private SAXException error(final String what) {
        return new SAXParseException(what + " (line " + m_locator.getLineNumber() + ")", m_locator);
    }
}
