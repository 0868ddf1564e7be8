// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects faults as sentences. */
final class Findings {

    private final List<String> m_sentences = new ArrayList<>();

    void add(final String sentence) {
        m_sentences.add(sentence);
    }

    void addAll(final List<String> sentences) {
        m_sentences.addAll(sentences);
    }

    void require(final boolean condition, final String sentence) {
        if (!condition) {
            add(sentence);
        }
    }

    /**
     * Runs code of a node, where any failure is a fault to report.
     *
     * @param what starts the sentence
     * @param code the code
     * @return its result, empty after a failure or for null
     * @param <T> type of the result
     */
    <T> Optional<T> attempt(final String what, final Supplier<T> code) {
        try {
            return Optional.ofNullable(code.get());
        } catch (final RuntimeException failure) {
            add(what + " fails: " + failure);
            return Optional.empty();
        }
    }

    List<String> sentences() {
        return List.copyOf(m_sentences);
    }
}
