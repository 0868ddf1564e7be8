// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Path;

/** Counts the patterns of a file whose patterns have equal distances, and says what a truncated file still holds. */
final class WholeFrames {

    private WholeFrames() {
    }

    /**
     * @param path the file, for messages
     * @param bytes bytes of the file behind its header, at least 0
     * @param distance bytes from a pattern to the next one, at least 1
     * @param options what the user says; a stated scan size means that the complete patterns are wanted
     * @return number of complete patterns, at least 1
     * @throws IOException one sentence if the bytes do not come out even and the user has not stated a scan size
     */
    static long count(final Path path, final long bytes, final long distance, final OpenOptions options)
        throws IOException {
        final long complete = bytes / distance;
        final long rest = bytes % distance;
        if (complete == 0) {
            throw new IOException(path + ": the file is truncated; it has not one complete pattern, which takes "
                + distance + " bytes, but only " + bytes);
        }
        if (rest != 0 && options.scanWidth() == 0 && options.scanHeight() == 0) {
            throw new IOException(path + ": the file is truncated or damaged; " + complete + " complete patterns of "
                + distance + " bytes are followed by " + rest + " bytes; to read the complete ones, set the scan size,"
                + " possible are " + ScanShape.pairs(complete));
        }
        return complete;
    }
}
