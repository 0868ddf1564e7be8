// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.epattern.export.ReflectionFormat;
import org.epattern.export.ReflectionOutput;
import org.epattern.formats.BlockFileWriter;
import org.epattern.formats.OpenOptions;
import org.epattern.formats.ScanFormats;
import org.epattern.metrics.ImageQuality;
import org.epattern.prepare.BackgroundMethod;
import org.epattern.prepare.BackgroundSettings;
import org.epattern.prepare.BackgroundSubtractor;
import org.epattern.reconstruct.DrawSettings;
import org.epattern.reconstruct.MaskSettings;
import org.epattern.reconstruct.PatternDrawer;
import org.epattern.reconstruct.PatternMasker;
import org.epattern.register.NoiseRegion;
import org.epattern.register.PaperSteps;
import org.epattern.register.PatternRegistrar;
import org.epattern.register.Refinement;
import org.epattern.register.Reflection;
import org.epattern.register.RegisterSettings;
import org.epattern.register.RegisteredPattern;
import org.epattern.register.WideAngleNoise;
import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.simulate.SimulatedScan;
import org.epattern.simulate.SimulationSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import ij.plugin.filter.BackgroundSubtracter;
import ij.plugin.filter.GaussianBlur;
import ij.plugin.filter.MaximumFinder;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;

