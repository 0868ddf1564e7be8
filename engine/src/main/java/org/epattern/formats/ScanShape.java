// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.epattern.scan.SampleType;
import org.epattern.scan.ScanGeometry;

/**
 * Which patterns of a file form which scan, worked out from the number of patterns, from what the file or its name says
 * and from what the user says.
 *
 * @param first index of the first pattern of the scan in the file
 * @param width scan positions in a line
 * @param height number of lines
 */
record ScanShape(long first, int width, int height) {

    private static final Pattern IN_NAME = Pattern.compile("\\(0-(\\d{1,9}),0-(\\d{1,9})\\)");
    private static final int PAIRS_IN_MESSAGE = 12;
    /** A pattern may take this part of the memory, since several are held at once. */
    private static final int MEMORY_SHARE = 8;

    /**
     * @param path the file, for messages
     * @param patterns number of patterns in the file
     * @param fileWidth scan width that the file says, 0 where it does not tell
     * @param fileHeight scan height that the file says, 0 where it does not tell
     * @param options what the user says
     * @return the shape; it uses every pattern that is not skipped
     * @throws IOException one sentence if it does not come out even or is not known; it lists the possible sizes
     */
    static ScanShape of(final Path path, final long patterns, final int fileWidth, final int fileHeight,
        final OpenOptions options) throws IOException {
        final long skipped = (long)options.skipStart() + options.skipEnd();
        final long available = patterns - skipped;
        if (available < 1) {
            throw new IOException(
                path + ": " + skipped + " patterns are to be skipped, but there are only " + patterns);
        }
        final int width = options.scanWidth();
        final int height = options.scanHeight();
        if (width > 0 && height > 0) {
            if ((long)width * height != available) {
                throw new IOException(path + ": a scan of " + width + " x " + height + " has " + (long)width * height
                    + " patterns, but there are " + counted(available, skipped) + "; possible are " + pairs(available)
                    + ", or another number of patterns to skip");
            }
            return new ScanShape(options.skipStart(), width, height);
        }
        if (width > 0 || height > 0) {
            final int given = Math.max(width, height);
            if (available % given != 0) {
                throw new IOException(path + ": a scan " + (width > 0 ? "width" : "height") + " of " + given
                    + " does not divide " + counted(available, skipped) + "; possible are " + pairs(available)
                    + ", or another number of patterns to skip");
            }
            final int other = sizeOf(path, available / given);
            return new ScanShape(options.skipStart(), width > 0 ? width : other, width > 0 ? other : height);
        }
        if (fileWidth > 0 && fileHeight > 0) {
            if ((long)fileWidth * fileHeight == available) {
                return new ScanShape(options.skipStart(), fileWidth, fileHeight);
            }
            throw new IOException(path + ": the scan should be " + fileWidth + " x " + fileHeight + ", which is "
                + (long)fileWidth * fileHeight + " patterns, but there are " + counted(available, skipped)
                + "; set the scan size, possible are " + pairs(available));
        }
        if (available == 1) {
            return new ScanShape(options.skipStart(), 1, 1);
        }
        throw new IOException(path + ": the scan size of these " + counted(available, skipped)
            + " is not known; set it, possible are " + pairs(available));
    }

    /**
     * For files that say how many patterns they have, but not in which scan: one line of them, unless the user says
     * more.
     *
     * @param path the file, for messages
     * @param patterns number of patterns in the file
     * @param options what the user says about the scan size
     * @return the shape; it uses every pattern that is not skipped
     * @throws IOException one sentence if the user's scan size does not come out even
     */
    static ScanShape ofFrames(final Path path, final long patterns, final OpenOptions options) throws IOException {
        final long line = Math.max(0, patterns - options.skipStart() - options.skipEnd());
        return of(path, patterns, sizeOf(path, line), 1, options);
    }

    /**
     * Makes the geometry of a scan of this shape.
     *
     * @param path the file, for messages
     * @param patternWidth pixels in a row that the file says
     * @param patternHeight pixel rows that the file says
     * @param type number type of a pixel
     * @return the geometry
     * @throws IOException one sentence if there are no pixels, or more than fit in memory
     */
    ScanGeometry geometry(final Path path, final long patternWidth, final long patternHeight, final SampleType type)
        throws IOException {
        final long most = Math.min(Integer.MAX_VALUE - 64, Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
        if (patternWidth < 1 || patternHeight < 1) {
            throw new IOException(path + ": found patterns of " + patternWidth + " x " + patternHeight
                + " px, expected at least 1 x 1");
        }
        if (patternWidth > most || patternHeight > most / patternWidth / type.bytes()) {
            throw new IOException(path + ": found patterns of " + patternWidth + " x " + patternHeight + " px " + type
                + ", which are too large for a memory of " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB");
        }
        return new ScanGeometry(width, height, (int)patternWidth, (int)patternHeight, type);
    }

    /**
     * Finds the last {@code (0-Ymax,0-Xmax)} in the name of a folder, as the released macros write it
     * (EPATTERN-REFERENCE section 1).
     *
     * @param name name of the folder
     * @return width and height, or null where the name does not tell
     */
    static int[] inName(final String name) {
        final Matcher matcher = IN_NAME.matcher(name);
        int[] size = null;
        while (matcher.find()) {
            size = new int[] {Integer.parseInt(matcher.group(2)) + 1, Integer.parseInt(matcher.group(1)) + 1};
        }
        return size;
    }

    /**
     * @param count number of patterns, at least 1
     * @return the scan sizes (width x height) with exactly that many patterns, squarest first, as text
     */
    static String pairs(final long count) {
        final StringBuilder text = new StringBuilder();
        int listed = 0;
        for (long a = (long)Math.sqrt((double)count); a >= 1 && listed < PAIRS_IN_MESSAGE; a--) {
            if (count % a == 0) {
                final long b = count / a;
                text.append(listed == 0 ? "" : ", ").append(b).append(" x ").append(a);
                listed++;
                if (a != b) {
                    text.append(", ").append(a).append(" x ").append(b);
                    listed++;
                }
            }
        }
        return text.append(" (width x height)").toString();
    }

    private static String counted(final long available, final long skipped) {
        return available + " patterns" + (skipped == 0 ? "" : " (without the " + skipped + " skipped)");
    }

    private static int sizeOf(final Path path, final long size) throws IOException {
        if (size > Integer.MAX_VALUE) {
            throw new IOException(path + ": a scan side of " + size + " patterns is more than the "
                + Integer.MAX_VALUE + " that are possible");
        }
        return (int)size;
    }
}
