// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

import org.epattern.formats.BlockFileWriter;
import org.epattern.scan.OrderedWork;
import org.epattern.scan.PatternReader;
import org.epattern.scan.Progress;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;

/**
 * Program that writes a simulated scan as block file: the demo scan of the workflows, and large scans for measurements.
 *
 * <p>{@code java -cp epattern-engine.jar:commons-math3.jar org.epattern.simulate.WriteSimulatedScan FILE.blo SCAN_WIDTH
 * SCAN_HEIGHT PATTERN_SIZE SEED LOW|MID|HIGH}</p>
 */
public final class WriteSimulatedScan {

    private static final int ARGUMENTS = 6;

    private WriteSimulatedScan() {
    }

    /**
     * Writes the file that the arguments describe.
     *
     * @param arguments see the class
     * @throws IOException if the file exists or cannot be written
     */
    public static void main(final String[] arguments) throws IOException {
        if (arguments.length != ARGUMENTS) {
            System.err.println("expected FILE.blo SCAN_WIDTH SCAN_HEIGHT PATTERN_SIZE SEED LOW|MID|HIGH");
            System.exit(2);
        }
        final SimulationSettings settings = SimulationSettings.defaults()
            .withSize(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]))
            .withSeed(Long.parseLong(arguments[4])).withNoise(NoiseLevel.valueOf(arguments[5]));
        try (Scan scan = new SimulatedScan(settings)) {
            write(scan, Path.of(arguments[0]));
        }
    }

    /**
     * Writes any 8-bit scan as block file, computing patterns on all cores.
     *
     * @param scan the scan
     * @param target the file; it must not exist
     * @throws IOException if the file exists or cannot be written
     */
    public static void write(final Scan scan, final Path target) throws IOException {
        final ScanGeometry geometry = scan.geometry();
        final int threads = Runtime.getRuntime().availableProcessors();
        final ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (BlockFileWriter file = new BlockFileWriter(target, geometry, scan.calibration())) {
            new OrderedWork(pool, threads).run(LongStream.range(0, geometry.patternCount()).iterator(), () -> {
                final PatternReader reader = scan.openReader();
                return index -> {
                    final byte[] samples = new byte[geometry.patternBytes()];
                    reader.readSamples(index, samples);
                    return samples;
                };
            }, file::write, Progress.NONE);
        } finally {
            pool.shutdownNow();
        }
    }
}
