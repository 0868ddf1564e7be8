// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.output;

import java.nio.file.Path;

/**
 * A file that is complete.
 *
 * @param path where it is
 * @param bytes its size
 * @param rows of its table; -1 if it is no table
 */
public record WrittenFile(Path path, long bytes, long rows) {

    WrittenFile withRows(final long count) {
        return new WrittenFile(path, bytes, count);
    }
}
