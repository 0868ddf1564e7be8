// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.epattern.formats.OpenOptions;
import org.epattern.formats.ScanFormats;
import org.epattern.scan.Scan;
import org.epattern.simulate.NoiseLevel;
import org.epattern.simulate.SimulatedScan;
import org.epattern.simulate.SimulationSettings;
import org.epattern.simulate.TrueSpot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first command: the shipped workflow, from the scan to tables, maps, patterns and figures. */
class MainJobTest {

    private static final int SCAN_WIDTH = 12;
    private static final int SCAN_HEIGHT = 9;
    /** Distance at which a reflection counts as the true one (px). */
    private static final double SAME_SPOT = 2;

    @TempDir
    private static Path s_out;

    private static String s_said;

    @BeforeAll
    static void runTheWorkflow() throws IOException {
        final JavaProcess run = Runner.run(Runner.workflow("ePattern"), "--out", s_out.toString());
        s_said = run.output();
        assertEquals(0, run.exitCode(), s_said);
    }

    @Test
    void reflectionsAreThoseThatTheDemoScanWasMadeWith() throws IOException {
        final Csv reflections = Csv.read(s_out.resolve("Adaptive Peak Register/Reflections.csv"));
        int found = 0;
        int right = 0;
        int all = 0;
        final List<List<double[]>> spots = new ArrayList<>();
        for (int i = 0; i < SCAN_WIDTH * SCAN_HEIGHT; i++) {
            spots.add(new ArrayList<>());
        }
        for (final List<String> row : reflections.rows()) {
            final int x = (int)reflections.number(row, "scan x");
            final int y = (int)reflections.number(row, "scan y");
            spots.get(y * SCAN_WIDTH + x)
                .add(new double[]{reflections.number(row, "x"), reflections.number(row, "y")});
        }
        // the scan in the workflow's data folder: WriteSimulatedScan demo.blo 12 9 160 1 LOW
        try (SimulatedScan scan = new SimulatedScan(SimulationSettings.defaults()
            .withSize(SCAN_WIDTH, SCAN_HEIGHT, 160).withSeed(1).withNoise(NoiseLevel.LOW))) {
            for (int i = 0; i < spots.size(); i++) {
                final List<TrueSpot> truth = new ArrayList<>(scan.truth(i));
                all += truth.size();
                found += spots.get(i).size();
                for (final double[] spot : spots.get(i)) {
                    right += truth.removeIf(t -> Math.hypot(t.x() - spot[0], t.y() - spot[1]) < SAME_SPOT) ? 1 : 0;
                }
            }
        }
        final double precision = (double)right / found;
        final double recall = (double)right / all;
        System.out.printf("demo scan: precision %.3f, recall %.3f (%d true spots)%n", precision, recall, all);
        assertTrue(precision >= 0.98, "precision " + precision);
        assertTrue(recall >= 0.88, "recall " + recall);
    }

    @Test
    void everyPatternHasARowInEveryPatternTable() throws IOException {
        for (final String table : List.of("Load 4D-STEM/Patterns", "Subtract Background/Background-free patterns",
            "Adaptive Peak Register/Registered patterns", "Reconstruct/Reconstructed patterns", "Spot Count Map/Maps",
            "Quality Metrics/Metrics per pattern", "Mask Results/Masked results")) {
            assertEquals(SCAN_WIDTH * SCAN_HEIGHT, Csv.read(s_out.resolve(table + ".csv")).rows().size(), table);
        }
    }

    @Test
    void spotCountIsTheNumberOfRowsOfTheReflectionTable() throws IOException {
        final Csv reflections = Csv.read(s_out.resolve("Adaptive Peak Register/Reflections.csv"));
        final Csv maps = Csv.read(s_out.resolve("Spot Count Map/Maps.csv"));
        double sum = 0;
        for (final List<String> row : maps.rows()) {
            sum += maps.number(row, "spot count");
        }
        assertEquals(reflections.rows().size(), sum);
    }

    @Test
    void mapsAndPatternsComeAsPicturesThatOpen() throws IOException {
        final List<Path> pictures = House.files(s_out, ".png");
        assertTrue(pictures.stream().anyMatch(p -> p.getFileName().toString().equals("spot count.png")),
            pictures::toString);
        assertTrue(pictures.stream().anyMatch(p -> s_out.relativize(p).startsWith("Reconstruct")), pictures::toString);
        assertAll(pictures.stream().map(p -> () -> assertTrue(ImageIO.read(p.toFile()).getWidth() > 50, p.toString())));
    }

    @Test
    void overviewPictureOfTheReadmeIsDrawnFromTheTables() throws IOException {
        final BufferedImage picture = Overview.draw(s_out, Runner.workflow("ePattern").resolve("data/demo.blo"), 6, 3);
        // for docs/overview.png
        ImageIO.write(picture, "png", House.target().resolve("overview.png").toFile());
        final BufferedImage committed = ImageIO.read(House.root().resolve("docs/overview.png").toFile());
        assertEquals(committed.getHeight(), picture.getHeight());
        assertEquals(committed.getWidth(), picture.getWidth());
        // fonts differ from machine to machine, the pattern and its rebuilt version do not
        int different = 0;
        for (int y = 20; y < 400; y++) {
            for (int x = 20; x < 800; x++) {
                different += committed.getRGB(x, y) == picture.getRGB(x, y) ? 0 : 1;
            }
        }
        assertTrue(different < 0.01 * 380 * 780, different + " px differ: docs/overview.png is out of date");
    }

