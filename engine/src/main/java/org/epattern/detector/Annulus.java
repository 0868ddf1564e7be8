// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.detector;

import org.epattern.reconstruct.CircleCoverage;

/**
 * A ring about the centre, or a disc if it has no hole.
 *
 * @param innerRadius radius of the hole (px, 0 or more)
 * @param outerRadius outer radius (px, above the inner one)
 */
public record Annulus(double innerRadius, double outerRadius) implements DetectorShape {

    /** Refuses radii that make no ring. */
    public Annulus {
        if (!(innerRadius >= 0 && outerRadius > innerRadius && outerRadius < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A detector from " + innerRadius + " to " + outerRadius
                + " px is not possible; an inner radius of 0 or more and a larger outer radius are expected");
        }
    }

    /**
     * @param radius radius (px, above 0)
     * @return a disc
     */
    public static Annulus disc(final double radius) {
        return new Annulus(0, radius);
    }

    @Override
    public void fill(final DetectorPixels pixels, final double centreX, final double centreY,
        final EdgePixels edges) {
        final int first = (int)Math.max(0, Math.floor(centreY - outerRadius));
        final int end = (int)Math.min(pixels.height(), Math.ceil(centreY + outerRadius));
        for (int y = first; y < end; y++) {
            if (edges == EdgePixels.WHOLE) {
                fillWhole(pixels, y, centreX, y + 0.5 - centreY);
            } else {
                fillWeighted(pixels, y, centreX, y - centreY);
            }
        }
    }

    /** Pixels whose centres are at least the inner radius and less than the outer one away. */
    private void fillWhole(final DetectorPixels pixels, final int y, final double centreX, final double dy) {
        final double outer = halfChord(outerRadius, Math.abs(dy));
        final int from = firstCentre(centreX - outer, true);
        final int to = firstCentre(centreX + outer, false);
        if (innerRadius <= Math.abs(dy)) {
            pixels.addRun(y, from, to);
        } else {
            final double inner = halfChord(innerRadius, Math.abs(dy));
            pixels.addRun(y, from, firstCentre(centreX - inner, true));
            pixels.addRun(y, firstCentre(centreX + inner, false), to);
        }
    }

    /** @return first column whose centre is at or, if asked for, beyond a place */
    private static int firstCentre(final double place, final boolean beyond) {
        final int column = (int)Math.ceil(place - 0.5);
        return beyond && column + 0.5 == place ? column + 1 : column;
    }

    /** @param top upper border of the row minus the centre */
    private void fillWeighted(final DetectorPixels pixels, final int y, final double centreX, final double top) {
        final double bottom = top + 1;
        final double near = top > 0 ? top : bottom < 0 ? -bottom : 0;
        final double far = Math.max(-top, bottom);
        final double touched = halfChord(outerRadius, near);
        final double inside = halfChord(outerRadius, far);
        final double hole = halfChord(innerRadius, near);
        final double insideHole = halfChord(innerRadius, far);
        final int from = (int)Math.floor(centreX - touched);
        final int to = (int)Math.ceil(centreX + touched);
        final int holeFrom = hole > 0 ? (int)Math.floor(centreX - hole) : Integer.MAX_VALUE;
        final int holeTo = hole > 0 ? (int)Math.ceil(centreX + hole) : Integer.MAX_VALUE;
        final int wholeFrom = (int)Math.ceil(centreX - inside);
        final int wholeTo = (int)Math.floor(centreX + inside);
        final int emptyFrom = (int)Math.ceil(centreX - insideHole);
        final int emptyTo = (int)Math.floor(centreX + insideHole);
        int x = Math.max(0, from);
        while (x < Math.min(pixels.width(), to)) {
            final int runEnd = x < holeFrom ? Math.min(wholeTo, holeFrom) : x >= holeTo ? wholeTo : x;
            if (x >= wholeFrom && x < runEnd) {
                pixels.addRun(y, x, runEnd);
                x = runEnd;
            } else if (x >= emptyFrom && x < emptyTo) {
                x = emptyTo;
            } else {
                final double all =
                    x >= wholeFrom && x < wholeTo ? 1 : CircleCoverage.share(x - centreX, top, outerRadius);
                final double none =
                    x < holeFrom || x >= holeTo ? 0 : CircleCoverage.share(x - centreX, top, innerRadius);
                pixels.addPixel(y, x, all - none);
                x++;
            }
        }
    }

    private static double halfChord(final double radius, final double distance) {
        return distance < radius ? Math.sqrt(radius * radius - distance * distance) : 0;
    }
}
