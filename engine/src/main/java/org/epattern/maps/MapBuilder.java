// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import org.epattern.register.Reflection;

/**
 * Makes maps of a scan from rows of the reflection table, in any order, without keeping the rows.
 *
 * <p>A pattern that is known to exist but has no reflection gets 0 in the count and intensity maps; a scan position
 * without a pattern gets "not a number". The direct beam is a reflection like others: it is part of the spot count and
 * of the sum of all spots, as in the paper (section 13 of the reference of the authors' macros), where crystalline
 * means five spots or more. A reflection without a mean counts as a spot and adds no intensity. Noise and threshold are
 * "not a number" where nothing is known about them.</p>
 *
 * <p>Memory: 8 bytes per scan position and map; for dark fields around the direct beam 16 bytes per chosen reflection
 * whose direct beam is not known yet, so rows are best given by rising rank.</p>
 */
public final class MapBuilder {

    /** Name of the spot count map. */
    public static final String SPOT_COUNT = "spot count";
    /** Name of the map of the direct beam's intensity. */
    public static final String BRIGHT_FIELD = "virtual bright field";
    /** Name of the map of the summed intensity of all reflections. */
    public static final String ALL_SPOTS = "sum of all spots";
    /** Name of the noise map. */
    public static final String NOISE = "noise";
    /** Name of the map of the detection threshold. */
    public static final String THRESHOLD = "threshold";

    private static final String GREY_LEVELS = "grey levels";

    private final int m_width;
    private final int m_height;
    private final MapSelection m_selection;
    private final double m_patternCentreX;
    private final double m_patternCentreY;
    private final boolean[] m_exists;
    private final int[] m_count;
    private final double[] m_brightField;
    private final double[] m_allSpots;
    private final float[] m_noise;
    private final float[] m_threshold;
    private final float[] m_beamX;
    private final float[] m_beamY;
    private final List<DarkFieldSum> m_darkFields = new ArrayList<>();

    /**
     * Without the size of the patterns: regions count from the direct beam.
     *
     * @param scanWidth scan positions in a line
     * @param scanHeight number of lines
     * @param selection which maps
     * @throws IllegalArgumentException if a region counts from the pattern centre
     */
    public MapBuilder(final int scanWidth, final int scanHeight, final MapSelection selection) {
        this(scanWidth, scanHeight, 0, 0, selection);
    }

    /**
     * @param scanWidth scan positions in a line
     * @param scanHeight number of lines
     * @param patternWidth width of the patterns (px); 0 if not known
     * @param patternHeight height of the patterns (px); 0 if not known
     * @param selection which maps
     * @throws IllegalArgumentException if a region counts from the pattern centre and the size is not known
     */
    public MapBuilder(final int scanWidth, final int scanHeight, final int patternWidth, final int patternHeight,
        final MapSelection selection) {
        if (scanWidth < 1 || scanHeight < 1 || (long)scanWidth * scanHeight > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException("A map of " + scanWidth + " x " + scanHeight
                + " scan positions is not possible; at least 1 x 1 and at most 2147483583 positions are expected");
        }
        m_width = scanWidth;
        m_height = scanHeight;
        m_selection = selection;
        m_patternCentreX = patternWidth > 0 ? patternWidth / 2.0 : Double.NaN;
        m_patternCentreY = patternHeight > 0 ? patternHeight / 2.0 : Double.NaN;
        final int points = scanWidth * scanHeight;
        m_exists = new boolean[points];
        m_count = selection.spotCount() ? new int[points] : null;
        m_brightField = selection.brightField() ? filled(points, Double.NaN) : null;
        m_allSpots = selection.allSpots() ? new double[points] : null;
        m_noise = selection.noise() ? filled(points) : null;
        m_threshold = selection.threshold() ? filled(points) : null;
        boolean needsBeam = false;
        for (final DarkField darkField : selection.darkFields()) {
            final boolean fromCentre = darkField.region().origin() == Region.Origin.PATTERN_CENTRE
                && !darkField.region().isEverywhere();
            if (fromCentre && (patternWidth < 1 || patternHeight < 1)) {
                throw new IllegalArgumentException("The dark field \"" + darkField.name()
                    + "\" counts from the pattern centre, and the size of the patterns is not known; "
                    + "connect the patterns or choose the direct beam as origin");
            }
            m_darkFields.add(new DarkFieldSum(darkField, points));
            needsBeam |= !fromCentre && !darkField.region().isEverywhere();
        }
        m_beamX = needsBeam ? filled(points) : null;
        m_beamY = needsBeam ? filled(points) : null;
    }

