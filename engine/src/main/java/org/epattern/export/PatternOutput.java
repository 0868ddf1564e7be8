// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.io.Closeable;
import java.io.IOException;

/**
 * A file, or a folder of files, that is being written, pattern after pattern in scan order. It appears under its name
 * only when it is published; closing it before leaves nothing behind. Belongs to one thread.
 */
public interface PatternOutput extends Closeable {

    /**
     * Turns a pattern into what {@link #write} takes, for instance compresses it. Safe from any number of threads at
     * once.
     *
     * @param samples grey levels, little-endian, row by row, in the sample type of the output
     * @return the bytes to write; the same array where nothing has to be done
     */
    default byte[] pack(final byte[] samples) {
        return samples;
    }

    /**
     * Appends the next pattern.
     *
     * @param packed what {@link #pack} made of it
     * @throws IOException one sentence if it cannot be written
     */
    void write(byte[] packed) throws IOException;

    /**
     * Completes the output and gives it its name.
     *
     * @return size of what was written (bytes)
     * @throws IOException one sentence if patterns are missing, or it cannot be completed
     */
    long publish() throws IOException;

    /** Drops what was written, unless it has been published. */
    @Override
    void close() throws IOException;
}
