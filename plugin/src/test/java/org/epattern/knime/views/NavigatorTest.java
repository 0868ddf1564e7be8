// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.epattern.knime.data.Schema;
import org.epattern.knime.testing.ShownView;
import org.epattern.knime.testing.SmallScans;
import org.epattern.knime.testing.TestWorkflow;
import org.epattern.knime.testing.TestWorkflow.Output;
import org.epattern.simulate.NoiseLevel;
import org.epattern.simulate.SimulatedScan;
import org.epattern.simulate.SimulationSettings;
import org.epattern.standin.ui.NodeRuntime;
import org.epattern.standin.ui.view.JsonReader;
import org.epattern.standin.ui.view.JsonText;
import org.epattern.standin.ui.view.NodeView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.node.BufferedDataTable;

/** Holds that the view "Pattern Navigator" shows what the tables hold, and finds what the node finds. */
class NavigatorTest {

    private static final String REGISTER = "register.RegisterNodeFactory";

    @TempDir
    private Path m_temp;
    private TestWorkflow m_workflow;
    private BufferedDataTable m_patterns;

    @BeforeEach
    void prepare() throws Exception {
        m_workflow = new TestWorkflow(m_temp);
        m_patterns = prepared(SmallScans.scan());
    }

    private BufferedDataTable prepared(final SimulatedScan scan) throws Exception {
        return m_workflow.run("background.SubtractBackgroundNodeFactory", Map.of("radius", 8.0),
            m_workflow.patterns(scan)).table(0);
    }

    private static Map<?, ?> map(final Object value) {
        return (Map<?, ?>)value;
    }

    private static double number(final Object value) {
        return ((Number)value).doubleValue();
    }

    @Test
    void beginsWithTheMapsOfTheTable() throws Exception {
        final Map<?, ?> start = m_workflow.view(REGISTER, Map.of(), m_patterns).initial();
        final BufferedDataTable table = m_workflow.run(REGISTER, Map.of(), m_patterns).table(1);
        assertEquals(List.of("navigator", 5L, 4L, 0L, 0L, 96L, 96L), List.of(start.get("view"), start.get("scanWidth"),
            start.get("scanHeight"), start.get("firstX"), start.get("firstY"), start.get("patternWidth"),
            start.get("patternHeight")));
        assertEquals(List.of(Schema.PATTERN, Schema.BACKGROUND_FREE_PATTERN), start.get("sources"));
        final float[] counts = ShownView.map(start.get("maps"), "spot count");
        final float[] noise = ShownView.map(start.get("maps"), "noise");
        final float[] threshold = ShownView.map(start.get("maps"), "threshold");
        int i = 0;
        for (final DataRow row : TestWorkflow.rows(table)) {
            assertEquals(((IntValue)row.getCell(5)).getIntValue(), counts[i]);
            assertEquals((float)((DoubleValue)row.getCell(4)).getDoubleValue(), noise[i]);
            assertEquals((float)((DoubleValue)row.getCell(6)).getDoubleValue(), threshold[i]);
            i++;
        }
        assertEquals(20, i);
        assertEquals(i, counts.length);
    }

    @Test
    void slidersStandWhereTheNodeRan() throws Exception {
        final Map<?, ?> calibrated =
            map(m_workflow.view(REGISTER, Map.of("factor", 5.25, "floor", 1.5), m_patterns).initial().get("settings"));
        assertEquals(5.25, calibrated.get("factor"));
        assertEquals(1.5, calibrated.get("floor"));
        assertNull(calibrated.get("blur"));
        final Map<?, ?> paper =
            map(m_workflow.view(REGISTER, Map.of("rule", "PAPER", "blur", 3.0), m_patterns).initial().get("settings"));
        assertEquals(List.of(1.0, 3.0, 3.0), List.of(paper.get("factor"), paper.get("floor"), paper.get("blur")));
        for (final String slider : List.of("factor", "floor", "blur")) {
            final Map<?, ?> range = map(map(paper.get("limits")).get(slider));
            assertTrue(number(range.get("min")) <= number(paper.get(slider))
                && number(paper.get(slider)) < number(range.get("max")), slider);
            final String key = (String)map(paper.get("keys")).get(slider);
            m_workflow.view(REGISTER, Map.of("rule", "PAPER", key, 2.0), m_patterns);
        }
    }

    /** The reflections of a scan point in the table, as lists of the numbers that the view shows. */
    private static List<List<Object>> inTable(final BufferedDataTable reflections, final int x, final int y) {
        final List<List<Object>> found = new ArrayList<>();
        for (final DataRow row : TestWorkflow.rows(reflections)) {
            if (((IntValue)row.getCell(0)).getIntValue() == x && ((IntValue)row.getCell(1)).getIntValue() == y) {
                final List<Object> numbers = new ArrayList<>();
                for (int i = 2; i < 7; i++) {
                    numbers.add(((DoubleValue)row.getCell(i)).getDoubleValue());
                }
                numbers.add((long)((IntValue)row.getCell(8)).getIntValue());
                numbers.add(row.getCell(9).toString());
                found.add(numbers);
            }
        }
        return found;
    }

