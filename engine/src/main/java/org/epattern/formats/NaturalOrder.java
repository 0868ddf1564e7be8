// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.util.Comparator;

/** Order of names in which numbers count by their value: "p2" before "p10". */
enum NaturalOrder implements Comparator<String> {

    INSTANCE;

    @Override
    public int compare(final String a, final String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                final int endA = endOfNumber(a, i);
                final int endB = endOfNumber(b, j);
                final int order = compareNumbers(a.substring(i, endA), b.substring(j, endB));
                if (order != 0) {
                    return order;
                }
                i = endA;
                j = endB;
            } else {
                final int order = Character.compare(a.charAt(i), b.charAt(j));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
        }
        final int rest = Integer.compare(a.length() - i, b.length() - j);
        // names that differ in leading zeros only still have an order, whatever the folder lists first
        return rest != 0 ? rest : a.compareTo(b);
    }

    private static boolean isDigit(final char c) {
        return c >= '0' && c <= '9';
    }

    private static int endOfNumber(final String text, final int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Compares digits of any length, so that no number is too large. */
    private static int compareNumbers(final String a, final String b) {
        final String shortA = a.replaceFirst("^0+", "");
        final String shortB = b.replaceFirst("^0+", "");
        return shortA.length() != shortB.length() ? Integer.compare(shortA.length(), shortB.length())
            : shortA.compareTo(shortB);
    }
}