    @Test
    void saysAtTheEndWhatWasWritten() {
        for (final String table : List.of("Reflections.csv", "Maps.csv", "Reconstructed patterns.csv", "Summary.csv")) {
            assertTrue(s_said.lines().anyMatch(l -> l.contains(table) && l.contains("rows")), s_said);
        }
    }

    @Test
    void realBlockFileRunsThroughTheSameWorkflow(@TempDir final Path out) throws IOException {
        final Path file = House.sharedData().resolve("blo/test1.blo");
        assumeTrue(Files.exists(file), "the real block file in ../shared/data is absent");
        final JavaProcess run = Runner.run(Runner.workflow("ePattern"),
            "-workflow.variable=input," + file + ",String", "--out", out.toString());
        assertEquals(0, run.exitCode(), run.output());
        final Csv patterns = Csv.read(out.resolve("Adaptive Peak Register/Registered patterns.csv"));
        assertEquals(6, patterns.rows().size());
        for (final List<String> row : patterns.rows()) {
            // the saturated direct beam lies near the centre of the 144 px pattern
            assertEquals(72, patterns.number(row, "direct beam x"), 8);
            assertEquals(72, patterns.number(row, "direct beam y"), 8);
            assertTrue(patterns.number(row, "spot count") >= 17, row.toString());
        }
        final double recurring = shareOfSpotsThatRecur(Csv.read(out.resolve("Adaptive Peak Register/Reflections.csv")));
        System.out.printf("real scan: %.3f of the spots recur in at least 3 of the 5 other patterns%n", recurring);
        assertTrue(recurring >= 0.8, "share of spots that recur: " + recurring);
    }

    /** All six patterns are of one crystal: a real spot stands at the same place in the others, noise does not. */
    private static double shareOfSpotsThatRecur(final Csv reflections) {
        final Map<String, List<double[]>> patterns = new HashMap<>();
        final Map<String, double[]> beams = new HashMap<>();
        for (final List<String> row : reflections.rows()) {
            final String point = reflections.text(row, "scan x") + "," + reflections.text(row, "scan y");
            final double[] spot = {reflections.number(row, "x"), reflections.number(row, "y")};
            patterns.computeIfAbsent(point, p -> new ArrayList<>()).add(spot);
            if (reflections.number(row, "rank") == 1) {
                beams.put(point, spot);
            }
        }
        int all = 0;
        int recurring = 0;
        for (final String point : patterns.keySet()) {
            for (final double[] spot : patterns.get(point)) {
                final double x = spot[0] - beams.get(point)[0];
                final double y = spot[1] - beams.get(point)[1];
                final long others = patterns.keySet().stream().filter(p -> !p.equals(point))
                    .filter(p -> patterns.get(p).stream().anyMatch(
                        s -> Math.hypot(s[0] - beams.get(p)[0] - x, s[1] - beams.get(p)[1] - y) < SAME_SPOT))
                    .count();
                all++;
                recurring += others >= 3 ? 1 : 0;
            }
        }
        return (double)recurring / all;
    }

    @Test
    void astarWorkflowWritesABlockFileThatHoldsTheScan(@TempDir final Path out) throws IOException {
        final Path file = out.resolve("clean.blo");
        final JavaProcess run =
            Runner.run(Runner.workflow("ePattern to ASTAR"), "-workflow.variable=output,'" + file + "',String");
        assertEquals(0, run.exitCode(), run.output());
        try (Scan demo = ScanFormats.open(Runner.workflow("ePattern to ASTAR").resolve("data/demo.blo"),
            OpenOptions.AUTO); Scan clean = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertEquals(demo.geometry(), clean.geometry());
            assertEquals(demo.calibration().stepNm(), clean.calibration().stepNm());
            assertEquals(demo.calibration().beamEnergyKeV(), clean.calibration().beamEnergyKeV());
        }
        assertTrue(Csv.read(out.resolve("clean reflections.csv")).rows().size() > 500, run.output());
    }

    /** Real files of every kind, dropped on the main job as they are. */
    @Test
    void anyRealFileGoesThroughTheMainJob() throws IOException {
        assumeTrue(Files.exists(House.sharedData()), "the real files are not here");
        for (final String name : List.of("dm4/bismuth.dm4", "mib/test_CL30cm.mib", "tif/au_xgrating_20cm.tif",
            "hdf5/fpd_file_test.hdf5")) {
            final JavaProcess run = Runner.run(Runner.workflow("ePattern"),
                "-workflow.variable=input,'" + House.sharedData().resolve(name) + "',String");
            assertEquals(0, run.exitCode(), run.output());
            assertTrue(run.output().contains("7 of 7 nodes are executed"), run.output());
        }
    }

    @Test
    void rapidWorkflowKeepsThePatternsInsideTheSpots(@TempDir final Path out) throws IOException {
        final JavaProcess run = Runner.run(Runner.workflow("ePattern rapid"), "--out", out.toString());
        assertEquals(0, run.exitCode(), run.output());
        assertEquals(48, Csv.read(out.resolve("Reconstruct/Reconstructed patterns.csv")).rows().size());
    }
}
