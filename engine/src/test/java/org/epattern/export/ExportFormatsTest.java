// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.io.Opener;
import io.jhdf.HdfFile;
import io.jhdf.api.Node;

import org.epattern.formats.OpenOptions;
import org.epattern.formats.ScanFormats;
import org.epattern.scan.Calibration;
import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds for every format what Save promises: bit for bit the same after reading, or nothing at all. */
class ExportFormatsTest {

    private static final int WIDTH = 3;
    private static final int HEIGHT = 2;
    private static final int SIZE = 12;
    private static final Calibration KNOWN =
        new Calibration(OptionalDouble.of(12.8), OptionalDouble.of(0.0173), OptionalDouble.of(200));

    @TempDir
    private Path m_folder;

    private static ScanGeometry geometry(final SampleType type) {
        return new ScanGeometry(WIDTH, HEIGHT, SIZE, SIZE, type);
    }

    private static byte[] pattern(final SampleType type, final int index) {
        final byte[] samples = new byte[SIZE * SIZE * type.bytes()];
        new Random(index).nextBytes(samples);
        return samples;
    }

    static Stream<Arguments> formatsAndTypes() {
        return ExportFormats.all().stream()
            .flatMap(format -> format.sampleTypes().stream().map(type -> Arguments.of(format.name(), type)));
    }

    static Stream<String> formats() {
        return ExportFormats.all().stream().map(ExportFormat::name);
    }

    private static SampleType anyType(final ExportFormat format) {
        return format.sampleTypes().iterator().next();
    }

