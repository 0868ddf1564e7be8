// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.epattern.crystal.Crystal;
import org.epattern.crystal.CrystalReflection;
import org.epattern.crystal.ScatteringFactors;
import org.epattern.match.DiffractionSettings;
import org.epattern.match.Relrod;
import org.epattern.match.SpotSimulator;
import org.epattern.orient.Rotation;
import org.epattern.scan.Calibration;
import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;

/**
 * A scan of a polycrystal that exists only as a recipe: grains of known phase, orientation and thickness with an
 * amorphous layer, kinematic reflections, diffuse scattering, shot noise and readout noise. Every pattern follows from
 * the seed and its index alone and is made when it is read. Immutable; may be shared between threads.
 */
public final class CrystalScan implements Scan {

    private static final long STREAM_NOISE = 16;
    private static final double SMALLEST_EDGE = 0.35;
    /** Standard deviation of the logistic distribution: pi / sqrt(3). */
    private static final double LOGISTIC = Math.PI / Math.sqrt(3);
    private static final double WEAKEST = 1e-5;
    private static final double ANGSTROM_PER_NM = 10;
    /** Means above this are drawn in parts, which keeps the tables of the sampler small. */
    private static final double LARGEST_MEAN = 512;
    private static final int GAIN_POINTS = 256;
    private static final double GAIN_QUANTILE = 0.9;
    private static final double GAIN_LEVEL = 0.8 * 255;
    /** A single electron does not fill the range of an 8-bit camera, however low the dose. */
    private static final double LARGEST_GAIN = 32;

    private final CrystalScanSettings m_settings;
    private final ScanGeometry m_geometry;
    private final List<SpotSimulator> m_simulators = new ArrayList<>();
    private final GrainMap m_map;
    private final GrainPattern[] m_grains;
    private final SpotImage m_spotImage;
    private final double m_radius;
    private final double m_volume;
    private final double m_gain;
    private final double m_offset;
    private final CountSampler m_counts;

    /**
     * @param settings what the scan looks like
     * @param phases the crystals of the grains, at least one
     * @param factors scattering factors of their atoms
     * @throws IllegalArgumentException in a sentence, if a crystal has no reflection in the pattern
     */
    public CrystalScan(final CrystalScanSettings settings, final List<Crystal> phases,
        final ScatteringFactors factors) {
        Limits.check(!phases.isEmpty(), "Phases", 0, "at least one");
        m_settings = settings;
        final CameraSettings camera = settings.camera();
        m_geometry = new ScanGeometry(settings.scanWidth(), settings.scanHeight(), camera.patternSize(),
            camera.patternSize(), camera.sampleType());
        final BeamSettings beam = settings.beam();
        for (final Crystal phase : phases) {
            m_simulators.add(new SpotSimulator(phase, factors, new DiffractionSettings(beam.energyKeV(),
                camera.largestRadius(), Relrod.ofLength(settings.relrod()), beam.precession(), 1, WEAKEST)));
        }
        m_map = new GrainMap(settings, phases.size());
        m_grains = m_map.grains().stream().map(g -> new GrainPattern(m_simulators.get(g.phase()), g.orientation()))
            .toArray(GrainPattern[]::new);
        final double perMilliradian = 1e-3 / beam.wavelength() / camera.pixelSize();
        m_radius = beam.convergence() * perMilliradian;
        m_spotImage = new SpotImage(SpotProfile.SOFT_DISC,
            Math.max(SMALLEST_EDGE, beam.blur() * perMilliradian / LOGISTIC));
        m_volume = CrystalPattern.volume(m_spotImage, m_radius);
        m_gain = camera.gain() > 0 ? camera.gain() : automaticGain();
        m_offset = camera.greyOffset(m_gain);
        m_counts = camera.shotNoise() ? new CountSampler(Math.min(LARGEST_MEAN, beam.electrons())) : null;
    }

    private double automaticGain() {
        if (m_settings.camera().sampleType() != SampleType.UINT8) {
            return 1;
        }
        final CrystalPattern drawing = drawing();
        final List<Double> brightest = new ArrayList<>();
        final long step = Math.max(1, m_geometry.patternCount() / GAIN_POINTS);
        for (long i = 0; i < m_geometry.patternCount(); i += step) {
            final List<CrystalPattern.Spot> spots = drawing.spots(point(i));
            spots.stream().filter(s -> s.grain() >= 0).mapToDouble(CrystalPattern.Spot::electrons).max()
                .ifPresent(e -> brightest.add(drawing.height(e) * m_spotImage.height(0, m_radius)));
        }
        if (brightest.isEmpty()) {
            brightest.add(drawing.height(m_settings.beam().electrons()));
        }
        final double[] sorted = brightest.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Math.min(LARGEST_GAIN, GAIN_LEVEL / sorted[(int)(GAIN_QUANTILE * (sorted.length - 1))]);
    }

    private CrystalPattern drawing() {
        return new CrystalPattern(m_settings, m_grains, m_spotImage, m_radius, m_volume);
    }

    /** @return what the scan was made from */
    public CrystalScanSettings settings() {
        return m_settings;
    }

    /** @return what simulates the patterns of the phases; phase 1 of a point is the first */
    public List<SpotSimulator> simulators() {
        return List.copyOf(m_simulators);
    }

    /** @return grey levels per electron */
    public double gain() {
        return m_gain;
    }

    /** @return grey level of a pixel without electrons, on average */
    public double offset() {
        return m_offset;
    }

    /** @return radius of all spots (px) */
    public double spotRadius() {
        return m_radius;
    }

    @Override
    public ScanGeometry geometry() {
        return m_geometry;
    }

