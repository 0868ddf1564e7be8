// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

/**
 * A spot of a simulated pattern as it really is, with the smallest error that any unbiased measurement of it can have.
 *
 * <p>Cramér-Rao bounds come from the Fisher information of the noise-free pattern; variance of a pixel = signal /
 * counts per grey level + readout noise² + 1/12 for rounding, where it is rounded; saturated pixels tell nothing.
 * Fitted together are height, position and radius of the spot and the level of the background, from the pixels within
 * the radius + 6 px (at 512 px); {@code isolated…} leaves the neighbours out, the others fit the neighbours whose discs
 * are nearer than the edges are soft as well.</p>
 *
 * @param x position (px; the centre of pixel i is i + 0.5)
 * @param y position (px)
 * @param radius where the intensity has fallen to half of the height (px)
 * @param amplitude height at the centre above the background (grey levels)
 * @param mean mean within the radius, without background (grey levels)
 * @param boundX smallest standard deviation of x (px)
 * @param boundY smallest standard deviation of y (px)
 * @param boundAmplitude smallest standard deviation of the amplitude (grey levels)
 * @param boundMean smallest standard deviation of the mean (grey levels)
 * @param isolatedBoundX the same for x if there were no other spot (px)
 * @param isolatedBoundY the same for y if there were no other spot (px)
 * @param isolatedBoundAmplitude the same for the amplitude if there were no other spot (grey levels)
 * @param isolatedBoundMean the same for the mean if there were no other spot (grey levels)
 * @param directBeam whether this is the direct beam
 * @param overlapping whether another spot reaches into this one
 * @param edge whether the spot is cut by the edge of the pattern
 * @param saturated whether pixels of the noise-free spot exceed the largest grey level
 */
public record TrueSpot(double x, double y, double radius, double amplitude, double mean, double boundX, double boundY,
    double boundAmplitude, double boundMean, double isolatedBoundX, double isolatedBoundY,
    double isolatedBoundAmplitude, double isolatedBoundMean, boolean directBeam, boolean overlapping, boolean edge,
    boolean saturated) {
}
