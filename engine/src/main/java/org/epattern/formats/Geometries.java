// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Path;

import org.epattern.scan.SampleType;
import org.epattern.scan.ScanGeometry;

/** Makes the geometry of a scan out of the numbers of a file, which may be wrong. */
final class Geometries {

    private Geometries() {
    }

    /**
     * @param path the file, for messages
     * @param shape shape of the scan
     * @param width pixels in a row of a pattern
     * @param height pixel rows of a pattern
     * @param type number type
     * @return the geometry
     * @throws IOException one sentence if a size is below one or a pattern does not fit in memory
     */
    static ScanGeometry of(final Path path, final ScanShape shape, final int width, final int height,
        final SampleType type) throws IOException {
        try {
            return new ScanGeometry(shape.width(), shape.height(), width, height, type);
        } catch (IllegalArgumentException e) {
            throw new IOException(path + ": " + e.getMessage(), e);
        }
    }

    /**
     * Refuses patterns that cannot be, before anything is worked out from their size.
     *
     * @return bytes of a pattern as it is given, at least 1
     * @throws IOException as {@link #of}
     */
    static int patternBytes(final Path path, final int width, final int height, final SampleType type)
        throws IOException {
        return of(path, new ScanShape(0, 1, 1), width, height, type).patternBytes();
    }
}