    /**
     * Says that there is a pattern at a scan position, with or without reflections.
     *
     * @param x scan x, from 0
     * @param y scan y, from 0
     * @param noise standard deviation of its noise (grey levels); not a number if unknown
     * @param threshold smallest prominence that counted (grey levels); not a number if unknown
     * @throws IllegalArgumentException if the position lies outside the scan
     */
    public void addPattern(final int x, final int y, final double noise, final double threshold) {
        final int point = point(x, y);
        m_exists[point] = true;
        if (m_noise != null) {
            m_noise[point] = (float)noise;
        }
        if (m_threshold != null) {
            m_threshold[point] = (float)threshold;
        }
    }

    /**
     * Adds a row of the reflection table; its pattern is known to exist from then on. The noise of a reflection is what
     * filtering leaves at its place, another quantity than the noise of the pattern, which only {@link #addPattern}
     * tells.
     *
     * @param x scan x, from 0
     * @param y scan y, from 0
     * @param reflection the reflection
     * @throws IllegalArgumentException if the position lies outside the scan
     */
    public void addReflection(final int x, final int y, final Reflection reflection) {
        final int point = point(x, y);
        m_exists[point] = true;
        if (m_count != null) {
            m_count[point]++;
        }
        final double intensity = intensity(reflection);
        if (m_brightField != null && reflection.isDirectBeam() && Double.isNaN(m_brightField[point])) {
            m_brightField[point] = intensity;
        }
        if (m_beamX != null && reflection.isDirectBeam() && Float.isNaN(m_beamX[point])) {
            m_beamX[point] = (float)reflection.x();
            m_beamY[point] = (float)reflection.y();
        }
        if (!Double.isNaN(intensity)) {
            if (m_allSpots != null) {
                m_allSpots[point] += intensity;
            }
            for (final DarkFieldSum darkField : m_darkFields) {
                darkField.add(point, reflection, intensity);
            }
        }
    }

    private double intensity(final Reflection reflection) {
        return m_selection.intensity() == SpotIntensity.MEAN ? reflection.mean()
            : reflection.mean() * Math.PI * reflection.radius() * reflection.radius();
    }

    private int point(final int x, final int y) {
        if (x < 0 || y < 0 || x >= m_width || y >= m_height) {
            throw new IllegalArgumentException("The scan position (" + x + ", " + y
                + ") of a row lies outside the scan; scan x from 0 to " + (m_width - 1) + " and scan y from 0 to "
                + (m_height - 1) + " are expected");
        }
        return y * m_width + x;
    }

    /** @return the chosen maps: spot count, bright field, all spots, noise, threshold, dark fields */
    public List<ScanMap> maps() {
        final String intensityUnit = m_selection.intensity() == SpotIntensity.MEAN ? GREY_LEVELS : "grey levels × px²";
        final List<ScanMap> maps = new ArrayList<>();
        if (m_count != null) {
            maps.add(map(SPOT_COUNT, "spots", i -> m_count[i]));
        }
        if (m_brightField != null) {
            maps.add(map(BRIGHT_FIELD, intensityUnit, i -> Double.isNaN(m_brightField[i]) ? 0 : m_brightField[i]));
        }
        if (m_allSpots != null) {
            maps.add(map(ALL_SPOTS, intensityUnit, i -> m_allSpots[i]));
        }
        if (m_noise != null) {
            maps.add(map(NOISE, GREY_LEVELS, i -> m_noise[i]));
        }
        if (m_threshold != null) {
            maps.add(map(THRESHOLD, GREY_LEVELS, i -> m_threshold[i]));
        }
        for (final DarkFieldSum darkField : m_darkFields) {
            final double[] sums = darkField.sums();
            maps.add(map(darkField.m_darkField.name(), intensityUnit, i -> sums[i]));
        }
        return maps;
    }

