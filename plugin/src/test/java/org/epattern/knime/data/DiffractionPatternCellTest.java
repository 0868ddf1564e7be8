// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.epattern.knime.testing.TestWorkflow;
import org.epattern.prepare.AstarFilterSettings;
import org.epattern.prepare.BackgroundMethod;
import org.epattern.prepare.BackgroundSettings;
import org.epattern.prepare.PatternStep;
import org.epattern.register.Reflection;
import org.epattern.scan.SampleType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.node.BufferedDataTable;

/** Holds what a pattern cell promises: its content, its equality, and that it outlives the workflow. */
class DiffractionPatternCellTest {

    @TempDir
    private Path m_temp;
    private TestWorkflow m_workflow;

    @BeforeEach
    void openWorkflow() {
        m_workflow = new TestWorkflow(m_temp);
    }

    private static byte[] samples(final int seed) {
        final byte[] samples = new byte[12];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte)(7 * i + 31 * seed);
        }
        return samples;
    }

    private static PatternPlace place(final byte[] saved) throws IOException {
        final DataInputStream input = new DataInputStream(new ByteArrayInputStream(saved));
        return PatternPlace.read(input.readByte(), input);
    }

    private List<DiffractionPatternCell> write(final String name, final int... seeds) throws IOException {
        final List<DiffractionPatternCell> cells = new ArrayList<>();
        try (PatternWriter writer =
            new PatternWriter(FileStoreFactory.createFileStoreFactory(m_workflow.context()), name)) {
            for (final int seed : seeds) {
                cells.add(writer.append(4, 3, SampleType.UINT8, samples(seed)));
            }
        }
        return cells;
    }

    @Test
    void patternsThatShareAFileKeepTheirOwnPixels() throws IOException {
        final List<DiffractionPatternCell> cells = write("a", 1, 2, 3);
        assertEquals(cells.get(0).file(), cells.get(2).file());
        assertArrayEquals(samples(1), cells.get(0).readSamples());
        assertArrayEquals(samples(3), cells.get(2).readSamples());
        assertEquals(7 + 31, cells.get(0).readPixels()[1]);
    }

    @Test
    void equalityIsThatOfContentWhereverItLies() throws IOException {
        final List<DiffractionPatternCell> cells = write("a", 1, 2);
        final DiffractionPatternCell same = write("b", 9, 1).get(1);
        assertNotEquals(cells.get(0), cells.get(1));
        assertEquals(cells.get(0), same);
        assertEquals(cells.get(0).hashCode(), same.hashCode());
        assertNotEquals(cells.get(0).file(), same.file());
    }

    @Test
    void otherSampleTypeIsAnotherPattern() throws IOException {
        final DataCell signed;
        final DataCell unsigned;
        try (PatternWriter writer =
            new PatternWriter(FileStoreFactory.createFileStoreFactory(m_workflow.context()), "t")) {
            signed = writer.append(4, 3, SampleType.INT8, samples(1));
            unsigned = writer.append(4, 3, SampleType.UINT8, samples(1));
        }
        assertNotEquals(signed, unsigned);
    }

    @Test
    void textTellsSizeAndType() throws IOException {
        assertEquals("4 x 3 px, 8 bit", write("a", 1).get(0).toString());
    }

    @Test
    void savedTableKeepsEveryCell() throws IOException {
        final List<DiffractionPatternCell> cells = write("a", 1, 2, 3);
        final List<DataRow> rows = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            rows.add(new DefaultRow(RowKey.createRowKey((long)i), cells.get(i)));
        }
        final BufferedDataTable table =
            m_workflow.table(new DataTableSpec(Schema.patternColumn(Schema.PATTERN)), rows);
        final List<DataCell> again = TestWorkflow.column(m_workflow.savedAndReloaded(table), Schema.PATTERN);
        assertEquals(List.<DataCell>copyOf(cells), again);
        assertArrayEquals(samples(2), ((DiffractionPatternCell)again.get(1)).readSamples());
    }

    @Test
    void blockIsFullAtAboutFiftyMegabytes() throws IOException {
        final byte[] large = new byte[8 * 1024 * 1024];
        try (PatternWriter writer =
            new PatternWriter(FileStoreFactory.createFileStoreFactory(m_workflow.context()), "large")) {
            final DiffractionPatternCell first = writer.append(4096, 2048, SampleType.UINT8, large);
            for (int i = 0; i < 5; i++) {
                assertEquals(first.file(), writer.append(4096, 2048, SampleType.UINT8, large).file());
            }
            assertNotEquals(first.file(), writer.append(4096, 2048, SampleType.UINT8, large).file());
        }
    }

    @Test
    void lostFileIsSaidInOneSentence() throws IOException {
        final DiffractionPatternCell cell = write("a", 1).get(0);
        Files.delete(cell.file().toPath());
        final IOException error = assertThrows(IOException.class, cell::readSamples);
        assertTrue(EngineErrors.sentence(error).contains(cell.file().getName()), error.getMessage());
    }

    @Test
    void cellOfALaterVersionIsRefusedWithASentence() throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new PatternPlace(PatternPlace.Kind.STACK, 4, 3, SampleType.UINT8, 5).write(new DataOutputStream(bytes));
        final byte[] saved = bytes.toByteArray();
        assertEquals(5, place(saved).index());
        saved[0] = 99;
        final IOException error = assertThrows(IOException.class, () -> place(saved));
        assertTrue(error.getMessage().contains("version 99"), error.getMessage());
    }

    @Test
    void placeOfAComputedPatternIsReadAsItWasWritten() throws IOException {
        readsAsWritten(new BackgroundSettings(BackgroundMethod.SLIDING_PARABOLOID, 7.5, false));
        readsAsWritten(new AstarFilterSettings(3, 4, 10.5, 2));
    }

    private static void readsAsWritten(final PatternStep step) throws IOException {
        final PatternPlace place = new PatternPlace(PatternPlace.Kind.LINK, 4, 3, SampleType.UINT8, 5)
            .prepared(step, SampleType.INT16);
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        place.write(new DataOutputStream(bytes));
        assertEquals(place, place(bytes.toByteArray()));
        assertEquals(SampleType.UINT8, place.storedType());
        assertEquals(SampleType.INT16, place.type());
    }

    @Test
    void computedPatternIsNeverComputedFromAComputedOne() throws IOException {
        final BackgroundSettings ball = new BackgroundSettings(BackgroundMethod.ROLLING_BALL, 2, true);
        final DiffractionPatternCell computed = write("a", 1).get(0).prepared(ball, SampleType.INT16);
        assertThrows(IllegalStateException.class, () -> computed.prepared(ball, SampleType.INT32));
    }

    @Test
    void computedPatternsAreEqualIfTheSameIsComputedFromEqualSamples() throws IOException {
        final BackgroundSettings ball = new BackgroundSettings(BackgroundMethod.ROLLING_BALL, 2, true);
        final BackgroundSettings larger = new BackgroundSettings(BackgroundMethod.ROLLING_BALL, 3, true);
        final List<DiffractionPatternCell> cells = write("a", 1, 2);
        final DataCell computed = cells.get(0).prepared(ball, SampleType.INT16);
        final DataCell same = write("b", 9, 1).get(1).prepared(ball, SampleType.INT16);
        assertEquals(computed, same);
        assertEquals(computed.hashCode(), same.hashCode());
        assertNotEquals(computed, cells.get(1).prepared(ball, SampleType.INT16));
        assertNotEquals(computed, cells.get(0).prepared(larger, SampleType.INT16));
        assertNotEquals(computed, cells.get(0));
    }

    private static Reflection spot(final double x, final double y, final double radius, final int rank) {
        return new Reflection(x, y, radius, 10, 5, 1, rank, Set.of());
    }

    @Test
    void spotsArePartOfTheCellAndSurviveSaving() throws IOException {
        final DiffractionPatternCell cell = write("a", 1).get(0);
        final DiffractionPatternCell marked =
            cell.withSpots(List.of(spot(2.0625, 1.5, 0.75, 1), spot(8000.9, -3, Double.NaN, 2)));
        final BufferedDataTable table = m_workflow.table(new DataTableSpec(Schema.patternColumn(Schema.PATTERN)),
            List.of(new DefaultRow("a", marked), new DefaultRow("b", cell.withSpots(List.of(spot(1, 1, 1, 2)))),
                new DefaultRow("c", cell.withSpots(List.of())), new DefaultRow("d", cell)));
        final List<DataCell> again = TestWorkflow.column(m_workflow.savedAndReloaded(table), Schema.PATTERN);
        final DiffractionPatternCell first = (DiffractionPatternCell)again.get(0);
        assertEquals(marked, first);
        assertEquals(marked.hashCode(), first.hashCode());
        assertArrayEquals(samples(1), first.readSamples());
        // to an eighth of a pixel, within the largest pattern
        assertEquals(List.of(2.125, 8000.875), first.spots().stream().map(Reflection::x).toList());
        assertEquals(List.of(1.5, 0.0), first.spots().stream().map(Reflection::y).toList());
        assertEquals(List.of(0.75, 0.0), first.spots().stream().map(Reflection::radius).toList());
        assertEquals(List.of(1, 2), first.spots().stream().map(Reflection::rank).toList());
        assertTrue(!((DiffractionPatternCell)again.get(1)).spots().get(0).isDirectBeam());
        assertEquals(List.of(), ((DiffractionPatternCell)again.get(2)).spots());
        assertEquals(cell, again.get(3));
        assertEquals(4, new HashSet<>(again).size());
    }

    @Test
    void spotsTakeSixBytesEach() throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SpotMarks.of(Collections.nCopies(28, spot(1, 1, 1, 2))).write(new DataOutputStream(bytes));
        assertEquals(6 * 28 + 5, bytes.size());
    }

    /** What the first release wrote. */
    private static byte[] savedByTheFirstRelease(final boolean computed) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final DataOutputStream output = new DataOutputStream(bytes);
        output.writeByte(computed ? 2 : 1);
        output.writeUTF("LINK");
        output.writeInt(4);
        output.writeInt(3);
        output.writeUTF("INT16");
        output.writeLong(5);
        if (computed) {
            output.writeUTF("ROLLING_BALL");
            output.writeDouble(7.5);
            output.writeBoolean(true);
            output.writeUTF("UINT8");
        }
        return bytes.toByteArray();
    }

    @Test
    void cellsOfTheFirstReleaseAreReadAndWrittenAsThen() throws IOException {
        final PatternPlace plain = new PatternPlace(PatternPlace.Kind.LINK, 4, 3, SampleType.INT16, 5);
        final PatternPlace computed = new PatternPlace(PatternPlace.Kind.LINK, 4, 3, SampleType.UINT8, 5)
            .prepared(new BackgroundSettings(BackgroundMethod.ROLLING_BALL, 7.5, true), SampleType.INT16);
        for (final PatternPlace place : List.of(plain, computed)) {
            final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            place.write(new DataOutputStream(bytes));
            final byte[] expected = savedByTheFirstRelease(place == computed);
            assertArrayEquals(expected, bytes.toByteArray());
            assertEquals(place, place(expected));
        }
    }

    @Test
    void accessReadsMoreFilesThanItKeepsOpenFromManyThreads() throws Exception {
        final List<DiffractionPatternCell> cells = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            cells.add(write("block" + i, i).get(0));
        }
        try (PatternAccess access = new PatternAccess()) {
            final List<Thread> threads = new ArrayList<>();
            final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
            for (int t = 0; t < 4; t++) {
                final int offset = t;
                threads.add(new Thread(() -> {
                    try {
                        final byte[] read = new byte[12];
                        for (int i = 0; i < 480; i++) {
                            final int index = (i * 7 + offset) % cells.size();
                            access.readSamples(cells.get(index), read);
                            assertArrayEquals(samples(index), read);
                        }
                    } catch (IOException | AssertionError e) {
                        failures.add(e);
                    }
                }));
            }
            for (final Thread thread : threads) {
                thread.start();
            }
            for (final Thread thread : threads) {
                thread.join();
            }
            assertEquals(List.of(), failures);
        }
    }
}
