// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that the program can say: the text constants of its sources, those joined by a plus taken together. */
final class Sources {

    private static final Pattern CONSTANT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern JOINED = Pattern.compile("(?<!\\\\)\"\\s*\\+\\s*\"");
    private static final Pattern LABEL =
        Pattern.compile("(?:title = |@Label\\(value = |StringChoice\\([A-Z_]+, )\"([^\"]+)\"");

    private final Set<String> m_constants = new TreeSet<>();
    private final Set<String> m_labels = new TreeSet<>();

    private Sources() {
    }

    /** @return the sources of engine, nodes and runner, and the script that starts it */
    static Sources read() throws IOException {
        final Sources sources = new Sources();
        for (final String module : Set.of("engine", "plugin", "knime-standin/runner")) {
            for (final Path file : House.files(House.root().resolve(module).resolve("src/main/java"), ".java")) {
                sources.add(Files.readString(file));
            }
        }
        sources.add(Files.readString(House.root().resolve("epattern")));
        return sources;
    }

    private void add(final String source) {
        final String text = JOINED.matcher(source).replaceAll("");
        final Matcher constants = CONSTANT.matcher(text);
        while (constants.find()) {
            m_constants.add(constants.group(1).replace("\\\"", "\""));
        }
        final Matcher labels = LABEL.matcher(text);
        while (labels.find()) {
            // a unit in brackets is no part of the name
            m_labels.add(labels.group(1).replaceFirst(" \\([^()]*\\)$", ""));
        }
    }

    /** @return whether the program has this text, alone */
    boolean hasConstant(final String text) {
        return m_constants.contains(text);
    }

    /** @return whether the program can say this as a part of a sentence */
    boolean says(final String part) {
        return m_constants.stream().anyMatch(c -> c.contains(part));
    }

    /** @return whether a dialog has a setting or a choice of this name */
    boolean hasLabel(final String label) {
        return m_labels.contains(label);
    }
}
