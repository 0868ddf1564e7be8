// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

/**
 * What the user says about a file that is opened.
 *
 * @param format name of a {@link ScanFormat}, or {@value #AUTO_FORMAT} to find out
 * @param scanWidth scan positions in a line; 0 = as the file says
 * @param scanHeight number of lines; 0 = as the file says
 * @param skipStart number of patterns at the start that do not belong to the scan, at least 0
 * @param skipEnd number of patterns at the end that do not belong to the scan, at least 0
 * @param raw layout of a raw binary file; null for all other formats
 * @param dataset name of the data set in a file that may hold several; empty = the only one
 */
public record OpenOptions(String format, int scanWidth, int scanHeight, int skipStart, int skipEnd, RawLayout raw,
    String dataset) {

    /** Format name that means: find out. */
    public static final String AUTO_FORMAT = "auto";

    /** The file says everything itself. */
    public static final OpenOptions AUTO = new OpenOptions(AUTO_FORMAT, 0, 0, 0, 0, null, "");

    /** Refuses negative numbers. */
    public OpenOptions {
        if (scanWidth < 0 || scanHeight < 0) {
            throw new IllegalArgumentException("The scan size must be at least 1 x 1, or 0 x 0 for automatic; found "
                + scanWidth + " x " + scanHeight);
        }
        if (skipStart < 0 || skipEnd < 0) {
            throw new IllegalArgumentException("The number of patterns to skip must be 0 or more; found " + skipStart
                + " at the start and " + skipEnd + " at the end");
        }
    }

    /** @return these options with another format */
    public OpenOptions withFormat(final String name) {
        return new OpenOptions(name, scanWidth, scanHeight, skipStart, skipEnd, raw, dataset);
    }

    /** @return these options with another scan size; 0 = as the file says (or whatever the other one leaves) */
    public OpenOptions withScanSize(final int width, final int height) {
        return new OpenOptions(format, width, height, skipStart, skipEnd, raw, dataset);
    }

    /** @return these options with other numbers of patterns to skip */
    public OpenOptions withSkip(final int start, final int end) {
        return new OpenOptions(format, scanWidth, scanHeight, start, end, raw, dataset);
    }

    /** @return these options for a raw binary file */
    public OpenOptions withRaw(final RawLayout layout) {
        return new OpenOptions(format, scanWidth, scanHeight, skipStart, skipEnd, layout, dataset);
    }

    /** @return these options for one data set of a file that holds several; empty = the only one */
    public OpenOptions withDataset(final String name) {
        return new OpenOptions(format, scanWidth, scanHeight, skipStart, skipEnd, raw, name);
    }
}
