// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Path;

/**
 * An image that is a file of its own: uncompressed TIFF as it lies, everything else through the Java image library. Of
 * a TIFF file with several pages the first one counts.
 */
final class ImageFile {

    private ImageFile() {
    }

    private static boolean isTiff(final Path path) {
        return SmallText.endsWith(path, ".tif") || SmallText.endsWith(path, ".tiff");
    }

    /** Looks at the header of an image. */
    static GreyImages.Kind kind(final Path path) throws IOException {
        if (!isTiff(path)) {
            return GreyImages.kind(path, 0);
        }
        try (ScanFile file = new ScanFile(path)) {
            return new TiffPages(file, 1).kind();
        }
    }

    /**
     * Reads an image.
     *
     * @param path the file
     * @param expected size and type that it must have
     * @param first image that the expectation comes from, for messages
     * @param samples receives the little-endian samples, row by row
     * @throws IOException one sentence if it cannot be read or is of another kind
     */
    static void read(final Path path, final GreyImages.Kind expected, final Path first, final byte[] samples)
        throws IOException {
        if (isTiff(path)) {
            try (ScanFile file = new ScanFile(path)) {
                final TiffPages pages = new TiffPages(file, 1);
                expected.refuseOther(path, pages.kind(), first);
                if (pages.isPlain()) {
                    pages.read(0, samples);
                    return;
                }
            }
        }
        GreyImages.read(path, 0, expected, first, samples);
    }
}
