// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

/**
 * How the background is subtracted.
 *
 * @param method the method
 * @param radius radius of the ball, or of curvature of the paraboloid at its apex, where grey levels count as px (px,
 *            above 0); larger than the largest spot
 * @param smooth whether the background is taken from a smoothed copy (3 x 3), so that it does not follow the lowest
 *            noise; ImageJ does so unless told otherwise
 */
public record BackgroundSettings(BackgroundMethod method, double radius, boolean smooth) implements PatternStep {

    /** Rolling ball of 20 px on a smoothed copy: the paper's. */
    public static final BackgroundSettings DEFAULT =
        new BackgroundSettings(BackgroundMethod.ROLLING_BALL, 20, true);

    /** Refuses a radius that is not a positive number. */
    public BackgroundSettings {
        if (method != BackgroundMethod.NONE && !(radius > 0 && radius <= 10_000)) {
            throw new IllegalArgumentException(
                "The background radius must be above 0 and at most 10000 px; found " + radius);
        }
    }

    @Override
    public PatternFilter filter(final int width, final int height) {
        return new BackgroundSubtractor(width, height, this)::subtract;
    }
}
