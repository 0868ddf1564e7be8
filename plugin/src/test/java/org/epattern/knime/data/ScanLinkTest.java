// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

import org.epattern.formats.OpenOptions;
import org.epattern.formats.RawLayout;
import org.epattern.knime.testing.TestWorkflow;
import org.epattern.scan.Axes;
import org.epattern.scan.GreyRange;
import org.epattern.scan.HotPixels;
import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanLines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.filestore.FileStoreFactory;

/** Holds what a linked pattern promises: the original's pixels, and a sentence if the original is not as it was. */
class ScanLinkTest {

    @TempDir
    private Path m_temp;
    private Path m_file;
    private ScanRecipe m_recipe;

    @BeforeEach
    void writeScan() throws IOException {
        final byte[] bytes = new byte[6 * 16];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)i;
        }
        m_file = Files.write(m_temp.resolve("scan (0-1,0-2).raw"), bytes);
        final OpenOptions options = OpenOptions.AUTO.withFormat("raw").withScanSize(3, 2)
            .withRaw(new RawLayout(4, 4, SampleType.UINT8, ByteOrder.LITTLE_ENDIAN, 0, 0));
        m_recipe = ScanRecipe.of(m_file, options).withPart(new ScanRecipe.Part(1, 0, 0, 0)).withBinning(2)
            .withEightBit(new GreyRange(0, 100));
    }

    private DiffractionPatternCell link(final long index) throws IOException {
        try (Scan scan = m_recipe.open()) {
            return new PatternLinker(
                FileStoreFactory.createFileStoreFactory(new TestWorkflow(m_temp).context()), "link", m_recipe,
                m_file.toString(), scan).cell(index);
        }
    }

    @Test
    void linkKeepsEverySettingOfTheRecipe() throws IOException {
        final Path file = m_temp.resolve("link");
        final ScanRecipe recipe = m_recipe
            .withLines(new ScanLines(3, ScanLines.Fit.CUT, List.of(new ScanLines.Run(0, 3), new ScanLines.Run(4, 2))))
            .withAxes(new Axes(true, false, true), new Axes(false, true, false))
            .withHotPixels(new HotPixels(4, 4, new int[]{1, 15}));
        final ScanLink link = ScanLink.to(recipe, "knime://knime.workflow/data/ä b.blo");
        link.write(file);
        assertEquals(link, ScanLink.read(file));
    }

    @Test
    void linkedPatternHasThePixelsOfTheScanItWasMadeFrom() throws IOException {
        final DiffractionPatternCell cell = link(3);
        final byte[] expected = new byte[4];
        try (Scan scan = m_recipe.open(); PatternReader reader = scan.openReader()) {
            assertEquals(2, scan.geometry().scanWidth());
            reader.readSamples(3, expected);
        }
        assertArrayEquals(expected, cell.readSamples());
        assertEquals("2 x 2 px, 8 bit", cell.toString());
    }

    @Test
    void missingOriginalIsSaidInOneSentence() throws IOException {
        final DiffractionPatternCell cell = link(0);
        Files.delete(m_file);
        final String message = assertThrows(IOException.class, cell::readSamples).getMessage();
        assertTrue(message.contains(m_file.toString()) && message.contains("does not exist any more"), message);
    }

    @Test
    void changedOriginalIsSaidInOneSentence() throws IOException {
        final DiffractionPatternCell cell = link(0);
        Files.setLastModifiedTime(m_file, FileTime.fromMillis(1_000_000));
        final String message = assertThrows(IOException.class, cell::readSamples).getMessage();
        assertTrue(message.contains("has changed since") && message.contains("96 bytes"), message);
    }

    @Test
    void damagedLinkIsSaidInOneSentence() throws IOException {
        final Path file = Files.writeString(m_temp.resolve("damaged"), "version=1\nbinning=x\n");
        final String message = assertThrows(IOException.class, () -> ScanLink.read(file)).getMessage();
        assertTrue(message.contains("damaged link"), message);
    }
}
