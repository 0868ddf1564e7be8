// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.io.Closeable;
import java.io.IOException;

/** Reads single patterns of one scan. Belongs to one thread. */
public interface PatternReader extends Closeable {

    /**
     * Reads a pattern as stored, without any conversion but the byte order.
     *
     * @param index pattern index, from 0 to {@code patternCount() - 1}
     * @param samples receives {@code patternBytes()} bytes, little-endian, row by row
     * @throws IOException one sentence: which file, what was found, what was expected
     */
    void readSamples(long index, byte[] samples) throws IOException;

    /**
     * Reads a pattern as grey levels.
     *
     * @param index pattern index, from 0 to {@code patternCount() - 1}
     * @param pixels receives {@code pixelCount()} values, row by row
     * @throws IOException one sentence: which file, what was found, what was expected
     */
    void read(long index, float[] pixels) throws IOException;
}
