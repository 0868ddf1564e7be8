// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.epattern.formats.OpenOptions;
import org.epattern.formats.ScanFormats;
import org.epattern.scan.PatternReader;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;

/** Writes a scan as a camera without synchronisation records it: with blanked frames between lines of uneven length. */
final class FreeRunningCamera {

    private static final int BLANKED_FRAMES = 3;

    private FreeRunningCamera() {
    }

    /** Writes the frames as raw file without header: SCAN RAW_FILE. */
    public static void main(final String[] arguments) throws IOException {
        try (Scan scan = ScanFormats.open(Path.of(arguments[0]), OpenOptions.AUTO);
                PatternReader reader = scan.openReader();
                OutputStream out = Files.newOutputStream(Path.of(arguments[1]))) {
            final ScanGeometry geometry = scan.geometry();
            final byte[] frame = new byte[geometry.patternBytes()];
            for (int y = 0; y < geometry.scanHeight(); y++) {
                for (int x = 0; x < geometry.scanWidth(); x++) {
                    reader.readSamples(geometry.index(x, y), frame);
                    // the camera was a little faster in every fourth line
                    for (int i = 0; i < (x == 0 && y % 4 == 3 ? 2 : 1); i++) {
                        out.write(frame);
                    }
                }
                Arrays.fill(frame, (byte)0);
                for (int i = 0; i < BLANKED_FRAMES; i++) {
                    out.write(frame);
                }
            }
        }
    }
}
