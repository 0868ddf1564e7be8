// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Program that runs {@link StageBenchmark} with one thread and with two and prints one table: ours beside ImageJ's own
 * classes and beside the floor, how much faster two threads are, and what is allocated per pattern.
 */
public final class StageTable {

    private static final int MORE_THREADS = 2;
    private static final int DEFAULT_SECONDS = 5;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** A line of the table: what it is, our benchmark, and ImageJ's for the same; the latter may be absent. */
    private record Line(String title, String ours, String reference) {
    }

    private static final List<Line> LINES = List.of(new Line("floor: reading, from the file cache", "read", null),
        new Line("floor: one Gaussian blur of 2 px", "blur", "imagejBlur"),
        new Line("noise at wide angle", "noise", null),
        new Line("background: rolling ball, 20 px", "rollingBall", "imagejRollingBall"),
        new Line("background: sliding paraboloid, 51.2 px", "slidingParaboloid", "imagejSlidingParaboloid"),
        new Line("maxima by prominence", "maxima", "imagejMaxima"),
        new Line("detection, calibrated rule", "detection", null),
        new Line("**registration, default settings**", "registration", "imagejRegistration"),
        new Line("table: reflections as CSV", "table", null),
        new Line("registration, the paper's rule", "registrationOfThePaper", "imagejRegistration"),
        new Line("reconstruction", "reconstruction", null),
        new Line("reconstruction, 8 bit", "reconstructionTo8Bit", null), new Line("masking", "masking", null),
        new Line("PSNR, SSIM and RMSE", "quality", null));

    private StageTable() {
    }

    /**
     * @param arguments seconds for which each step is measured, after it ran for half of that (5 if absent); Java
     *            processes for each step (1 if absent; 0 for all steps in this one, which starts sooner)
     * @throws RunnerException if the measurement fails
     */
    public static void main(final String[] arguments) throws RunnerException {
        final int seconds = arguments.length == 0 ? DEFAULT_SECONDS : Integer.parseInt(arguments[0]);
        final int processes = arguments.length <= 1 ? 1 : Integer.parseInt(arguments[1]);
        final Map<String, RunResult> alone = run(1, seconds, processes);
        final Map<String, RunResult> together = run(MORE_THREADS, seconds, processes);
        System.out.println("Processor time per pattern of 512 x 512 px and about 20 spots (ms), Java "
            + System.getProperty("java.version") + ", " + Runtime.getRuntime().availableProcessors() + " processors");
        System.out.println();
        System.out.println("| step | ours | ImageJ | times faster | with two threads: ours | ImageJ "
            + "| patterns per second with two threads against one | allocated per pattern |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
        for (final Line line : LINES) {
            final RunResult ours = alone.get(line.ours());
            final RunResult ours2 = together.get(line.ours());
            final boolean compared = line.reference() != null;
            final double reference = compared ? processorTime(alone.get(line.reference())) : 0;
            System.out.printf(Locale.ROOT, "| %s | %.2f | %s | %s | %.2f | %s | %.2f | %s |%n", line.title(),
                processorTime(ours), compared ? number(reference) : "",
                compared ? number(reference / processorTime(ours)) : "", processorTime(ours2),
                compared ? number(processorTime(together.get(line.reference()))) : "",
                MORE_THREADS * time(ours) / time(ours2), bytes(second(ours, ALLOCATED)));
        }
        System.out.println();
        System.out.printf(Locale.ROOT, "Refinement (registration without noise and detection): %.2f ms%n",
            processorTime(alone.get("registration")) - processorTime(alone.get("noise"))
                - processorTime(alone.get("detection")));
        System.exit(0); // ImageJ's own threads would keep the process alive
    }

    private static double time(final RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double processorTime(final RunResult result) {
        return second(result, ProcessorTime.NAME);
    }

    private static double second(final RunResult result, final String name) {
        return result.getSecondaryResults().get(name).getScore();
    }

    private static String number(final double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
    }

    private static String bytes(final double value) {
        return value < 1024 ? String.format(Locale.ROOT, "%.0f B", value)
            : String.format(Locale.ROOT, "%.1f kB", value / 1024);
    }

    private static Map<String, RunResult> run(final int threads, final int seconds, final int processes)
        throws RunnerException {
        System.err.println("Measuring with " + threads + (threads == 1 ? " thread ..." : " threads ..."));
        final Map<String, RunResult> results = new HashMap<>();
        for (final RunResult result : new Runner(new OptionsBuilder().include(StageBenchmark.class.getName() + "\\.")
            .threads(threads).forks(processes).addProfiler(GCProfiler.class).addProfiler(ProcessorTime.class)
            .warmupIterations((seconds + 1) / 2).measurementIterations(seconds)
            .verbosity(VerboseMode.SILENT).build()).run()) {
            final String name = result.getParams().getBenchmark();
            results.put(name.substring(name.lastIndexOf('.') + 1), result);
        }
        return results;
    }
}
