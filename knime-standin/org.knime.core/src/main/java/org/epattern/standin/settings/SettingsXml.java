// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.settings;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.config.base.ConfigEntries;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads and writes settings trees in the layout of KNIME's settings.xml and workflow.knime files. */
public final class SettingsXml {

    static final String NAMESPACE = "http://www.knime.org/2008/09/XMLConfig";

    private static final String SCHEMA = NAMESPACE + " http://www.knime.org/XMLConfig_2008_09.xsd";

    private SettingsXml() {
    }

    /**
     * Writes the tree as UTF-8 and closes the stream.
     *
     * @param root the tree
     * @param target where to
     * @throws IOException if writing fails
     */
    public static void write(final ConfigBase root, final OutputStream target) throws IOException {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8))) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            out.write("<config xmlns=\"" + NAMESPACE + "\" xmlns:xsi=\"" + XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI
                + "\" xsi:schemaLocation=\"" + SCHEMA + "\" key=\"" + attribute(root.getKey()) + "\">\n");
            writeEntries(root, out, "    ");
            out.write("</config>\n");
        }
    }

    private static void writeEntries(final ConfigBase config, final Writer out, final String indent)
        throws IOException {
        for (final String key : config) {
            final AbstractConfigEntry entry = config.getEntry(key);
            if (entry instanceof ConfigBase nested) {
                out.write(indent + "<config key=\"" + attribute(key) + "\">\n");
                writeEntries(nested, out, indent + "    ");
                out.write(indent + "</config>\n");
            } else {
                // the value of a transient string is never kept in a file
                final String value =
                    entry.getType() == ConfigEntries.xtransientstring ? null : entry.toStringValue();
                out.write(indent + "<entry key=\"" + attribute(key) + "\" type=\"" + entry.getType()
                    + (value == null ? "\" isnull=\"true\" value=\"\"/>\n"
                        : "\" value=\"" + attribute(SettingsText.escape(value)) + "\"/>\n"));
            }
        }
    }

    private static String attribute(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /**
     * Adds the entries of a file to a tree. Document types and external entities are refused.
     *
     * @param root gets the entries
     * @param source XML, closed here
     * @throws IOException if reading fails, or with a sentence that names what is wrong if it is no settings file
     */
    public static void read(final ConfigBase root, final InputStream source) throws IOException {
        try (InputStream in = source) {
            final SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(in), new SettingsHandler(root));
        } catch (final SAXException e) {
            throw new IOException("This is no KNIME settings file: " + e.getMessage(), e);
        } catch (final ParserConfigurationException e) {
            throw new IllegalStateException("The XML parser of this Java cannot be made secure", e);
        }
    }
}
