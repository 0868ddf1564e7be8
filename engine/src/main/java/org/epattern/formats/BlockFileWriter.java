// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

import org.epattern.scan.Calibration;
import org.epattern.scan.ScanGeometry;

/**
 * Writes a scan as NanoMEGAS block file (.blo, 8 bit), pattern after pattern in scan order. The file appears under its
 * name only when it is complete.
 */
public final class BlockFileWriter implements Closeable {

    /**
     * Begins a file.
     *
     * @param target the file; it must not exist
     * @param geometry shape; patterns must be square. Its sample type is not used, the file holds 8 bit.
     * @param calibration physical sizes
     * @throws IOException if the file exists or cannot be written
     */
    public BlockFileWriter(final Path target, final ScanGeometry geometry, final Calibration calibration)
        throws IOException {
        this(target, geometry, calibration, false);
    }

    /**
     * Begins a file.
     *
     * @param target the file
     * @param geometry shape; patterns must be square. Its sample type is not used, the file holds 8 bit.
     * @param calibration physical sizes
     * @param replace whether an existing file may be replaced
     * @throws IOException if the file exists and must not be replaced, or cannot be written
     */
    public BlockFileWriter(final Path target, final ScanGeometry geometry, final Calibration calibration,
        final boolean replace) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Appends the next pattern.
     *
     * @param samples 8-bit grey levels, row by row
     * @throws IOException if the pattern cannot be written
     */
    public void write(final byte[] samples) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Appends the next pattern, rounded and kept within 0 to 255.
     *
     * @param pixels grey levels, row by row
     * @throws IOException if the pattern cannot be written
     */
    public void write(final float[] pixels) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Drops what was written; nothing is left behind. */
    public void abort() throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Completes the file and gives it its name. Where patterns are missing, what was written is dropped instead.
     *
     * @throws IOException if patterns are missing or the file cannot be completed
     */
    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
