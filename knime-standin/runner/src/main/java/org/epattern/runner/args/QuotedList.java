// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.args;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits {@code a,'b,c',"d"} at its commas. A part may be quoted, wholly or in the middle, with {@code '} or {@code "};
 * inside quotes a comma is an ordinary character and a backslash takes the next character as it is. Outside quotes a
 * backslash is an ordinary character, as in Windows paths.
 */
final class QuotedList {

    private QuotedList() {
    }

    /**
     * @param text the list, may be empty
     * @return its parts without their quotes, at least one
     * @throws IllegalArgumentException with a sentence, if a quote is not closed
     */
    static List<String> split(final String text) {
        final List<String> parts = new ArrayList<>();
        final StringBuilder part = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\' && i + 1 < text.length()) {
                    i++;
                    part.append(text.charAt(i));
                } else if (c == quote) {
                    quote = 0;
                } else {
                    part.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == ',') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("the quote " + quote + " is opened and never closed");
        }
        parts.add(part.toString());
        return parts;
    }
}
