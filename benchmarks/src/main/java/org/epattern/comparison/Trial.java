// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.comparison;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

import org.epattern.compare.ComparisonSettings;
import org.epattern.compare.OrientationComparison;
import org.epattern.compare.OrientationResults;
import org.epattern.compare.TrueOrientations;
import org.epattern.grains.OrientationField;
import org.epattern.maps.ScanMap;
import org.epattern.match.Solution;
import org.epattern.match.TemplateBank;
import org.epattern.scan.OrderedWork;
import org.epattern.scan.PatternReader;
import org.epattern.scan.Progress;
import org.epattern.simulate.CrystalPoint;
import org.epattern.simulate.CrystalScan;

/** A specimen at a dose, indexed after every way of preparing its patterns. */
final class Trial {

    /** As the node "Compare Orientations" starts with them. */
    static final ComparisonSettings LIMITS = new ComparisonSettings(0, 5, 5, false);

    private final Sample m_sample;
    private final double m_dose;
    private final CrystalScan m_scan;
    private final Map<Method, Outcome> m_outcomes = new EnumMap<>(Method.class);
    private final OrientationField m_truth;
    private final ScanMap m_spots;

    /**
     * What a way of preparing patterns led to.
     *
     * @param any compared, with the reliability against any other orientation, as in the paper
     * @param apart compared, with the reliability against orientations {@value MatchChoice#APART} degrees or more away,
     *            half a turn about the beam taken as the same
     */
    record Outcome(OrientationComparison any, OrientationComparison apart) {
    }

    /**
     * Runs it.
     *
     * @param sample the specimen
     * @param dose electrons per square Angstrom
     * @param scan the scan
     * @param methods ways of preparing patterns
     * @param bank the templates of all phases; their names tell which is which
     * @param choice how patterns are matched
     * @param threads number of threads; the result does not depend on it
     * @throws IOException never for a simulated scan
     */
    Trial(final Sample sample, final double dose, final CrystalScan scan, final Set<Method> methods,
        final TemplateBank bank, final MatchChoice choice, final int threads) throws IOException {
        m_sample = sample;
        m_dose = dose;
        m_scan = scan;
        final int width = scan.geometry().scanWidth();
        final int height = scan.geometry().scanHeight();
        final List<OrientationField.Phase> phases = bank.phases().stream().map(p -> p.simulator().crystal())
            .map(c -> new OrientationField.Phase(c.name(), c.symmetry())).toList();
        m_truth = truth(scan, width, height);
        m_spots = empty("spot count", "", width, height);
        final Map<Method, OrientationResults> any = new EnumMap<>(Method.class);
        final Map<Method, OrientationResults> apart = new EnumMap<>(Method.class);
        for (final Method method : methods) {
            final OrientationField field = new OrientationField(width, height, phases);
            final ScanMap index = empty("index", "", width, height);
            any.put(method, new OrientationResults(field, index, empty("reliability", "%", width, height)));
            apart.put(method, new OrientationResults(field, index, empty("reliability", "%", width, height)));
        }
        final ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            new OrderedWork(pool, threads).run(LongStream.range(0, scan.geometry().patternCount()).iterator(),
                () -> new Worker(methods, scan, bank, choice), new Store(any, apart), Progress.NONE);
        } finally {
            pool.shutdown();
        }
        final boolean[] known = new boolean[width * height];
        Arrays.fill(known, true);
        final TrueOrientations truth = new TrueOrientations(m_truth, known);
        for (final Method method : methods) {
            m_outcomes.put(method,
                new Outcome(new OrientationComparison(any.get(method), truth, m_spots, LIMITS, Progress.NONE),
                    new OrientationComparison(apart.get(method), truth, m_spots, LIMITS, Progress.NONE)));
        }
    }

    private static OrientationField truth(final CrystalScan scan, final int width, final int height) {
        final OrientationField truth = new OrientationField(width, height, scan.simulators().stream()
            .map(s -> new OrientationField.Phase(s.crystal().name(), s.crystal().symmetry())).toList());
        for (int i = 0; i < width * height; i++) {
            final CrystalPoint point = scan.point(i);
            if (point.isCrystal()) {
                truth.set(i % width, i / width, point.phase() - 1, point.orientation());
            }
        }
        return truth;
    }

    private static ScanMap empty(final String name, final String unit, final int width, final int height) {
        return new ScanMap(name, unit, width, height, new float[width * height]);
    }

    /** Stores results in scan order. */
    private final class Store implements OrderedWork.Sink<Preparation.Result> {

        private final Map<Method, OrientationResults> m_any;
        private final Map<Method, OrientationResults> m_apart;
        private int m_point;

        Store(final Map<Method, OrientationResults> any, final Map<Method, OrientationResults> apart) {
            m_any = any;
            m_apart = apart;
        }

        @Override
        public void accept(final Preparation.Result result) {
            final int x = m_point % m_spots.width();
            final int y = m_point / m_spots.width();
            m_point++;
            m_spots.set(x, y, result.spots());
            result.solutions().forEach((method, found) -> {
                final Solution solution = found.solution();
                m_any.get(method).field().set(x, y, solution.phase(), solution.orientation());
                m_any.get(method).index().set(x, y, (float)solution.index());
                m_any.get(method).reliability().set(x, y, (float)solution.reliability());
                m_apart.get(method).reliability().set(x, y, (float)found.apart());
            });
        }
    }

    /** Reads, prepares and matches patterns. */
    private static final class Worker implements OrderedWork.Worker<Long, Preparation.Result> {

        private final PatternReader m_reader;
        private final Preparation m_preparation;
        private final float[] m_pixels;

        Worker(final Set<Method> methods, final CrystalScan scan, final TemplateBank bank, final MatchChoice choice) {
            m_reader = scan.openReader();
            m_preparation = new Preparation(methods, scan.geometry().patternWidth(),
                scan.settings().camera().pixelSize(), bank, choice);
            m_pixels = new float[scan.geometry().pixelCount()];
        }

        @Override
        public Preparation.Result apply(final Long index) throws IOException {
            m_reader.read(index, m_pixels);
            return m_preparation.apply(m_pixels);
        }

        @Override
        public void close() throws IOException {
            m_reader.close();
        }
    }

    /** @return the specimen */
    Sample sample() {
        return m_sample;
    }

    /** @return electrons per square Angstrom */
    double dose() {
        return m_dose;
    }

    /** @return the scan */
    CrystalScan scan() {
        return m_scan;
    }

    /** @return what each way of preparing patterns led to */
    Map<Method, Outcome> outcomes() {
        return m_outcomes;
    }

    /** @return the true orientations */
    OrientationField truth() {
        return m_truth;
    }

    /** @return spots of each pattern, the direct beam included */
    ScanMap spots() {
        return m_spots;
    }
}
