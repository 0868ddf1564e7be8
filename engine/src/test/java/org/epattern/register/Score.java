// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.epattern.simulate.TrueSpot;

/** Compares found reflections with the true ones and adds up. Errors are those of the spots beside the direct beam. */
final class Score {

    /** Distance at which a reflection counts as the true one (px). */
    static final double SAME_SPOT = 2;
    /** Median of the absolute value of a normal variable in units of its standard deviation. */
    private static final double NORMAL_MEDIAN = 0.6745;
    /** A spot whose height is so many times its own noise tells its radius. */
    private static final double CLEAR = 15;
    /** Bounds below which systematic errors are looked for in pixels, not in bounds (px). */
    private static final double LEAST_BOUND = 0.02;

    private int m_true;
    private int m_found;
    private int m_right;
    private int m_patterns;
    private int m_empty;
    private int m_falseInEmpty;
    private int m_beams;
    private final DescriptiveStatistics m_distance = new DescriptiveStatistics();
    private final DescriptiveStatistics m_isolated = new DescriptiveStatistics();
    private final DescriptiveStatistics m_joint = new DescriptiveStatistics();
    private final DescriptiveStatistics m_mean = new DescriptiveStatistics();
    private final DescriptiveStatistics m_meanShare = new DescriptiveStatistics();
    private final DescriptiveStatistics m_radius = new DescriptiveStatistics();
    private final double[] m_offset = new double[2];
    private double m_offsetWeight;

    private record Pair(TrueSpot spot, Reflection reflection, double distance) {
    }

    /**
     * @param truth spots of a pattern
     * @param found what was found in it
     */
    void add(final List<TrueSpot> truth, final RegisteredPattern found) {
        final List<Pair> pairs = pairs(truth, found.reflections());
        boolean beam = truth.stream().noneMatch(TrueSpot::directBeam) && found.directBeam().isEmpty();
        for (final Pair pair : pairs) {
            if (pair.spot().directBeam()) {
                beam = pair.reflection().isDirectBeam();
            } else {
                addErrors(pair);
            }
        }
        m_beams += beam ? 1 : 0;
        m_patterns++;
        m_true += truth.size();
        m_found += found.reflections().size();
        m_right += pairs.size();
        if (truth.stream().allMatch(TrueSpot::directBeam)) {
            m_empty++;
            m_falseInEmpty += found.reflections().size() - pairs.size();
        }
    }

