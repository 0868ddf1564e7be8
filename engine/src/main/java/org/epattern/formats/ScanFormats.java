// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.epattern.scan.Scan;

/** All formats that can be read. */
public final class ScanFormats {

    private ScanFormats() {
    }

    /** @return the formats in the order in which they are asked whether a file is theirs */
    public static List<ScanFormat> all() {
        return List.of();
    }

    /**
     * @param name name of a format
     * @return the format
     * @throws IllegalArgumentException if there is none of that name; the sentence lists the names
     */
    public static ScanFormat byName(final String name) {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens a scan.
     *
     * @param path a file, or a folder of images
     * @param options what the user says about it
     * @return the scan; close it to close the file
     * @throws IOException one sentence: which file, what was found, what was expected
     */
    public static Scan open(final Path path, final OpenOptions options) throws IOException {
        throw new UnsupportedOperationException();
    }
}
