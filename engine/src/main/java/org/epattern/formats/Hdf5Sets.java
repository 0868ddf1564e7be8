// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.links.ExternalLink;

/** The data sets of an HDF5 file that can be patterns, and the choice among them. */
final class Hdf5Sets {

    private static final int DEEPEST = 32;
    private static final int MOST_NODES = 100_000;
    private static final int MOST_NAMED = 12;

    private final Path m_path;
    private final List<Hdf5Set> m_sets = new ArrayList<>();
    private final Set<Long> m_seen = new HashSet<>();
    private final List<String> m_elsewhere = new ArrayList<>();
    private int m_nodes;

    private Hdf5Sets(final Path path) {
        m_path = path;
    }

    /**
     * Looks through a whole file.
     *
     * @param path the file, for messages
     * @param root its root group
     * @return what was found
     * @throws IOException one sentence if the file is too deep or too large to be looked through
     */
    static Hdf5Sets in(final Path path, final Group root) throws IOException {
        final Hdf5Sets sets = new Hdf5Sets(path);
        sets.look(root, 0);
        return sets;
    }

    private void look(final Group group, final int depth) throws IOException {
        // a group may be reached by several names, even from within itself
        if (!m_seen.add(group.getAddress())) {
            return;
        }
        if (depth > DEEPEST) {
            throw new IOException(m_path + ": found groups within groups " + depth + " deep, expected at most "
                + DEEPEST);
        }
        for (final Node node : group.getChildren().values()) {
            if (++m_nodes > MOST_NODES) {
                throw new IOException(m_path + ": found more than " + MOST_NODES + " groups and data sets, expected"
                    + " fewer in a file of patterns");
            }
            if (node.isLink()) {
                // what a link within the file points to is found at its own place
                if (node instanceof ExternalLink link) {
                    m_elsewhere.add(link.getTargetPath());
                }
            } else if (node instanceof Dataset dataset) {
                if (m_seen.add(dataset.getAddress())) {
                    final Hdf5Set set = Hdf5Set.of(dataset);
                    if (set != null) {
                        m_sets.add(set);
                    }
                }
            } else if (node instanceof Group child) {
                look(child, depth + 1);
            }
        }
    }

    /**
     * Chooses the data set of the patterns: the named one, or the one with the most axes (a scan before a line of
     * patterns before a single pattern), and among those the one that a known program arranged.
     *
     * @param name path of the data set within the file; empty = the only one
     * @return the data set
     * @throws IOException one sentence if there is none or there are several; it lists them
     */
    Hdf5Set choose(final String name) throws IOException {
        if (!name.isBlank()) {
            return named(name.strip());
        }
        final int rank = m_sets.stream().filter(Hdf5Set::isLikely).mapToInt(Hdf5Set::rank).max().orElse(0);
        final List<Hdf5Set> best =
            m_sets.stream().filter(set -> set.isLikely() && set.rank() == rank).collect(Collectors.toList());
        if (best.stream().anyMatch(set -> set.layout() != Hdf5Layout.OTHER)) {
            best.removeIf(set -> set.layout() == Hdf5Layout.OTHER);
        }
        if (best.isEmpty()) {
            throw new IOException(m_path + ": found no data set of numbers with two to four axes, expected patterns"
                + (m_elsewhere.isEmpty() ? "" : "; its data lie in other files: " + listed(m_elsewhere)));
        }
        if (best.size() > 1) {
            throw new IOException(m_path + ": found " + best.size() + " data sets of patterns, state one of them: "
                + listed(best.stream().map(Hdf5Set::text).toList()));
        }
        return best.get(0);
    }

    private Hdf5Set named(final String name) throws IOException {
        final String path = name.startsWith("/") ? name : "/" + name;
        for (final Hdf5Set set : m_sets) {
            if (set.path().equals(path)) {
                return set;
            }
        }
        throw new IOException(m_path + ": found no data set of patterns named " + SmallText.quoted(name)
            + (m_sets.isEmpty() ? " and none of another name" : ", expected one of " + listed(m_sets.stream()
                .sorted(Comparator.comparing(Hdf5Set::rank).reversed()).map(Hdf5Set::text).toList())));
    }

    private static String listed(final List<String> names) {
        return names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
            + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
    }
}
