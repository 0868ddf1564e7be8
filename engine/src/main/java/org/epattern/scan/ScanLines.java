// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.util.List;

/**
 * Which frames of a camera that ran freely belong to which scan position: a run of frames for every scan line, made
 * equally long.
 *
 * @param width scan positions in a line, at least 1
 * @param fit how a line with another number of frames is brought to the width
 * @param runs the frames of each line
 */
public record ScanLines(int width, Fit fit, List<Run> runs) {

    /** How a line with another number of frames is brought to the width of the scan. */
    public enum Fit {
        /** Every scan position gets the frame that is nearest in time: frames are doubled or left out, evenly. */
        RESAMPLE,
        /** Frame after frame from the start; what is too many is left out, the last one fills what lacks. */
        CUT
    }

    /**
     * Frames of a line.
     *
     * @param first number of the first frame, from 0
     * @param length number of frames, at least 1
     */
    public record Run(long first, int length) {

        /** @return number of the first frame behind the run */
        public long end() {
            return first + length;
        }
    }

    /** Refuses what is no scan. */
    public ScanLines {
        runs = List.copyOf(runs);
        if (width < 1 || runs.isEmpty()) {
            throw new IllegalArgumentException("A scan needs at least one line of at least one position; found "
                + runs.size() + " lines of " + width);
        }
        for (final Run run : runs) {
            if (run.first() < 0 || run.length() < 1) {
                throw new IllegalArgumentException("A scan line needs at least one frame; found " + run);
            }
        }
    }

    /** @return number of lines */
    public int height() {
        return runs.size();
    }

    /**
     * @param x scan position, from 0
     * @param y scan line, from 0
     * @return number of the frame that belongs to it
     */
    public long frame(final int x, final int y) {
        final Run run = runs.get(y);
        if (fit == Fit.RESAMPLE) {
            // the middle of the position in time: (x + 1/2) / width of the line
            return run.first() + (2L * x + 1) * run.length() / (2L * width);
        }
        return run.first() + Math.min(x, run.length() - 1);
    }

    /** @return number of the last frame that is used */
    public long lastFrame() {
        return runs.stream().mapToLong(Run::end).max().orElseThrow() - 1;
    }
}
