// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.epattern.scan.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds which files of a folder are scans. */
class ScanFolderTest {

    @TempDir
    private Path m_folder;

    private void file(final String name, final byte... start) throws IOException {
        final Path file = m_folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, start.length == 0 ? new byte[]{1, 2, 3, 4} : start);
    }

    private void blockFile(final String name) throws IOException {
        file(name, BlockFileHeader.ID);
    }

    private List<String> list(final String names, final boolean subfolders) throws IOException {
        return new ScanFolder(names, subfolders).list(m_folder, Progress.NONE).stream()
            .map(f -> m_folder.relativize(f.path()).toString().replace('\\', '/') + " " + f.format().name()).toList();
    }

    @Test
    void scansComeInNaturalOrderAndAllElseIsPassedOver() throws IOException {
        blockFile("scan 10.blo");
        blockFile("scan 2.blo");
        blockFile("Scan 1.BLO");
        file("notes.txt");
        file("thumbnail.png");
        blockFile(".hidden.blo");
        file("empty.blo.part");
        assertEquals(List.of("Scan 1.BLO blo", "scan 2.blo blo", "scan 10.blo blo"), list("*", false));
        assertEquals(list("*", false), list(" ", false));
    }

    @Test
    void aFolderOfImagesIsOneScan() throws IOException {
        file("images/0001.bmp");
        file("images/0002.bmp");
        blockFile("a.blo");
        assertEquals(List.of("a.blo blo", "images images"), list("*", true));
    }

    @Test
    void subfoldersAreEnteredOnlyIfWanted() throws IOException {
        blockFile("b.blo");
        blockFile("day 2/a.blo");
        blockFile("day 1/deep/z.blo");
        assertEquals(List.of("b.blo blo"), list("*", false));
        assertEquals(List.of("b.blo blo", "day 1/deep/z.blo blo", "day 2/a.blo blo"), list("*", true));
    }

    @Test
    void wildcardsChooseByNameAndIgnoreUpperAndLowerCase() throws IOException {
        blockFile("Grain 1.blo");
        blockFile("grain 2.BLO");
        blockFile("other.blo");
        file("map.mrc");
        assertEquals(List.of("Grain 1.blo blo", "grain 2.BLO blo"), list("GRAIN*.blo", false));
        assertEquals(List.of("map.mrc mrc", "other.blo blo"), list("{map,other}.*", false));
    }

    @Test
    void aScanOfSeveralFilesIsListedOnce() throws IOException {
        file("m.hdr", "HDR,".getBytes());
        file("m.mib", "MQ1,".getBytes());
        file("series_000.tvips");
        file("series_001.tvips");
        file("gap_001.tvips");
        file("e.xml", "<x><raw_file filename=\"r.raw\"/></x>".getBytes());
        file("r.raw");
        file("t.emi");
        assertEquals(List.of("e.xml empad", "gap_001.tvips tvips", "m.mib mib", "series_000.tvips tvips"),
            list("*", false));
    }

    @Test
    void whatCannotBeListedIsSaidInOneSentence() throws IOException {
        file("notes.txt");
        assertTrue(assertThrows(IOException.class, () -> list("*", false)).getMessage()
            .endsWith("the folder holds no scan whose name fits, subfolders were not entered"));
        assertTrue(assertThrows(IOException.class, () -> list("*", true)).getMessage()
            .endsWith("the folder holds no scan whose name fits"));
        final ScanFolder all = new ScanFolder("*", false);
        assertTrue(assertThrows(IOException.class, () -> all.list(m_folder.resolve("no"), Progress.NONE)).getMessage()
            .endsWith("there is no such folder"));
        assertTrue(assertThrows(IOException.class, () -> all.list(m_folder.resolve("notes.txt"), Progress.NONE))
            .getMessage().endsWith("is a file, expected a folder with scans"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new ScanFolder("*.{blo", false)).getMessage()
            .startsWith("File names are \"*.{blo\", expected wildcards such as"));
    }

    @Test
    void theSearchStopsWhenTheUserWantsIt() throws IOException {
        blockFile("a.blo");
        assertThrows(CancellationException.class, () -> new ScanFolder("*", false).list(m_folder, new Progress() {
            @Override
            public void report(final double fraction, final String message) {
                // not of interest
            }

            @Override
            public void checkCanceled() {
                throw new CancellationException();
            }
        }));
    }
}