    private static List<List<Object>> shown(final Map<?, ?> answer) {
        final List<List<Object>> found = new ArrayList<>();
        for (final Object spot : (List<?>)answer.get("spots")) {
            final List<Object> numbers = new ArrayList<>();
            for (final String name : List.of("x", "y", "radius", "mean", "prominence", "rank")) {
                numbers.add(map(spot).get(name));
            }
            numbers.add(String.join(", ", ((List<?>)map(spot).get("flags")).stream().map(Object::toString).toList()));
            found.add(numbers);
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "rule=PAPER", "refinement=CENTRE_OF_MASS", "refinement=NONE", "centring=TABLE",
        "centring=PATTERNS", "neighbourMean=ALL", "neighbourMean=ALIKE", "beam=PATTERN", "rawSource=NONE",
        "noiseSource=MEASURE", "excludeEdges=true", "maxSpots=3"})
    void registeringWithTheNodesSettingsFindsWhatTheNodeFound(final String setting) throws Exception {
        final Map<String, Object> settings = settings(setting);
        final BufferedDataTable patterns = setting.startsWith("centring") ? prepared(wandering()) : m_patterns;
        final Output output = m_workflow.run(REGISTER, settings, patterns);
        final ShownView view = m_workflow.view(REGISTER, settings, patterns);
        final Map<?, ?> used = map(view.initial().get("settings"));
        for (final int[] point : new int[][]{{0, 0}, {3, 1}, {4, 3}, {1, 2}}) {
            final List<List<Object>> table = inTable(output.table(0), point[0], point[1]);
            assertTrue(!table.isEmpty());
            final Map<?, ?> kept = view.call("reflections", point[0], point[1]);
            assertEquals(table, shown(kept), setting);
            final Map<?, ?> again = view.call("register", point[0], point[1], used.get("factor"), used.get("floor"),
                used.get("blur"));
            assertEquals(table, shown(again), setting);
            assertEquals(kept.get("threshold"), again.get("threshold"));
            assertEquals(kept.get("noise"), again.get("noise"));
            assertEquals(number(kept.get("dx")), number(again.get("dx")), 0.0006);
            assertEquals(number(kept.get("dy")), number(again.get("dy")), 0.0006);
        }
    }

    private static Map<String, Object> settings(final String text) {
        if (text.equals("{}")) {
            return Map.of();
        }
        final String[] parts = text.split("=");
        return Map.of(parts[0], parts[1].equals("true") ? (Object)Boolean.TRUE
            : parts[1].matches("[0-9]+") ? (Object)Integer.valueOf(parts[1]) : parts[1]);
    }

    private static SimulatedScan wandering() {
        return new SimulatedScan(SimulationSettings.defaults()
            .withSize(SmallScans.WIDTH, SmallScans.HEIGHT, SmallScans.PATTERN).withNoise(NoiseLevel.LOW)
            .withBeam(20, 230, false));
    }

    @Test
    void otherSettingsFindWhatTheNodeWouldFindWithThem() throws Exception {
        final ShownView view = m_workflow.view(REGISTER, Map.of(), m_patterns);
        final BufferedDataTable other =
            m_workflow.run(REGISTER, Map.of("factor", 9.0, "floor", 2.0), m_patterns).table(0);
        assertAlike(inTable(other, 2, 2), shown(view.call("register", 2, 2, 9.0, 2.0, null)));
        assertNotEquals(shown(view.call("reflections", 2, 2)), shown(view.call("register", 2, 2, 9.0, 2.0, null)));
        final ShownView paper = m_workflow.view(REGISTER, Map.of("rule", "PAPER"), m_patterns);
        final BufferedDataTable blurred = m_workflow.run(REGISTER,
            Map.of("rule", "PAPER", "paperFactor", 2.0, "paperFloor", 4.0, "blur", 1.0), m_patterns).table(0);
        assertAlike(inTable(blurred, 1, 3), shown(paper.call("register", 1, 3, 2, 4, 1)));
    }

