// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import java.util.ArrayList;
import java.util.List;

/** The measured spots of one pattern, and how well a simulated pattern fits them: equation 1 term by term. */
final class SpotFit {

    private final SpotProfile m_profile;
    private List<MeasuredSpot> m_spots = List.of();
    private double[] m_radii = new double[0];
    private double[] m_intensities = new double[0];

    /** @param profile profile of the measured spots */
    SpotFit(final SpotProfile profile) {
        m_profile = profile;
    }

    /**
     * @param spots measured spots
     * @param radii radius of each (1/Angstrom)
     * @param intensities intensity of each
     */
    void setSpots(final List<MeasuredSpot> spots, final double[] radii, final double[] intensities) {
        m_spots = spots;
        m_radii = radii;
        m_intensities = intensities;
    }

    /**
     * @param pattern a simulated pattern
     * @return its index, not divided by the norm of the measured spots
     */
    double index(final SpotPattern pattern) {
        double sum = 0;
        double squares = 0;
        for (int j = 0; j < pattern.size(); j++) {
            final double t = pattern.intensity(j);
            squares += t * t;
            for (int k = 0; k < m_spots.size(); k++) {
                final double dx = pattern.x(j) - m_spots.get(k).x();
                final double dy = pattern.y(j) - m_spots.get(k).y();
                final double profile = 1 - (dx * dx + dy * dy) / (m_radii[k] * m_radii[k]);
                if (profile > 0) {
                    sum += t * m_intensities[k] * (m_profile == SpotProfile.CAP ? profile : 1);
                }
            }
        }
        return squares > 0 ? sum / Math.sqrt(squares) : 0;
    }

    /**
     * @param pattern a simulated pattern
     * @return the measured spots that it meets within their radius, each with the nearest reflection
     */
    List<Solution.MatchedSpot> matched(final SpotPattern pattern) {
        final List<Solution.MatchedSpot> matched = new ArrayList<>();
        for (int k = 0; k < m_spots.size(); k++) {
            double nearest = m_radii[k];
            int reflection = -1;
            for (int j = 0; j < pattern.size(); j++) {
                final double distance =
                    Math.hypot(pattern.x(j) - m_spots.get(k).x(), pattern.y(j) - m_spots.get(k).y());
                if (distance < nearest) {
                    nearest = distance;
                    reflection = pattern.reflection(j);
                }
            }
            if (reflection >= 0) {
                matched.add(new Solution.MatchedSpot(k, reflection, nearest));
            }
        }
        return matched;
    }
}
