// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The markup that each text of a node description may hold (version 5.3 of its schema). */
public enum Markup {
    /** The short description, names and links: text alone. */
    PLAIN(Set.of()),
    /** Descriptions of ports and settings: paragraphs, lists and styled words. */
    BLOCKS(join(Tags.INLINE, Tags.BLOCK)),
    /** The full description: headings and tables as well. */
    INTRO(join(Tags.INLINE, Tags.BLOCK, Set.of("h3", "h4", "table")));

    /** Groups of tags. */
    private static final class Tags {

        static final Set<String> STYLE = Set.of("b", "i", "u", "tt", "s", "em", "code", "samp", "sup", "sub");

        static final Set<String> INLINE = join(STYLE, Set.of("a", "br"));

        static final Set<String> LISTS = Set.of("ul", "ol", "dl");

        static final Set<String> BLOCK = join(LISTS, Set.of("p", "hr", "pre"));

        /** Tags that hold no text of their own, only other tags. */
        static final Set<String> WITHOUT_TEXT = Set.of("ul", "ol", "dl", "table", "tr", "pre", "br", "hr");

        static final Map<String, Set<String>> CONTENT = content();

        private static Map<String, Set<String>> content() {
            final Map<String, Set<String>> content = new HashMap<>();
            STYLE.forEach(tag -> content.put(tag, INLINE));
            Set.of("h3", "h4", "dt").forEach(tag -> content.put(tag, INLINE));
            Set.of("p", "li").forEach(tag -> content.put(tag, join(INLINE, LISTS)));
            Set.of("dd", "td", "th").forEach(
                tag -> content.put(tag, join(INLINE, BLOCK, Set.of("h3", "h4", "table"))));
            content.put("a", STYLE);
            content.put("ul", Set.of("li"));
            content.put("ol", Set.of("li"));
            content.put("dl", Set.of("dt", "dd"));
            content.put("table", Set.of("tr"));
            content.put("tr", Set.of("th", "td"));
            content.put("pre", Set.of("a", "b", "i", "u", "tt", "s", "br", "em", "code", "samp"));
            content.put("br", Set.of());
            content.put("hr", Set.of());
            return content;
        }
    }

    private final Set<String> m_tags;

    Markup(final Set<String> tags) {
        m_tags = tags;
    }

    @SafeVarargs
    private static Set<String> join(final Set<String>... sets) {
        final Set<String> all = new HashSet<>();
        for (final Set<String> set : sets) {
            all.addAll(set);
        }
        return Set.copyOf(all);
    }

    /**
     * @param text a text of a node description
     * @return what is wrong with it, as the end of a sentence; empty if nothing is
     */
    public Optional<String> fault(final String text) {
        if (text == null || text.isBlank()) {
            return Optional.of("is empty.");
        }
        try {
            return fault(XmlFragment.parse(text, XmlFragment.document()), "the text", m_tags);
        } catch (final SAXException malformed) {
            return Optional.of("is no XML fragment: " + malformed.getMessage());
        }
    }

    private static Optional<String> fault(final Node parent, final String where, final Set<String> allowed) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            final Optional<String> fault = node instanceof Element element ? faultOf(element, where, allowed)
                : textFault(node, parent, where);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> faultOf(final Element element, final String where, final Set<String> allowed) {
        final String tag = element.getTagName();
        if (!allowed.contains(tag)) {
            return Optional.of("has <" + tag + "> where " + where + " takes "
                + (allowed.isEmpty() ? "no markup" : "only " + allowed.stream().sorted().toList()) + ".");
        }
        if (tag.equals("a") && element.getAttribute("href").isEmpty()) {
            return Optional.of("has <a> without href.");
        }
        return fault(element, "<" + tag + ">", Tags.CONTENT.get(tag));
    }

    private static Optional<String> textFault(final Node text, final Node parent, final String where) {
        final boolean stray = text.getNodeType() == Node.TEXT_NODE && !text.getTextContent().isBlank()
            && Tags.WITHOUT_TEXT.contains(parent.getNodeName());
        return stray ? Optional.of("has text directly in " + where + ".") : Optional.empty();
    }
}
