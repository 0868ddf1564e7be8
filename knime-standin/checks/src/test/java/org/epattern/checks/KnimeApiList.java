// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * docs/KNIME-API.md: every class, method and field of KNIME that the bundle refers to, and the KNIME versions in which
 * each was found.
 */
final class KnimeApiList {

    private static final String CLASS = "### ";
    private static final String START = "## The list";
    private static final String UNCHECKED = "not checked";

    private final Path m_file;
    private final String m_introduction;
    /** Versions by "class reference". */
    private final Map<String, Set<String>> m_entries = new TreeMap<>();

    KnimeApiList(final Path file) throws IOException {
        m_file = file;
        final String text = Files.readString(file);
        m_introduction = text.substring(0, text.indexOf(START));
        String owner = "";
        for (final String line : text.substring(m_introduction.length()).lines().toList()) {
            if (line.startsWith(CLASS)) {
                owner = line.substring(CLASS.length());
            } else if (line.startsWith("| `")) {
                final String[] cells = line.split("\\|");
                final String reference = cells[1].trim();
                final Set<String> versions = new TreeSet<>(List.of(cells[2].trim().split(", ")));
                versions.remove(UNCHECKED);
                m_entries.put(owner + " " + reference.substring(1, reference.length() - 1), versions);
            }
        }
    }

    static String key(final KnimeReference reference) {
        return reference.owner() + " " + reference;
    }

    /** @return "class reference" of every entry */
    Set<String> keys() {
        return m_entries.keySet();
    }

    /** @return the entries that nobody has looked up in any version of KNIME */
    List<String> unchecked() {
        return m_entries.entrySet().stream().filter(e -> e.getValue().isEmpty()).map(Map.Entry::getKey).toList();
    }

    /** Makes the list that of these references; versions of entries that stay are kept. */
    void replace(final Set<KnimeReference> references) {
        final Map<String, Set<String>> old = new TreeMap<>(m_entries);
        m_entries.clear();
        references.forEach(r -> m_entries.put(key(r), old.getOrDefault(key(r), new TreeSet<>())));
    }

    /** Notes that an entry was found in a version of KNIME. */
    void found(final KnimeReference reference, final String version) {
        m_entries.get(key(reference)).add(version);
    }

    void write() throws IOException {
        final StringBuilder text = new StringBuilder(m_introduction).append(START).append('\n');
        String owner = "";
        for (final Map.Entry<String, Set<String>> entry : m_entries.entrySet()) {
            final int blank = entry.getKey().indexOf(' ');
            if (!entry.getKey().substring(0, blank).equals(owner)) {
                owner = entry.getKey().substring(0, blank);
                text.append('\n').append(CLASS).append(owner).append("\n\n| reference | found in |\n|---|---|\n");
            }
            text.append("| `").append(entry.getKey().substring(blank + 1)).append("` | ")
                .append(entry.getValue().isEmpty() ? UNCHECKED : String.join(", ", entry.getValue())).append(" |\n");
        }
        Files.writeString(m_file, text);
    }
}
