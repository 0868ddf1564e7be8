// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.epattern.runner.TestPlugin;
import org.epattern.runner.probe.ProbeCell;
import org.epattern.runner.probe.ProbeValue;
import org.epattern.runner.probe.SourceNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds how plugins are found and which of them are used. */
class NodePluginsTest {

    @TempDir
    private Path m_temp;

    @Test
    void aJarIsReadWithTheJarsInsideIt() throws IOException {
        final Path jar = TestPlugin.jar(m_temp.resolve("org.epattern.probe-1.0.0.jar"));
        final Path scratch = Files.createDirectory(m_temp.resolve("scratch"));
        for (final Path place : List.of(jar, m_temp)) {
            try (NodePlugins plugins = NodePlugins.at(place, scratch)) {
                assertEquals(List.of(), plugins.problems());
                final Plugin plugin = plugins.pluginOf(SourceNodeFactory.class.getName()).orElseThrow();
                assertEquals("org.epattern.probe", plugin.symbolicName());
                assertEquals("Probe nodes", plugin.name());
                assertEquals("ePattern", plugin.vendor());
                try (InputStream in = plugin.loader().getResourceAsStream("nested.txt")) {
                    assertEquals("from the nested jar", new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
                assertEquals(1, plugins.cellTypes().renderers(ProbeValue.class).size());
                assertTrue(plugins.cellTypes().serializer(ProbeCell.class).isPresent());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"org.epattern.probe|[5.8.0,6.0.0)|singleton",
        "org.epattern.probe;singleton:=false|[5.8.0,6.0.0)|singleton",
        "org.epattern.probe;singleton:=true|[5.9.0,6.0.0)|requires org.knime.core",
        "org.epattern.probe;singleton:=true|(5.8.0,6.0.0)|requires org.knime.core",
        "org.epattern.probe;singleton:=true|[5.0.0,5.8.0)|requires org.knime.core",
        "org.epattern.probe;singleton:=true|6.0.0|requires org.knime.core"})
    void whatThePlatformWouldIgnoreIsIgnoredWithASentence(final String name, final String range, final String word)
        throws IOException {
        final Path folder = TestPlugin.folder(m_temp.resolve("plugin"), name, range);
        try (NodePlugins plugins = NodePlugins.at(folder, m_temp)) {
            assertEquals(List.of(), plugins.all());
            assertEquals(1, plugins.problems().size());
            assertTrue(plugins.problems().get(0).contains(word), plugins.problems().get(0));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[5.8.0,6.0.0)", "[5.8,5.8.0]", "5.5.0", "(5.7.9,5.9)"})
    void rangesThatHoldThisPlatformAreFine(final String range) throws IOException {
        final Path folder = TestPlugin.folder(m_temp.resolve("plugin"), TestPlugin.SYMBOLIC_NAME, range);
        try (NodePlugins plugins = NodePlugins.at(folder, m_temp)) {
            assertEquals(1, plugins.all().size());
        }
    }

    @Test
    void aBundleThatIsNotThereKeepsThePluginOut() throws IOException {
        final Path folder = TestPlugin.folder(m_temp.resolve("plugin"));
        final Path manifest = folder.resolve("META-INF/MANIFEST.MF");
        Files.writeString(manifest,
            Files.readString(manifest).replace("org.knime.core;bundle", "org.knip.base;bundle"));
        try (NodePlugins plugins = NodePlugins.at(folder, m_temp)) {
            assertTrue(plugins.problems().get(0).contains("org.knip.base"), plugins.problems().toString());
        }
    }

    @Test
    void aPluginXmlWithoutTheAttributeIsRefused() throws IOException {
        final Path folder = TestPlugin.folder(m_temp.resolve("plugin"));
        final Path xml = folder.resolve("plugin.xml");
        Files.writeString(xml, Files.readString(xml).replace("serializerClass=", "serializer="));
        final IOException error = assertThrows(IOException.class, () -> NodePlugins.at(folder, m_temp));
        assertTrue(error.getMessage().contains("serializerClass"), error.getMessage());
    }

    @Test
    void whatIsNoPluginIsRefused() throws IOException {
        final Path text = Files.writeString(m_temp.resolve("text.jar"), "no jar");
        assertTrue(assertThrows(IOException.class, () -> NodePlugins.at(text, m_temp)).getMessage()
            .contains("text.jar"));
        final Path empty = Files.createDirectory(m_temp.resolve("empty"));
        assertThrows(IOException.class, () -> NodePlugins.at(empty, m_temp));
    }
}
