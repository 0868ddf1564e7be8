// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of the 230 space groups by name and number: International Tables for Crystallography B (2010), table
 * A1.4.2.7.
 */
final class SpaceGroupTable {

    /**
     * A setting of a space group.
     *
     * @param number number in the International Tables, 1 to 230
     * @param symbol full Hermann-Mauguin symbol, {@code P 1 21/c 1}
     * @param variant origin 1 or 2, axes H or R; empty where there is no choice
     * @param hall Hall symbol
     */
    record Setting(int number, String symbol, String variant, String hall) {

        @Override
        public String toString() {
            return symbol + (variant.isEmpty() ? "" : ":" + variant);
        }
    }

    private static final String TABLE = "space-groups.txt";
    private static final int LAST_MONOCLINIC = 15;
    private static final int FIRST_MONOCLINIC = 3;
    private static final int FIRST_CUBIC = 195;
    /** Origin or axes at the end of a name, as the core dictionary and older databases write them. */
    private static final Pattern VARIANT =
        Pattern.compile("(.*?)(?:\\s*:\\s*([12HRSZ])|\\s+\\(?origin(?: choice)? ([12])\\)?"
            + "|(?<=[\\sa-z\\d])([HRSZ]))\\s*");

    private final List<Setting> m_settings = new ArrayList<>();

    /** Reads the table. */
    SpaceGroupTable() {
        try (InputStream in = SpaceGroupTable.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    final String[] fields = line.split(";");
                    m_settings.add(new Setting(Integer.parseInt(fields[0]), fields[1], fields[2], fields[3]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The table of space groups in the engine cannot be read", e);
        }
    }

    /** @return all settings, by rising number, the standard setting of each group first */
    List<Setting> settings() {
        return List.copyOf(m_settings);
    }

    /**
     * @param number number of a space group
     * @return its standard setting, in all origins and axes that the International Tables give for it; none if there is
     *         no such group
     */
    List<Setting> standard(final int number) {
        final List<Setting> found = new ArrayList<>();
        for (final Setting setting : m_settings) {
            if (setting.number() == number && (found.isEmpty() || setting.symbol().equals(found.get(0).symbol()))) {
                found.add(setting);
            }
        }
        return found;
    }

    /**
     * Looks a name up: with or without spaces, full or short ({@code P21/c}), with old names of the cubic groups
     * ({@code Fm3m}) and the letter e for double glides ({@code Cmce}).
     *
     * @param name Hermann-Mauguin symbol, with its origin or axes behind a colon or not
     * @return the settings that it can mean, the most usual one first; none if there is no such name
     */
    List<Setting> named(final String name) {
        String symbol = name;
        String variant = "";
        final Matcher matcher = VARIANT.matcher(name);
        if (matcher.matches()) {
            symbol = matcher.group(1);
            for (int i = 2; i <= 4; i++) {
                variant = matcher.group(i) == null ? variant : matcher.group(i);
            }
            variant = variant.replace('S', '1').replace('Z', '2');
        }
        final List<Setting> found = matching(key(symbol), variant);
        return found.isEmpty() ? matching(key(withoutAxes(symbol)), variant) : found;
    }

    private List<Setting> matching(final String key, final String variant) {
        return m_settings.stream().filter(s -> matches(s, key))
            .filter(s -> variant.isEmpty() || s.variant().equals(variant)).toList();
    }

    private static String key(final String symbol) {
        return symbol.toLowerCase(Locale.ROOT).replaceAll("[\\s_()]", "");
    }

    /** The short form of a symbol that states the axis along each mirror's normal: P 4/m 2/m 2/m is P 4/m m m. */
    private static String withoutAxes(final String symbol) {
        final String[] parts = symbol.strip().split("[\\s_]+");
        final boolean main = parts.length > 2 && parts[1].matches("[46]\\d?/.") && !parts[2].equals("-3");
        final boolean trigonal = parts.length > 1 && parts[1].equals("3");
        for (int i = main ? 2 : 1; i < parts.length && !trigonal; i++) {
            parts[i] = parts[i].replaceFirst("^\\d+/(?=[abcdemn]$)", "");
        }
        return String.join(" ", parts);
    }

    private static boolean matches(final Setting setting, final String key) {
        final String own = key(setting.symbol());
        if (own.equals(key)) {
            return true;
        }
        if (setting.number() >= FIRST_MONOCLINIC && setting.number() <= LAST_MONOCLINIC) {
            return key(setting.symbol().replaceAll(" 1(?= |$)", "")).equals(key);
        }
        if (setting.number() >= FIRST_CUBIC) {
            return own.replace("-3", "3").equals(key);
        }
        return key.indexOf('e') > 0 && switch (setting.number()) {
            case 39, 41, 64, 67, 68 -> own.length() == key.length() && own.matches(key.replace('e', '.'))
                && "abc".indexOf(own.charAt(key.indexOf('e'))) >= 0;
            default -> false;
        };
    }
}
