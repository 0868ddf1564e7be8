// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.epattern.export.ExportFormat;
import org.epattern.export.ExportFormats;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.SmallScans;
import org.epattern.knime.testing.TestWorkflow.Output;
import org.epattern.knime.testing.TestWorkflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Holds what "Save 4D-STEM" writes, and which sentences it says. */
class SaveNodeTest {

    private static final String LOAD = "load.LoadNodeFactory";
    private static final String SAVE = "save.SaveNodeFactory";

    @TempDir
    private Path m_temp;
    private Path m_out;
    private TestWorkflow m_workflow;

    @BeforeEach
    void openWorkflow() throws IOException {
        m_workflow = new TestWorkflow(m_temp);
        m_out = Files.createDirectory(m_temp.resolve("out ü"));
    }

    static Stream<String> formats() {
        return ExportFormats.all().stream().map(ExportFormat::name);
    }

    private Map<String, Object> settings(final String name, final Object... more) {
        final Map<String, Object> settings = new HashMap<>(Map.of("file", m_out.resolve(name).toString()));
        for (int i = 0; i < more.length; i += 2) {
            settings.put((String)more[i], more[i + 1]);
        }
        return settings;
    }

    private String failure(final Map<String, Object> settings, final BufferedDataTable... tables) throws IOException {
        final String message =
            assertThrows(KNIMEException.class, () -> m_workflow.run(SAVE, settings, tables)).getMessage();
        assertEquals(List.of(), left());
        return message;
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(m_out)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> texts(final BufferedDataTable table, final String column) {
        return TestWorkflow.column(table, column).stream().map(DataCell::toString).toList();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatIsSavedIsLoadedBitForBitWithItsCalibration(final String format) throws Exception {
        final BufferedDataTable patterns = SmallScans.patterns(m_workflow);
        final Output saved =
            m_workflow.run(SAVE, settings("scan", "format", format.toUpperCase(Locale.ROOT)), patterns);
        assertEquals("", saved.warning());
        assertEquals(List.of("patterns"), texts(saved.table(0), Schema.CONTENT));
        assertEquals(List.of("20"), texts(saved.table(0), Schema.COUNT));
        final BufferedDataTable loaded =
            m_workflow.run(LOAD, Map.of("file", texts(saved.table(0), Schema.FILE).get(0))).table(0);
        assertEquals(TestWorkflow.column(patterns, Schema.PATTERN), TestWorkflow.column(loaded, Schema.PATTERN));
        final DataTableSpec before = patterns.getDataTableSpec();
        final DataTableSpec after = loaded.getDataTableSpec();
        assertEquals(Schema.scanSize(before.getColumnSpec(0)), Schema.scanSize(after.getColumnSpec(0)));
        final var known = Schema.calibration(before.getColumnSpec(0), before.getColumnSpec(2));
        final var found = Schema.calibration(after.getColumnSpec(0), after.getColumnSpec(2));
        assertTrue(known.stepNm().isPresent() && known.pixelPerNm().isPresent() && known.beamEnergyKeV().isPresent());
        assertEquals(known.stepNm(), found.stepNm());
        assertEquals(known.pixelPerNm().getAsDouble(), found.pixelPerNm().orElse(0), 1e-6);
        assertEquals(known.beamEnergyKeV(), found.beamEnergyKeV());
    }

    @Test
    void calibrationGoesThroughAllNodesToTheBlockFile() throws Exception {
        final BufferedDataTable patterns = SmallScans.patterns(m_workflow);
        final BufferedDataTable flat =
            m_workflow.run("background.SubtractBackgroundNodeFactory", Map.of(), patterns).table(0);
        final BufferedDataTable spots = m_workflow.run("register.RegisterNodeFactory",
            Map.of("patternColumn", Schema.BACKGROUND_FREE_PATTERN, "noiseColumn", Schema.NOISE), flat).table(0);
        final BufferedDataTable drawn = m_workflow
            .run("reconstruct.ReconstructNodeFactory", Map.of("size", "GIVEN", "width", 192, "height", 192), spots)
            .table(0);
        m_workflow.run(SAVE, settings("drawn.blo", "patternColumn", Schema.REBUILT_PATTERN), drawn);
        final DataTableSpec loaded =
            m_workflow.run(LOAD, Map.of("file", m_out.resolve("drawn.blo").toString())).table(0).getDataTableSpec();
        final var known = Schema.calibration(patterns.getDataTableSpec().getColumnSpec(0),
            patterns.getDataTableSpec().getColumnSpec(2));
        final var found = Schema.calibration(loaded.getColumnSpec(0), loaded.getColumnSpec(2));
        assertEquals(known.stepNm(), found.stepNm());
        assertEquals(known.pixelPerNm().getAsDouble() / 2, found.pixelPerNm().orElse(0), 1e-6);
        assertEquals(known.beamEnergyKeV(), found.beamEnergyKeV());
    }

    @Test
    void reflectionsAreWrittenBesideThePatterns() throws Exception {
        final BufferedDataTable reflections = SmallScans.reflections(m_workflow);
        final Output saved =
            m_workflow.run(SAVE, settings("scan.blo"), SmallScans.patterns(m_workflow), reflections);
        assertEquals("", saved.warning());
        assertEquals(List.of("patterns", "reflections"), texts(saved.table(0), Schema.CONTENT));
        assertEquals(List.of("scan reflections.csv", "scan.blo"), left());
        assertEquals(reflections.size() + 1, Files.readAllLines(m_out.resolve("scan reflections.csv")).size());
    }

    @Test
    void reflectionsOfTheMacrosGoWhereTheUserSays() throws Exception {
        m_workflow.run(SAVE,
            settings("scan.blo", "reflectionFormat", "MACROS", "reflectionFile", m_out.resolve("All").toString()),
            SmallScans.patterns(m_workflow), SmallScans.reflections(m_workflow));
        assertTrue(Files.readAllLines(m_out.resolve("All.csv")).get(0).startsWith("X_scan,Y_scan,X_acc"));
    }

    @Test
    void orderOfTheRowsDoesNotMatter() throws Exception {
        final BufferedDataTable patterns = SmallScans.patterns(m_workflow);
        m_workflow.run(SAVE, settings("a.blo"), patterns);
        m_workflow.run(SAVE, settings("b.blo"), SmallScans.reversed(m_workflow, patterns));
        assertArrayEquals(Files.readAllBytes(m_out.resolve("a.blo")), Files.readAllBytes(m_out.resolve("b.blo")));
    }

    @Test
    void missingPatternsBecomeBlackAndAreSaid() throws Exception {
        final BufferedDataTable patterns = SmallScans.without(m_workflow,
            SmallScans.withMissing(m_workflow, SmallScans.patterns(m_workflow), 3, Schema.PATTERN), 4, 3);
        final Output saved = m_workflow.run(SAVE, settings("scan.blo"), patterns);
        assertEquals("2 scan points have no pattern; they became black", saved.warning());
        final BufferedDataTable loaded =
            m_workflow.run(LOAD, Map.of("file", m_out.resolve("scan.blo").toString())).table(0);
        assertEquals(20, loaded.size());
        final var last = (DiffractionPatternValue)TestWorkflow.column(loaded, Schema.PATTERN).get(19);
        assertArrayEquals(new byte[SmallScans.PATTERN * SmallScans.PATTERN], last.readSamples());
    }

    @Test
    void cutPixelsAreCounted() throws Exception {
        final BufferedDataTable flat = m_workflow
            .run("background.SubtractBackgroundNodeFactory", Map.of(), SmallScans.patterns(m_workflow)).table(0);
        final String column = Schema.BACKGROUND_FREE_PATTERN;
        final Output kept =
            m_workflow.run(SAVE, settings("a.blo", "patternColumn", column, "fileType", "UINT8"), flat);
        assertTrue(kept.warning().matches("\\d+ pixels were below the range of the file.*"), kept.warning());
        final Output whole = m_workflow
            .run(SAVE, settings("b.blo", "patternColumn", column, "fileType", "UINT16", "range", "WHOLE"), flat);
        assertEquals("", whole.warning());
        final Output given = m_workflow.run(SAVE, settings("c.blo", "patternColumn", column, "fileType", "UINT8",
            "range", "GIVEN", "lowLevel", -100.0, "highLevel", 10.0), flat);
        assertTrue(given.warning().matches("\\d+ pixels were above the range of the file.*"), given.warning());
    }

    @Test
    void numberTypeThatTheFormatCannotHoldIsSaidWithThoseItCan() throws Exception {
        final BufferedDataTable flat = m_workflow
            .run("background.SubtractBackgroundNodeFactory", Map.of(), SmallScans.patterns(m_workflow)).table(0);
        final String message =
            failure(settings("scan.blo", "patternColumn", Schema.BACKGROUND_FREE_PATTERN), flat);
        assertTrue(message.contains("BLO cannot hold INT16") && message.contains("UINT8, UINT16"), message);
    }

    @Test
    void whatExistsIsReplacedOnRequestOnly() throws Exception {
        final BufferedDataTable patterns = SmallScans.patterns(m_workflow);
        final Path file = Files.writeString(m_out.resolve("scan.blo"), "mine");
        final String message =
            assertThrows(KNIMEException.class, () -> m_workflow.run(SAVE, settings("scan.blo"), patterns)).getMessage();
        assertTrue(message.contains("exists"), message);
        assertEquals("mine", Files.readString(file));
        m_workflow.run(SAVE, settings("scan.blo", "replace", true), patterns);
        assertEquals(20, m_workflow.run(LOAD, Map.of("file", file.toString())).table(0).size());
    }

    @Test
    void originalOfLinkedPatternsIsNeverReplaced() throws Exception {
        final Path file = m_out.resolve("scan.blo");
        m_workflow.run(SAVE, settings("scan.blo"), SmallScans.patterns(m_workflow));
        final BufferedDataTable linked = m_workflow.run(LOAD, Map.of("file", file.toString())).table(0);
        final byte[] before = Files.readAllBytes(file);
        final String message = assertThrows(KNIMEException.class,
            () -> m_workflow.run(SAVE, settings("scan.blo", "replace", true), linked)).getMessage();
        assertTrue(message.contains("is the original of these patterns"), message);
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void canceledSavingLeavesNothingBehind() throws Exception {
        final BufferedDataTable patterns = SmallScans.patterns(m_workflow);
        m_workflow.cancel();
        assertThrows(CanceledExecutionException.class, () -> m_workflow.run(SAVE, settings("scan.blo"), patterns));
        assertEquals(List.of(), left());
    }

    @Test
    void unreadablePatternsLeaveNothingBehind() throws Exception {
        final Path original = m_temp.resolve("original.blo");
        m_workflow.run(SAVE, Map.of("file", original.toString()), SmallScans.patterns(m_workflow));
        final BufferedDataTable linked = m_workflow.run(LOAD, Map.of("file", original.toString())).table(0);
        Files.delete(original);
        final String message = failure(settings("copy.blo"), linked);
        assertTrue(message.contains("does not exist any more"), message);
    }

    @Test
    void unfitTablesAndSettingsAreSaidInOneSentence() throws Exception {
        final BufferedDataTable patterns = SmallScans.patterns(m_workflow);
        final String empty = failure(settings("scan.blo"), SmallScans.empty(m_workflow, patterns));
        assertTrue(empty.contains("holds no pattern"), empty);
        final String folder = failure(settings("no/scan.blo"), patterns);
        assertTrue(folder.contains("there is no folder"), folder);
        for (final Object[] wrong : new Object[][]{{"format", "GIF"}, {"range", "GIVEN", "lowLevel", 5.0, "highLevel",
            5.0}, {"range", "PERCENTILES", "lowPercent", 101.0}, {"patternColumn", "nothing"}, {"file", " "}}) {
            final String message = assertThrows(InvalidSettingsException.class,
                () -> m_workflow.run(SAVE, settings("scan.blo", wrong), patterns)).getMessage();
            assertTrue(message.contains("expected") || message.contains("smaller") || message.contains("nothing")
                || message.startsWith("No file"), message);
        }
        assertEquals(List.of(), left());
    }
}
