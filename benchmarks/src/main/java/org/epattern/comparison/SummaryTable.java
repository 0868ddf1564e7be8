// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.epattern.compare.RegionSummary;
import org.epattern.compare.ScanRegion;

/** Writes the figures of trials as tables. */
final class SummaryTable {

    private static final String HEAD = """
        | specimen, dose (e/Å²) | preparation | mean R | mean R, any other | mean Q | within 1 / 2 / 5° (%) | \
        wrong orientation, half turn (%) | wrong phase (%) | whole map: mean R | within 5° (%) | \
        false orientations (%) |
        |---|---|---|---|---|---|---|---|---|---|---|
        """;

    private SummaryTable() {
    }

    /**
     * @param trials the trials
     * @return a row per trial and way of preparing patterns, as Markdown
     */
    static String markdown(final List<Trial> trials) {
        final StringBuilder text = new StringBuilder(HEAD);
        for (final Trial trial : trials) {
            for (final Map.Entry<Method, Trial.Outcome> entry : trial.outcomes().entrySet()) {
                final RegionSummary g = entry.getValue().apart().summary(ScanRegion.GRAIN_REGION);
                final RegionSummary w = entry.getValue().apart().summary(ScanRegion.WHOLE_MAP);
                final RegionSummary any = entry.getValue().any().summary(ScanRegion.GRAIN_REGION);
                text.append(String.format(Locale.ROOT,
                    "| %s, %s | %s | %.1f | %.1f | %.3f | %.1f / %.1f / %.1f | %.1f, %.1f | %.1f | %.1f | %.1f | %.1f "
                        + "|%n",
                    trial.sample().label(), number(trial.dose()), entry.getKey().label(), g.meanReliability(),
                    any.meanReliability(), g.meanIndex(), g.ofCrystal(g.withinOne()), g.ofCrystal(g.withinTwo()),
                    g.ofCrystal(g.withinFive()), g.ofCrystal(g.wrongOrientation()), g.ofCrystal(g.halfTurn()),
                    g.ofCrystal(g.wrongPhase()), w.meanReliability(), w.ofCrystal(w.withinFive()), w.falseShare()));
            }
        }
        return text.toString();
    }

    /**
     * @param trials the trials
     * @return points of each trial and what reconstruction gains, as Markdown
     */
    static String gains(final List<Trial> trials) {
        final StringBuilder text = new StringBuilder("""
            | specimen, dose (e/Å²) | grain region: points, of them amorphous | crystal points in all | \
            R above no filter (%) | R above the best ASTAR of the paper (%) | R above ASTAR, wide circle (%) | \
            points right within 5°: no filter / best ASTAR of the paper / wide circle / reconstruction |
            |---|---|---|---|---|---|---|
            """);
        for (final Trial trial : trials) {
            final RegionSummary rebuilt = grains(trial, Method.REBUILT);
            final RegionSummary none = grains(trial, Method.NO_FILTER);
            final RegionSummary wide = grains(trial, Method.ASTAR_WIDE);
            final RegionSummary first = grains(trial, Method.ASTAR_DEFAULT);
            final RegionSummary second = grains(trial, Method.ASTAR_OPTIMISED);
            text.append(String.format(Locale.ROOT,
                "| %s, %s | %d, %d | %d | %+.0f | %+.0f | %+.0f | %d / %d / %d / %d |%n",
                trial.sample().label(), number(trial.dose()), rebuilt.points(), rebuilt.amorphous(),
                trial.outcomes().get(Method.REBUILT).any().summary(ScanRegion.TRUE_CRYSTAL).points(),
                gain(rebuilt, none.meanReliability()),
                gain(rebuilt, Math.max(first.meanReliability(), second.meanReliability())),
                gain(rebuilt, wide.meanReliability()), none.withinFive(),
                Math.max(first.withinFive(), second.withinFive()), wide.withinFive(), rebuilt.withinFive()));
        }
        return text.toString();
    }

    private static RegionSummary grains(final Trial trial, final Method method) {
        return trial.outcomes().get(method).apart().summary(ScanRegion.GRAIN_REGION);
    }

    private static double gain(final RegionSummary summary, final double other) {
        return 100 * (summary.meanReliability() / other - 1);
    }

    /**
     * @param value a number
     * @return without needless decimals
     */
    static String number(final double value) {
        return value == Math.rint(value) ? Long.toString((long)value) : Double.toString(value);
    }
}
