// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

import javax.imageio.ImageIO;

import org.epattern.formats.BlockFileWriter;
import org.epattern.formats.ScanFormat;
import org.epattern.formats.ScanFormats;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.PluginFiles;
import org.epattern.knime.testing.TestWorkflow.Output;
import org.epattern.knime.testing.TestWorkflow;
import org.epattern.scan.Calibration;
import org.epattern.scan.SampleType;
import org.epattern.scan.ScanGeometry;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.IntValue;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObjectSpec;

/** Holds what "Load 4D-STEM" gives and which sentences it says. */
class LoadNodeTest {

    private static final String LOAD = "load.LoadNodeFactory";

    @TempDir
    private Path m_temp;
    private TestWorkflow m_workflow;

    @BeforeEach
    void openWorkflow() {
        m_workflow = new TestWorkflow(m_temp);
    }

    /** A raw file of 3 x 2 patterns of 4 x 4 px, 16 bit; pixel p of pattern n is 100 n + p. */
    private Path rawFile() throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(6 * 16 * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int n = 0; n < 6; n++) {
            for (int p = 0; p < 16; p++) {
                bytes.putShort((short)(100 * n + p));
            }
        }
        return Files.write(m_temp.resolve("scan (0-1,0-2) é.raw"), bytes.array());
    }

    private Map<String, Object> rawSettings(final Object... more) throws IOException {
        final Map<String, Object> settings = new HashMap<>(Map.of("file", rawFile().toString(), "format", "RAW",
            "patternWidth", 4, "patternHeight", 4, "scanSize", "GIVEN", "scanWidth", 3, "scanHeight", 2));
        for (int i = 0; i < more.length; i += 2) {
            settings.put((String)more[i], more[i + 1]);
        }
        return settings;
    }

    private static List<Integer> ints(final BufferedDataTable table, final String column) {
        return TestWorkflow.column(table, column).stream().map(c -> ((IntValue)c).getIntValue()).toList();
    }

    private static DiffractionPatternValue pattern(final BufferedDataTable table, final int row) {
        return (DiffractionPatternValue)TestWorkflow.column(table, Schema.PATTERN).get(row);
    }

    private String failure(final Map<String, Object> settings) {
        return assertThrows(KNIMEException.class, () -> m_workflow.run(LOAD, settings)).getMessage();
    }

    @Test
    void scanBecomesARowPerPointInScanOrder() throws Exception {
        final BufferedDataTable table = m_workflow.run(LOAD, rawSettings()).table(0);
        assertEquals(List.of(0, 1, 2, 0, 1, 2), ints(table, Schema.SCAN_X));
        assertEquals(List.of(0, 0, 0, 1, 1, 1), ints(table, Schema.SCAN_Y));
        assertEquals(415, pattern(table, 4).readPixels()[15]);
        assertEquals(SampleType.UINT16, pattern(table, 4).getSampleType());
    }

    @Test
    void linkedAndImportedPatternsAreEqual() throws Exception {
        final Map<String, Object> settings = rawSettings("storage", "LINK");
        final BufferedDataTable linked = m_workflow.run(LOAD, settings).table(0);
        settings.put("storage", "IMPORT");
        final BufferedDataTable imported = m_workflow.run(LOAD, settings).table(0);
        assertEquals(TestWorkflow.column(linked, Schema.PATTERN), TestWorkflow.column(imported, Schema.PATTERN));
        Files.delete(m_temp.resolve("scan (0-1,0-2) é.raw"));
        assertEquals(200, pattern(imported, 2).readPixels()[0]);
        assertThrows(IOException.class, () -> pattern(linked, 2).readPixels());
    }

    @Test
    void linkSurvivesSavingTheWorkflow() throws Exception {
        final BufferedDataTable linked = m_workflow.run(LOAD, rawSettings()).table(0);
        assertEquals(TestWorkflow.column(linked, Schema.PATTERN),
            TestWorkflow.column(m_workflow.savedAndReloaded(linked), Schema.PATTERN));
    }

    @Test
    void regionBinningAndEightBitAreApplied() throws Exception {
        final BufferedDataTable table = m_workflow.run(LOAD, rawSettings("region", "RECTANGLE", "regionX", 1, "binning",
            2, "eightBit", "PERCENTILES", "lowPercent", 0.0, "highPercent", 100.0)).table(0);
        assertEquals(List.of(0, 1, 0, 1), ints(table, Schema.SCAN_X));
        assertEquals(2, pattern(table, 0).getPatternWidth());
        assertEquals(SampleType.UINT8, pattern(table, 0).getSampleType());
        assertEquals(0, pattern(table, 0).readPixels()[0]);
        assertEquals(255, pattern(table, 3).readPixels()[3]);
    }

    @Test
    void framesAreSkipped() throws Exception {
        final BufferedDataTable table = m_workflow
            .run(LOAD, rawSettings("skipStart", 1, "skipEnd", 1, "scanWidth", 2, "scanHeight", 2)).table(0);
        assertEquals(100, pattern(table, 0).readPixels()[0]);
        assertEquals(4, table.size());
    }

    @Test
    void columnsKnowTheSizeOfTheScan() throws Exception {
        final DataTableSpec spec = m_workflow.run(LOAD, rawSettings()).table(0).getDataTableSpec();
        assertEquals(new Schema.Size(3, 2), Schema.scanSize(spec.getColumnSpec(Schema.SCAN_X)));
        assertEquals(new Schema.Size(4, 4), Schema.patternSize(spec.getColumnSpec(Schema.PATTERN)));
    }

    private Calibration calibration(final Object... settings) throws Exception {
        final BufferedDataTable table = m_workflow.run(LOAD, rawSettings(settings)).table(0);
        return Schema.calibration(table.getDataTableSpec().getColumnSpec(Schema.SCAN_X),
            table.getDataTableSpec().getColumnSpec(Schema.PATTERN));
    }

    @Test
    void calibrationThatTheFileDoesNotKnowIsGivenByHand() throws Exception {
        assertEquals(Calibration.NONE, calibration("pixelSize", 0.5));
        assertEquals(new Calibration(OptionalDouble.of(2), OptionalDouble.of(0.5), OptionalDouble.of(200)),
            calibration("calibration", "GIVEN", "pixelSize", 0.5, "scanStep", 2.0, "beamEnergy", 200.0));
        assertEquals(0.25, calibration("calibration", "GIVEN", "pixelSize", 0.025, "pixelUnit", "PER_ANGSTROM")
            .pixelPerNm().getAsDouble(), 1e-12);
        // of a pixel as it lies in the file
        assertEquals(1, calibration("calibration", "GIVEN", "pixelSize", 0.5, "binning", 2).pixelPerNm().getAsDouble());
        // 0.0025079 nm at 200 kV
        assertEquals(1 / 2.5079, calibration("calibration", "GIVEN", "pixelSize", 1.0, "pixelUnit", "MRAD",
            "beamEnergy", 200.0).pixelPerNm().getAsDouble(), 1e-5);
    }

    @Test
    void oneImageStandsForItsFolderOnRequest() throws Exception {
        final Path folder = Files.createDirectory(m_temp.resolve("images (0-1,0-2)"));
        for (int i = 0; i < 6; i++) {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY), "png",
                folder.resolve("p" + i + ".png").toFile());
        }
        final String image = folder.resolve("p4.png").toString();
        assertEquals(1, m_workflow.run(LOAD, Map.of("file", image)).table(0).size());
        for (final String file : List.of(image, folder.resolve("p4.png").toUri().toString(), folder.toString())) {
            final BufferedDataTable all =
                m_workflow.run(LOAD, Map.of("file", file, "wholeFolder", true)).table(0);
            assertEquals(List.of(0, 1, 2, 0, 1, 2), ints(all, Schema.SCAN_X), file);
        }
        // a raw file is never a folder
        assertEquals(6, m_workflow.run(LOAD, rawSettings("wholeFolder", true)).table(0).size());
    }

    @Test
    void angleWithoutBeamEnergyIsSaidInOneSentence() throws IOException {
        final String sentence =
            failure(rawSettings("calibration", "GIVEN", "pixelSize", 1.0, "pixelUnit", "MRAD"));
        assertTrue(sentence.contains("Beam energy") && sentence.contains("1/nm"), sentence);
    }

    @Test
    void calibrationGivenByHandCountsMoreThanThatOfTheFile() throws Exception {
        final Path file = m_temp.resolve("calibrated.blo");
        try (BlockFileWriter writer = new BlockFileWriter(file, new ScanGeometry(2, 1, 8, 8, SampleType.UINT8),
            new Calibration(OptionalDouble.of(3), OptionalDouble.of(0.1), OptionalDouble.of(300)))) {
            writer.write(new byte[64]);
            writer.write(new byte[64]);
        }
        final BufferedDataTable table = m_workflow.run(LOAD,
            Map.of("file", file.toString(), "calibration", "GIVEN", "scanStep", 7.0)).table(0);
        final Calibration found = Schema.calibration(table.getDataTableSpec().getColumnSpec(Schema.SCAN_X),
            table.getDataTableSpec().getColumnSpec(Schema.PATTERN));
        assertEquals(7, found.stepNm().getAsDouble());
        assertEquals(0.1, found.pixelPerNm().getAsDouble(), 1e-3);
    }

    @Test
    void descriptionTellsSizesAndSource() throws Exception {
        final BufferedDataTable table = m_workflow.run(LOAD, rawSettings()).table(1);
        final Map<String, String> lines = new HashMap<>();
        TestWorkflow.rows(table).forEach(row -> lines.put(row.getCell(0).toString(), row.getCell(1).toString()));
        assertEquals("3", lines.get("scan width"));
        assertEquals("UINT16", lines.get("sample type"));
        assertTrue(lines.get("source").endsWith(".raw"));
    }

    @Test
    void workflowAddressFindsTheFileInTheWorkflow() throws Exception {
        final Map<String, Object> settings = rawSettings();
        settings.put("file", "knime://knime.workflow/" + m_temp.relativize(Path.of((String)settings.get("file"))));
        assertEquals(6, m_workflow.run(LOAD, settings).table(0).size());
    }

    @Test
    void linkIntoTheWorkflowIsFoundAgainAfterTheWorkflowMoved() throws Exception {
        final Map<String, Object> settings = rawSettings();
        final Path original = Path.of((String)settings.get("file"));
        settings.put("file", "knime://knime.workflow/" + m_temp.relativize(original));
        final BufferedDataTable linked = m_workflow.run(LOAD, settings).table(0);
        final Path elsewhere = Files.createDirectory(m_temp.resolve("elsewhere"));
        Files.move(original, elsewhere.resolve(original.getFileName()));
        Files.setLastModifiedTime(elsewhere.resolve(original.getFileName()), FileTime.fromMillis(0));
        assertThrows(IOException.class, () -> pattern(linked, 2).readPixels());
        final TestWorkflow moved = new TestWorkflow(elsewhere);
        assertEquals(200, moved.environment().call(() -> pattern(linked, 2).readPixels())[0]);
    }

    @Test
    void fileAddressWithBlanksFindsTheFile() throws Exception {
        final Map<String, Object> settings = rawSettings();
        settings.put("file", Path.of((String)settings.get("file")).toUri().toString());
        assertEquals(6, m_workflow.run(LOAD, settings).table(0).size());
    }

    @Test
    void realBlockFileOpens() throws Exception {
        final Path file = PluginFiles.sharedData().resolve("blo/test1.blo");
        Assumptions.assumeTrue(Files.exists(file), "the real block file is not here");
        final Output output = m_workflow.run(LOAD, Map.of("file", file.toString()));
        assertEquals(6, output.table(0).size());
        assertEquals("144 x 144 px, 8 bit", pattern(output.table(0), 0).toString());
    }

    @Test
    void truncatedBlockFileIsSaidInOneSentence() {
        final Path file = PluginFiles.sharedData().resolve("blo/truncated_test1.blo");
        Assumptions.assumeTrue(Files.exists(file), "the truncated block file is not here");
        final String message = failure(Map.of("file", file.toString()));
        assertTrue(message.contains("truncated_test1.blo"), message);
    }

    @Test
    void noFileIsSaidBeforeExecution() {
        final String message =
            assertThrows(InvalidSettingsException.class, () -> m_workflow.run(LOAD, Map.of())).getMessage();
        assertTrue(message.startsWith("No file is given"), message);
    }

    @Test
    void missingForeignAndRemoteFilesAreSaidInOneSentence() throws IOException {
        final Path missing = m_temp.resolve("nothing.blo");
        assertTrue(failure(Map.of("file", missing.toString())).startsWith(missing + " does not exist"));
        final Path foreign = Files.writeString(m_temp.resolve("letter.txt"), "Dear Sir or Madam");
        assertTrue(failure(Map.of("file", foreign.toString())).contains("letter.txt"));
        final String remote = failure(Map.of("file", "https://example.org/scan.blo"));
        assertTrue(remote.contains("is not on this computer"), remote);
    }

    @Test
    void wrongScanSizeIsSaidInOneSentence() throws IOException {
        final String message = failure(rawSettings("scanWidth", 7));
        assertTrue(message.contains("7"), message);
    }

    @Test
    void regionOutsideTheScanIsSaidInOneSentence() throws IOException {
        final String message = failure(rawSettings("region", "RECTANGLE", "regionX", 2, "regionWidth", 5));
        assertTrue(message.contains("5"), message);
    }

    @Test
    void settingsOutOfRangeAreRefused() throws IOException {
        for (final Object[] wrong : new Object[][]{{"binning", 0}, {"skipStart", -1}, {"scanHeight", 0},
            {"patternWidth", 0}, {"headerBytes", -1L}, {"scanSize", "LINES", "blankPercent", 100},
            {"scanSize", "LINES", "lineTolerance", 51}, {"hotPixels", "REPAIR", "hotPixelFactor", 0.0}}) {
            final String message = assertThrows(InvalidSettingsException.class,
                () -> m_workflow.run(LOAD, rawSettings(wrong))).getMessage();
            assertTrue(message.contains("expected"), message);
        }
        final String message = assertThrows(InvalidSettingsException.class, () -> m_workflow.run(LOAD,
            rawSettings("eightBit", "PERCENTILES", "lowPercent", 60.0, "highPercent", 40.0))).getMessage();
        assertTrue(message.contains("60.0"), message);
    }

    @Test
    void everyFormatOfTheEngineCanBeChosenAndNoOther() throws Exception {
        for (final ScanFormat format : ScanFormats.all()) {
            m_workflow.node(LOAD, rawSettings("format", format.name().toUpperCase(Locale.ROOT)), 0)
                .configure(new PortObjectSpec[0]);
        }
        final String message = assertThrows(InvalidSettingsException.class,
            () -> m_workflow.run(LOAD, rawSettings("format", "GIF"))).getMessage();
        assertTrue(message.contains("\"gif\"") && message.contains("blo"), message);
    }

    /** Lines of 10, 11, 9, 10 and 7 frames of 4 x 4 px, 8 bit, a dark frame after each; frame n has grey level n. */
    private Map<String, Object> freeRunning(final Object... more) throws IOException {
        final int[] lengths = {10, 11, 9, 10, 7, 10};
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int level = 100;
        for (final int length : lengths) {
            for (int i = 0; i <= length; i++) {
                final byte[] frame = new byte[16];
                Arrays.fill(frame, i == length ? 1 : (byte)level++);
                bytes.write(frame);
            }
        }
        final Map<String, Object> settings = new HashMap<>(
            Map.of("file", Files.write(m_temp.resolve("free.raw"), bytes.toByteArray()).toString(), "format", "RAW",
                "sampleType", "UINT8", "patternWidth", 4, "patternHeight", 4, "scanSize", "LINES"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put((String)more[i], more[i + 1]);
        }
        return settings;
    }

    private static List<Integer> levels(final BufferedDataTable table) throws IOException {
        final List<Integer> levels = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            levels.add((int)pattern(table, i).readPixels()[0]);
        }
        return levels;
    }

    @Test
    void linesOfAFreeRunningCameraAreFoundResampledAndShown() throws Exception {
        final Output output = m_workflow.run(LOAD, freeRunning());
        assertEquals(new Schema.Size(10, 6),
            Schema.scanSize(output.table(0).getDataTableSpec().getColumnSpec(Schema.SCAN_X)));
        final List<Integer> levels = levels(output.table(0));
        assertEquals(List.of(100, 101, 102, 103, 104, 105, 106, 107, 108, 109), levels.subList(0, 10));
        assertEquals(List.of(110, 111, 112, 113, 114, 116, 117, 118, 119, 120), levels.subList(10, 20));
        assertEquals("1 scan line has not the usual 10 frames: line 4 has 7", output.warning());
        final BufferedDataTable description = output.table(1);
        assertEquals("scan lines", TestWorkflow.column(description, Schema.NAME).get(0).toString());
        final var picture = (PNGImageValue)TestWorkflow
            .column(description, Schema.PICTURE).get(0);
        assertTrue(picture.getImageContent().getByteArray().length > 5000);
        assertEquals(levels, levels(m_workflow.savedAndReloaded(output.table(0))));
    }

    @Test
    void linesOfAFreeRunningCameraAreCutOnRequest() throws Exception {
        final List<Integer> levels =
            levels(m_workflow.run(LOAD, freeRunning("lineFit", "CUT", "lineWidth", 8)).table(0));
        assertEquals(48, levels.size());
        assertEquals(List.of(110, 111, 112, 113, 114, 115, 116, 117), levels.subList(8, 16));
        assertEquals(List.of(140, 141, 142, 143, 144, 145, 146, 146), levels.subList(32, 40));
    }

    @Test
    void scanWithoutDarkFramesIsSaidInOneSentence() throws IOException {
        final String message = failure(rawSettings("scanSize", "LINES"));
        assertTrue(message.contains("No ends of scan lines were found in 6 frames")
            || message.contains("do not mark lines"), message);
    }

    @Test
    void axesOfScanAndPatternsAreTurnedBeforeTheRegionAndAfterIt() throws Exception {
        final BufferedDataTable table = m_workflow.run(LOAD, rawSettings("scanTranspose", true, "scanFlipX", true,
            "region", "RECTANGLE", "regionHeight", 1, "patternFlipX", true, "binning", 2)).table(0);
        // scan of 2 x 3 after the exchange; its first line is patterns 3 and 0
        assertEquals(2, table.size());
        // pixels 2, 3, 6, 7 of the raw pattern
        assertEquals(300 + 4.5, pattern(table, 0).readPixels()[0]);
        assertEquals(4.5, pattern(table, 1).readPixels()[0]);
    }

    @Test
    void calibrationFollowsTheBinning() throws Exception {
        final Path file = PluginFiles.sharedData().resolve("blo/test1.blo");
        Assumptions.assumeTrue(Files.exists(file), "the real block file is not here");
        final DataTableSpec plain =
            m_workflow.run(LOAD, Map.of("file", file.toString())).table(0).getDataTableSpec();
        final DataTableSpec binned = m_workflow
            .run(LOAD, Map.of("file", file.toString(), "binning", 3, "scanTranspose", true)).table(0)
            .getDataTableSpec();
        assertEquals(new Schema.Size(3, 2), Schema.scanSize(binned.getColumnSpec(0)));
        assertEquals(
            3 * Schema.calibration(plain.getColumnSpec(0), plain.getColumnSpec(2)).pixelPerNm().getAsDouble(),
            Schema.calibration(binned.getColumnSpec(0), binned.getColumnSpec(2)).pixelPerNm().getAsDouble(), 1e-12);
    }

    @Test
    void hotPixelsAreRepairedAndCounted() throws Exception {
        final byte[] bytes = new byte[6 * 64];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)(20 + i * 7 % 5);
        }
        for (int n = 0; n < 6; n++) {
            bytes[64 * n + 27] = (byte)200;
        }
        final Path file = Files.write(m_temp.resolve("hot.raw"), bytes);
        final Map<String, Object> settings = new HashMap<>(Map.of("file", file.toString(), "format", "RAW",
            "sampleType", "UINT8", "patternWidth", 8, "patternHeight", 8, "scanSize", "GIVEN", "scanWidth", 3,
            "scanHeight", 2));
        assertEquals(200, pattern(m_workflow.run(LOAD, settings).table(0), 2).readPixels()[27]);
        settings.put("hotPixels", "REPAIR");
        final Output output = m_workflow.run(LOAD, settings);
        assertEquals(22, pattern(output.table(0), 2).readPixels()[27], 2.5);
        final List<String> names =
            TestWorkflow.column(output.table(1), Schema.NAME).stream().map(Object::toString).toList();
        assertEquals("1", TestWorkflow.column(output.table(1), Schema.VALUE)
            .get(names.indexOf("hot pixels repaired")).toString());
    }

    @Test
    void givenGreyLevelsBecomeEightBit() throws Exception {
        final BufferedDataTable table = m_workflow
            .run(LOAD, rawSettings("eightBit", "GIVEN", "lowLevel", 100.0, "highLevel", 355.0)).table(0);
        assertEquals(0, pattern(table, 0).readPixels()[15]);
        assertEquals(100 + 5, pattern(table, 2).readPixels()[5]);
        assertEquals(255, pattern(table, 4).readPixels()[0]);
    }

    @Test
    void canceledImportStops() throws IOException {
        final Map<String, Object> settings = rawSettings("storage", "IMPORT");
        m_workflow.cancel();
        assertThrows(CanceledExecutionException.class, () -> m_workflow.run(LOAD, settings));
    }
}
