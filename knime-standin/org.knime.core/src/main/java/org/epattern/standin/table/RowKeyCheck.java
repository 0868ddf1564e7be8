// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.table;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

import org.epattern.standin.NodeEnvironment;
import org.knime.core.data.container.DataContainerException;
import org.knime.core.util.DuplicateKeyException;

/**
 * Finds row keys that are added twice, in bounded memory: 64-bit hashes of up to a million keys are kept in a set; full
 * sets go to disk as sorted runs, which are merged at the end. Two equal hashes are only a suspicion, which is checked
 * on the keys themselves.
 */
final class RowKeyCheck {

    /** Hashes in memory before a run is written; 16 MB at the fill of a {@link HashSet64}. */
    private static final int RUN_LENGTH = 1 << 20;

    private static final int MAX_SUSPICIONS = 1000;

    private final Consumer<Consumer<String>> m_allKeys;

    private final NodeEnvironment m_node;

    private final int m_runLength;

    private final HashSet64 m_hashes = new HashSet64();

    private final List<Path> m_runs = new ArrayList<>();

    /**
     * @param allKeys gives all keys that were added
     * @param node where runs are kept
     */
    RowKeyCheck(final Consumer<Consumer<String>> allKeys, final NodeEnvironment node) {
        this(allKeys, node, RUN_LENGTH);
    }

    RowKeyCheck(final Consumer<Consumer<String>> allKeys, final NodeEnvironment node, final int runLength) {
        m_allKeys = allKeys;
        m_node = node;
        m_runLength = runLength;
    }

    void add(final String key, final long row) {
        if (!m_hashes.add(hash(key)) && wasAdded(key)) {
            throw new DuplicateKeyException("Row key \"" + key + "\" of row " + (row + 1)
                + " is already in the table; every row needs a key of its own.", key);
        }
        if (m_hashes.size() >= m_runLength) {
            endRun();
        }
    }

    private boolean wasAdded(final String key) {
        final boolean[] found = new boolean[1];
        m_allKeys.accept(other -> found[0] |= other.equals(key));
        return found[0];
    }

    private void endRun() {
        try {
            final Path run = m_node.createTableFile();
            try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(run.toFile()), 1 << 16))) {
                for (final long hash : m_hashes.sorted()) {
                    out.writeLong(hash);
                }
            }
            m_runs.add(run);
            m_hashes.clear();
        } catch (final IOException e) {
            throw new DataContainerException("Row keys cannot be written to disk: " + e.getMessage(), e);
        }
    }

    /**
     * @throws DuplicateKeyException if a key was added twice
     * @throws IOException if the runs cannot be read
     */
    void finish() throws IOException {
        if (m_runs.isEmpty()) {
            return; // the set has seen all keys
        }
        endRun();
        final Set<Long> suspicions = equalHashes();
        for (final Path run : m_runs) {
            Files.delete(run);
        }
        m_runs.clear();
        if (!suspicions.isEmpty()) {
            final Set<String> seen = new HashSet<>();
            m_allKeys.accept(key -> {
                if (suspicions.contains(hash(key)) && !seen.add(key)) {
                    throw new DuplicateKeyException(key);
                }
            });
        }
    }

    private Set<Long> equalHashes() throws IOException {
        final Set<Long> equal = new HashSet<>();
        final List<Run> open = new ArrayList<>();
        try {
            for (final Path file : m_runs) {
                open.add(new Run(file));
            }
            final PriorityQueue<Run> queue = new PriorityQueue<>(Comparator.comparingLong(Run::first));
            open.stream().filter(Run::hasFirst).forEach(queue::add);
            boolean any = false;
            long last = 0;
            while (!queue.isEmpty() && equal.size() < MAX_SUSPICIONS) {
                final Run run = queue.poll();
                if (any && run.first() == last) {
                    equal.add(last);
                }
                last = run.first();
                any = true;
                run.advance();
                if (run.hasFirst()) {
                    queue.add(run);
                }
            }
        } finally {
            for (final Run run : open) {
                run.close();
            }
        }
        return equal;
    }

    /** A 64-bit hash of all characters whose bits are well mixed. */
    static long hash(final String key) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            h = (h ^ key.charAt(i)) * 0x100000001b3L;
            h ^= h >>> 29;
        }
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }

    private static final class Run {

        private final DataInputStream m_in;

        private boolean m_hasFirst = true;

        private long m_first;

        Run(final Path file) throws IOException {
            m_in = new DataInputStream(new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 16));
            advance();
        }

        boolean hasFirst() {
            return m_hasFirst;
        }

        long first() {
            return m_first;
        }

        void advance() throws IOException {
            try {
                m_first = m_in.readLong();
            } catch (final EOFException end) { // the run has no length: its end is the end of the file
                m_hasFirst = false;
            }
        }

        void close() throws IOException {
            m_in.close();
        }
    }
}
