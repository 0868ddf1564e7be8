// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import org.epattern.knime.testing.PluginFiles;
import org.epattern.knime.testing.TestWorkflow;
import org.epattern.standin.settings.SettingsXml;
import org.epattern.standin.ui.NodeCheck;
import org.epattern.standin.ui.NodeRuntime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.renderer.DataValueRendererFactory;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.w3c.dom.Element;

/** Holds the bundle as a whole: what it registers, the texts of its nodes, their settings. */
class BundleTest {

    private static final String PREFIX = "org.epattern.knime.nodes.";

    static Stream<String> factories() {
        return PluginFiles.elements("node").stream().map(e -> e.getAttribute("factory-class").replace(PREFIX, ""));
    }

    @Test
    void registersEveryNodeInOneCategoryEachAfterAnother() throws IOException {
        final List<Element> nodes = PluginFiles.elements("node");
        final Set<String> known = new HashSet<>();
        for (final Element node : nodes) {
            assertEquals("/community/stem4d", node.getAttribute("category-path"));
            final String after = node.getAttribute("after");
            assertTrue(after.isEmpty() || known.contains(after), after);
            known.add(node.getAttribute("factory-class"));
        }
        final Set<String> written = new HashSet<>();
        for (final Path source : PluginFiles.sources()) {
            if (Files.readString(source).contains("extends DefaultNodeFactory")) {
                written.add(PREFIX + source.getParent().getFileName() + "."
                    + source.getFileName().toString().replace(".java", ""));
            }
        }
        assertEquals(written, known);
        final Element category = PluginFiles.elements("category").get(0);
        assertEquals("4D-STEM (ePattern)", category.getAttribute("name"));
        assertTrue(Files.exists(PluginFiles.folder().resolve(category.getAttribute("icon"))));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void textsIconPortsAndDialogOfANodeAreInOrder(final String factory) {
        assertEquals(List.of(), NodeCheck.problems(TestWorkflow.factory(factory)));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void iconLiesBesideTheFactory(final String name) {
        final NodeFactory<?> factory = TestWorkflow.factory(name);
        assertNotNull(factory.getClass().getResource(NodeRuntime.create(factory).definition().icon()));
    }

    @Test
    void threeNodesHaveAViewWithAPageOfItsOwn() throws IOException {
        final List<String> pages = new ArrayList<>();
        for (final String name : factories().toList()) {
            final var view = NodeRuntime.create(TestWorkflow.factory(name)).definition().view();
            if (view.isPresent()) {
                final String page = view.get().page().getRelativePath();
                pages.add(page);
                try (InputStream in = view.get().page().getInputStream()) {
                    final String html = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    assertTrue(html.startsWith("<!") && html.contains("epattern-sources"), page);
                }
                assertTrue(view.get().description().contains("View</b>")
                    || view.get().description().contains("Navigator</b>"), name);
            }
        }
        assertEquals(List.of("navigator.html", "maps.html", "quality.html"), pages);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void defaultSettingsAreThoseThatWereReleased(final String name) throws IOException {
        final NodeRuntime node = NodeRuntime.create(TestWorkflow.factory(name));
        final NodeSettings settings = new NodeSettings("model");
        node.saveSettings(settings);
        assertEquals(text(TestWorkflow.golden(node.definition().name())), text(settings),
            "A changed key or default breaks saved workflows: add a migration, then renew the golden settings");
    }

    @ParameterizedTest
    @MethodSource("factories")
    void settingsThatWereSavedBeforeASettingWasAddedStillLoad(final String name) throws Exception {
        final NodeRuntime node = NodeRuntime.create(TestWorkflow.factory(name));
        node.loadSettings(new NodeSettings("model"));
        final NodeSettings settings = new NodeSettings("model");
        node.saveSettings(settings);
        assertEquals(text(TestWorkflow.golden(node.definition().name())), text(settings));
    }

    private static String text(final NodeSettings settings) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        SettingsXml.write(settings, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void registeredSerializersAndRenderersExist() throws ReflectiveOperationException {
        for (final Element e : PluginFiles.elements("serializer")) {
            final Object serializer = Class.forName(e.getAttribute("serializerClass")).getConstructor().newInstance();
            assertEquals(e.getAttribute("cellClass"), ((DataCellSerializer<?>)serializer).getCellClass().getName());
        }
        final List<Element> renderers = PluginFiles.elements("renderer");
        assertEquals(5, renderers.size());
        for (final Element e : renderers) {
            final Object factory = Class.forName(e.getAttribute("rendererFactoryClass")).getConstructor().newInstance();
            assertNotNull(((DataValueRendererFactory)factory).createRenderer(null));
        }
    }

    @Test
    void manifestIsASelfContainedSingletonForKnime58() throws IOException {
        final Path file = PluginFiles.folder().resolve("META-INF/MANIFEST.MF");
        final Attributes main;
        try (var in = Files.newInputStream(file)) {
            main = new Manifest(in).getMainAttributes();
        }
        assertEquals("org.epattern.knime;singleton:=true", main.getValue("Bundle-SymbolicName"));
        assertEquals("JavaSE-17", main.getValue("Bundle-RequiredExecutionEnvironment"));
        assertEquals(".,lib/epattern-engine.jar,lib/commons-math3.jar,lib/jhdf.jar,lib/commons-lang3.jar,"
            + "lib/compress-lzf.jar,lib/lz4-java.jar,lib/slf4j-api.jar,lib/slf4j-nop.jar",
            main.getValue("Bundle-ClassPath"));
        final String range = ";bundle-version=\"[5.8.0,6.0.0)\"";
        assertEquals("org.knime.core" + range + ",org.knime.core.ui" + range, main.getValue("Require-Bundle"));
    }
}
