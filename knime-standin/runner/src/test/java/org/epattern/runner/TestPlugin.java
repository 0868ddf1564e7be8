// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.epattern.runner.probe.ProbeCell;
import org.epattern.runner.probe.ProbeRendererFactory;
import org.epattern.runner.probe.ProbeValue;
import org.epattern.runner.probe.SourceNodeFactory;
import org.epattern.runner.probe.WorkNodeFactory;

/** Writes a plugin that registers the probes; their classes are on the class path of the tests. */
public final class TestPlugin {

    /** What KNIME demands of a plugin with nodes. */
    public static final String SYMBOLIC_NAME = "org.epattern.probe;singleton:=true";

    private static final String MANIFEST = """
        Manifest-Version: 1.0
        Bundle-ManifestVersion: 2
        Bundle-Name: Probe nodes
        Bundle-Vendor: ePattern
        Bundle-SymbolicName: SYMBOLIC
        Bundle-Version: 1.0.0
        Bundle-RequiredExecutionEnvironment: JavaSE-17
        Require-Bundle: org.knime.core;bundle-version="RANGE",org.knime.cor
         e.ui;bundle-version="RANGE"
        """;

    private static final String PLUGIN_XML = """
        <?xml version="1.0" encoding="UTF-8"?>
        <?eclipse version="3.0"?>
        <plugin>
          <extension point="org.knime.workbench.repository.categories">
            <category level-id="probe" name="Probe" path="/community"/>
          </extension>
          <extension point="org.knime.workbench.repository.nodes">
            <node category-path="/community/probe" factory-class="SOURCE"/>
            <node category-path="/community/probe" factory-class="WORK"/>
          </extension>
          <extension point="org.knime.core.DataType">
            <DataType cellClass="CELL"><serializer cellClass="CELL" serializerClass="CELL$Serializer"/></DataType>
          </extension>
          <extension point="org.knime.core.DataValueRenderer">
            <dataValue valueClass="VALUE">
              <renderer rendererFactoryClass="RENDERER" suggestAsDefault="true"/>
            </dataValue>
          </extension>
        </plugin>
        """.replace("SOURCE", SourceNodeFactory.class.getName()).replace("WORK", WorkNodeFactory.class.getName())
        .replace("CELL", ProbeCell.class.getName()).replace("VALUE", ProbeValue.class.getName())
        .replace("RENDERER", ProbeRendererFactory.class.getName());

    private TestPlugin() {
    }

    private static String manifest(final String symbolicName, final String range) {
        return MANIFEST.replace("SYMBOLIC", symbolicName).replace("RANGE", range);
    }

    /** Writes an exploded plugin into a new folder. */
    public static Path folder(final Path folder, final String symbolicName, final String range) throws IOException {
        Files.createDirectories(folder.resolve("META-INF"));
        Files.writeString(folder.resolve("META-INF/MANIFEST.MF"), manifest(symbolicName, range));
        Files.writeString(folder.resolve("plugin.xml"), PLUGIN_XML);
        return folder;
    }

    /** Writes a good exploded plugin into a new folder. */
    public static Path folder(final Path folder) throws IOException {
        return folder(folder, SYMBOLIC_NAME, "[5.8.0,6.0.0)");
    }

    /** Writes a plugin jar with a jar inside, which holds the resource /nested.txt. */
    public static Path jar(final Path file) throws IOException {
        final Path nested = Files.createTempFile(file.getParent(), "nested", ".jar");
        try (OutputStream out = Files.newOutputStream(nested); JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("nested.txt"));
            jar.write("from the nested jar".getBytes(StandardCharsets.UTF_8));
        }
        final Manifest manifest;
        try (var in = new ByteArrayInputStream((manifest(SYMBOLIC_NAME, "[5.8.0,6.0.0)")
            + "Bundle-ClassPath: .,lib/nested.jar\n").getBytes(StandardCharsets.UTF_8))) {
            manifest = new Manifest(in);
        }
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new JarEntry("plugin.xml"));
            jar.write(PLUGIN_XML.getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry("lib/nested.jar"));
            Files.copy(nested, jar);
        }
        Files.delete(nested);
        return file;
    }
}
