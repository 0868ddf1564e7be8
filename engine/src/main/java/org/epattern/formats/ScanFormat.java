// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Path;

import org.epattern.scan.Scan;

/**
 * A kind of file, or of folder, that holds a scan. Recognising, reading the header and reading patterns are separate
 * steps: {@link #recognises} looks at a few bytes only, {@link #open} reads and checks the header, and the readers of
 * the scan fetch single patterns.
 */
public interface ScanFormat {

    /** @return short name for settings, lower case, e.g. "blo" */
    String name();

    /** @return what the format is and who writes it, one line for people */
    String description();

    /**
     * @param path an existing file or folder
     * @return whether it looks like this format; its content may still turn out to be damaged
     * @throws IOException if the file cannot be read
     */
    boolean recognises(Path path) throws IOException;

    /**
     * Reads and checks the header; patterns are read later.
     *
     * @param path an existing file or folder
     * @param options what the user says about it
     * @return the scan; holds the file open until it is closed
     * @throws IOException one sentence: which file, what was found, what was expected
     */
    Scan open(Path path, OpenOptions options) throws IOException;
}
