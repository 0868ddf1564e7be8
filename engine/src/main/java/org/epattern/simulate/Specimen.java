// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * The simulated sample: which crystals, amorphous film or hole the beam hits at a scan position, and which spots of
 * which height follow. Immutable; lengths in patterns are px at 512 px until {@link #spots} scales them.
 */
final class Specimen {

    /** Pattern size that all lengths refer to (px). */
    static final double REFERENCE_SIZE = 512;

    private static final double LOWEST = 3;
    /** Height of the highest spots at intensity 1 (grey levels). */
    static final double HIGHEST = 63;
    private static final int SMALLEST_SPACING = 42;
    private static final int LARGEST_SPACING = 72;
    private static final int ORDERS = 6;
    /** Share of the distance between two grain centres over which both crystals are hit. */
    private static final double BORDER = 0.02;

    private static final long STREAM_GRAIN = 1;
    private static final long STREAM_POINT = 2;
    private static final long STREAM_HARD = 5;
    /** Radius of the second spot of a pair against the first, and least height of the second against the first. */
    private static final double PAIR_RADIUS = 0.1;
    private static final double PAIR_HEIGHT = 0.3;

    private final SimulationSettings m_settings;
    private final double m_scale;
    private final Grain[] m_grains;

    /** A spot of a pattern: position and radius in px of the pattern, height in grey levels. */
    record Spot(double x, double y, double radius, double amplitude, boolean directBeam) {
    }

    private record LatticeSpot(double x, double y, double radius, double amplitude, double phase) {
    }

    private record Grain(double centreX, double centreY, List<LatticeSpot> spots) {
    }

    Specimen(final SimulationSettings settings) {
        m_settings = settings;
        m_scale = settings.patternSize() / REFERENCE_SIZE;
        m_grains = new Grain[settings.grains()];
        for (int g = 0; g < m_grains.length; g++) {
            m_grains[g] = grain(g);
        }
    }

    private Grain grain(final int number) {
        final FastRandom random = new FastRandom(m_settings.seed(), STREAM_GRAIN, number);
        // centres on a jittered golden-angle spiral: grains of similar size for any number of them
        final double turn = 2.399963229728653 * number + random.between(0, 0.6);
        final double out = Math.sqrt((number + 0.5) / m_settings.grains()) * 0.62;
        final double centreX = 0.5 + out * Math.cos(turn) + random.between(-0.05, 0.05);
        final double centreY = 0.5 + out * Math.sin(turn) + random.between(-0.05, 0.05);
        final double a = random.between(SMALLEST_SPACING, LARGEST_SPACING);
        final double b = random.between(SMALLEST_SPACING, LARGEST_SPACING);
        final double direction = random.between(0, 2 * Math.PI);
        final double angle = Math.toRadians(random.between(65, 105));
        final double ax = a * Math.cos(direction);
        final double ay = a * Math.sin(direction);
        final double bx = b * Math.cos(direction + angle);
        final double by = b * Math.sin(direction + angle);
        // tilt of the crystal: spots near a circle through the direct beam are excited
        final double tilt = random.between(0, 130);
        final double tiltDirection = random.between(0, 2 * Math.PI);
        final double span = m_settings.largestRadius() - m_settings.smallestRadius();
        final double grainRadius = m_settings.smallestRadius() + span * random.between(0.12, 0.88);
        final List<LatticeSpot> spots = new ArrayList<>();
        for (int h = -ORDERS; h <= ORDERS; h++) {
            for (int k = -ORDERS; k <= ORDERS; k++) {
                final double x = h * ax + k * bx;
                final double y = h * ay + k * by;
                final double q = Math.hypot(x, y);
                final double chance = random.nextDouble();
                final double height = random.nextDouble();
                final double radius = random.between(-0.12, 0.12) * span + grainRadius;
                final double phase = random.between(0, 2 * Math.PI);
                final double ewald = (q * q / 260 - q * tilt / 130 * Math.cos(Math.atan2(y, x) - tiltDirection)) / 150;
                final double excited = Math.exp(-ewald * ewald - q * q / (190 * 190));
                if ((h != 0 || k != 0) && q < 262 && chance < 1.25 * excited) {
                    final double level = Math.min(1, Math.max(0, 0.95 * height + 0.26 * excited - 0.14));
                    spots.add(new LatticeSpot(x, y,
                        Math.min(m_settings.largestRadius(), Math.max(m_settings.smallestRadius(), radius)),
                        LOWEST * Math.pow(HIGHEST / LOWEST, level), phase));
                }
            }
        }
        return new Grain(centreX, centreY, spots);
    }

    /** @return share of a crystal, amorphous film, nothing: what the beam hits at this scan position */
    SimulatedScan.Content content(final int scanX, final int scanY) {
        final double u = (scanX + 0.5) / m_settings.scanWidth();
        final double v = (scanY + 0.5) / m_settings.scanHeight();
        if (Math.hypot(u - 0.93, v - 0.9) < 0.22 + 0.02 * Math.sin(9 * u + 7 * v)) {
            return SimulatedScan.Content.EMPTY;
        }
        final double film = 0.16 + 0.05 * Math.sin(7 * v + 1) + 0.02 * Math.sin(23 * v);
        return u < film || m_grains.length == 0 ? SimulatedScan.Content.AMORPHOUS : SimulatedScan.Content.CRYSTAL;
    }

    /** @return number of the crystal that contributes most, -1 where there is none */
    int grainAt(final int scanX, final int scanY) {
        return content(scanX, scanY) == SimulatedScan.Content.CRYSTAL ? nearest(scanX, scanY, -1) : -1;
    }

    private int nearest(final int scanX, final int scanY, final int except) {
        int best = -1;
        double bestDistance = Double.POSITIVE_INFINITY;
        for (int g = 0; g < m_grains.length; g++) {
            final double d = g == except ? Double.POSITIVE_INFINITY : distance(g, scanX, scanY);
            if (d < bestDistance) {
                bestDistance = d;
                best = g;
            }
        }
        return best;
    }

    private double distance(final int g, final int scanX, final int scanY) {
        final double u = (scanX + 0.5) / m_settings.scanWidth();
        final double v = (scanY + 0.5) / m_settings.scanHeight();
        // bent borders, as real grains have
        final double du = u + 0.03 * Math.sin(11 * v + 2) - m_grains[g].centreX();
        final double dv = v + 0.03 * Math.sin(9 * u + 4) - m_grains[g].centreY();
        return Math.hypot(du, dv);
    }

    /**
     * @param index pattern index
     * @param scanX scan position
     * @param scanY scan position
     * @return the spots of the pattern, direct beam first; spots outside the pattern are left out
     */
    List<Spot> spots(final long index, final int scanX, final int scanY) {
        final FastRandom random = new FastRandom(m_settings.seed(), STREAM_POINT, index);
        final double half = m_settings.patternSize() / 2.0;
        final double wander = Math.sqrt(random.nextDouble()) * m_settings.beamWander();
        final double direction = random.between(0, 2 * Math.PI);
        final double beamX = half + wander * Math.cos(direction) * m_scale;
        final double beamY = half + wander * Math.sin(direction) * m_scale;
        final List<Spot> spots = new ArrayList<>();
        final SimulatedScan.Content content = content(scanX, scanY);
        final double transmitted = switch (content) {
            case EMPTY -> 1;
            case AMORPHOUS -> 0.85;
            case CRYSTAL -> 0.7 + 0.15 * random.nextDouble();
        };
        final double beamRadius = 0.5 * (m_settings.smallestRadius() + m_settings.largestRadius());
        spots.add(new Spot(beamX, beamY, beamRadius * m_scale,
            m_settings.beamHeight() * transmitted * m_settings.intensity(), true));
        if (content == SimulatedScan.Content.CRYSTAL) {
            final int first = nearest(scanX, scanY, -1);
            final int second = nearest(scanX, scanY, first);
            double share = 1;
            if (second >= 0) {
                final double d = (distance(second, scanX, scanY) - distance(first, scanX, scanY)) / 2;
                share = Math.min(1, 0.5 + 0.5 * d / BORDER);
            }
            add(spots, m_grains[first], share, beamX, beamY, scanX, scanY, random);
            if (share < 1) {
                add(spots, m_grains[second], 1 - share, beamX, beamY, scanX, scanY, random);
            }
            final FastRandom hard = new FastRandom(m_settings.seed(), STREAM_HARD, index);
            addSecondSpots(spots, hard);
            addEdgeSpots(spots, hard);
        }
        return spots;
    }

    private void add(final List<Spot> spots, final Grain grain, final double share, final double beamX,
        final double beamY, final int scanX, final int scanY, final FastRandom random) {
        final double u = (double)scanX / m_settings.scanWidth();
        final double v = (double)scanY / m_settings.scanHeight();
        final double thickness = 1 + 0.12 * Math.sin(13 * u + 3) * Math.cos(11 * v);
        for (final LatticeSpot spot : grain.spots()) {
            final double rocking = 1 + 0.15 * Math.sin(17 * u + 14 * v + spot.phase());
            final double height = spot.amplitude() * thickness * rocking * share * random.between(0.95, 1.05);
            final double x = beamX + spot.x() * m_scale;
            final double y = beamY + spot.y() * m_scale;
            // a spot is there if its centre is; what is too weak to be one is left out, not drawn unseen
            if (height >= LOWEST && inside(x, y)) {
                spots.add(new Spot(x, y, spot.radius() * m_scale, height * m_settings.intensity(), false));
            }
        }
    }

    private void addSecondSpots(final List<Spot> spots, final FastRandom random) {
        final Difficulties hard = m_settings.difficulties();
        final int firsts = spots.size();
        for (int i = 1; i < firsts && hard.pairs() > 0; i++) {
            final Spot first = spots.get(i);
            final boolean paired = random.nextDouble() < hard.pairs();
            final double radius = first.radius() * (1 + random.between(-PAIR_RADIUS, PAIR_RADIUS));
            final double height = first.amplitude() * Math.pow(PAIR_HEIGHT, random.nextDouble());
            final double distance =
                random.between(hard.nearestPair(), hard.farthestPair()) * (first.radius() + radius) / 2;
            final double direction = random.between(0, 2 * Math.PI);
            final double x = first.x() + distance * Math.cos(direction);
            final double y = first.y() + distance * Math.sin(direction);
            if (paired && inside(x, y)) {
                spots.add(new Spot(x, y, radius, Math.max(LOWEST * m_settings.intensity(), height), false));
            }
        }
    }

    /** Adds spots whose centre lies within a radius of the edge. */
    private void addEdgeSpots(final List<Spot> spots, final FastRandom random) {
        for (int i = 0; i < m_settings.difficulties().edgeSpots(); i++) {
            final double radius = random.between(m_settings.smallestRadius(), m_settings.largestRadius()) * m_scale;
            final double height = LOWEST * Math.pow(HIGHEST / LOWEST, random.nextDouble()) * m_settings.intensity();
            final double near = random.nextDouble() * radius;
            final double across = random.nextInt(2) == 0 ? near : m_settings.patternSize() - near;
            final double along = random.between(radius, m_settings.patternSize() - radius);
            final boolean upright = random.nextInt(2) == 0;
            spots.add(new Spot(upright ? across : along, upright ? along : across, radius, height, false));
        }
    }

    private boolean inside(final double x, final double y) {
        return x > 0 && y > 0 && x < m_settings.patternSize() && y < m_settings.patternSize();
    }
}
