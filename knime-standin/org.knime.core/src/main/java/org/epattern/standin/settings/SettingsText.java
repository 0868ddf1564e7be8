// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.settings;

/** Escapes characters that XML 1.0 forbids as two percent signs and the five decimal digits of their UTF-16 code. */
final class SettingsText {

    private static final char LAST_BEFORE_SURROGATES = '\ud7ff';

    private static final int DIGITS = 5;

    private SettingsText() {
    }

    static String escape(final String text) {
        final StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            // the first of two percent signs is escaped too, so that a text that looks escaped survives
            if (c < ' ' || c > LAST_BEFORE_SURROGATES || text.startsWith("%%", i)) {
                escaped.append(String.format("%%%%%05d", (int)c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    static String unescape(final String text) {
        final StringBuilder plain = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            if (isEscape(text, i)) {
                plain.append((char)Integer.parseInt(text.substring(i + 2, i + 2 + DIGITS)));
                i += 2 + DIGITS;
            } else {
                plain.append(text.charAt(i));
                i++;
            }
        }
        return plain.toString();
    }

    private static boolean isEscape(final String text, final int at) {
        final int end = at + 2 + DIGITS;
        return text.startsWith("%%", at) && end <= text.length()
            && text.substring(at + 2, end).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
