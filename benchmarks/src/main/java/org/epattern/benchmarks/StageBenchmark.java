// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.epattern.metrics.ImageQuality;
import org.epattern.prepare.BackgroundMethod;
import org.epattern.prepare.BackgroundSettings;
import org.epattern.prepare.BackgroundSubtractor;
import org.epattern.reconstruct.DrawSettings;
import org.epattern.reconstruct.PatternDrawer;
import org.epattern.register.NoiseRegion;
import org.epattern.register.PatternRegistrar;
import org.epattern.register.RegisterSettings;
import org.epattern.register.RegisteredPattern;
import org.epattern.register.WideAngleNoise;
import org.epattern.scan.PatternReader;
import org.epattern.simulate.SimulatedScan;
import org.epattern.simulate.SimulationSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import ij.plugin.filter.BackgroundSubtracter;
import ij.plugin.filter.GaussianBlur;
import ij.plugin.filter.MaximumFinder;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;

/**
 * Time per 512 x 512 pattern of about 20 spots on one thread: each stage of ours beside ImageJ's own classes for the
 * same stage, in one run. Run with {@code java -jar benchmarks/target/epattern-benchmarks.jar}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StageBenchmark {

    private static final int SIZE = 512;
    private static final int PATTERNS = 16;
    private static final double BALL = 20;
    private static final double BLUR = 2;
    private static final double PROMINENCE = 3;

    private final float[][] m_raw = new float[PATTERNS][SIZE * SIZE];
    private final float[][] m_flat = new float[PATTERNS][SIZE * SIZE];
    private final ByteProcessor[] m_bytes = new ByteProcessor[PATTERNS];
    private final float[] m_result = new float[SIZE * SIZE];
    private final double[] m_noise = new double[PATTERNS];
    private RegisteredPattern[] m_registered;
    private BackgroundSubtractor m_background;
    private WideAngleNoise m_wideAngle;
    private PatternRegistrar m_registrar;
    private PatternDrawer m_drawer;
    private ImageQuality m_quality;
    private int m_next;

    /** Makes the patterns. */
    @Setup
    public void prepare() throws java.io.IOException {
        m_background =
            new BackgroundSubtractor(SIZE, SIZE, new BackgroundSettings(BackgroundMethod.ROLLING_BALL, BALL, true));
        m_wideAngle = new WideAngleNoise(SIZE, SIZE, NoiseRegion.OUTSIDE_CIRCLE);
        m_registrar = new PatternRegistrar(SIZE, SIZE, RegisterSettings.defaults());
        m_drawer = new PatternDrawer(SIZE, SIZE, DrawSettings.likeInput(SIZE, SIZE));
        m_quality = new ImageQuality(SIZE, SIZE, 255);
        m_registered = new RegisteredPattern[PATTERNS];
        try (SimulatedScan scan = new SimulatedScan(SimulationSettings.defaults().withSize(PATTERNS, PATTERNS, SIZE));
                PatternReader reader = scan.openReader()) {
            for (int i = 0; i < PATTERNS; i++) {
                reader.read((long)i * PATTERNS + PATTERNS / 2, m_raw[i]);
                final byte[] bytes = new byte[SIZE * SIZE];
                for (int p = 0; p < bytes.length; p++) {
                    bytes[p] = (byte)Math.round(m_raw[i][p]);
                }
                m_bytes[i] = new ByteProcessor(SIZE, SIZE, bytes);
                m_background.subtract(m_raw[i], m_flat[i]);
                m_noise[i] = m_wideAngle.standardDeviation(m_raw[i]);
                m_registered[i] = m_registrar.register(m_flat[i], m_noise[i]);
            }
        }
    }

    private int next() {
        m_next = (m_next + 1) % PATTERNS;
        return m_next;
    }

    /** Standard deviation outside the inscribed circle. */
    @Benchmark
    public double noise() {
        return m_wideAngle.standardDeviation(m_raw[next()]);
    }

    /** Rolling ball of 20 px. */
    @Benchmark
    public float[] background() {
        m_background.subtract(m_raw[next()], m_result);
        return m_result;
    }

    /** Detection and refinement on the background-free pattern. */
    @Benchmark
    public RegisteredPattern register() {
        final int i = next();
        return m_registrar.register(m_flat[i], m_noise[i]);
    }

    /** Noise, background, detection, refinement. */
    @Benchmark
    public RegisteredPattern allOfRegistration() {
        final int i = next();
        final double noise = m_wideAngle.standardDeviation(m_raw[i]);
        m_background.subtract(m_raw[i], m_result);
        return m_registrar.register(m_result, noise);
    }

    /** Reconstruction. */
    @Benchmark
    public float[] reconstruct() {
        m_drawer.draw(m_registered[next()].reflections(), m_result);
        return m_result;
    }

    /** PSNR, SSIM and RMSE. */
    @Benchmark
    public ImageQuality.Values quality() {
        final int i = next();
        return m_quality.compare(m_flat[i], m_raw[i]);
    }

    /** ImageJ: rolling ball of 20 px. */
    @Benchmark
    public ByteProcessor imagejBackground() {
        final ByteProcessor copy = (ByteProcessor)m_bytes[next()].duplicate();
        new BackgroundSubtracter().rollingBallBackground(copy, BALL, false, false, false, true, true);
        return copy;
    }

    /** ImageJ: Gaussian blur of 2 px. */
    @Benchmark
    public FloatProcessor imagejBlur() {
        final FloatProcessor copy = m_bytes[next()].convertToFloatProcessor();
        new GaussianBlur().blurGaussian(copy, BLUR);
        return copy;
    }

    /** ImageJ: rolling ball, blur and maxima, the steps of the macros before their own refinement. */
    @Benchmark
    public List<java.awt.Point> imagejAll() {
        final ByteProcessor copy = (ByteProcessor)m_bytes[next()].duplicate();
        new BackgroundSubtracter().rollingBallBackground(copy, BALL, false, false, false, true, true);
        new GaussianBlur().blurGaussian(copy, BLUR);
        final java.awt.Polygon maxima = new MaximumFinder().getMaxima(copy, PROMINENCE, true, true);
        return List.of(new java.awt.Point(maxima.npoints, 0));
    }
}
