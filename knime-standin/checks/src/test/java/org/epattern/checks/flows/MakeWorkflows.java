// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks.flows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the files of all workflows of the repository: {@code test-workflows/make}. */
public final class MakeWorkflows {

    private MakeWorkflows() {
    }

    /**
     * @param args the root folder of the repository
     * @throws IOException if a file cannot be read or written
     */
    public static void main(final String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("expected one argument: the root folder of the repository");
            System.exit(2);
        }
        final Path root = Path.of(args[0]);
        final List<String> changed = outdated(root);
        for (final Map.Entry<String, String> file : files(root).entrySet()) {
            final Path path = root.resolve(file.getKey());
            if (changed.contains(file.getKey())) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
                System.out.println("written: " + file.getKey());
            }
        }
        for (final String file : changed) {
            if (!files(root).containsKey(file)) {
                Files.delete(root.resolve(file));
                System.out.println("deleted: " + file);
            }
        }
        System.out.println(files(root).size() + " files are up to date.");
    }

    private static Map<String, String> files(final Path root) throws IOException {
        final Map<String, String> files = new TreeMap<>();
        final OurNodes nodes = new OurNodes(root);
        for (final Flow flow : ShippedWorkflows.all(nodes)) {
            files.putAll(flow.files());
        }
        for (final Map.Entry<String, Component> component : ShippedWorkflows.components(nodes).entrySet()) {
            component.getValue().templateFiles()
                .forEach((path, text) -> files.put(component.getKey() + "/" + path, text));
        }
        return files;
    }

    /**
     * @param root the root folder of the repository
     * @return the files, as paths from the root, that differ from what is made, are missing, or belong to a node that
     *         the workflow no longer has
     * @throws IOException if a file cannot be read
     */
    public static List<String> outdated(final Path root) throws IOException {
        final Map<String, String> files = files(root);
        final List<String> outdated = new ArrayList<>();
        for (final Map.Entry<String, String> file : files.entrySet()) {
            final Path path = root.resolve(file.getKey());
            if (!Files.isRegularFile(path) || !Files.readString(path).equals(file.getValue())) {
                outdated.add(file.getKey());
            }
        }
        final Set<String> folders = new HashSet<>();
        ShippedWorkflows.all(new OurNodes(root)).forEach(f -> folders.add(f.folder()));
        folders.addAll(ShippedWorkflows.components(new OurNodes(root)).keySet());
        for (final String folder : folders) {
            for (final String found : settings(root, folder)) {
                if (!files.containsKey(found)) {
                    outdated.add(found);
                }
            }
        }
        return outdated;
    }

    private static List<String> settings(final Path root, final String folder) throws IOException {
        if (!Files.isDirectory(root.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root.resolve(folder))) {
            return all.filter(p -> p.toString().endsWith(".knime") || p.toString().endsWith(".xml"))
                .map(p -> root.relativize(p).toString().replace('\\', '/')).sorted().toList();
        }
    }
}
