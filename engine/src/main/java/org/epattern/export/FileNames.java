// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.nio.file.Path;

/** Endings of file names. */
final class FileNames {

    private FileNames() {
    }

    /**
     * @param target path that the user gave
     * @param ending ending of the format, e.g. ".blo"
     * @return the path; with the ending where its name has none
     */
    static Path withEnding(final Path target, final String ending) {
        final String name = target.getFileName().toString();
        return name.lastIndexOf('.') > 0 ? target : target.resolveSibling(name + ending);
    }
}
