// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's mistake ends in one sentence that names the place, what was found and what was expected. */
class BadInputTest {

    private static final Path WORKFLOW = Runner.workflow("ePattern");
    private static final int LOAD_ERROR = 3;
    private static final int NOT_EXECUTED = 4;

    @TempDir
    private Path m_folder;

    @Test
    void missingFile() throws IOException {
        final Path file = m_folder.resolve("nowhere.blo");
        refused(NOT_EXECUTED, runOn(file), file.toString());
    }

    @Test
    void emptyFile() throws IOException {
        final Path file = Files.createFile(m_folder.resolve("empty.blo"));
        refused(NOT_EXECUTED, runOn(file), file.toString());
    }

    @Test
    void foreignFile() throws IOException {
        final Path file = Files.writeString(m_folder.resolve("letter.blo"), "Dear colleague, ".repeat(1000));
        refused(NOT_EXECUTED, runOn(file), file.toString());
    }

    @Test
    void truncatedFileLeavesNoTables() throws IOException {
        final byte[] whole = Files.readAllBytes(WORKFLOW.resolve("data/demo.blo"));
        final Path file = m_folder.resolve("cut.blo");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        refused(NOT_EXECUTED, runOn(file), file.toString(), "108");
        assertFalse(Files.exists(m_folder.resolve("out/Adaptive Peak Register/Reflections.csv")));
    }

    @Test
    void folderWithoutScanSizeListsThePossibleOnes() throws IOException {
        final Path images = Files.createDirectory(m_folder.resolve("images"));
        for (int i = 0; i < 6; i++) {
            ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY), "png",
                images.resolve("p" + i + ".png").toFile());
        }
        refused(NOT_EXECUTED, runOn(images), "6", "2 x 3", "3 x 2");
    }

    @Test
    void scanSizeThatDoesNotFit() throws IOException {
        refused(NOT_EXECUTED, Runner.run(WORKFLOW, "-option=1,scanSize,GIVEN,String", "-option=1,scanWidth,7,int",
            "-option=1,scanHeight,5,int"), "108", "7 x 5");
    }

    @Test
    void settingOutOfRange() throws IOException {
        refused(LOAD_ERROR, Runner.run(WORKFLOW, "-option=3,factor,-1,double"), "-1");
    }

    @Test
    void columnThatDoesNotExist() throws IOException {
        refused(NOT_EXECUTED, Runner.run(WORKFLOW, "-option=2,patternColumn,diffraction,String"), "diffraction");
    }

    @Test
    void columnOfTheWrongType() throws IOException {
        refused(NOT_EXECUTED, Runner.run(WORKFLOW, "-option=2,patternColumn,scan x,String"), "scan x");
    }

    @Test
    void workflowWithAMissingKey() throws IOException {
        final Path copy = m_folder.resolve("copy");
        try (Stream<Path> files = Files.walk(WORKFLOW)) {
            for (final Path file : (Iterable<Path>)files::iterator) {
                Files.copy(file, copy.resolve(WORKFLOW.relativize(file).toString()));
            }
        }
        final Path settings = copy.resolve("Load 4D-STEM (#1)/settings.xml");
        final List<String> lines = Files.readAllLines(settings);
        lines.removeIf(l -> l.contains("\"factory\""));
        Files.write(settings, lines);
        refused(LOAD_ERROR, Runner.run(copy), "factory");
    }

    @Test
    void workflowThatIsNotThere() throws IOException {
        final JavaProcess run = Runner.run(m_folder.resolve("nothing"));
        refused(run.exitCode(), run, "nothing");
        assertTrue(run.exitCode() == 2 || run.exitCode() == LOAD_ERROR, run.output());
    }

    private JavaProcess runOn(final Path input) throws IOException {
        return Runner.run(WORKFLOW, "-workflow.variable=input,'" + input + "',String", "--out",
            m_folder.resolve("out").toString());
    }

    private static void refused(final int exitCode, final JavaProcess run, final String... words) {
        assertEquals(exitCode, run.exitCode(), run.output());
        final List<String> errors =
            run.output().lines().filter(l -> Arrays.stream(words).allMatch(l::contains)).toList();
        assertFalse(errors.isEmpty(), () -> "no line with " + Arrays.toString(words) + " in:\n" + run.output());
        assertFalse(run.output().contains("\tat "), run.output());
    }
}
