// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.epattern.crystal.CifFile;
import org.epattern.crystal.ScatteringFactors;
import org.epattern.match.DiffractionSettings;
import org.epattern.match.ImageMatcher;
import org.epattern.match.MatchSettings;
import org.epattern.match.MeasuredSpot;
import org.epattern.match.PhaseTemplates;
import org.epattern.match.ReflectionMatcher;
import org.epattern.match.Relrod;
import org.epattern.match.Solution;
import org.epattern.match.SpotPattern;
import org.epattern.match.SpotProfile;
import org.epattern.match.SpotSimulator;
import org.epattern.match.TemplateBank;
import org.epattern.orient.Rotation;
import org.epattern.reconstruct.DrawSettings;
import org.epattern.reconstruct.PatternDrawer;
import org.epattern.register.Reflection;
import org.epattern.scan.Progress;
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

/**
 * Time per pattern of the search for an orientation: silver, 420 zone axes x 180 turns = 75,600 orientations (fine:
 * 4,834 x 180 = 870,120), patterns of about 14 spots with 0.003 1/Angstrom of jitter, in random orientations; and the
 * plain loop over equation 1, whose results the search over reflections equals.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatchBenchmark {

    private static final int PATTERNS = 64;
    private static final int SIZE = 512;
    private static final double LARGEST = 1.5;
    private static final double PIXEL = LARGEST / 240;
    private static final double RADIUS = 0.04;
    private static final double JITTER = 0.003;
    private static final double STEP = 3;
    /** About 5,000 zone axes. */
    private static final double FINE_STEP = 0.857;
    private static final double TURN = 2;
    /** The symmetry is found from the structure factors. */
    private static final String SILVER = """
        data_Ag
        _cell_length_a 4.0862
        _cell_length_b 4.0862
        _cell_length_c 4.0862
        _cell_angle_alpha 90
        _cell_angle_beta 90
        _cell_angle_gamma 90
        loop_
        _space_group_symop_operation_xyz
        'x, y, z'
        'x, y+1/2, z+1/2'
        'x+1/2, y, z+1/2'
        'x+1/2, y+1/2, z'
        loop_
        _atom_site_label
        _atom_site_fract_x
        _atom_site_fract_y
        _atom_site_fract_z
        Ag 0 0 0
        """;

    private final List<List<MeasuredSpot>> m_spots = new ArrayList<>();
    private final float[][] m_images = new float[PATTERNS][SIZE * SIZE];
    private TemplateBank m_bank;
    private ReflectionMatcher m_reflections;
    private ReflectionMatcher m_refined;
    private ImageMatcher m_image;
    private ReflectionMatcher m_fineReflections;
    private ImageMatcher m_fineImage;
    private int m_next;

    private static MatchSettings settings(final int refined) {
        return new MatchSettings(SpotProfile.CAP, RADIUS, 1, 4, 0, false, refined, 1);
    }

    /** Simulates the bank and the patterns. */
    @Setup
    public void prepare() throws IOException {
        final ScatteringFactors factors = new ScatteringFactors();
        final SpotSimulator simulator = new SpotSimulator(CifFile.parse("Ag.cif", SILVER, factors), factors,
            new DiffractionSettings(200, LARGEST, Relrod.ofLength(0.06), 0, 0.5, 0.001));
        m_bank = TemplateBank.simulate(List.of(simulator), STEP, TURN, Progress.NONE);
        m_reflections = new ReflectionMatcher(m_bank, settings(0));
        m_refined = new ReflectionMatcher(m_bank, settings(5));
        m_image = new ImageMatcher(m_bank, settings(0), SIZE, SIZE, PIXEL, 12);
        final TemplateBank fine = TemplateBank.simulate(List.of(simulator), FINE_STEP, TURN, Progress.NONE);
        m_fineReflections = new ReflectionMatcher(fine, settings(0));
        m_fineImage = new ImageMatcher(fine, settings(0), SIZE, SIZE, PIXEL, 12);
        final PatternDrawer drawer = new PatternDrawer(SIZE, SIZE, DrawSettings.likeInput(SIZE, SIZE));
        final Random random = new Random(1);
        for (int i = 0; i < PATTERNS; i++) {
            final Rotation orientation = Rotation.ofEuler(360 * random.nextDouble(),
                Math.toDegrees(Math.acos(2 * random.nextDouble() - 1)), 360 * random.nextDouble());
            final SpotPattern pattern = simulator.simulate(orientation);
            final List<MeasuredSpot> spots = new ArrayList<>();
            final List<Reflection> reflections = new ArrayList<>();
            for (int j = 0; j < pattern.size(); j++) {
                final double x = pattern.x(j) + JITTER * random.nextGaussian();
                final double y = pattern.y(j) + JITTER * random.nextGaussian();
                spots.add(new MeasuredSpot(x, y, pattern.intensity(j), RADIUS));
                reflections.add(new Reflection(SIZE / 2.0 + x / PIXEL, SIZE / 2.0 + y / PIXEL, 5,
                    pattern.intensity(j), 1, 1, j + 2, Set.of()));
            }
            m_spots.add(spots);
            drawer.draw(reflections, m_images[i]);
        }
    }

    private int next() {
        m_next = (m_next + 1) % PATTERNS;
        return m_next;
    }

    /** All orientations of the bank, from reflections. */
    @Benchmark
    public List<Solution> reflections() {
        return m_reflections.match(m_spots.get(next()));
    }

    /** The same, with five orientations refined. */
    @Benchmark
    public List<Solution> reflectionsRefined() {
        return m_refined.match(m_spots.get(next()));
    }

    /** All orientations of the bank, read on images of 512 x 512 px. */
    @Benchmark
    public List<Solution> images() {
        return m_image.match(m_images[next()], SIZE / 2.0, SIZE / 2.0);
    }

    /** About 5,000 zone axes, 870,000 orientations, from reflections. */
    @Benchmark
    public List<Solution> fineReflections() {
        return m_fineReflections.match(m_spots.get(next()));
    }

    /** About 5,000 zone axes, 870,000 orientations, read on images of 512 x 512 px. */
    @Benchmark
    public List<Solution> fineImages() {
        return m_fineImage.match(m_images[next()], SIZE / 2.0, SIZE / 2.0);
    }

    /** Equation 1 as it is written, for every orientation. */
    @Benchmark
    public double plainLoop() {
        final List<MeasuredSpot> spots = m_spots.get(next());
        double norm = 0;
        for (final MeasuredSpot spot : spots) {
            norm += spot.intensity() * spot.intensity();
        }
        final PhaseTemplates phase = m_bank.phases().get(0);
        double best = 0;
        for (int z = 0; z < phase.zones(); z++) {
            for (int n = 0; n < m_bank.turns(); n++) {
                final double cos = Math.cos(2 * Math.PI * n / m_bank.turns());
                final double sin = Math.sin(2 * Math.PI * n / m_bank.turns());
                double sum = 0;
                for (int j = phase.start(z); j < phase.start(z + 1); j++) {
                    final double x = phase.x(j) * cos - phase.y(j) * sin;
                    final double y = phase.x(j) * sin + phase.y(j) * cos;
                    for (int k = 0; k < spots.size(); k++) {
                        final MeasuredSpot spot = spots.get(k);
                        final double dx = x - spot.x();
                        final double dy = y - spot.y();
                        final double profile = 1 - (dx * dx + dy * dy) / (RADIUS * RADIUS);
                        sum += profile > 0 ? profile * spot.intensity() * phase.intensity(j) : 0;
                    }
                }
                best = Math.max(best, sum / phase.norm(z));
            }
        }
        return best / Math.sqrt(norm);
    }
}
