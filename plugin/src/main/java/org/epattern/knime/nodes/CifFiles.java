// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.epattern.knime.data.FileLocation;

/** The CIF files that a dialog names. */
public final class CifFiles {

    private static final String ENDING = ".cif";

    private CifFiles() {
    }

    /**
     * @param lines paths and addresses, one per line; a folder stands for all CIF files in it, by name
     * @return the files
     * @throws IOException one sentence if an address is none or a folder holds no CIF file
     */
    public static List<Path> of(final String lines) throws IOException {
        final List<Path> files = new ArrayList<>();
        for (final String line : lines.lines().filter(l -> !l.isBlank()).toList()) {
            final Path path = FileLocation.resolve(line);
            if (Files.isDirectory(path)) {
                try (Stream<Path> entries = Files.list(path)) {
                    final List<Path> found = entries
                        .filter(f -> f.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ENDING)).sorted()
                        .toList();
                    if (found.isEmpty()) {
                        throw new IOException("The folder " + path + " holds no file ending in " + ENDING
                            + "; a folder with CIF files is expected");
                    }
                    files.addAll(found);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }
}
