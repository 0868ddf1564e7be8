// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.views;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.ShownView;
import org.epattern.knime.testing.SmallScans;
import org.epattern.knime.testing.TestWorkflow;
import org.epattern.knime.testing.TestWorkflow.Output;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;

/** Holds that the views of maps and of quality show what the tables hold. */
class MapsAndQualityTest {

    private static final String MAP = "map.SpotCountMapNodeFactory";
    private static final String METRICS = "metrics.QualityMetricsNodeFactory";

    @TempDir
    private Path m_temp;
    private TestWorkflow m_workflow;
    private BufferedDataTable m_patterns;
    private BufferedDataTable m_reflections;

    @BeforeEach
    void prepare() throws Exception {
        m_workflow = new TestWorkflow(m_temp);
        m_patterns = SmallScans.patterns(m_workflow);
        m_reflections = SmallScans.reflections(m_workflow);
    }

    private BufferedDataTable rebuilt() throws Exception {
        return m_workflow.run("reconstruct.ReconstructNodeFactory", Map.of(), m_reflections, m_patterns).table(0);
    }

    private static float[] column(final BufferedDataTable table, final String name) {
        final List<DataCell> cells = TestWorkflow.column(table, name);
        final float[] values = new float[cells.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells.get(i) instanceof DoubleValue value ? (float)value.getDoubleValue() : Float.NaN;
        }
        return values;
    }

    private static Map<?, ?> map(final Object value) {
        return (Map<?, ?>)value;
    }

    @Test
    void mapsAreThoseOfTheTable() throws Exception {
        final BufferedDataTable table = m_workflow.run(MAP, Map.of("darkField", true), m_reflections).table(0);
        final Map<?, ?> start = m_workflow.view(MAP, Map.of("darkField", true), m_reflections).initial();
        assertEquals(List.of("maps", 5L, 4L, 0L, 0L), List.of(start.get("view"), start.get("scanWidth"),
            start.get("scanHeight"), start.get("firstX"), start.get("firstY")));
        final List<String> names = TestWorkflow.names(table).subList(2, TestWorkflow.names(table).size());
        assertEquals(names, ((List<?>)start.get("maps")).stream().map(m -> map(m).get("name")).toList());
        for (final String name : names) {
            assertArrayEquals(column(table, name), ShownView.map(start.get("maps"), name), name);
        }
    }

    @Test
    void mapsKnowUnitsAndStep() throws Exception {
        final Map<?, ?> start = m_workflow.view(MAP, Map.of(), m_reflections).initial();
        final BufferedDataTable pictures = m_workflow.run(MAP, Map.of(), m_reflections).table(1);
        for (final DataRow row : TestWorkflow.rows(pictures)) {
            assertTrue(((List<?>)start.get("maps")).stream().anyMatch(
                m -> map(m).get("name").equals(row.getCell(0).toString())
                    && map(m).get("unit").equals(row.getCell(4).toString())), row.toString());
        }
        assertEquals(start.get("stepX"), start.get("stepY"));
        assertEquals(start.get("stepX") == null, start.get("unit") == null);
    }

    @Test
    void mapsOfNoScanAreRefused() throws Exception {
        final BufferedDataTable nothing = m_workflow.table(Schema.reflections(), List.of());
        assertEquals("There is no scan point with a position.",
            m_workflow.view(MAP, Map.of(), nothing).initial().get("error"));
    }

