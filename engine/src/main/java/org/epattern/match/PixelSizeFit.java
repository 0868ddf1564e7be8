// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.epattern.crystal.CrystalReflection;
import org.epattern.orient.Rotation;
import org.epattern.register.Reflection;
import org.epattern.scan.Progress;

/**
 * Finds the size of a pixel in reciprocal space from the patterns of a crystal that is known: the size with which the
 * templates of a bank fit the spots best.
 *
 * <p>Sizes from one with which the farthest spots would be the nearest reflections to one with which half of the spots
 * would lie outside of the bank are tried in steps of 1.2 %. For each one the patterns with most spots are matched; the
 * mean index decides, divided by the norm of all spots, also of those that would lie outside. The best sizes are then
 * refined: with the orientations found, the size that brings the spots nearest to their reflections follows by least
 * squares.</p>
 */
public final class PixelSizeFit {

    private static final int PATTERNS = 16;
    private static final double STEP = 1.012;
    /** Sizes nearer than this factor are one. */
    private static final double APART = 1.04;
    private static final int REFINED = 3;
    private static final int ROUNDS = 4;
    /** A spot is as wide as this share of the distance to its nearest neighbour. */
    private static final double SHARE = 0.25;
    private static final double NARROWER = 0.7;

    private final TemplateBank m_bank;
    private final MatchSettings m_settings;

    /**
     * A size of a pixel.
     *
     * @param pixelSize size of a pixel (1/Angstrom)
     * @param index mean index Q of the patterns with this size, spots outside of the bank included
     * @param patterns number of patterns that were used
     * @param otherSize the size that fits second best, more than 4 % away (1/Angstrom); NaN where there is none
     * @param otherIndex its index; 0 where there is none
     */
    public record Fitted(double pixelSize, double index, int patterns, double otherSize, double otherIndex) {
    }

    private record Candidate(double size, double index) {
    }

    /**
     * @param bank templates of the known crystal, or of several
     * @param settings profile, radius, intensity power and fewest number of reflections are used
     */
    public PixelSizeFit(final TemplateBank bank, final MatchSettings settings) {
        m_bank = bank;
        m_settings = settings;
    }

