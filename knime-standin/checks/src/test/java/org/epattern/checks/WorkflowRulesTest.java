// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.epattern.runner.plugins.NodePlugins;
import org.epattern.runner.workflow.WorkflowRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped workflows follow every rule of KNIME's workflow format. */
class WorkflowRulesTest {

    private static final Pattern ENTRY = Pattern.compile("<entry key=\"([^\"]+)\" type=\"(\\w+)\"");
    private static final String OURS =
        "<entry key=\"node-bundle-symbolic-name\" type=\"xstring\" value=\"org.epattern.knime\"/>";
    private static final long LARGEST_DEMO = 3_000_000;

    @Test
    void everyWorkflowFollowsTheLoadersRules(@TempDir final Path scratch) throws IOException {
        final List<String> broken = new ArrayList<>();
        final NodePlugins plugins = NodePlugins.at(House.bundle(), scratch);
        for (final Path workflow : workflows()) {
            broken.addAll(WorkflowRules.check(workflow, plugins));
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void everySharedComponentFollowsTheLoadersRules(@TempDir final Path scratch) throws IOException {
        final NodePlugins plugins = NodePlugins.at(House.bundle(), scratch);
        for (final Path component : components()) {
            assertEquals(List.of(), WorkflowRules.checkTemplate(component, plugins), component.toString());
        }
    }

    @Test
    void everyNodeHoldsAllSettingsOfItsCurrentVersion() throws IOException {
        for (final Path workflow : Stream.concat(workflows().stream(), components().stream()).toList()) {
            for (final Path settings : House.files(workflow, "settings.xml")) {
                final String text = Files.readString(settings);
                if (!text.contains(OURS)) {
                    continue;
                }
                final String folder = settings.getParent().getFileName().toString();
                final Path golden = House.root().resolve("plugin/src/test/resources/settings")
                    .resolve(folder.substring(0, folder.indexOf(" (#")) + ".xml");
                final Map<String, String> expected = entries(Files.readString(golden));
                final Map<String, String> found = entries(text.substring(text.indexOf("<config key=\"model\">"),
                    text.indexOf("<config key=\"variables\">")));
                assertEquals(expected, found, settings.toString());
            }
        }
    }

    @Test
    void demoScansAreSmall() throws IOException {
        for (final Path workflow : workflows("test-workflows")) {
            final List<Path> scans = House.files(workflow.resolve("data"), "");
            long size = 0;
            for (final Path scan : scans) {
                size += Files.size(scan);
            }
            assertTrue(!scans.isEmpty() && size <= LARGEST_DEMO, workflow + ": " + scans + ", " + size + " bytes");
        }
    }

    private static Map<String, String> entries(final String xml) {
        final Map<String, String> entries = new TreeMap<>();
        final Matcher matcher = ENTRY.matcher(xml);
        while (matcher.find()) {
            entries.put(matcher.group(1), matcher.group(2));
        }
        return entries;
    }

    private static List<Path> workflows() throws IOException {
        return Stream.concat(workflows("test-workflows").stream(), workflows("benchmarks").stream()).toList();
    }

    private static List<Path> components() throws IOException {
        try (Stream<Path> folders = Files.list(House.root().resolve("test-workflows/components"))) {
            final List<Path> components = folders.filter(Files::isDirectory).sorted().toList();
            assertFalse(components.isEmpty());
            return components;
        }
    }

    private static List<Path> workflows(final String place) throws IOException {
        try (Stream<Path> folders = Files.list(House.root().resolve(place))) {
            return folders.filter(f -> Files.exists(f.resolve("workflow.knime"))).sorted().toList();
        }
    }
}