    @Test
    void qualityShowsFiguresSpotsAndSummary() throws Exception {
        final BufferedDataTable rebuilt = rebuilt();
        final Map<String, Object> settings = Map.of("referenceColumn", Schema.PATTERN);
        final Output output = m_workflow.run(METRICS, settings, m_patterns, rebuilt, m_reflections);
        final Map<?, ?> start = m_workflow.view(METRICS, settings, m_patterns, rebuilt, m_reflections).initial();
        assertEquals(List.of("quality", 5L, 4L), List.of(start.get("view"), start.get("scanWidth"),
            start.get("scanHeight")));
        for (final String name : List.of("PSNR", "SSIM", "RMSE", "intensity kept", "position offset")) {
            assertArrayEquals(column(output.table(0), name), ShownView.map(start.get("metrics"), name), name);
        }
        final long spots = (Long)start.get("spots");
        assertEquals(m_reflections.size(), spots);
        assertEquals(spots, ShownView.floats(map(start.get("kept")).get("measured")).length);
        assertEquals(spots, ShownView.floats(map(start.get("kept")).get("rebuilt")).length);
        assertEquals(spots, ShownView.floats(map(start.get("moved")).get("offset")).length);
        final List<?> summary = (List<?>)start.get("summary");
        assertEquals(output.table(1).size(), summary.size());
        assertEquals("PSNR", map(summary.get(0)).get("name"));
        assertEquals(column(output.table(1), "mean")[0], ((Double)map(summary.get(0)).get("value")).floatValue());
        assertEquals(Map.of("reference", "pattern", "compared", "rebuilt pattern"), start.get("columns"));
    }

    /** The mean of the shares of single spots is not the share of the means, but both are near. */
    @Test
    void spotsAreThoseThatTheFiguresAreMadeOf() throws Exception {
        final Map<?, ?> start = m_workflow.view(METRICS, Map.of("referenceColumn", Schema.PATTERN), m_patterns,
            rebuilt(), m_reflections).initial();
        final float[] offset = ShownView.floats(map(start.get("moved")).get("offset"));
        double sum = 0;
        int count = 0;
        for (final float value : offset) {
            sum += Float.isFinite(value) ? value : 0;
            count += Float.isFinite(value) ? 1 : 0;
        }
        final float[] figures = ShownView.map(start.get("metrics"), "position offset");
        double mean = 0;
        for (final float figure : figures) {
            mean += figure / figures.length;
        }
        assertEquals(mean, sum / count, 0.3 * mean);
    }

    @Test
    void withoutReflectionsThereAreNoSpots() throws Exception {
        final Map<?, ?> start = m_workflow.view(METRICS, Map.of("referenceColumn", Schema.PATTERN), m_patterns,
            rebuilt()).initial();
        assertNull(start.get("kept"));
        assertNull(start.get("moved"));
        assertEquals(0L, start.get("spots"));
        assertEquals(3, ((List<?>)start.get("metrics")).size());
    }

    @Test
    void bothPatternsOfAPointAreShown() throws Exception {
        final ShownView view = m_workflow.view(METRICS,
            Map.of("referenceColumn", Schema.PATTERN, "comparedColumn", Schema.PATTERN), m_patterns, m_patterns,
            m_reflections);
        final Map<?, ?> both = view.call("patterns", 3, 2);
        assertEquals(96L, map(both.get("reference")).get("width"));
        assertArrayEquals(ShownView.pixels(map(both.get("reference"))), ShownView.pixels(map(both.get("compared"))));
        assertEquals("There is no pattern \"pattern\" at scan point (9, 9).", view.trouble("patterns", 9, 9));
    }

    @Test
    void originalThatIsGoneIsNamed() throws Exception {
        final Path file = Files.write(m_temp.resolve("scan.raw"), new byte[4 * 64]);
        final BufferedDataTable linked = m_workflow.run("load.LoadNodeFactory", Map.of("file", file.toString(),
            "format", "RAW", "sampleType", "UINT8", "patternWidth", 8, "patternHeight", 8, "scanSize", "GIVEN",
            "scanWidth", 2, "scanHeight", 2, "storage", "LINK")).table(0);
        final ShownView view = m_workflow.view(METRICS,
            Map.of("referenceColumn", Schema.PATTERN, "comparedColumn", Schema.PATTERN), linked, linked);
        assertEquals(8L, map(view.call("patterns", 1, 1).get("reference")).get("width"));
        Files.delete(file);
        final String sentence = view.trouble("patterns", 1, 1);
        assertTrue(sentence.contains("scan.raw") && sentence.endsWith(".") && !sentence.contains("\n"), sentence);
    }

    @Test
    void pageThatIsNotThereSaysSo() throws IOException {
        try (InputStream page = ViewPages.open("no such.html")) {
            assertTrue(new String(page.readAllBytes(), StandardCharsets.UTF_8).contains("lacks the page no such.html"));
        }
    }
}
