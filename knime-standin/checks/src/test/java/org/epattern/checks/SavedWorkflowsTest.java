// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.epattern.runner.plugins.NodePlugins;
import org.epattern.runner.workflow.WorkflowRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Workflows that KNIME saved with any version of the nodes still load and run. */
class SavedWorkflowsTest {

    private static final Pattern FACTORY = Pattern.compile("factory\" type=\"xstring\" value=\"([\\w.]+)\"");
    private static final String OF_KNIME = "value=\"KNIME AG, Zurich, Switzerland\"";
    private static final Pattern REGISTERED = Pattern.compile("factory-class=\"([\\w.]+)\"");

    @TestFactory
    Stream<DynamicTest> savedWorkflowLoadsAndEveryNodeRuns(@TempDir final Path scratch) throws IOException {
        final Path scan = Runner.workflow("ePattern rapid").resolve("data/demo.blo");
        return workflows().stream().map(w -> DynamicTest.dynamicTest(name(w), () -> {
            final Path out = scratch.resolve(name(w).replace('/', ' '));
            final Path copy = copy(w, scratch.resolve("copy of " + out.getFileName()));
            final List<String> more = new ArrayList<>(List.of("--out", out.toString()));
            final String file = Files.readString(w.resolve("workflow.knime"));
            if (file.contains("value=\"input\"")) {
                more.add("-workflow.variable=input,'" + scan + "',String");
            }
            if (file.contains("value=\"folder\"")) {
                more.add("-workflow.variable=folder,'" + scan.getParent() + "',String");
            }
            final JavaProcess run = Runner.run(copy, more.toArray(String[]::new));
            assertEquals(0, run.exitCode(), run.output());
            for (final Path node : House.files(w, "settings.xml")) {
                final String folder = node.getParent().getFileName().toString();
                // nodes inside components write nothing themselves, and those of KNIME may give variables only
                if (node.getParent().getParent().equals(w) && !Files.readString(node).contains(OF_KNIME)) {
                    assertTrue(wroteRows(out, folder.substring(0, folder.indexOf(" (#"))), folder + " wrote no row");
                }
            }
        }));
    }

    /** In loops the number of the iteration follows the name of the node. */
    private static boolean wroteRows(final Path out, final String node) throws IOException {
        boolean anyRow = false;
        for (final Path table : House.files(out, ".csv")) {
            final String folder = out.relativize(table).getName(0).toString();
            if (folder.equals(node) || folder.startsWith(node + " (iteration ")) {
                anyRow |= !Csv.read(table).rows().isEmpty();
            }
        }
        return anyRow;
    }

    @Test
    void savedWorkflowsFollowTheLoadersRules(@TempDir final Path scratch) throws IOException {
        final List<String> broken = new ArrayList<>();
        final NodePlugins plugins = NodePlugins.at(House.bundle(), scratch);
        for (final Path workflow : workflows()) {
            broken.addAll(WorkflowRules.check(workflow, plugins));
        }
        // rules for what is shipped: opens in the oldest KNIME, brings its scan along
        broken.removeIf(b -> b.startsWith("created_by") || b.endsWith("there is no such file in the workflow."));
        assertEquals(List.of(), broken);
    }

    @Test
    void everyNodeIsInASavedWorkflow() throws IOException {
        final Set<String> nodes = found(REGISTERED, House.root().resolve("plugin/plugin.xml"));
        assertTrue(nodes.size() >= 12, nodes.toString());
        for (final Path workflow : workflows()) {
            for (final Path settings : House.files(workflow, "settings.xml")) {
                nodes.removeAll(found(FACTORY, settings));
            }
        }
        assertEquals(Set.of(), nodes, "in no workflow of test-workflows/compat, see its README.md");
    }

    private static Set<String> found(final Pattern pattern, final Path file) throws IOException {
        final Set<String> found = new TreeSet<>();
        final Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** Nodes that save files write into the workflow's folder. */
    private static Path copy(final Path workflow, final Path target) throws IOException {
        for (final Path file : House.files(workflow, "")) {
            final Path place = target.resolve(workflow.relativize(file).toString());
            Files.createDirectories(place.getParent());
            Files.copy(file, place);
        }
        return target;
    }

    private static String name(final Path workflow) {
        return workflow.getParent().getFileName() + "/" + workflow.getFileName();
    }

    private static List<Path> workflows() {
        final List<Path> workflows = House.savedWorkflows();
        assertTrue(workflows.size() >= 3, workflows.toString());
        return workflows;
    }
}
