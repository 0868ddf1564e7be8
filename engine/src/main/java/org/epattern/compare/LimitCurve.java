// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.compare;

import java.util.ArrayList;
import java.util.List;

import org.epattern.grains.OrientationField;
import org.epattern.maps.ScanMap;

/**
 * What is left of a map when only points that reach a limit are kept: the way of masking of Folastre et al. 2024,
 * Fig. 7, by index, reliability or spot count.
 *
 * @param quantity what the limit is on, e.g. "reliability"
 * @param unit its unit, empty for none
 * @param steps rising limits
 */
public record LimitCurve(String quantity, String unit, List<Step> steps) {

    /** Copies the list. */
    public LimitCurve {
        steps = List.copyOf(steps);
    }

    /**
     * What is left above a limit. Only points with an orientation are kept.
     *
     * @param limit points with at least this value are kept
     * @param crystal kept points that are a crystal by the truth
     * @param right those of them that are right within 5 degrees
     * @param amorphous kept points that are no crystal by the truth
     */
    public record Step(double limit, int crystal, int right, int amorphous) {
    }

    /**
     * @param comparison the scan
     * @param map values that the limit is on
     * @param top largest limit, above 0
     * @param count number of limits from 0 to the largest, 2 or more
     * @return what is left above each limit
     */
    public static LimitCurve of(final OrientationComparison comparison, final ScanMap map, final double top,
        final int count) {
        if (!(top > 0 && count >= 2)) {
            throw new IllegalArgumentException("A curve has " + count + " limits up to " + top
                + "; at least two and an end above 0 are expected");
        }
        final int[][] left = new int[count][3];
        for (int p = 0; p < comparison.points(); p++) {
            final double value = map.values()[p];
            if (comparison.results().field().phase(p) != OrientationField.NONE) {
                for (int i = 0; i < count && value >= limit(i, top, count); i++) {
                    left[i][0] += comparison.isCrystal(p) ? 1 : 0;
                    left[i][1] += comparison.disorientation(p) <= 5 ? 1 : 0;
                    left[i][2] += comparison.isAmorphous(p) ? 1 : 0;
                }
            }
        }
        final List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(new Step(limit(i, top, count), left[i][0], left[i][1], left[i][2]));
        }
        return new LimitCurve(map.name(), map.unit(), steps);
    }

    private static double limit(final int number, final double top, final int count) {
        return top * number / (count - 1);
    }
}
