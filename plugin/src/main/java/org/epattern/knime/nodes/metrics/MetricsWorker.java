// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.metrics;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.PatternAccess;
import org.epattern.metrics.ImageQuality;
import org.epattern.metrics.SpotFidelity;
import org.epattern.metrics.SpotKept;
import org.epattern.register.Reflection;
import org.epattern.scan.OrderedWork;
import org.knime.core.data.DataRow;

/** Judges one pair of patterns after the other, with scratch memory of its own. */
final class MetricsWorker implements OrderedWork.Worker<MetricsWorker.Pair, MetricsWorker.Result> {

    private final Set<Metric> m_metrics;
    private final double m_dataRange;
    private final PatternAccess m_access;
    private int m_width;
    private int m_height;
    private float[] m_reference;
    private float[] m_compared;
    private ImageQuality m_quality;
    private SpotFidelity m_fidelity;

    /**
     * Two versions of a pattern.
     *
     * @param row row of the reference
     * @param reference the reference; null if it is missing
     * @param compared the compared pattern; null if it is missing
     * @param reflections the spots; empty if they are not known
     */
    record Pair(DataRow row, DiffractionPatternValue reference, DiffractionPatternValue compared,
        List<Reflection> reflections) {
    }

    /** Why a pair could not be judged. */
    enum Trouble {
        NONE, MISSING, SIZE
    }

    /**
     * Figures of a pair.
     *
     * @param pair the pair
     * @param values the figures; not a number where there is none
     * @param spots the single spots; empty if they were not asked for
     * @param trouble why there are none
     */
    record Result(Pair pair, Map<Metric, Double> values, List<SpotKept> spots, Trouble trouble) {
    }

    MetricsWorker(final Set<Metric> metrics, final double dataRange, final PatternAccess access) {
        m_metrics = metrics;
        m_dataRange = dataRange;
        m_access = access;
    }

    @Override
    public Result apply(final Pair pair) throws IOException {
        final Map<Metric, Double> values = new EnumMap<>(Metric.class);
        if (pair.reference() == null || pair.compared() == null) {
            return new Result(pair, values, List.of(), Trouble.MISSING);
        }
        final int width = pair.reference().getPatternWidth();
        final int height = pair.reference().getPatternHeight();
        if (pair.compared().getPatternWidth() != width || pair.compared().getPatternHeight() != height) {
            return new Result(pair, values, List.of(), Trouble.SIZE);
        }
        prepareFor(width, height);
        m_access.read(pair.reference(), m_reference);
        m_access.read(pair.compared(), m_compared);
        if (m_metrics.contains(Metric.PSNR)) {
            values.put(Metric.PSNR, m_quality.psnr(m_reference, m_compared));
        }
        if (m_metrics.contains(Metric.SSIM)) {
            values.put(Metric.SSIM, m_quality.ssim(m_reference, m_compared));
        }
        if (m_metrics.contains(Metric.RMSE)) {
            values.put(Metric.RMSE, m_quality.rmse(m_reference, m_compared));
        }
        if (!m_metrics.contains(Metric.INTENSITY_KEPT)) {
            return new Result(pair, values, List.of(), Trouble.NONE);
        }
        final List<SpotKept> spots = m_fidelity.compare(m_reference, m_compared, pair.reflections());
        addSpots(spots, values);
        return new Result(pair, values, spots, Trouble.NONE);
    }

    private void prepareFor(final int width, final int height) {
        if (m_reference == null || width != m_width || height != m_height) {
            m_width = width;
            m_height = height;
            m_reference = new float[width * height];
            m_compared = new float[width * height];
            m_quality = new ImageQuality(width, height, m_dataRange);
            m_fidelity = new SpotFidelity(width, height, m_dataRange);
        }
    }

    private static void addSpots(final List<SpotKept> spots, final Map<Metric, Double> values) {
        double reference = 0;
        double compared = 0;
        for (final SpotKept spot : spots) {
            reference += spot.referenceMean();
            compared += spot.comparedMean();
        }
        values.put(Metric.INTENSITY_KEPT, reference > 0 ? compared / reference : Double.NaN);
        values.put(Metric.INTENSITY_DIFFERENCE,
            spots.stream().mapToDouble(s -> Math.abs(s.absoluteDifference())).average().orElse(Double.NaN));
        values.put(Metric.POSITION_OFFSET, spots.stream().mapToDouble(SpotKept::positionOffset)
            .filter(Double::isFinite).average().orElse(Double.NaN));
    }
}