    /** A node of other settings expects the direct beam elsewhere, by the last digit. */
    private static void assertAlike(final List<List<Object>> expected, final List<List<Object>> found) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            for (int n = 0; n < 6; n++) {
                assertEquals(number(expected.get(i).get(n)), number(found.get(i).get(n)), 0.0021);
            }
        }
    }

    @Test
    void positionsOfCentredTablesSayHowFarTheyWereShifted() throws Exception {
        final BufferedDataTable patterns = prepared(wandering());
        final List<List<Object>> measured = inTable(m_workflow.run(REGISTER, Map.of(), patterns).table(0), 3, 2);
        final ShownView view = m_workflow.view(REGISTER, Map.of("centring", "PATTERNS"), patterns);
        final Map<?, ?> centred = view.call("reflections", 3, 2);
        assertTrue(Math.abs(number(centred.get("dx"))) + Math.abs(number(centred.get("dy"))) > 0.5);
        for (int i = 0; i < measured.size(); i++) {
            assertEquals(number(measured.get(i).get(0)),
                number(shown(centred).get(i).get(0)) - number(centred.get("dx")), 0.0016);
            assertEquals(number(measured.get(i).get(1)),
                number(shown(centred).get(i).get(1)) - number(centred.get("dy")), 0.0016);
        }
        final Map<?, ?> start = view.initial();
        assertEquals(Schema.CENTRED_PATTERN, start.get("centred"));
        assertEquals(3, ((List<?>)start.get("sources")).size());
        assertEquals(96L, view.call("pattern", 3, 2, Schema.CENTRED_PATTERN).get("width"));
    }

    @Test
    void patternsAreShownAsTheyAre() throws Exception {
        final ShownView view = m_workflow.view(REGISTER, Map.of(), m_patterns);
        try (SimulatedScan scan = SmallScans.scan(); var reader = scan.openReader()) {
            final float[] pixels = new float[96 * 96];
            reader.read(2 * SmallScans.WIDTH + 4, pixels);
            final double[] shown = ShownView.pixels(view.call("pattern", 4, 2, Schema.PATTERN));
            for (int i = 0; i < pixels.length; i++) {
                assertEquals(pixels[i], shown[i], 255.0 / 65535);
            }
        }
        assertNotEquals(view.call("pattern", 4, 2, Schema.PATTERN),
            view.call("pattern", 4, 2, Schema.BACKGROUND_FREE_PATTERN));
    }

    @Test
    void whatIsNotThereIsSaidInASentence() throws Exception {
        final ShownView view = m_workflow.view(REGISTER, Map.of(), m_patterns);
        assertEquals("There is no pattern at scan point (5, 0).", view.trouble("pattern", 5, 0, Schema.PATTERN));
        assertEquals("There is no pattern at scan point (-1, 0).", view.trouble("pattern", -1, 0, Schema.PATTERN));
        assertEquals("There are no patterns \"other\", only [pattern, background-free pattern].",
            view.trouble("pattern", 0, 0, "other"));
        assertEquals("\"Factor\" is 0; expected a value above 0.", view.trouble("register", 0, 0, 0, 0, null));
        assertEquals("\"Floor\" is -1; expected 0 or more grey levels.",
            view.trouble("register", 0, 0, 4, -1, null));
        assertEquals(List.of(), view.call("reflections", 7, 0).get("spots"));
        assertEquals(List.of(), view.call("register", 7, 0, 4.5, 0, null).get("spots"));
    }

    @Test
    void rowsInAnyOrderAreFound() throws Exception {
        final List<DataRow> rows = new ArrayList<>(TestWorkflow.rows(m_patterns));
        Collections.reverse(rows);
        final BufferedDataTable reversed = m_workflow.table(m_patterns.getDataTableSpec(), rows);
        final ShownView view = m_workflow.view(REGISTER, Map.of(), reversed);
        final ShownView ordered = m_workflow.view(REGISTER, Map.of(), m_patterns);
        assertEquals(shown(ordered.call("reflections", 3, 1)), shown(view.call("reflections", 3, 1)));
        assertEquals(ordered.call("pattern", 3, 1, Schema.PATTERN), view.call("pattern", 3, 1, Schema.PATTERN));
        assertEquals(ordered.initial().get("maps"), view.initial().get("maps"));
    }

    @Test
    void pointsWithoutPatternStayEmpty() throws Exception {
        final List<DataRow> some = TestWorkflow.rows(m_patterns).subList(7, 13);
        final ShownView view =
            m_workflow.view(REGISTER, Map.of(), m_workflow.table(m_patterns.getDataTableSpec(), some));
        final float[] counts = ShownView.map(view.initial().get("maps"), "spot count");
        assertEquals(20, counts.length);
        assertTrue(Float.isNaN(counts[6]) && counts[7] > 0 && counts[12] > 0 && Float.isNaN(counts[13]));
    }

    @Test
    void resultsOfAnEarlierVersionAskForAnotherRun() {
        final NodeView view = NodeRuntime.create(TestWorkflow.factory(REGISTER)).view(List.of()).orElseThrow();
        final Map<?, ?> answer = map(JsonReader.read(JsonText.of(view.initialData())));
        assertEquals("The node was executed by an ePattern that kept nothing for this view; reset the node and "
            + "execute it again.", answer.get("error"));
    }
}
