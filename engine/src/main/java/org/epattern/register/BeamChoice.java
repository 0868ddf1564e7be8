// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.List;

/** Tells the direct beam from the other spots: the most significant spot near the place where it is expected. */
final class BeamChoice {

    /** How far from the expected place the direct beam may be: share of the pattern width. */
    private static final double RANGE_AROUND_HINT = 1.0 / 16;
    private static final double RANGE_AROUND_CENTRE = 1.0 / 8;
    /** A direct beam is at least so strong compared with the strongest spot, unless it lies where it is expected. */
    private static final double LEAST_SHARE = 0.5;
    private static final double EXPECTED_PLACE = 1.0 / 64;
    private static final double LARGEST_SHADOW = 0.5;

    private final HaloCentre m_halo;
    private final double m_x;
    private final double m_y;
    private final double m_range;
    private final double m_place;

    /**
     * @param width pattern width (px)
     * @param height pattern height (px)
     * @param settings where it is expected
     * @param halo tells the centre of the halo
     */
    BeamChoice(final int width, final int height, final RegisterSettings settings, final HaloCentre halo) {
        m_halo = halo;
        final boolean hint = Double.isFinite(settings.beamX()) && Double.isFinite(settings.beamY());
        m_x = hint ? settings.beamX() : width / 2.0;
        m_y = hint ? settings.beamY() : height / 2.0;
        m_range = width * (hint ? RANGE_AROUND_HINT : RANGE_AROUND_CENTRE);
        m_place = width * EXPECTED_PLACE;
    }

    /** @return where it is expected (px) */
    double expectedX() {
        return m_x;
    }

    /** @return where it is expected (px) */
    double expectedY() {
        return m_y;
    }

    /** @return how far from there it may be (px) */
    double range() {
        return m_range;
    }

    /**
     * @param spots spots of a pattern
     * @param pixels the pattern, raw if it is at hand, finite grey levels
     * @param shadow where no spots can be
     * @return the direct beam; null if none of them can be it, as behind a beam stop
     */
    Spot choose(final List<Spot> spots, final float[] pixels, final Shadow shadow) {
        if (shadow.share(m_x, m_y, m_place) > LARGEST_SHADOW) {
            return null;
        }
        Spot best = null;
        double bestScore = 0;
        double strongest = 0;
        for (final Spot spot : spots) {
            strongest = Math.max(strongest, spot.significance());
            final double distance = Math.hypot(spot.m_x - m_x, spot.m_y - m_y);
            final double score = spot.significance() * Math.exp(-0.5 * Math.pow(2 * distance / m_range, 2));
            if (distance <= m_range && score > bestScore) {
                best = spot;
                bestScore = score;
            }
        }
        if (best == null) {
            return null;
        }
        final boolean inPlace = Math.hypot(best.m_x - m_x, best.m_y - m_y) <= m_place;
        return inPlace || best.significance() >= LEAST_SHARE * strongest
            && m_halo.isRound(pixels, best.m_x, best.m_y, m_x, m_y) ? best : null;
    }
}
