// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.IOException;
import java.nio.file.Path;

import org.epattern.formats.OpenOptions;
import org.epattern.formats.ScanFormats;
import org.epattern.scan.Axes;
import org.epattern.scan.GreyRange;
import org.epattern.scan.HotPixels;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanLines;
import org.epattern.scan.ScanViews;

/**
 * How a scan is opened: the file, what the user says about it, and the views on it, in this order: scan lines out of
 * single frames, axes of the scan, a part of the scan, repaired pixels, axes of the patterns, coarser pixels, 8 bit.
 *
 * @param path file or folder
 * @param options what the user says about the file
 * @param lines frames of each scan line; null = the file is a scan already
 * @param scanAxes how the axes of the scan are turned
 * @param part part of the scan, counted in the turned axes; null = all of it
 * @param hotPixels pixels to repair, counted as in the file; null = none
 * @param patternAxes how the axes of the patterns are turned
 * @param binning factor by which pixels are joined, 1 = as they are
 * @param eightBit grey levels that become 0 and 255; null = sample type as it is
 */
public record ScanRecipe(Path path, OpenOptions options, ScanLines lines, Axes scanAxes, Part part,
    HotPixels hotPixels, Axes patternAxes, int binning, GreyRange eightBit) {

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

    /** @return a recipe that opens a file as it is */
    public static ScanRecipe of(final Path path, final OpenOptions options) {
        return new ScanRecipe(path, options, null, Axes.AS_THEY_ARE, null, null, Axes.AS_THEY_ARE, 1, null);
    }

    /** @return this recipe for a file that has moved */
    ScanRecipe at(final Path other) {
        return new ScanRecipe(other, options, lines, scanAxes, part, hotPixels, patternAxes, binning, eightBit);
    }

    /** @return this recipe with the frames of each scan line */
    public ScanRecipe withLines(final ScanLines found) {
        return new ScanRecipe(path, options, found, scanAxes, part, hotPixels, patternAxes, binning, eightBit);
    }

    /** @return this recipe with other axes */
    public ScanRecipe withAxes(final Axes ofScan, final Axes ofPatterns) {
        return new ScanRecipe(path, options, lines, ofScan, part, hotPixels, ofPatterns, binning, eightBit);
    }

    /** @return this recipe for a part of the scan; null = all of it */
    public ScanRecipe withPart(final Part rectangle) {
        return new ScanRecipe(path, options, lines, scanAxes, rectangle, hotPixels, patternAxes, binning, eightBit);
    }

    /** @return this recipe with pixels to repair */
    public ScanRecipe withHotPixels(final HotPixels found) {
        return new ScanRecipe(path, options, lines, scanAxes, part, found, patternAxes, binning, eightBit);
    }

    /** @return this recipe with coarser pixels */
    public ScanRecipe withBinning(final int factor) {
        return new ScanRecipe(path, options, lines, scanAxes, part, hotPixels, patternAxes, factor, eightBit);
    }

    /** @return this recipe with a range to 8 bit */
    public ScanRecipe withEightBit(final GreyRange range) {
        return new ScanRecipe(path, options, lines, scanAxes, part, hotPixels, patternAxes, binning, range);
    }

    /** @return the recipe without any view but the scan lines */
    public ScanRecipe plain() {
        return of(path, options).withLines(lines);
    }

    /**
     * Opens the file as a single line of frames, for finding scan lines; the patterns to skip are left out.
     *
     * @return the frames, to be closed by the caller
     * @throws IOException one sentence: which file, what was found, what was expected
     */
    public Scan openFrames() throws IOException {
        return ScanFormats.open(path, options.withScanSize(0, 1));
    }

    /**
     * Opens the scan; only its header is read.
     *
     * @return the scan, to be closed by the caller
     * @throws IOException one sentence: which file, what was found, what was expected
     * @throws IllegalArgumentException one sentence if the views do not fit the scan
     */
    public Scan open() throws IOException {
        final Scan original = lines == null ? ScanFormats.open(path, options) : openFrames();
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
        if (lines != null) {
            scan = ScanViews.lines(scan, lines);
        }
        if (!scanAxes.equals(Axes.AS_THEY_ARE)) {
            scan = ScanViews.withScanAxes(scan, scanAxes);
        }
        if (part != null) {
            final int width = part.width() == 0 ? scan.geometry().scanWidth() - part.x() : part.width();
            final int height = part.height() == 0 ? scan.geometry().scanHeight() - part.y() : part.height();
            scan = ScanViews.region(scan, part.x(), part.y(), width, height);
        }
        if (hotPixels != null) {
            scan = ScanViews.repaired(scan, hotPixels);
        }
        if (!patternAxes.equals(Axes.AS_THEY_ARE)) {
            scan = ScanViews.withPatternAxes(scan, patternAxes);
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
