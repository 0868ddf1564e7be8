// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the diffraction spots of patterns and measures them (Folastre et al. 2024, "ePattern Registration strategy").
 * Has scratch memory; belongs to one thread.
 */
public final class PatternRegistrar {

    /** Radii of usual spots as shares of the pattern width. */
    private static final double SMALLEST_RADIUS = 1.0 / 128;
    private static final double LARGEST_RADIUS = 1.0 / 56;
    private static final double LEAST_RANGE = 1.5;

    private final RegisterSettings m_settings;
    private final int m_pixelCount;
    private final WideAngleNoise m_wideAngle;
    private final FinitePixels m_finite = new FinitePixels();
    private final IsolatedPixels m_isolated;
    private final NoiseMap m_noise;
    private final BeamChoice m_beam;
    private final CalibratedDetection m_calibrated;
    private final PaperDetection m_paper;
    private final SpotMeasurement m_measurement;
    private final double[] m_gain = new double[2];
    private final float[] m_pixels;
    private final float[] m_raw;
    private final float[] m_rest;

    /**
     * Measures noise, where it is not given, outside the inscribed circle.
     *
     * @param width pattern width (px)
     * @param height pattern height (px)
     * @param settings what the user decided
     */
    public PatternRegistrar(final int width, final int height, final RegisterSettings settings) {
        this(width, height, settings, NoiseRegion.OUTSIDE_CIRCLE);
    }

    /**
     * @param width pattern width (px)
     * @param height pattern height (px)
     * @param settings what the user decided
     * @param region where the noise is measured if it is not given
     * @throws IllegalArgumentException if no two pixels of such a pattern lie in the region
     */
    public PatternRegistrar(final int width, final int height, final RegisterSettings settings,
        final NoiseRegion region) {
        m_settings = settings;
        m_pixelCount = width * height;
        final double smallest = smallestRadius(width, settings);
        final double largest = largestRadius(width, settings);
        m_wideAngle = new WideAngleNoise(width, height, region);
        m_isolated = new IsolatedPixels(width, height);
        m_noise = new NoiseMap(width, height);
        final PixelMeans means = CalibratedDetection.grid(width, height, smallest);
        m_beam = new BeamChoice(width, height, settings, new HaloCentre(means, largest));
        m_calibrated = new CalibratedDetection(means, smallest, largest, settings, m_beam);
        m_paper = settings.rule() == ThresholdRule.PAPER
            ? new PaperDetection(width, height, Math.sqrt(smallest * largest), settings) : null;
        m_measurement = new SpotMeasurement(width, height, smallest, largest, settings, m_calibrated.shadow());
        m_pixels = new float[m_pixelCount];
        m_raw = new float[m_paper == null ? 0 : m_pixelCount];
        m_rest = new float[m_pixelCount];
    }

    private static double smallestRadius(final int width, final RegisterSettings settings) {
        if (settings.smallestRadius() != RegisterSettings.AUTOMATIC) {
            return settings.smallestRadius();
        }
        final double usual = Math.max(1, width * SMALLEST_RADIUS);
        return settings.largestRadius() == RegisterSettings.AUTOMATIC ? usual
            : Math.min(usual, settings.largestRadius() / LEAST_RANGE);
    }

    private static double largestRadius(final int width, final RegisterSettings settings) {
        return settings.largestRadius() != RegisterSettings.AUTOMATIC ? settings.largestRadius()
            : Math.max(width * LARGEST_RADIUS, LEAST_RANGE * smallestRadius(width, settings));
    }

    /**
     * Registers a pattern.
     *
     * @param pixels pattern, raw or background-free, row by row (grey levels); pixels that are not finite are taken for
     *            background
     * @param noise standard deviation of the raw pattern at wide angle (grey levels); NaN to measure it here
     * @return what was found
     */
    public RegisteredPattern register(final float[] pixels, final double noise) {
        return register(pixels, null, noise);
    }

    /**
     * Registers a pattern whose background was subtracted. The calibrated rule fits a background of its own and finds
     * more, and more exactly, in the pattern as it was measured (docs/ACCURACY.md): it takes that one where it is at
     * hand. The paper's rule takes the background-free one.
     *
     * @param pixels background-free pattern, row by row (grey levels)
     * @param raw the same pattern before; null if it is not at hand
     * @param noise standard deviation of the raw pattern at wide angle (grey levels); NaN to measure it here
     * @return what was found
     */
    public RegisteredPattern register(final float[] pixels, final float[] raw, final double noise) {
        if (pixels.length != m_pixelCount || raw != null && raw.length != m_pixelCount) {
            throw new IllegalArgumentException("A pattern of " + m_pixelCount + " pixels was expected; found "
                + (pixels.length != m_pixelCount ? pixels.length : raw.length));
        }
        final double wideAngle =
            Double.isNaN(noise) ? m_wideAngle.standardDeviation(raw == null ? pixels : raw) : noise;
        final float[] measured = raw == null ? pixels : raw;
        final float[] searched = m_paper == null ? measured : pixels;
        m_finite.copy(searched, m_pixels);
        if (searched != measured) {
            m_finite.copy(measured, m_raw);
        }
        final float[] clean = searched == measured ? m_pixels : m_raw;
        m_noise.measure(clean, wideAngle);
        m_isolated.remove(m_pixels, m_noise);
        final List<Spot> spots = new ArrayList<>();
        final double threshold = find(wideAngle, spots);
        m_measurement.measure(spots, m_pixels, m_rest, measured, m_noise, m_gain);
        return result(spots, clean, wideAngle, threshold);
    }

    private double find(final double wideAngle, final List<Spot> spots) {
        final boolean fit = m_settings.refinement() == Refinement.WEIGHTED;
        if (m_paper == null || fit) {
            m_calibrated.prepare(m_pixels, m_noise);
        }
        if (fit) {
            m_calibrated.gain(m_noise, m_gain);
            m_calibrated.subtractBackground(m_pixels, m_rest);
        }
        if (m_paper != null) {
            m_paper.find(m_pixels, wideAngle, spots);
            return m_paper.threshold(wideAngle);
        }
        m_calibrated.find(m_noise, spots);
        return m_calibrated.threshold(wideAngle);
    }

    private RegisteredPattern result(final List<Spot> spots, final float[] pixels, final double noise,
        final double threshold) {
        if (m_settings.excludeEdges()) {
            spots.removeIf(spot -> spot.m_flags.contains(Reflection.Flag.EDGE));
        }
        spots.sort(Comparator.comparingDouble(Spot::significance).reversed());
        final Spot beam = m_beam.choose(spots, pixels, m_calibrated.shadow());
        final List<Reflection> reflections = new ArrayList<>();
        if (beam != null) {
            reflections.add(reflection(beam, Reflection.DIRECT_BEAM));
        }
        int rank = Reflection.DIRECT_BEAM + 1;
        for (final Spot spot : spots) {
            if (spot != beam && reflections.size() < m_settings.maxSpots()) {
                reflections.add(reflection(spot, rank++));
            }
        }
        return new RegisteredPattern(List.copyOf(reflections), noise, threshold, reflections.size() < spots.size());
    }

    private static Reflection reflection(final Spot spot, final int rank) {
        return new Reflection(spot.m_x, spot.m_y, spot.m_radius, spot.m_mean, spot.m_prominence, spot.m_noise, rank,
            spot.m_flags);
    }
}