/**
 * Time per 512 x 512 pattern of about 20 spots: each stage of ours, ImageJ's own classes for the same stage, and the
 * floor. {@link StageTable} runs them and prints one table.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StageBenchmark {

    private static final int SIZE = 512;
    private static final int PATTERNS = 16;
    private static final double BALL = 20;
    private static final double PARABOLOID = 51.2;
    private static final double BLUR = 2;
    private static final double PROMINENCE = 3;

    private final float[][] m_raw = new float[PATTERNS][SIZE * SIZE];
    private final float[][] m_flat = new float[PATTERNS][SIZE * SIZE];
    private final float[][] m_blurred = new float[PATTERNS][];
    private final ByteProcessor[] m_bytes = new ByteProcessor[PATTERNS];
    private final ByteProcessor[] m_blurredBytes = new ByteProcessor[PATTERNS];
    private final double[] m_noise = new double[PATTERNS];
    private final RegisteredPattern[] m_registered = new RegisteredPattern[PATTERNS];
    private final float[] m_result = new float[SIZE * SIZE];
    private final byte[] m_samples = new byte[SIZE * SIZE];
    private final BackgroundSubtractor m_ball = subtractor(BackgroundMethod.ROLLING_BALL, BALL);
    private final BackgroundSubtractor m_paraboloid = subtractor(BackgroundMethod.SLIDING_PARABOLOID, PARABOLOID);
    private final WideAngleNoise m_wideAngle = new WideAngleNoise(SIZE, SIZE, NoiseRegion.OUTSIDE_CIRCLE);
    private final PatternRegistrar m_registrar = new PatternRegistrar(SIZE, SIZE, RegisterSettings.defaults());
    private final PatternRegistrar m_detection =
        new PatternRegistrar(SIZE, SIZE, RegisterSettings.defaults().withRefinement(Refinement.NONE));
    private final PatternRegistrar m_paper = new PatternRegistrar(SIZE, SIZE, RegisterSettings.paper());
    private final PaperSteps m_steps = new PaperSteps(SIZE, SIZE, BLUR);
    private final PatternDrawer m_drawer = new PatternDrawer(SIZE, SIZE, DrawSettings.likeInput(SIZE, SIZE));
    private final PatternMasker m_masker = new PatternMasker(SIZE, SIZE, MaskSettings.DEFAULTS);
    private final ImageQuality m_quality = new ImageQuality(SIZE, SIZE, 255);
    private Path m_folder;
    private Scan m_scan;
    private PatternReader m_reader;
    private ReflectionOutput m_table;
    private int m_next;

    private static BackgroundSubtractor subtractor(final BackgroundMethod method, final double radius) {
        return new BackgroundSubtractor(SIZE, SIZE, new BackgroundSettings(method, radius, true));
    }

    /** Makes the patterns, and a block file with them. */
    @Setup
    public void prepare() throws IOException {
        m_folder = Files.createTempDirectory("epattern-benchmark");
        final Path file = m_folder.resolve("patterns.blo");
        try (SimulatedScan scan = new SimulatedScan(SimulationSettings.defaults().withSize(PATTERNS, PATTERNS, SIZE));
                PatternReader reader = scan.openReader();
                BlockFileWriter writer = new BlockFileWriter(file,
                    new ScanGeometry(PATTERNS, 1, SIZE, SIZE, SampleType.UINT8), scan.calibration())) {
            for (int i = 0; i < PATTERNS; i++) {
                final byte[] samples = new byte[SIZE * SIZE];
                reader.readSamples((long)i * PATTERNS + PATTERNS / 2, samples);
                writer.write(samples);
                Samples.decode(samples, SampleType.UINT8, m_raw[i]);
                m_bytes[i] = new ByteProcessor(SIZE, SIZE, samples);
                m_ball.subtract(m_raw[i], m_flat[i]);
                m_blurred[i] = m_steps.blur(m_flat[i]).clone();
                m_blurredBytes[i] = flatBytes(m_bytes[i]);
                new GaussianBlur().blurGaussian(m_blurredBytes[i], BLUR);
                m_noise[i] = m_wideAngle.standardDeviation(m_raw[i]);
                m_registered[i] = m_registrar.register(m_raw[i], m_noise[i]);
            }
        }
        m_scan = ScanFormats.open(file, OpenOptions.AUTO);
        m_reader = m_scan.openReader();
    }

    /** Removes the block file. */
    @TearDown
    public void remove() throws IOException {
        m_reader.close();
        m_scan.close();
        Files.delete(m_folder.resolve("patterns.blo"));
        Files.delete(m_folder);
    }

    /** Begins a table; it is never finished, so nothing of it stays. */
    @Setup(Level.Iteration)
    public void beginTable() throws IOException {
        m_table = ReflectionFormat.CSV.begin(m_folder.resolve("reflections.csv"), m_scan.geometry(),
            m_scan.calibration(), false);
    }

    /** Drops the table. */
    @TearDown(Level.Iteration)
    public void dropTable() throws IOException {
        m_table.close();
    }

    private static ByteProcessor flatBytes(final ByteProcessor measured) {
        final ByteProcessor copy = (ByteProcessor)measured.duplicate();
        new BackgroundSubtracter().rollingBallBackground(copy, BALL, false, false, false, true, true);
        return copy;
    }

    private int next() {
        m_next = (m_next + 1) % PATTERNS;
        return m_next;
    }

    /** Floor: reading a pattern from a file that lies in the operating system's cache, as grey levels. */
    @Benchmark
    public float[] read() throws IOException {
        m_reader.read(next(), m_result);
        return m_result;
    }

    /** Floor: one Gaussian blur of 2 px. */
    @Benchmark
    public float[] blur() {
        return m_steps.blur(m_raw[next()]);
    }

    /** Standard deviation outside the inscribed circle. */
    @Benchmark
    public double noise() {
        return m_wideAngle.standardDeviation(m_raw[next()]);
    }

    /** Rolling ball of 20 px. */
    @Benchmark
    public float[] rollingBall() {
        m_ball.subtract(m_raw[next()], m_result);
        return m_result;
    }

    /** Sliding paraboloid of 51.2 px. */
    @Benchmark
    public float[] slidingParaboloid() {
        m_paraboloid.subtract(m_raw[next()], m_result);
        return m_result;
    }

    /** Maxima by prominence, as the paper's rule takes them. */
    @Benchmark
    public int maxima() {
        return m_steps.maxima(m_blurred[next()], PROMINENCE);
    }

    /** Calibrated rule without refinement: noise map, halo, matched filters, maxima. */
    @Benchmark
    public RegisteredPattern detection() {
        final int i = next();
        return m_detection.register(m_raw[i], m_noise[i]);
    }

    /** Default registration of a measured pattern: wide-angle noise, detection, refinement. */
    @Benchmark
    public RegisteredPattern registration() {
        return m_registrar.register(m_raw[next()], Double.NaN);
    }

    /** The paper's registration: wide-angle noise, rolling ball, blur, maxima, centre of mass. */
    @Benchmark
    public RegisteredPattern registrationOfThePaper() {
        final int i = next();
        m_ball.subtract(m_raw[i], m_result);
        return m_paper.register(m_result, m_raw[i], Double.NaN);
    }

    /** Table: the reflections of a pattern as lines of a CSV file. */
    @Benchmark
    public int table() throws IOException {
        final int i = next();
        for (final Reflection reflection : m_registered[i].reflections()) {
            m_table.write(i, i, reflection);
        }
        return i;
    }

    /** Reconstruction from the reflections, as grey levels. */
    @Benchmark
    public float[] reconstruction() {
        m_drawer.draw(m_registered[next()].reflections(), m_result);
        return m_result;
    }

    /** Reconstruction as it is stored, 8 bit. */
    @Benchmark
    public byte[] reconstructionTo8Bit() {
        m_drawer.draw(m_registered[next()].reflections(), m_result);
        Samples.encode(m_result, SampleType.UINT8, m_samples);
        return m_samples;
    }

    /** Masking. */
    @Benchmark
    public float[] masking() {
        final int i = next();
        m_masker.mask(m_raw[i], m_registered[i].reflections(), m_result);
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
    public ByteProcessor imagejRollingBall() {
        return flatBytes(m_bytes[next()]);
    }

    /** ImageJ: sliding paraboloid of 51.2 px. */
    @Benchmark
    public ByteProcessor imagejSlidingParaboloid() {
        final ByteProcessor copy = (ByteProcessor)m_bytes[next()].duplicate();
        new BackgroundSubtracter().rollingBallBackground(copy, PARABOLOID, false, false, true, true, true);
        return copy;
    }

    /** ImageJ: Gaussian blur of 2 px. */
    @Benchmark
    public FloatProcessor imagejBlur() {
        final FloatProcessor copy = m_bytes[next()].convertToFloatProcessor();
        new GaussianBlur().blurGaussian(copy, BLUR);
        return copy;
    }

    /** ImageJ: maxima by prominence. */
    @Benchmark
    public int imagejMaxima() {
        return new MaximumFinder().getMaxima(m_blurredBytes[next()], PROMINENCE, true, true).npoints;
    }

    /** ImageJ: rolling ball, blur and maxima, the steps of the macros before their own refinement. */
    @Benchmark
    public int imagejRegistration() {
        final ByteProcessor copy = flatBytes(m_bytes[next()]);
        new GaussianBlur().blurGaussian(copy, BLUR);
        return new MaximumFinder().getMaxima(copy, PROMINENCE, true, true).npoints;
    }
}
