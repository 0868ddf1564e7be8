// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

/**
 * The three numbers of the ASTAR image filters, in the order in which the paper writes them, e.g. (1, 2, 0), and the
 * radius that its text mentions (Folastre et al. 2024, section "Results in ACOM-Astar").
 *
 * @param softeningLoops how often the mean of the surroundings is subtracted, 0 to {@value #MAX_LOOPS}
 * @param spotEnhanceLoops how often the pattern is smoothed with [1 1 1; 1 8 1; 1 1 1], 0 to {@value #MAX_LOOPS}
 * @param noiseThreshold what is lower becomes 0 (grey levels of the pattern; 0 to 255 in the paper's 8-bit patterns)
 * @param softeningRadius radius of the surroundings (px, 1 to {@value #MAX_RADIUS}); 1 is the 3 x 3 matrix of the paper
 */
public record AstarFilterSettings(int softeningLoops, int spotEnhanceLoops, double noiseThreshold,
    int softeningRadius) implements PatternStep {

    /** Largest number of loops. */
    public static final int MAX_LOOPS = 100;
    /** Largest softening radius (px). */
    public static final int MAX_RADIUS = 100;
    /** The program's default according to the paper: (1, 2, 0). */
    public static final AstarFilterSettings DEFAULT = new AstarFilterSettings(1, 2, 0, 1);
    /** What the paper found best for its data: (1, 4, 10). */
    public static final AstarFilterSettings OPTIMISED = new AstarFilterSettings(1, 4, 10, 1);

    /** Refuses what is out of range. */
    public AstarFilterSettings {
        check("Softening loops", softeningLoops, 0, MAX_LOOPS);
        check("Spot enhance loops", spotEnhanceLoops, 0, MAX_LOOPS);
        check("Softening radius", softeningRadius, 1, MAX_RADIUS);
        if (!(noiseThreshold >= 0 && noiseThreshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                "The noise threshold is " + noiseThreshold + " grey levels; 0 or more is expected");
        }
    }

    private static void check(final String what, final int value, final int min, final int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(what + ": " + value + "; expected " + min + " to " + max);
        }
    }

    @Override
    public PatternFilter filter(final int width, final int height) {
        return new AstarFilter(width, height, this);
    }
}
