// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

/** Counts what a node could not use, and says so in one sentence for the user. */
public final class Warnings {

    private final StringBuilder m_text = new StringBuilder();

    /**
     * Adds a sentence, if there is anything to say.
     *
     * @param count how many
     * @param one sentence for one, e.g. "1 pattern is missing"
     * @param many what follows the number for several, e.g. "patterns are missing"
     */
    public void add(final long count, final String one, final String many) {
        if (count > 0) {
            add(count == 1 ? one : count + " " + many);
        }
    }

    /**
     * Adds a sentence and the names of the rows concerned, if there is anything to say. A node of this kind can warn
     * with a text alone, so the rows stand in it.
     *
     * @param rows the rows
     * @param one sentence for one, e.g. "1 pattern is missing"
     * @param many what follows the number for several, e.g. "patterns are missing"
     */
    public void add(final RowNames rows, final String one, final String many) {
        add(rows.count(), one + " (" + rows + ")", many + " (" + rows + ")");
    }

    /** @param sentence a sentence without full stop */
    public void add(final String sentence) {
        if (m_text.length() > 0) {
            m_text.append("; ");
        }
        m_text.append(sentence);
    }

    /** @return whether there is nothing to say */
    public boolean isEmpty() {
        return m_text.length() == 0;
    }

    @Override
    public String toString() {
        return m_text.toString();
    }
}