    /** @return true and found spots that belong together one to one, the nearest first */
    private static List<Pair> pairs(final List<TrueSpot> truth, final List<Reflection> found) {
        final List<Pair> candidates = new ArrayList<>();
        for (final TrueSpot spot : truth) {
            for (final Reflection reflection : found) {
                final double distance = Math.hypot(spot.x() - reflection.x(), spot.y() - reflection.y());
                if (distance <= SAME_SPOT) {
                    candidates.add(new Pair(spot, reflection, distance));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Pair::distance));
        final List<Pair> pairs = new ArrayList<>();
        for (final Pair candidate : candidates) {
            if (pairs.stream()
                .noneMatch(p -> p.spot() == candidate.spot() || p.reflection() == candidate.reflection())) {
                pairs.add(candidate);
            }
        }
        return pairs;
    }

    private void addErrors(final Pair pair) {
        final TrueSpot spot = pair.spot();
        final double dx = pair.reflection().x() - spot.x();
        final double dy = pair.reflection().y() - spot.y();
        m_distance.addValue(pair.distance());
        m_joint.addValue(Math.abs(dx) / spot.boundX());
        m_joint.addValue(Math.abs(dy) / spot.boundY());
        if (spot.amplitude() >= CLEAR * spot.boundAmplitude()) {
            m_radius.addValue(Math.abs(pair.reflection().radius() - spot.radius()));
        }
        if (spot.overlapping() || spot.edge() || spot.saturated()) {
            return;
        }
        m_isolated.addValue(Math.abs(dx) / spot.isolatedBoundX());
        m_isolated.addValue(Math.abs(dy) / spot.isolatedBoundY());
        m_mean.addValue((pair.reflection().mean() - spot.mean()) / spot.isolatedBoundMean());
        m_meanShare.addValue(pair.reflection().mean() / spot.mean() - 1);
        final double bound = Math.max(LEAST_BOUND, Math.max(spot.isolatedBoundX(), spot.isolatedBoundY()));
        m_offset[0] += dx / (bound * bound);
        m_offset[1] += dy / (bound * bound);
        m_offsetWeight += 1 / (bound * bound);
    }

    private static double median(final DescriptiveStatistics values) {
        return values.getPercentile(50);
    }

    private static double medianSize(final DescriptiveStatistics values) {
        final DescriptiveStatistics sizes = new DescriptiveStatistics();
        for (final double value : values.getValues()) {
            sizes.addValue(Math.abs(value));
        }
        return median(sizes);
    }

    int patterns() {
        return m_patterns;
    }

    int emptyPatterns() {
        return m_empty;
    }

    double precision() {
        return m_found == 0 ? 1 : (double)m_right / m_found;
    }

    double recall() {
        return (double)m_right / m_true;
    }

    /** @return median distance from the true place (px) */
    double positionError() {
        return median(m_distance);
    }

    /** @return distance from the true place that 95 % keep (px) */
    double largePositionError() {
        return m_distance.getPercentile(95);
    }

    /** @return median error per axis of isolated spots in units of the Cramér-Rao bound; 1 for an ideal observer */
    double errorOverBound() {
        return median(m_isolated) / NORMAL_MEDIAN;
    }

    /** @return the same for all spots, neighbours fitted together */
    double jointErrorOverBound() {
        return median(m_joint) / NORMAL_MEDIAN;
    }

    /** @return median error of the mean of isolated spots in units of the bound; 1 for an ideal observer */
    double meanErrorOverBound() {
        return medianSize(m_mean) / NORMAL_MEDIAN;
    }

    /** @return median relative error of the mean of isolated spots, without its sign */
    double meanError() {
        return medianSize(m_meanShare);
    }

    /** @return median relative error of the mean of isolated spots, with its sign */
    double meanBias() {
        return median(m_meanShare);
    }

    /** @return median error of the radius of spots that stand 15 times above the noise of their height (px) */
    double radiusError() {
        return median(m_radius);
    }

    double falsePerEmptyPattern() {
        return m_empty == 0 ? Double.NaN : (double)m_falseInEmpty / m_empty;
    }

    /** @return mean offset of isolated spots (px), each weighted with its precision */
    double biasX() {
        return m_offset[0] / m_offsetWeight;
    }

    /** @return mean offset of isolated spots (px), each weighted with its precision */
    double biasY() {
        return m_offset[1] / m_offsetWeight;
    }

    /** @return standard deviation of the biases if the errors are the bounds (px) */
    double biasUncertainty() {
        return 1 / Math.sqrt(m_offsetWeight);
    }

    /** @return share of the patterns in which rank 1 is the direct beam; none where it is hidden */
    double directBeam() {
        return (double)m_beams / m_patterns;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT,
            "precision %.4f, recall %.4f, false/empty %.3f (%d), position %.3f / %.2f px, %.3f x bound (joint %.3f),"
                + " mean %.2f x bound (%.1f %%, bias %+.1f %%), radius %.2f px, bias %+.4f %+.4f (sd %.4f) px,"
                + " beam %.4f (%d patterns, %d spots)",
            precision(), recall(), falsePerEmptyPattern(), m_empty, positionError(), largePositionError(),
            errorOverBound(), jointErrorOverBound(), meanErrorOverBound(), 100 * meanError(), 100 * meanBias(),
            radiusError(), biasX(), biasY(), biasUncertainty(), directBeam(), m_patterns, m_true);
    }
}
