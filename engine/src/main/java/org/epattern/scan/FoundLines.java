// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.util.List;

/**
 * Scan lines as they were found in the frames of a camera that ran freely.
 *
 * @param brightness mean grey level of every frame
 * @param threshold frames up to this mean grey level are dark
 * @param usualLength frames of a usual line
 * @param lines the lines, in the order of time
 * @param left pieces at the start, at the end or between lines that are no lines
 */
public record FoundLines(float[] brightness, double threshold, int usualLength, List<Line> lines,
    List<ScanLines.Run> left) {

    /** How well a line fits. */
    public enum Kind {
        /** As long as usual, within the tolerance. */
        REGULAR,
        /** Dark frames within the line: its pieces are as long as usual together. */
        JOINED,
        /** The end was not dark: an evenly cut part of a piece as long as several lines. */
        SPLIT,
        /** The first piece lasted longer than a line: the frames next to its dark end. */
        SHORTENED,
        /** Shorter or longer than usual. */
        UNUSUAL
    }

    /**
     * A scan line.
     *
     * @param run its frames
     * @param kind how well it fits
     */
    public record Line(ScanLines.Run run, Kind kind) {
    }

    /** Keeps lists that cannot change. */
    public FoundLines {
        lines = List.copyOf(lines);
        left = List.copyOf(left);
    }

    /**
     * @param width scan positions in a line; 0 = the usual number of frames
     * @param fit how lines are brought to that width
     * @return the scan
     */
    public ScanLines scan(final int width, final ScanLines.Fit fit) {
        return new ScanLines(width == 0 ? usualLength : width, fit, lines.stream().map(Line::run).toList());
    }

    /** @return number of lines of a kind */
    public long count(final Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).count();
    }
}
