// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

/**
 * A text to choose.
 *
 * @param id the text that is stored
 * @param text the text that is shown
 */
public record StringChoice(String id, String text) {

    /**
     * @param id a text
     * @return a choice that stores and shows it
     */
    public static StringChoice fromId(final String id) {
        return new StringChoice(id, id);
    }
}
