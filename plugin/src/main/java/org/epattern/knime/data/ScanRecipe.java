// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.IOException;
import java.nio.file.Path;

import org.epattern.formats.OpenOptions;
import org.epattern.formats.ScanFormats;
import org.epattern.scan.GreyRange;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanViews;

/**
 * How a scan is opened: the file, what the user says about it, and the views on it, in this order: a part of the scan,
 * coarser pixels, 8 bit.
 *
 * @param path file or folder
 * @param options what the user says about the file
 * @param part part of the scan; null = all of it
 * @param binning factor by which pixels are joined, 1 = as they are
 * @param eightBit grey levels that become 0 and 255; null = sample type as it is
 */
public record ScanRecipe(Path path, OpenOptions options, Part part, int binning, GreyRange eightBit) {

    /**
     * A rectangle of a scan.
     *
     * @param x first scan position, from 0
     * @param y first line, from 0
     * @param width number of positions; 0 = up to the end
     * @param height number of lines; 0 = up to the end
     */
    public record Part(int x, int y, int width, int height) {
    }

    /** @return this recipe for a file that has moved */
    ScanRecipe at(final Path other) {
        return new ScanRecipe(other, options, part, binning, eightBit);
    }

    /** @return this recipe with a range to 8 bit */
    public ScanRecipe withEightBit(final GreyRange range) {
        return new ScanRecipe(path, options, part, binning, range);
    }

    /**
     * Opens the scan; only its header is read.
     *
     * @return the scan, to be closed by the caller
     * @throws IOException one sentence: which file, what was found, what was expected
     * @throws IllegalArgumentException one sentence if the views do not fit the scan
     */
    public Scan open() throws IOException {
        final Scan original = ScanFormats.open(path, options);
        boolean complete = false;
        try {
            final Scan scan = views(original);
            complete = true;
            return scan;
        } finally {
            if (!complete) {
                original.close();
            }
        }
    }

    private Scan views(final Scan original) {
        Scan scan = original;
        if (part != null) {
            final int width = part.width() == 0 ? scan.geometry().scanWidth() - part.x() : part.width();
            final int height = part.height() == 0 ? scan.geometry().scanHeight() - part.y() : part.height();
            scan = ScanViews.region(scan, part.x(), part.y(), width, height);
        }
        if (binning > 1) {
            scan = ScanViews.binned(scan, binning);
        }
        if (eightBit != null) {
            scan = ScanViews.toEightBit(scan, eightBit);
        }
        return scan;
    }
}
