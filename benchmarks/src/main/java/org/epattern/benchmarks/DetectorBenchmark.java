// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.epattern.detector.Annulus;
import org.epattern.detector.EdgePixels;
import org.epattern.detector.SpotPixels;
import org.epattern.detector.VirtualDetector;
import org.epattern.prepare.AstarFilter;
import org.epattern.prepare.AstarFilterSettings;
import org.epattern.register.Reflection;
import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time per pattern of 512 x 512 px of virtual detectors and ASTAR filters, beside the time that the pixels take to
 * become grey levels after they were read.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DetectorBenchmark {

    private static final int SIZE = 512;
    private static final int RINGS = 8;
    private static final int SPOTS = 30;
    private static final double CENTRE = SIZE / 2.0;

    private final byte[] m_samples = new byte[2 * SIZE * SIZE];
    private final float[] m_pixels = new float[SIZE * SIZE];
    private final float[] m_result = new float[SIZE * SIZE];
    private final VirtualDetector m_ring = detector(60, 120, false);
    private final VirtualDetector m_mass = detector(60, 120, true);
    private final VirtualDetector m_whole = detector(0, 400, false);
    private final List<VirtualDetector> m_rings = new ArrayList<>();
    private final SpotPixels m_spotPixels = new SpotPixels(SIZE, SIZE, 2);
    private final List<Reflection> m_spots = new ArrayList<>();
    private final AstarFilter m_default = new AstarFilter(SIZE, SIZE, AstarFilterSettings.DEFAULT);
    private final AstarFilter m_optimised = new AstarFilter(SIZE, SIZE, AstarFilterSettings.OPTIMISED);
    private double m_wander;

    /** Makes a pattern of noise with spots. */
    public DetectorBenchmark() {
        final Random random = new Random(1);
        random.nextBytes(m_samples);
        Samples.decode(m_samples, SampleType.UINT16, m_pixels);
        for (int i = 0; i < RINGS; i++) {
            m_rings.add(detector(25 * i, 25 * i + 25, false));
        }
        for (int i = 0; i < SPOTS; i++) {
            m_spots.add(
                new Reflection(random.nextDouble() * SIZE, random.nextDouble() * SIZE, 6, 1, 1, 1, 2, Set.of()));
        }
    }

    private static VirtualDetector detector(final double inner, final double outer, final boolean withMass) {
        return new VirtualDetector(SIZE, SIZE, new Annulus(inner, outer), EdgePixels.WEIGHTED, withMass);
    }

    /** The floor: 16-bit samples to grey levels. */
    @Benchmark
    public float[] decode() {
        Samples.decode(m_samples, SampleType.UINT16, m_result);
        return m_result;
    }

    /** A ring of 34,000 px. */
    @Benchmark
    public double ring() {
        return m_ring.measure(m_pixels, CENTRE, CENTRE, null).sum();
    }

    /** The same with its centre of mass. */
    @Benchmark
    public double ringWithCentreOfMass() {
        return m_mass.measure(m_pixels, CENTRE, CENTRE, null).x();
    }

    /** All pixels. */
    @Benchmark
    public double wholePattern() {
        return m_whole.measure(m_pixels, CENTRE, CENTRE, null).sum();
    }

    /** The ring about a beam that is elsewhere in every pattern. */
    @Benchmark
    public double ringAboutAWanderingBeam() {
        return m_ring.measure(m_pixels, wander(), CENTRE, null).sum();
    }

    /** The same without the pixels of 30 spots. */
    @Benchmark
    public double ringWithoutSpots() {
        m_spotPixels.mark(m_spots);
        return m_ring.measure(m_pixels, wander(), CENTRE, m_spotPixels).sum();
    }

    private double wander() {
        m_wander = (m_wander + 0.0137) % 3;
        return CENTRE + m_wander;
    }

    /** Eight rings beside each other. */
    @Benchmark
    public double eightRings() {
        double sum = 0;
        for (final VirtualDetector ring : m_rings) {
            sum += ring.measure(m_pixels, CENTRE, CENTRE, null).sum();
        }
        return sum;
    }

    /** ASTAR filters (1, 2, 0). */
    @Benchmark
    public float[] astarDefault() {
        m_default.apply(m_pixels, m_result);
        return m_result;
    }

    /** ASTAR filters (1, 4, 10). */
    @Benchmark
    public float[] astarOptimised() {
        m_optimised.apply(m_pixels, m_result);
        return m_result;
    }
}