    private ScanMap map(final String name, final String unit, final IntToDoubleFunction value) {
        final float[] values = new float[m_exists.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = m_exists[i] ? (float)value.applyAsDouble(i) : Float.NaN;
        }
        return new ScanMap(name, unit, m_width, m_height, values);
    }

    private static float[] filled(final int points) {
        final float[] values = new float[points];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    private static double[] filled(final int points, final double value) {
        final double[] values = new double[points];
        Arrays.fill(values, value);
        return values;
    }

    /** Sums one dark field; keeps reflections whose origin is not known yet. */
    private final class DarkFieldSum {

        private final DarkField m_darkField;
        private final double[] m_sums;
        private int m_waiting;
        private int[] m_waitingPoint = new int[0];
        private float[] m_waitingX = new float[0];
        private float[] m_waitingY = new float[0];
        private float[] m_waitingIntensity = new float[0];

        DarkFieldSum(final DarkField darkField, final int points) {
            m_darkField = darkField;
            m_sums = new double[points];
        }

        void add(final int point, final Reflection reflection, final double intensity) {
            if (!m_darkField.accepts(reflection)) {
                return;
            }
            final Region region = m_darkField.region();
            if (region.isEverywhere()) {
                m_sums[point] += intensity;
            } else if (region.origin() == Region.Origin.PATTERN_CENTRE) {
                if (region.contains(reflection.x() - m_patternCentreX, reflection.y() - m_patternCentreY)) {
                    m_sums[point] += intensity;
                }
            } else if (Float.isNaN(m_beamX[point])) {
                keep(point, reflection, intensity);
            } else if (region.contains(reflection.x() - m_beamX[point], reflection.y() - m_beamY[point])) {
                m_sums[point] += intensity;
            }
        }

        private void keep(final int point, final Reflection reflection, final double intensity) {
            if (m_waiting == m_waitingPoint.length) {
                final int room = Math.max(1024, m_waiting + m_waiting / 2);
                m_waitingPoint = Arrays.copyOf(m_waitingPoint, room);
                m_waitingX = Arrays.copyOf(m_waitingX, room);
                m_waitingY = Arrays.copyOf(m_waitingY, room);
                m_waitingIntensity = Arrays.copyOf(m_waitingIntensity, room);
            }
            m_waitingPoint[m_waiting] = point;
            m_waitingX[m_waiting] = (float)reflection.x();
            m_waitingY[m_waiting] = (float)reflection.y();
            m_waitingIntensity[m_waiting++] = (float)intensity;
        }

        /** With the waiting reflections; the sums themselves are left as they are, more rows may follow. */
        double[] sums() {
            final double[] sums = m_sums.clone();
            if (m_waiting > 0) {
                // without any direct beam: the centre; without a known size: no place, so no number either
                final double meanX = meanOfFinite(m_beamX, m_patternCentreX);
                final double meanY = meanOfFinite(m_beamY, m_patternCentreY);
                for (int i = 0; i < m_waiting; i++) {
                    final int point = m_waitingPoint[i];
                    final boolean known = !Float.isNaN(m_beamX[point]);
                    if (!known && Double.isNaN(meanX)) {
                        sums[point] = Double.NaN;
                    } else if (m_darkField.region().contains(m_waitingX[i] - (known ? m_beamX[point] : meanX),
                        m_waitingY[i] - (known ? m_beamY[point] : meanY))) {
                        sums[point] += m_waitingIntensity[i];
                    }
                }
            }
            return sums;
        }

        private double meanOfFinite(final float[] values, final double otherwise) {
            double sum = 0;
            int count = 0;
            for (final float value : values) {
                if (Float.isFinite(value)) {
                    sum += value;
                    count++;
                }
            }
            return count == 0 ? otherwise : sum / count;
        }
    }
}
