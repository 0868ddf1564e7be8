// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.register;

import java.io.IOException;
import java.util.List;

import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.PatternAccess;
import org.epattern.prepare.NeighbourMean;
import org.epattern.prepare.PatternShift;
import org.epattern.register.PatternRegistrar;
import org.epattern.register.Reflection;
import org.epattern.register.RegisterSettings;
import org.epattern.register.RegisteredPattern;
import org.epattern.register.ThresholdRule;
import org.epattern.register.WideAngleNoise;
import org.epattern.scan.OrderedWork;
import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;

/** Registers one pattern after the other, with scratch memory of its own. */
final class RegisterWorker implements OrderedWork.Worker<Neighbourhood, RegisterWorker.Result> {

    private final RegisterParameters m_parameters;
    private final RegisterSettings m_settings;
    private final PatternAccess m_access;
    private final Columns m_columns;
    private SampleType m_type;
    private int m_width;
    private int m_height;
    private float[] m_pixels;
    private double m_saturation;
    private float[] m_raw;
    private float[] m_shifted;
    private float[][] m_neighbours;
    private float[][] m_present;
    private float[] m_meanPixels;
    private float[] m_meanRaw;
    private WideAngleNoise m_noise;
    private NeighbourMean m_mean;
    private PatternShift m_shift;
    private PatternRegistrar m_registrar;

    /**
     * Where a row has what is needed.
     *
     * @param pattern column with the patterns
     * @param raw column with the same patterns before the background was subtracted; -1 if there is none
     * @param noise column with the noise; -1 to measure it
     */
    record Columns(int pattern, int raw, int noise) {
    }

    /**
     * What was found in the pattern of a row.
     *
     * @param row the row
     * @param found what was found; null if the pattern is missing
     * @param dx shift to the right that brings the direct beam to the centre (px); not a number if there is none
     * @param dy shift downwards (px)
     * @param width pixels in a row of the pattern
     * @param height pixel rows of the pattern
     * @param type sample type of the pattern
     * @param centred samples of the centred pattern; null if it is not wanted
     */
    record Result(DataRow row, RegisteredPattern found, double dx, double dy, int width, int height, SampleType type,
        byte[] centred) {

        /** @return whether the direct beam is known */
        boolean canBeCentred() {
            return !Double.isNaN(dx);
        }
    }

    /**
     * @param parameters settings of the node
     * @param settings settings of the engine, with the expected position of the direct beam
     * @param access reads the patterns
     * @param columns where patterns and noise are
     */
    RegisterWorker(final RegisterParameters parameters, final RegisterSettings settings, final PatternAccess access,
        final Columns columns) {
        m_parameters = parameters;
        m_settings = settings;
        m_access = access;
        m_columns = columns;
    }

    @Override
    public Result apply(final Neighbourhood item) throws IOException {
        final DiffractionPatternValue pattern = item.pattern();
        if (pattern == null) {
            return new Result(item.row(), null, Double.NaN, Double.NaN, 0, 0, null, null);
        }
        final DiffractionPatternValue raw = raw(item.row(), pattern);
        prepareFor(pattern, m_parameters.saturation((raw == null ? pattern : raw).getSampleType()));
        final boolean rawAlone = raw != null && needsRawAlone(item);
        if (!rawAlone) {
            m_access.read(pattern, m_pixels);
        }
        if (raw != null) {
            m_access.read(raw, rawAlone ? m_pixels : m_raw);
        }
        final int averaged = average(item.neighbours(), raw != null);
        final float[] pixels = averaged > 1 ? m_meanPixels : m_pixels;
        final float[] rawPixels = raw == null || rawAlone ? null : averaged > 1 ? m_meanRaw : m_raw;
        final RegisteredPattern found = m_registrar.register(pixels, rawPixels,
            noise(item.row(), averaged, rawPixels == null ? pixels : rawPixels));
        final Reflection beam = found.directBeam().orElse(null);
        final double dx = beam == null ? Double.NaN : m_width / 2.0 - beam.x();
        final double dy = beam == null ? Double.NaN : m_height / 2.0 - beam.y();
        return new Result(item.row(), found, dx, dy, m_width, m_height, m_type, centred(pattern, dx, dy));
    }

    /** The calibrated rule works on the pattern as measured; then the other one need not even be computed. */
    private boolean needsRawAlone(final Neighbourhood item) {
        return m_settings.rule() == ThresholdRule.CALIBRATED && item.neighbours().length == 0
            && m_parameters.m_centring != RegisterParameters.Centring.PATTERNS;
    }

