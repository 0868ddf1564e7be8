// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

/** Makes text out of a file, which may be damaged, fit for a sentence. */
final class Printable {

    private static final int LONGEST = 60;

    private Printable() {
    }

    /** @return the text without control characters and line breaks, shortened where it is long */
    static String of(final String text) {
        final StringBuilder clean = new StringBuilder();
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            final char c = text.charAt(i);
            clean.append(Character.isISOControl(c) || !Character.isDefined(c) || Character.isSurrogate(c)
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR ? '?' : c);
        }
        return text.length() > LONGEST ? clean + "\u2026" : clean.toString();
    }
}
