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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the sources of the plugin say of our nodes: the factory of each by its name, and its default settings. */
final class OurNodes {

    private static final Pattern REGISTERED = Pattern.compile("factory-class=\"([\\w.]+)\"");
    private static final Pattern NAME = Pattern.compile("\\.name\\(\"([^\"]+)\"\\)");
    private static final Pattern CONSTANT_NAME = Pattern.compile("\\.name\\((\\w+)\\)");
    private static final Pattern ENTRY = Pattern.compile("\\s*<entry key=\"([^\"]+)\" type=\"(\\w+)\" .*");

    private final Path m_plugin;
    private final Map<String, String> m_factories = new TreeMap<>();

    /**
     * @param root the root folder of the repository
     * @throws IOException if the sources of the plugin cannot be read
     */
    OurNodes(final Path root) throws IOException {
        m_plugin = root.resolve("plugin");
        final Matcher registered = REGISTERED.matcher(Files.readString(m_plugin.resolve("plugin.xml")));
        while (registered.find()) {
            m_factories.put(name(registered.group(1)), registered.group(1));
        }
    }

    private String name(final String factory) throws IOException {
        final String source =
            Files.readString(m_plugin.resolve("src/main/java").resolve(factory.replace('.', '/') + ".java"));
        final Matcher name = NAME.matcher(source);
        if (name.find()) {
            return name.group(1);
        }
        final Matcher constant = CONSTANT_NAME.matcher(source);
        if (constant.find()) {
            final Matcher value =
                Pattern.compile("String " + constant.group(1) + " = \"([^\"]+)\"").matcher(source);
            if (value.find()) {
                return value.group(1);
            }
        }
        throw new IllegalStateException("The source of " + factory + " holds no .name(\"...\").");
    }

    /** @return class name of the factory of a node */
    String factory(final String node) {
        if (!m_factories.containsKey(node)) {
            throw new IllegalArgumentException("There is no node '" + node + "', expected one of "
                + m_factories.keySet() + ".");
        }
        return m_factories.get(node);
    }

    /**
     * @param node name of a node
     * @param changes values that differ from the default, by key
     * @return its settings
     */
    Config model(final String node, final Map<String, String> changes) throws IOException {
        final Path golden = m_plugin.resolve("src/test/resources/settings").resolve(node + ".xml");
        final List<String> lines = Files.readAllLines(golden).stream().filter(l -> !l.isBlank()).toList();
        final List<String> model = new ArrayList<>();
        final Set<String> unknown = new HashSet<>(changes.keySet());
        for (final String line : lines.subList(2, lines.size() - 1)) {
            final Matcher entry = ENTRY.matcher(line);
            final String text = line.startsWith("    ") ? line.substring(4) : line;
            if (entry.matches() && unknown.remove(entry.group(1))) {
                model.add("<entry key=\"%s\" type=\"%s\" value=\"%s\"/>".formatted(entry.group(1), entry.group(2),
                    Config.escape(changes.get(entry.group(1)))));
            } else {
                model.add(text);
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("The node '" + node + "' has no setting " + unknown + ", see " + golden
                + ".");
        }
        return new Config("model").lines(model);
    }
}