    private void prepareFor(final DiffractionPatternValue pattern, final double saturation) {
        final int width = pattern.getPatternWidth();
        final int height = pattern.getPatternHeight();
        if (m_pixels == null || width != m_width || height != m_height || pattern.getSampleType() != m_type
            || saturation != m_saturation) {
            m_width = width;
            m_height = height;
            m_type = pattern.getSampleType();
            m_saturation = saturation;
            m_pixels = new float[width * height];
            m_raw = new float[width * height];
            m_shifted = new float[width * height];
            final boolean averages = m_parameters.m_neighbourMean != RegisterParameters.Mean.OFF;
            m_neighbours = new float[8][averages ? width * height : 0];
            m_present = new float[8][];
            m_meanPixels = new float[averages ? width * height : 0];
            m_meanRaw = new float[averages ? width * height : 0];
            m_noise = new WideAngleNoise(width, height, m_parameters.noiseRegion());
            m_mean = new NeighbourMean(width, height,
                m_parameters.m_neighbourMean == RegisterParameters.Mean.ALIKE ? m_parameters.m_minCorrelation
                    : NeighbourMean.ALL);
            m_shift = new PatternShift(width, height);
            m_registrar = new PatternRegistrar(width, height, m_settings.withSaturation(saturation));
        }
    }

    /**
     * Averages the pattern, and the pattern as measured, with the same neighbours.
     *
     * @return number of patterns in the mean
     */
    private int average(final DataRow[] neighbours, final boolean hasRaw) throws IOException {
        if (neighbours.length == 0) {
            return 1;
        }
        for (int i = 0; i < m_present.length; i++) {
            final DiffractionPatternValue neighbour = neighbour(neighbours[i], hasRaw);
            m_present[i] = neighbour == null ? null : m_neighbours[i];
            if (neighbour != null) {
                m_access.read(neighbour, m_neighbours[i]);
            }
        }
        final int averaged = m_mean.mean(m_pixels, m_present, m_meanPixels);
        if (averaged > 1) {
            if (hasRaw) {
                for (int i = 0; i < m_present.length; i++) {
                    if (m_present[i] != null) {
                        m_access.read(raw(neighbours[i], neighbour(neighbours[i], true)), m_neighbours[i]);
                    }
                }
                m_mean.meanOfTaken(m_raw, m_present, m_meanRaw);
            }
            NeighbourMean.keepSaturated(hasRaw ? m_raw : m_pixels, m_saturation, hasRaw ? m_meanRaw : m_meanPixels);
        }
        return averaged;
    }

    /** @return the pattern of a neighbour; null if it, or its pattern as measured where that counts, cannot be used */
    private DiffractionPatternValue neighbour(final DataRow row, final boolean needsRaw) {
        final DiffractionPatternValue pattern = row == null ? null : Neighbourhood.patternOf(row, m_columns.pattern());
        return pattern != null && pattern.getPatternWidth() == m_width && pattern.getPatternHeight() == m_height
            && (!needsRaw || raw(row, pattern) != null) ? pattern : null;
    }

    /** @return the pattern as measured; null if it is not there, or of another size */
    private DiffractionPatternValue raw(final DataRow row, final DiffractionPatternValue pattern) {
        return m_columns.raw() >= 0 && row.getCell(m_columns.raw()) instanceof DiffractionPatternValue raw
            && raw.getPatternWidth() == pattern.getPatternWidth()
            && raw.getPatternHeight() == pattern.getPatternHeight() ? raw : null;
    }

    /** The noise of a mean of n patterns is smaller by the root of n than that of one; measured noise shows it. */
    private double noise(final DataRow row, final int averaged, final float[] measured) {
        if (m_columns.noise() >= 0 && row.getCell(m_columns.noise()) instanceof DoubleValue value) {
            return value.getDoubleValue() / Math.sqrt(averaged);
        }
        return m_noise.standardDeviation(measured);
    }

    /** Resampled once, from the pattern as it was read. */
    private byte[] centred(final DiffractionPatternValue pattern, final double dx, final double dy)
        throws IOException {
        if (m_parameters.m_centring != RegisterParameters.Centring.PATTERNS) {
            return null;
        }
        final byte[] samples = new byte[m_pixels.length * m_type.bytes()];
        if (Double.isNaN(dx)) {
            m_access.readSamples(pattern, samples);
            return samples;
        }
        m_shift.shift(m_pixels, dx, dy, m_shifted);
        Samples.encode(m_shifted, m_type, samples);
        return samples;
    }

    /** @return the reflections of a result, shifted if the table is centred */
    static List<Reflection> reflections(final Result result, final RegisterParameters parameters) {
        final List<Reflection> found = result.found().reflections();
        if (parameters.m_centring == RegisterParameters.Centring.OFF || !result.canBeCentred()) {
            return found;
        }
        return found.stream().map(r -> new Reflection(r.x() + result.dx(), r.y() + result.dy(), r.radius(), r.mean(),
            r.prominence(), r.noise(), r.rank(), r.flags())).toList();
    }
}