    @Override
    public Calibration calibration() {
        return new Calibration(OptionalDouble.of(m_settings.stepNm()),
            OptionalDouble.of(m_settings.camera().pixelSize() * ANGSTROM_PER_NM),
            OptionalDouble.of(m_settings.beam().energyKeV()));
    }

    @Override
    public List<ScanProperty> properties() {
        final BeamSettings beam = m_settings.beam();
        final AmorphousLayer layer = m_settings.layer();
        return List.of(new ScanProperty("seed", Long.toString(m_settings.seed()), ""),
            new ScanProperty("phases",
                String.join(", ", m_simulators.stream().map(s -> s.crystal().name()).toList()), ""),
            new ScanProperty("grains", Integer.toString(m_settings.grains().grains()), ""),
            new ScanProperty("largest thickness of the grains",
                m_settings.grains().thinnest() + " to " + m_settings.grains().thickest(), "nm"),
            new ScanProperty("amorphous layer", layer.thickness() == 0 ? "none"
                : layer.material().name().toLowerCase(Locale.ROOT) + " " + layer.thickness(), "nm"),
            new ScanProperty("electrons per pattern", Double.toString(beam.electrons()), "electrons"),
            new ScanProperty("dose",
                Double.toString(beam.electrons() / BeamSettings.electrons(1, m_settings.stepNm())),
                "electrons per square Angstrom"),
            new ScanProperty("convergence", Double.toString(beam.convergence()), "mrad"),
            new ScanProperty("precession", Double.toString(beam.precession()), "degrees"),
            new ScanProperty("spot radius", String.format(Locale.ROOT, "%.3f", m_radius), "px"),
            new ScanProperty("gain", String.format(Locale.ROOT, "%.5g", m_gain), "grey levels per electron"),
            new ScanProperty("offset", String.format(Locale.ROOT, "%.3f", m_offset), "grey levels"),
            new ScanProperty("readout noise", Double.toString(m_settings.camera().readoutNoise()), "electrons"));
    }

    @Override
    public String origin() {
        return "simulation";
    }

    /**
     * @param index pattern index
     * @return what the beam hits there
     */
    public CrystalPoint point(final long index) {
        return m_map.at(m_geometry.scanX(index), m_geometry.scanY(index));
    }

    /**
     * @param grain number of a grain
     * @return its phase: 1 for the first
     */
    public int phaseOfGrain(final int grain) {
        return m_map.grains().get(grain).phase() + 1;
    }

    /**
     * @param grain number of a grain
     * @return its orientation, from crystal to sample coordinates
     */
    public Rotation orientationOfGrain(final int grain) {
        return m_map.grains().get(grain).orientation();
    }

    /**
     * @param index pattern index
     * @return all spots of at least half an expected electron whose centre is in the pattern, visible or not, the
     *         direct beam first
     */
    public List<CrystalSpot> truth(final long index) {
        final CrystalPattern drawing = drawing();
        final CrystalPoint point = point(index);
        final double within = m_spotImage.meanWithin(m_radius);
        final double area = Math.PI * m_radius * m_radius;
        final double readout = m_settings.camera().readoutNoise();
        final double rounding = m_geometry.sampleType().isInteger() ? 1 / (12 * m_gain * m_gain) : 0;
        final double half = m_settings.camera().patternSize() / 2.0;
        final DiffuseProfile diffuse = drawing.diffuse(point);
        final List<CrystalSpot> truth = new ArrayList<>();
        for (final CrystalPattern.Spot spot : drawing.spots(point)) {
            final double height = drawing.height(spot.electrons());
            final double signal = height * within * area;
            final double background = diffuse.at(Math.hypot(spot.x() - half, spot.y() - half));
            final double shot = m_counts == null ? 0 : signal + area * background;
            final double deviation = Math.sqrt(shot + area * (readout * readout + rounding));
            final CrystalReflection r = spot.grain() < 0 ? new CrystalReflection(0, 0, 0, 0, 0, 0, 0)
                : m_grains[spot.grain()].reflection(spot.reflection());
            truth.add(new CrystalSpot(spot.grain(), r.h(), r.k(), r.l(), spot.x(), spot.y(), m_radius,
                spot.electrons(), m_gain * height * m_spotImage.height(0, m_radius), m_gain * height * within,
                signal / deviation));
        }
        return truth;
    }

    /**
     * @param index pattern index
     * @param pixels receives the pattern before noise, rounding and saturation (grey levels)
     */
    public void noiseFree(final long index, final float[] pixels) {
        final CrystalPattern drawing = drawing();
        final CrystalPoint point = point(index);
        final double[] electrons = drawing.draw(point, drawing.spots(point));
        for (int i = 0; i < electrons.length; i++) {
            pixels[i] = (float)(m_offset + m_gain * electrons[i]);
        }
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

        private final CrystalPattern m_drawing = drawing();
        private final float[] m_pixels = new float[m_geometry.pixelCount()];

        @Override
        public void readSamples(final long index, final byte[] samples) {
            read(index, m_pixels);
            Samples.encode(m_pixels, m_geometry.sampleType(), samples);
        }

        @Override
        public void read(final long index, final float[] pixels) {
            final CrystalPoint point = point(index);
            final double[] electrons = m_drawing.draw(point, m_drawing.spots(point));
            final FastRandom random = new FastRandom(m_settings.seed(), STREAM_NOISE, index);
            final double readout = m_settings.camera().readoutNoise();
            final boolean whole = m_geometry.sampleType().isInteger();
            final double largest = m_geometry.sampleType().max();
            for (int i = 0; i < electrons.length; i++) {
                double value = m_counts == null ? electrons[i] : m_counts.draw(electrons[i], random);
                if (readout > 0) {
                    value += readout * random.nextGaussian();
                }
                value = m_offset + m_gain * value;
                pixels[i] = (float)(whole ? Math.min(largest, Math.max(0, Math.rint(value))) : value);
            }
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
