// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Opens a new file for writing. */
@FunctionalInterface
public interface FileOpener {

    /**
     * @param file does not exist or is overwritten
     * @return its content goes here
     * @throws IOException if it cannot be opened
     */
    OutputStream open(Path file) throws IOException;
}
