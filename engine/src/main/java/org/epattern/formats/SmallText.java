// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the small text files that lie beside the patterns; never more than a text of that kind can have. */
final class SmallText {

    private static final int LONGEST = 1 << 22;

    private SmallText() {
    }

    /**
     * @param path a text file
     * @return its whole text as Latin-1, of which ASCII is a part
     * @throws IOException one sentence if it cannot be read or is longer than 4 MB
     */
    static String read(final Path path) throws IOException {
        try (ScanFile file = new ScanFile(path)) {
            if (file.size() > LONGEST) {
                throw new IOException(path + ": found a description of " + file.size() + " bytes, expected at most "
                    + LONGEST);
            }
            return start(file, (int)file.size());
        }
    }

    /**
     * @param path any file
     * @param length number of bytes
     * @return the start of it as Latin-1, shorter where the file is; empty where it is no file
     * @throws IOException if it cannot be read
     */
    static String start(final Path path, final int length) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) == 0) {
            return "";
        }
        try (ScanFile file = new ScanFile(path)) {
            return start(file, (int)Math.min(length, file.size()));
        }
    }

    /** @return the start of an open file as Latin-1, of exactly that length */
    static String start(final ScanFile file, final int length) throws IOException {
        final byte[] bytes = new byte[length];
        file.read(0, bytes, 0, length, "the header");
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** @return a text from a file in a form that fits into a sentence: printable, on one line, not too long */
    static String quoted(final String text) {
        return "\"" + Printable.of(text) + "\"";
    }

    /** @return the name of a file without its last ending */
    static String stem(final Path path) {
        final String name = path.getFileName().toString();
        final int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** @return whether the name of a file ends so, in small or capital letters */
    static boolean endsWith(final Path path, final String ending) {
        final String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return name.regionMatches(true, name.length() - ending.length(), ending, 0, ending.length());
    }
}
