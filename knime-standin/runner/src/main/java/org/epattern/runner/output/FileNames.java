// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.output;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes file names of names that people gave to nodes, ports and rows, different from each other in any case. */
final class FileNames {

    private static final int LONGEST = 100;

    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"/\\\\|?*\\p{Cntrl}]");

    /** Names that Windows keeps for devices, with any extension. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    /** The characters that names of files can have here, which is few where the system's language is not set. */
    private static final Charset SYSTEM = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private final Set<String> m_taken = new HashSet<>();

    /**
     * @param name any text
     * @return a file name that works on all systems, without extension
     */
    static String sanitised(final String name) {
        String clean = writable(FORBIDDEN.matcher(name).replaceAll("_").strip(), SYSTEM);
        if (clean.length() > LONGEST) {
            clean = clean.substring(0, LONGEST).strip();
        }
        // Windows drops dots and blanks at the end, a dot at the beginning hides the file elsewhere
        clean = clean.replaceAll("[. ]+$", "").replaceAll("^\\.+", "_");
        return clean.isEmpty() || DEVICE.matcher(clean).matches() ? "_" + clean : clean;
    }

    /** @return the text with what a character set does not have replaced */
    static String writable(final String text, final Charset charset) {
        final CharsetEncoder encoder = charset.newEncoder();
        if (encoder.canEncode(text)) {
            return text;
        }
        final StringBuilder writable = new StringBuilder();
        text.codePoints().mapToObj(Character::toString)
            .forEach(c -> writable.append(encoder.canEncode(c) ? c : "_"));
        return writable.toString();
    }

    /**
     * @param name any text
     * @param extension with its dot, or empty
     * @return a clean name with that extension, which is given out once only
     */
    String unique(final String name, final String extension) {
        final String clean = sanitised(name);
        String candidate = clean + extension;
        for (int i = 2; !m_taken.add(candidate.toLowerCase(Locale.ROOT)); i++) {
            candidate = clean + " (" + i + ")" + extension;
        }
        return candidate;
    }
}
