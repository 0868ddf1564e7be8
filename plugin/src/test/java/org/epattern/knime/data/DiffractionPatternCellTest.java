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
import java.util.List;

import org.epattern.knime.testing.TestWorkflow;
import org.epattern.prepare.BackgroundMethod;
import org.epattern.prepare.BackgroundSettings;
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
        assertEquals(5, PatternPlace.read(new DataInputStream(new ByteArrayInputStream(saved))).index());
        saved[0] = 99;
        final IOException error = assertThrows(IOException.class,
            () -> PatternPlace.read(new DataInputStream(new ByteArrayInputStream(saved))));
        assertTrue(error.getMessage().contains("version 99"), error.getMessage());
    }

    @Test
    void placeOfAComputedPatternIsReadAsItWasWritten() throws IOException {
        final PatternPlace place = new PatternPlace(PatternPlace.Kind.LINK, 4, 3, SampleType.UINT8, 5)
            .without(new BackgroundSettings(BackgroundMethod.SLIDING_PARABOLOID, 7.5, false), SampleType.INT16);
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        place.write(new DataOutputStream(bytes));
        assertEquals(place,
            PatternPlace.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))));
        assertEquals(SampleType.UINT8, place.storedType());
        assertEquals(SampleType.INT16, place.type());
    }

    @Test
    void computedPatternIsNeverComputedFromAComputedOne() throws IOException {
        final BackgroundSettings ball = new BackgroundSettings(BackgroundMethod.ROLLING_BALL, 2, true);
        final DiffractionPatternCell computed = write("a", 1).get(0).withoutBackground(ball, SampleType.INT16);
        assertThrows(IllegalStateException.class, () -> computed.withoutBackground(ball, SampleType.INT32));
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
