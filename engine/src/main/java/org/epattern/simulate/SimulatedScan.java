// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.epattern.scan.Calibration;
import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;

/**
 * A scan that exists only as a recipe: some crystals with a lattice of spots each, an amorphous film and a hole, halo,
 * rings, shot noise and readout noise. Every pattern follows from the seed and its index alone. Spots are integrated
 * over the pixels, so that {@link #truth} is exact. Immutable; may be shared between threads.
 */
public final class SimulatedScan implements Scan {

    /** Width of the logistic edge of a disc (px at 512 px), and the smallest width that pixels resolve (px). */
    private static final double EDGE = 0.75;
    private static final double SMALLEST_EDGE = 0.35;
    private static final double BOUND_MARGIN = 6;
    private static final double STEP_NM = 2;
    private static final double FIELD_PER_NM = 20.48;
    private static final double ENERGY_KEV = 200;
    private static final long STREAM_NOISE = 3;
    private static final long STREAM_HOT = 4;

    private final SimulationSettings m_settings;
    private final ScanGeometry m_geometry;
    private final Specimen m_specimen;
    private final SpotImage m_spotImage;
    private final CountSampler m_counts;
    private final double m_largest;
    private final int[] m_hotPixels;
    private final SpotBound m_bounds;

    /** What the beam hits at a scan position. */
    public enum Content {
        /** One crystal, or two at a grain border. */
        CRYSTAL,
        /** Amorphous film: halo and rings, no spot but the direct beam. */
        AMORPHOUS,
        /** A hole: the direct beam and a faint halo. */
        EMPTY
    }

    /** @param settings what the scan looks like */
    public SimulatedScan(final SimulationSettings settings) {
        m_settings = settings;
        m_geometry = new ScanGeometry(settings.scanWidth(), settings.scanHeight(), settings.patternSize(),
            settings.patternSize(), settings.sampleType());
        m_specimen = new Specimen(settings);
        m_spotImage = new SpotImage(settings.profile(),
            Math.max(SMALLEST_EDGE, EDGE * settings.patternSize() / Specimen.REFERENCE_SIZE));
        final double k = settings.countsPerGreyLevel();
        m_largest = Math.min(settings.difficulties().ceiling(),
            settings.sampleType().isInteger() ? settings.sampleType().max() : Double.POSITIVE_INFINITY);
        m_hotPixels = hotPixels();
        m_bounds = new SpotBound(settings, m_spotImage,
            BOUND_MARGIN * settings.patternSize() / Specimen.REFERENCE_SIZE, m_largest);
        m_counts = Double.isInfinite(k) ? null
            : new CountSampler(k * Math.min(m_largest, 1.3 * settings.intensity() * (settings.beamHeight() + 60)));
    }

    private int[] hotPixels() {
        final FastRandom random = new FastRandom(m_settings.seed(), STREAM_HOT);
        final int[] pixels = new int[m_settings.difficulties().hotPixels()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextInt(m_geometry.pixelCount());
        }
        return pixels;
    }

    /** @return what the scan was made from */
    public SimulationSettings settings() {
        return m_settings;
    }

    @Override
    public ScanGeometry geometry() {
        return m_geometry;
    }

    @Override
    public Calibration calibration() {
        return new Calibration(OptionalDouble.of(STEP_NM), OptionalDouble.of(FIELD_PER_NM / m_settings.patternSize()),
            OptionalDouble.of(ENERGY_KEV));
    }

    @Override
    public List<ScanProperty> properties() {
        return List.of(new ScanProperty("seed", Long.toString(m_settings.seed()), ""),
            new ScanProperty("grains", Integer.toString(m_settings.grains()), ""),
            new ScanProperty("spot shape", m_settings.profile().name().toLowerCase(Locale.ROOT).replace('_', ' '), ""),
            new ScanProperty("dose", Double.toString(m_settings.countsPerGreyLevel()), "counts per grey level"),
            new ScanProperty("readout noise", Double.toString(m_settings.readoutNoise()), "grey levels"));
    }

    @Override
    public String origin() {
        return "simulation";
    }

    /** @return draws the spots of this scan */
    SpotImage spotImage() {
        return m_spotImage;
    }

    /** @return the noise of this scan */
    SpotBound bounds() {
        return m_bounds;
    }

    /**
     * @param index pattern index
     * @return what the beam hits there
     */
    public Content content(final long index) {
        return m_specimen.content(m_geometry.scanX(index), m_geometry.scanY(index));
    }

    /**
     * @param index pattern index
     * @return number of the crystal that contributes most, from 0; -1 where there is none
     */
    public int grain(final long index) {
        return m_specimen.grainAt(m_geometry.scanX(index), m_geometry.scanY(index));
    }

