// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

import org.epattern.crystal.Crystal;
import org.epattern.crystal.KnownCrystal;
import org.epattern.crystal.ScatteringFactors;
import org.epattern.match.DiffractionSettings;
import org.epattern.match.Relrod;
import org.epattern.match.SpotSimulator;
import org.epattern.match.TemplateBank;
import org.epattern.scan.Progress;
import org.epattern.simulate.CrystalScan;

/**
 * Compares the ways to prepare patterns for matching on simulated specimens: {@code benchmarks/comparison}. Writes the
 * table and the figures of docs/COMPARISON.md.
 */
public final class CompareMethods {

    private static final double ENERGY = 200;
    private static final double PRECESSION = 1.4;
    private static final double RELROD = 0.005;
    private static final double WEAKEST = 0.001;

    private final ScatteringFactors m_factors = new ScatteringFactors();
    private final MatchChoice m_choice = MatchChoice.DEFAULT;
    private final TemplateBank m_bank = bank();

    private CompareMethods() {
    }

    /**
     * @param args folder that receives tables and figures, scan points in a line, width of the patterns (px), seed of the
     *            specimens, then one dose or more (electrons per square Angstrom)
     * @throws IOException if a file cannot be written
     */
    public static void main(final String[] args) throws IOException {
        if (args.length < 5) {
            System.err.println("expected: folder, scan points in a line, width of the patterns (px), seed, doses (e/A^2)");
            System.exit(2);
        }
        final Path folder = Files.createDirectories(Path.of(args[0]));
        final int size = Integer.parseInt(args[1]);
        final int pattern = Integer.parseInt(args[2]);
        final long seed = Long.parseLong(args[3]);
        final CompareMethods compare = new CompareMethods();
        final List<Trial> trials = new ArrayList<>();
        final StringBuilder kept = new StringBuilder();
        for (final Sample sample : Sample.values()) {
            for (int i = 4; i < args.length; i++) {
                final Trial trial = compare.trial(sample, size, pattern, seed, Double.parseDouble(args[i]));
                kept.append(compare.draw(trial, folder));
                trials.add(trial);
            }
        }
        final String text = compare.m_bank.orientations() + " orientations\n\n" + SummaryTable.gains(trials) + "\n"
            + SummaryTable.markdown(trials) + "\n" + kept;
        System.out.println(text);
        Files.writeString(folder.resolve("tables.md"), text);
    }

    private TemplateBank bank() {
        final List<SpotSimulator> simulators = new ArrayList<>();
        for (final KnownCrystal known : KnownCrystal.values()) {
            final Crystal crystal = known.read(m_factors);
            simulators.add(new SpotSimulator(crystal, m_factors, new DiffractionSettings(ENERGY,
                MatchChoice.LARGEST_RADIUS, Relrod.ofLength(RELROD), PRECESSION, m_choice.power(), WEAKEST)));
        }
        return TemplateBank.simulate(simulators, m_choice.zoneStep(), m_choice.turnStep(), Progress.NONE);
    }

    private Trial trial(final Sample sample, final int size, final int pattern, final long seed, final double dose)
        throws IOException {
        final long start = System.nanoTime();
        final CrystalScan scan = new CrystalScan(sample.settings(size, pattern, dose, seed),
            List.of(sample.crystal().read(m_factors)), m_factors);
        final Trial trial = new Trial(sample, dose, scan, EnumSet.allOf(Method.class), m_bank, m_choice,
            Runtime.getRuntime().availableProcessors());
        System.out.printf(Locale.ROOT, "%s, %s e/A^2: %.0f s%n", sample.label(), SummaryTable.number(dose),
            (System.nanoTime() - start) / 1e9);
        return trial;
    }

    private String draw(final Trial trial, final Path folder) throws IOException {
        final Figures figures = new Figures(trial, folder);
        figures.maps();
        figures.distributions();
        figures.limits();
        figures.patterns(new Preparation(EnumSet.allOf(Method.class), trial.scan().geometry().patternWidth(),
            trial.scan().settings().camera().pixelSize(), m_bank, m_choice));
        return figures.kept();
    }
}