    private Path write(final ExportFormat format, final SampleType type, final boolean replace) throws IOException {
        final Path target = format.complete(m_folder.resolve("scan é"), geometry(type));
        try (PatternOutput output = format.begin(target, geometry(type), KNOWN, replace)) {
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                output.write(output.pack(pattern(type, i)));
            }
            assertTrue(output.publish() > WIDTH * HEIGHT * SIZE * SIZE);
        }
        return target;
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.walk(m_folder)) {
            return files.filter(f -> !f.equals(m_folder)).map(f -> m_folder.relativize(f).toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("formatsAndTypes")
    void whatIsWrittenIsReadBackBitForBit(final String name, final SampleType type) throws IOException {
        final Path file = write(ExportFormats.byName(name), type, false);
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO); PatternReader reader = scan.openReader()) {
            assertEquals(geometry(type), scan.geometry());
            final byte[] samples = new byte[scan.geometry().patternBytes()];
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                reader.readSamples(i, samples);
                assertArrayEquals(pattern(type, i), samples, "pattern " + i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void calibrationIsReadBack(final String name) throws IOException {
        final ExportFormat format = ExportFormats.byName(name);
        try (Scan scan = ScanFormats.open(write(format, anyType(format), false), OpenOptions.AUTO)) {
            final Calibration found = scan.calibration();
            assertEquals(KNOWN.stepNm(), found.stepNm());
            assertEquals(KNOWN.pixelPerNm().getAsDouble(), found.pixelPerNm().orElse(0), 1e-8);
            assertEquals(KNOWN.beamEnergyKeV(), found.beamEnergyKeV());
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void closingBeforePublishingLeavesNothingBehind(final String name) throws IOException {
        final ExportFormat format = ExportFormats.byName(name);
        final SampleType type = anyType(format);
        final Path target = format.complete(m_folder.resolve("scan"), geometry(type));
        try (PatternOutput output = format.begin(target, geometry(type), KNOWN, false)) {
            output.write(output.pack(pattern(type, 0)));
            assertTrue(!left().isEmpty());
        }
        assertEquals(List.of(), left());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void tooFewAndTooManyPatternsAreRefused(final String name) throws IOException {
        final ExportFormat format = ExportFormats.byName(name);
        final SampleType type = anyType(format);
        final Path target = format.complete(m_folder.resolve("scan"), geometry(type));
        try (PatternOutput output = format.begin(target, geometry(type), KNOWN, false)) {
            output.write(output.pack(pattern(type, 0)));
            final String message = assertThrows(IOException.class, output::publish).getMessage();
            assertTrue(message.contains("only 1 of 6 patterns"), message);
        }
        try (PatternOutput output = format.begin(target, geometry(type), KNOWN, false)) {
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                output.write(output.pack(pattern(type, i)));
            }
            final byte[] more = output.pack(pattern(type, 6));
            assertThrows(IOException.class, () -> output.write(more));
        }
        assertEquals(List.of(), left());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatExistsIsReplacedOnRequestOnly(final String name) throws IOException {
        final ExportFormat format = ExportFormats.byName(name);
        final SampleType type = anyType(format);
        final Path target = write(format, type, false);
        final List<String> before = left();
        final String message = assertThrows(IOException.class, () -> write(format, type, false)).getMessage();
        assertTrue(message.startsWith(target.toString()) && message.contains("exists"), message);
        assertEquals(before, left());
        write(format, type, true);
        assertEquals(before, left());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void missingFolderIsSaidInOneSentence(final String name) {
        final ExportFormat format = ExportFormats.byName(name);
        final ScanGeometry geometry = geometry(anyType(format));
        final String message = assertThrows(IOException.class,
            () -> format.begin(format.complete(m_folder.resolve("no/scan"), geometry), geometry, KNOWN, false))
                .getMessage();
        assertTrue(message.contains("there is no folder"), message);
    }

    @Test
    void scanOfManyChunksIsFoundThroughAllLevelsOfTheTree() throws IOException {
        // 64 entries in a node: three levels
        final ScanGeometry large = new ScanGeometry(99, 50, 4, 3, SampleType.UINT16);
        final ExportFormat format = ExportFormats.byName("hspy");
        final Path file = format.complete(m_folder.resolve("large"), large);
        try (PatternOutput output = format.begin(file, large, KNOWN, false)) {
            for (int i = 0; i < large.patternCount(); i++) {
                final byte[] samples = new byte[24];
                new Random(i).nextBytes(samples);
                output.write(output.pack(samples));
            }
            output.publish();
        }
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO); PatternReader reader = scan.openReader()) {
            assertEquals(large, scan.geometry());
            final byte[] samples = new byte[24];
            final byte[] expected = new byte[24];
            for (int i = 0; i < large.patternCount(); i++) {
                new Random(i).nextBytes(expected);
                reader.readSamples(i, samples);
                assertArrayEquals(expected, samples, "pattern " + i);
            }
        }
    }

    /** Facts of real files: what HyperSpy needs to find patterns, axes and units. */
    @Test
    void hyperSpyFindsItsGroupsAndAttributes() throws IOException {
        try (HdfFile file = new HdfFile(write(ExportFormats.byName("hspy"), SampleType.UINT16, false))) {
            assertEquals("HyperSpy", file.getAttribute("file_format").getData());
            assertEquals("3.1", file.getAttribute("file_format_version").getData());
            final Node axis = file.getByPath("/Experiments/scan/axis-3");
            assertEquals("1/nm", axis.getAttribute("units").getData());
            assertEquals(0.0173, axis.getAttribute("scale").getData());
            assertEquals(-6 * 0.0173, axis.getAttribute("offset").getData());
            assertEquals(12L, axis.getAttribute("size").getData());
            assertEquals("FALSE", axis.getAttribute("navigate").getData());
            assertEquals("TRUE",
                file.getByPath("/Experiments/scan/axis-0").getAttribute("navigate").getData());
            for (final String group : List.of("metadata/General", "metadata/Signal", "original_metadata")) {
                assertTrue(file.getByPath("/Experiments/scan/" + group).isGroup(), group);
            }
            assertEquals(200.0, file.getByPath("/Experiments/scan/metadata/Acquisition_instrument/TEM")
                .getAttribute("beam_energy").getData());
        }
    }

    @Test
    void tiffBeyondTheLimitIsABigTiff() throws IOException {
        final TiffExport big = new TiffExport(100);
        for (final SampleType type : TiffExport.TYPES) {
            final Path file = write(big, type, true);
            assertEquals(43, Files.readAllBytes(file)[2]);
            try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO); PatternReader reader = scan.openReader()) {
                assertEquals(geometry(type), scan.geometry());
                assertEquals(0.0173, scan.calibration().pixelPerNm().getAsDouble(), 1e-9);
                final byte[] samples = new byte[scan.geometry().patternBytes()];
                reader.readSamples(5, samples);
                assertArrayEquals(pattern(type, 5), samples);
            }
        }
    }

    @Test
    void imageJOpensTheStackAsAHyperstackWithItsScale() throws IOException {
        final ImagePlus image =
            new Opener().openImage(write(ExportFormats.byName("tif"), SampleType.UINT16, false).toString());
        assertEquals(List.of(WIDTH, HEIGHT), List.of(image.getNSlices(), image.getNFrames()));
        assertEquals(0.0173, image.getCalibration().pixelWidth, 1e-9);
        assertEquals("1/nm", image.getCalibration().getUnit());
        final byte[] last = pattern(SampleType.UINT16, 5);
        final var processor = image.getStack().getProcessor(6);
        for (int i = 0; i < SIZE * SIZE; i++) {
            assertEquals(Samples.get(last, SampleType.UINT16, i), processor.get(i));
        }
    }

    @Test
    void imagesAreNamedAsTheMacrosDoAndOtherProgramsReadThem() throws IOException {
        final Path folder = write(ExportFormats.byName("bmp-folder"), SampleType.UINT8, false);
        assertEquals("scan é_(0-1,0-2)", folder.getFileName().toString());
        assertEquals(List.of("0001-0001.bmp", "0001-0002.bmp", "0001-0003.bmp", "0002-0001.bmp", "0002-0002.bmp",
            "0002-0003.bmp", "scan.txt"), Stream.of(folder.toFile().list()).sorted().toList());
        for (final String name : List.of("bmp-folder", "tif-folder")) {
            final Path images = write(ExportFormats.byName(name), SampleType.UINT8, true);
            final String ending = name.startsWith("bmp") ? ".bmp" : ".tif";
            final var image = ImageIO.read(images.resolve("0002-0001" + ending).toFile());
            final byte[] expected = pattern(SampleType.UINT8, 3);
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i] & 0xff, image.getRaster().getSample(i % SIZE, i / SIZE, 0));
            }
            try (Stream<Path> files = Files.list(images)) {
                files.forEach(f -> f.toFile().delete());
            }
            Files.delete(images);
        }
    }

    @Test
    void folderWithOtherFilesIsNeverReplaced() throws IOException {
        final ExportFormat format = ExportFormats.byName("bmp-folder");
        final Path folder = write(format, SampleType.UINT8, false);
        Files.writeString(folder.resolve("thesis.doc"), "years of work");
        final List<String> before = left();
        final String message =
            assertThrows(IOException.class, () -> write(format, SampleType.UINT8, true)).getMessage();
        assertTrue(message.contains("thesis.doc"), message);
        assertEquals(before, left());
    }

    @Test
    void folderNameWithAnotherScanSizeIsRefused() {
        final String message = assertThrows(IOException.class, () -> ExportFormats.byName("bmp-folder")
            .complete(m_folder.resolve("a (0-9,0-9)"), geometry(SampleType.UINT8))).getMessage();
        assertTrue(message.contains("(0-9,0-9)") && message.contains("(0-1,0-2)"), message);
    }

    @Test
    void unknownFormatIsSaidWithTheNamesOfAll() {
        final List<String> names = new ArrayList<>(formats().toList());
        final String message =
            assertThrows(IllegalArgumentException.class, () -> ExportFormats.byName("gif")).getMessage();
        assertTrue(names.stream().allMatch(message::contains), message);
    }
}