    /**
     * @param index pattern index
     * @return the spots that can be seen in the pattern (not those whose centre is behind the beam stop), the direct
     *         beam first, with the bounds for exactly the noise that the pattern has
     */
    public List<TrueSpot> truth(final long index) {
        final List<Specimen.Spot> spots = spots(index);
        final NoiseFreePattern drawing = new NoiseFreePattern(m_settings, m_spotImage);
        final double[] noiseFree = drawing.draw(content(index), spots);
        final List<TrueSpot> truth = new ArrayList<>();
        for (final Specimen.Spot spot : spots) {
            final double clearance = drawing.distanceFromStop(spot.x(), spot.y());
            if (spot.amplitude() > 0 && clearance > 0) {
                truth.add(trueSpot(spot, spots, clearance, noiseFree));
            }
        }
        return truth;
    }

    private TrueSpot trueSpot(final Specimen.Spot spot, final List<Specimen.Spot> all, final double clearance,
        final double[] noiseFree) {
        final List<Specimen.Spot> together = new ArrayList<>(List.of(spot));
        for (final Specimen.Spot other : all) {
            final double reach = spot.radius() + other.radius()
                + (m_spotImage.edgeWidth(spot.radius()) + m_spotImage.edgeWidth(other.radius())) / 2;
            if (other != spot && Math.hypot(other.x() - spot.x(), other.y() - spot.y()) < reach) {
                together.add(other);
            }
        }
        final SpotBound.Bound isolated = m_bounds.bound(noiseFree, List.of(spot));
        final SpotBound.Bound joint = together.size() == 1 ? isolated : m_bounds.bound(noiseFree, together);
        final double margin = spot.radius() + m_spotImage.edgeWidth(spot.radius()) / 2;
        final int size = m_settings.patternSize();
        final boolean edge = spot.x() < margin || spot.y() < margin || spot.x() > size - margin
            || spot.y() > size - margin || clearance < margin;
        final int centre = Math.min(size - 1, (int)spot.y()) * size + Math.min(size - 1, (int)spot.x());
        return new TrueSpot(spot.x(), spot.y(), spot.radius(), spot.amplitude(),
            spot.amplitude() * m_spotImage.meanWithin(spot.radius()), joint.x(), joint.y(), joint.amplitude(),
            joint.mean(), isolated.x(), isolated.y(), isolated.amplitude(), isolated.mean(), spot.directBeam(),
            together.size() > 1, edge, noiseFree[centre] > m_largest);
    }

    /**
     * @param index pattern index
     * @param pixels receives the pattern before noise, rounding and saturation (grey levels)
     */
    public void noiseFree(final long index, final float[] pixels) {
        final double[] image = new NoiseFreePattern(m_settings, m_spotImage).draw(content(index), spots(index));
        for (int i = 0; i < image.length; i++) {
            pixels[i] = (float)image[i];
        }
    }

    private List<Specimen.Spot> spots(final long index) {
        return m_specimen.spots(index, m_geometry.scanX(index), m_geometry.scanY(index));
    }

    @Override
    public PatternReader openReader() {
        return new Reader();
    }

    @Override
    public void close() {
        // nothing is open
    }

    /** Makes patterns when they are asked for. */
    private final class Reader implements PatternReader {

        private final NoiseFreePattern m_drawing = new NoiseFreePattern(m_settings, m_spotImage);
        private final float[] m_pixels = new float[m_geometry.pixelCount()];

        @Override
        public void readSamples(final long index, final byte[] samples) {
            read(index, m_pixels);
            Samples.encode(m_pixels, m_settings.sampleType(), samples);
        }

        @Override
        public void read(final long index, final float[] pixels) {
            final double[] image = m_drawing.draw(content(index), spots(index));
            final FastRandom random = new FastRandom(m_settings.seed(), STREAM_NOISE, index);
            final double k = m_settings.countsPerGreyLevel();
            final double readout = m_settings.readoutNoise();
            final boolean whole = m_settings.sampleType().isInteger();
            for (int i = 0; i < image.length; i++) {
                double value = image[i];
                if (m_counts != null) {
                    value = m_counts.draw(value * k, random) / k;
                }
                if (readout > 0) {
                    value += readout * random.nextGaussian();
                }
                pixels[i] = (float)Math.min(m_largest, whole ? Math.max(0, Math.rint(value)) : value);
            }
            for (final int pixel : m_hotPixels) {
                pixels[pixel] = (float)(Double.isInfinite(m_largest) ? 255 * m_settings.intensity() : m_largest);
            }
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
