// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.io.IOException;
import java.io.StringReader;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.DocumentFragment;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Parses texts of a node description. */
final class XmlFragment {

    private XmlFragment() {
    }

    /** @return an empty document */
    static Document document() {
        return builder().newDocument();
    }

    /**
     * @param text text with markup, without a root element
     * @param owner the document that gets the result
     * @return the nodes
     * @throws SAXException if the text is not well-formed
     */
    static DocumentFragment parse(final String text, final Document owner) throws SAXException {
        final Document parsed;
        try {
            parsed = builder().parse(new InputSource(new StringReader("<text>" + text + "</text>")));
        } catch (final IOException impossible) {
            throw new IllegalStateException("A string cannot be read.", impossible);
        }
        final DocumentFragment fragment = owner.createDocumentFragment();
        for (Node node = parsed.getDocumentElement().getFirstChild(); node != null; node = node.getNextSibling()) {
            fragment.appendChild(owner.importNode(node, true));
        }
        return fragment;
    }

    private static DocumentBuilder builder() {
        try {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            final DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // the default one prints to the console
            return builder;
        } catch (final ParserConfigurationException impossible) {
            throw new IllegalStateException("There is no XML parser.", impossible);
        }
    }
}
