// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/** Finds the real files beside the repository, which are not part of it. Tests without them are skipped, visibly. */
public final class SharedData {

    private SharedData() {
    }

    /** @return the file below {@code ../shared/data}; the test that asks is skipped where it is missing */
    public static Path require(final String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            final Path file = folder.resolve("shared").resolve("data").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        Assumptions.abort("The real file shared/data/" + name + " is not on this machine");
        throw new IllegalStateException();
    }

    /** @return the part of reference.json about one file */
    public static String reference(final String name) throws IOException {
        final String all = Files.readString(require("reference.json"));
        final int start = all.indexOf('"' + name + "\": {");
        return all.substring(start, all.indexOf("\n },", start));
    }
}