    /**
     * @param patterns the reflections of each pattern (px)
     * @param centreX centre of the patterns (px), the origin where no direct beam was found
     * @param centreY centre of the patterns (px)
     * @param progress hears how far it is
     * @return the size
     * @throws IllegalArgumentException in a sentence, if no pattern has enough spots
     */
    public Fitted fit(final List<List<Reflection>> patterns, final double centreX, final double centreY,
        final Progress progress) {
        final List<List<MeasuredSpot>> spots = patterns.stream()
            .map(p -> MeasuredSpot.of(p, centreX, centreY, 1)).filter(p -> p.size() >= m_settings.fewest())
            .sorted(Comparator.comparingInt((List<MeasuredSpot> p) -> p.size()).reversed()).limit(PATTERNS).toList();
        if (spots.isEmpty()) {
            throw new IllegalArgumentException("No pattern has " + m_settings.fewest() + " or more reflections beside "
                + "the direct beam, so that no size of a pixel can be fitted; give the size of a pixel");
        }
        final double radius = SHARE * nearestNeighbour(spots);
        final double[] distances = spots.stream().flatMap(List::stream).mapToDouble(s -> Math.hypot(s.x(), s.y()))
            .sorted().toArray();
        final double nearest = m_bank.phases().stream().flatMap(p -> p.simulator().reflections().stream())
            .mapToDouble(r -> r.length()).min().orElseThrow();
        final double smallest = nearest / distances[distances.length - 1];
        final double largest = m_bank.largestRadius() / distances[distances.length / 2];
        final List<Candidate> candidates = new ArrayList<>();
        final double total = Math.log(largest / smallest);
        for (double size = smallest; size < largest; size *= STEP) {
            progress.checkCanceled();
            progress.report(Math.log(size / smallest) / total, "Size of a pixel");
            candidates.add(new Candidate(size, index(spots, radius, size)));
        }
        if (candidates.isEmpty()) {
            candidates.add(new Candidate(smallest, index(spots, radius, smallest)));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::index).reversed());
        final List<Candidate> best = new ArrayList<>();
        for (final Candidate candidate : candidates) {
            if (best.size() < REFINED && best.stream().noneMatch(b -> isNear(b.size(), candidate.size()))) {
                progress.checkCanceled();
                final Candidate refined = refined(spots, radius, candidate);
                if (best.stream().noneMatch(b -> isNear(b.size(), refined.size()))) {
                    best.add(refined);
                }
            }
        }
        best.sort(Comparator.comparingDouble(Candidate::index).reversed());
        final Candidate other = best.size() > 1 ? best.get(1) : new Candidate(Double.NaN, 0);
        return new Fitted(best.get(0).size(), best.get(0).index(), spots.size(), other.size(), other.index());
    }

    private static boolean isNear(final double a, final double b) {
        return Math.max(a, b) / Math.min(a, b) < APART;
    }

    /** Median distance of a spot from its nearest neighbour or the direct beam (px). */
    private static double nearestNeighbour(final List<List<MeasuredSpot>> patterns) {
        final List<Double> distances = new ArrayList<>();
        for (final List<MeasuredSpot> spots : patterns) {
            for (int i = 0; i < spots.size(); i++) {
                double nearest = Math.hypot(spots.get(i).x(), spots.get(i).y());
                for (int k = 0; k < spots.size(); k++) {
                    if (k != i) {
                        nearest = Math.min(nearest, Math.hypot(spots.get(i).x() - spots.get(k).x(),
                            spots.get(i).y() - spots.get(k).y()));
                    }
                }
                distances.add(nearest);
            }
        }
        final double[] sorted = distances.stream().mapToDouble(d -> d).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private MatchSettings settings(final double radius, final int refined) {
        return new MatchSettings(m_settings.profile(), Math.min(0.5, Math.max(1e-4, radius)),
            m_settings.intensityPower(), m_settings.fewest(), 0, false, refined, 1);
    }

    private static List<MeasuredSpot> scaled(final List<MeasuredSpot> spots, final double size) {
        return spots.stream().map(s -> new MeasuredSpot(s.x() * size, s.y() * size, s.intensity(), s.radius() * size))
            .toList();
    }

    /** Mean index of the patterns. */
    private double index(final List<List<MeasuredSpot>> patterns, final double radius, final double size) {
        final ReflectionMatcher matcher = new ReflectionMatcher(m_bank, settings(radius * size, 0));
        double sum = 0;
        for (final List<MeasuredSpot> pattern : patterns) {
            final List<MeasuredSpot> spots = scaled(pattern, size);
            final List<Solution> solutions = matcher.match(spots);
            sum += solutions.isEmpty() ? 0 : solutions.get(0).index() * shareInside(spots);
        }
        return sum / patterns.size();
    }

    /** The norm of the spots within the bank divided by that of all spots. */
    private double shareInside(final List<MeasuredSpot> spots) {
        double inside = 0;
        double all = 0;
        for (final MeasuredSpot spot : spots) {
            final double p = SpotPattern.power(spot.intensity(), m_settings.intensityPower());
            all += p * p;
            inside += Math.hypot(spot.x(), spot.y()) <= m_bank.largestRadius() ? p * p : 0;
        }
        return Math.sqrt(inside / all);
    }

    /** The size that brings the spots nearest to the reflections of the orientations found. */
    private Candidate refined(final List<List<MeasuredSpot>> patterns, final double radius, final Candidate start) {
        double size = start.size();
        double index = 0;
        for (int round = 0; round < ROUNDS; round++) {
            // wide at first, so that spots are reached from the coarse size; then as narrow as they will be matched
            final double share = Math.pow(NARROWER, round) * radius * size;
            final double last = m_settings.radius() > 0 ? Math.min(m_settings.radius(), radius * size) : 0;
            final ReflectionMatcher matcher =
                new ReflectionMatcher(m_bank, settings(Math.max(last, share), REFINED));
            double product = 0;
            double squares = 0;
            double sum = 0;
            for (final List<MeasuredSpot> pattern : patterns) {
                final List<MeasuredSpot> spots = scaled(pattern, size);
                for (final Solution solution : matcher.match(spots)) {
                    sum += solution.index() * shareInside(spots);
                    for (final Solution.MatchedSpot m : solution.matched()) {
                        final double[] g = position(solution, m.reflection());
                        final MeasuredSpot s = pattern.get(m.spot());
                        product += g[0] * s.x() + g[1] * s.y();
                        squares += s.x() * s.x() + s.y() * s.y();
                    }
                }
            }
            index = sum / patterns.size();
            if (round < ROUNDS - 1 && squares > 0 && product > 0) {
                size = product / squares;
            }
        }
        return new Candidate(size, index);
    }

    /** Where a reflection of a solution appears (1/Angstrom). */
    private double[] position(final Solution solution, final int reflection) {
        final Rotation orientation = solution.orientation();
        final CrystalReflection r = m_bank.phases().get(solution.phase()).simulator().reflections().get(reflection);
        return Arrays.copyOf(orientation.apply(r.x(), r.y(), r.z()), 2);
    }
}
