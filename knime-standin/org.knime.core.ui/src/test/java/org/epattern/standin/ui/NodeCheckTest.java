// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.epattern.standin.ui.dialog.DialogOption;
import org.epattern.standin.ui.dialog.DialogOptions;
import org.epattern.standin.ui.nodes.SampleNodeFactory;
import org.epattern.standin.ui.nodes.SampleParameters;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class NodeCheckTest {

    @Test
    void findsNothingInASoundNode() {
        assertEquals(List.of(), NodeCheck.problems(new SampleNodeFactory()));
    }

    private static List<String> attributes(final Document document, final String tag, final String attribute) {
        final NodeList elements = document.getElementsByTagName(tag);
        return IntStream.range(0, elements.getLength())
            .mapToObj(i -> ((Element)elements.item(i)).getAttribute(attribute)).toList();
    }

    @Test
    void describesNodePortsAndSettingsInTheOrderOfTheDialog() {
        final Document document = NodeDescriptionDocument.of(new SampleNodeFactory().standInDefinition());
        assertEquals("Manipulator", document.getDocumentElement().getAttribute("type"));
        assertEquals("Sample", document.getElementsByTagName("name").item(0).getTextContent());
        assertEquals(List.of("Patterns"), attributes(document, "inPort", "name"));
        assertEquals(List.of("Mask"), attributes(document, "dynInPort", "name"));
        assertEquals(List.of("1"), attributes(document, "dynInPort", "insert-before"));
        assertEquals(List.of("Result"), attributes(document, "outPort", "name"));
        assertEquals(List.of("Column", "Method", "Radius", "Threshold", "Limit"),
            attributes(document, "option", "name"));
        assertEquals(2, document.getElementsByTagName("keyword").getLength());
        assertEquals("How the background is found.Rolling ballNone: Keeps the pattern.",
            document.getElementsByTagName("option").item(1).getTextContent());
    }

    @Test
    void takesTheTypeOfANodeFromItsPorts() {
        final var stages = DefaultNode.create().name("n").icon("i").shortDescription("s").fullDescription("f")
            .sinceVersion(1, 0, 0);
        assertEquals(NodeType.Source,
            type(stages.ports(p -> p.addOutputTable("o", "d")).model(SampleNodeFactory.IDLE)));
        assertEquals(NodeType.Sink, type(stages.ports(p -> p.addInputTable("i", "d")).model(SampleNodeFactory.IDLE)));
        assertEquals(NodeType.Visualizer,
            type(stages.ports(p -> p.addInputTable("i", "d")).model(SampleNodeFactory.IDLE)
                .nodeType(NodeType.Visualizer)));
    }

    private static NodeType type(final DefaultNode node) {
        return new OtherFactory(node).standInDefinition().type();
    }

    /** A factory that breaks rules: it is neither public nor without arguments. */
    private static final class OtherFactory extends DefaultNodeFactory {

        OtherFactory(final DefaultNode node) {
            super(node);
        }
    }

    @Test
    void refusesTextsThatAreNotWellFormedAtOnce() {
        final DefaultNode node = DefaultNode.create().name("n").icon("i").shortDescription("s")
            .fullDescription("a & b").sinceVersion(1, 0, 0).ports(p -> p.addOutputTable("o", "d"))
            .model(SampleNodeFactory.IDLE);
        assertTrue(assertThrows(IllegalStateException.class, () -> new OtherFactory(node)).getMessage()
            .contains("a & b"));
    }

    @Test
    void refusesSecondKeywordsTypesAndGroups() {
        final DefaultNode node = DefaultNode.create().name("n").icon("i").shortDescription("s").fullDescription("f")
            .sinceVersion(1, 0, 0).ports(p -> p.addOutputTable("o", "d")).model(SampleNodeFactory.IDLE).keywords("k")
            .nodeType(NodeType.Source);
        assertThrows(IllegalStateException.class, () -> node.keywords("l"));
        assertThrows(IllegalStateException.class, () -> node.nodeType(NodeType.Sink));
        assertThrows(IllegalArgumentException.class, () -> DefaultNode.create().name("n").icon("i")
            .shortDescription("s").fullDescription("f").sinceVersion(1, 0, 0)
            .ports(p -> p.addOutputTable("o", "d").addInputTable("o", "d")));
    }

    @Test
    void reportsEveryFaultOfANode() {
        final DefaultNode node = DefaultNode.create().name(" ").icon("missing.png").shortDescription("<b>s</b>")
            .fullDescription("").sinceVersion(1, 0, 0)
            .dynamicPorts(p -> p
                .addInputPortGroup("m", g -> g.name("m").description("d").optional()
                    .supportedTypes(BufferedDataTable.TYPE))
                .addInputPortGroup("late", g -> g.name("late").description("").fixed(BufferedDataTable.TYPE)))
            .model(SampleNodeFactory.IDLE).keywords("", "k");
        final String all = String.join("\n", NodeCheck.problems(new OtherFactory(node)));
        for (final String part : List.of("is not public", "has no constructor without arguments",
            "The node has no name", "short description", "full description", "icon \"missing.png\"", "keyword",
            "port \"late\" is empty", "fixed ports come first")) {
            assertTrue(all.contains(part), part + " is not in:\n" + all);
        }
    }

    @Test
    void givesTheSettingsClassOfTheSampleItsSections() {
        assertEquals(List.of(List.of(), List.of("Background"), List.of("Background"), List.of("Spots"),
            List.of("Spots")),
            DialogOptions.of(SampleParameters.class).stream()
                .map(DialogOption::sections).toList());
    }
}
