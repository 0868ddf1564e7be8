// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmpadFormatTest {

    private static final String XML = "<root name=\"acquisition_1\"><timestamp isoformat=\"2024-06-06T13:30:00\"/>"
        + "<raw_file filename=\"frames.raw\"/><pix_x>3</pix_x><pix_y>2</pix_y><exposure_time>1</exposure_time>"
        + "<iom_measurements><source.get_voltage>300000.0</source.get_voltage><optics.get_cameralength>0.7"
        + "</optics.get_cameralength><optics.get_full_scan_field_of_view>[3e-08, 2e-08]"
        + "</optics.get_full_scan_field_of_view><calibrated_pixelsize>1.8e-10</calibrated_pixelsize>"
        + "</iom_measurements></root>";

    @TempDir
    private Path m_folder;

    /** Pixel i of frame f is 1000 f + i, also in the two rows that are no image. */
    private Path write(final String name, final int frames) throws IOException {
        final ByteBuffer b =
            ByteBuffer.allocate(frames * EmpadFormat.FRAME).order(ByteOrder.LITTLE_ENDIAN);
        for (int f = 0; f < frames; f++) {
            for (int i = 0; i < 130 * 128; i++) {
                b.putFloat(1000 * f + i);
            }
        }
        return Files.write(m_folder.resolve(name), b.array());
    }

    private static void check(final Scan scan, final int width, final int height) throws IOException {
        assertEquals(new ScanGeometry(width, height, 128, 128, SampleType.FLOAT32), scan.geometry());
        final float[] pixels = new float[128 * 128];
        final long last = scan.geometry().patternCount() - 1;
        try (PatternReader reader = scan.openReader()) {
            reader.read(last, pixels);
        }
        assertEquals(1000 * last, pixels[0]);
        assertEquals(1000 * last + 128 * 128 - 1, pixels[128 * 128 - 1]);
    }

    private static String refusal(final Path file) {
        final String message = Damage.tryToRead(file, OpenOptions.AUTO);
        return message == null ? "none" : message.replace(file + ": ", "");
    }

    @Test
    void scanOpensByTheDescriptionAndByTheFrames() throws IOException {
        final Path raw = write("frames.raw", 6);
        final Path xml = Files.writeString(m_folder.resolve("acquisition.xml"), XML);
        for (final Path path : new Path[] {raw, xml}) {
            try (Scan scan = ScanFormats.open(path, OpenOptions.AUTO)) {
                check(scan, 3, 2);
                assertEquals(10, scan.calibration().stepNm().orElseThrow(), 1e-9);
                assertEquals(0.18, scan.calibration().pixelPerNm().orElseThrow(), 1e-9);
                assertEquals(300, scan.calibration().beamEnergyKeV().orElseThrow());
                assertTrue(scan.properties().contains(new ScanProperty("camera length", "0.7", "m")));
                assertEquals(raw.toString(), scan.origin());
            }
        }
    }

    @Test
    void realScanHasTheCalibrationOfTheReference() throws IOException {
        try (Scan scan = ScanFormats.open(SharedData.require("empad/map4x4.xml"), OpenOptions.AUTO)) {
            assertEquals(0.1826537060227288, scan.calibration().pixelPerNm().orElseThrow(), 1e-12);
            assertEquals(1141.5856626420549, scan.calibration().stepNm().orElseThrow(), 1e-6);
        }
    }

    @Test
    void framesAloneTellTheScanByTheirName() throws IOException {
        try (Scan scan = ScanFormats.open(write("scan_x2_y3.raw", 6), OpenOptions.AUTO)) {
            check(scan, 2, 3);
            assertTrue(scan.calibration().stepNm().isEmpty());
        }
        final Path plain = write("plain.raw", 6);
        assertTrue(refusal(plain).startsWith("the file is of no format that can be read here"));
        try (Scan scan = ScanFormats.open(plain, OpenOptions.AUTO.withFormat("empad").withScanSize(3, 2))) {
            check(scan, 3, 2);
        }
    }

    @Test
    void seriesIsALineOfPatterns() throws IOException {
        write("frames.raw", 5);
        final Path xml = Files.writeString(m_folder.resolve("a.xml"), XML
            .replace("<pix_x>3</pix_x><pix_y>2</pix_y>", "<scan_parameters><series_count>5</series_count>"
                + "</scan_parameters>"));
        try (Scan scan = ScanFormats.open(xml, OpenOptions.AUTO)) {
            check(scan, 5, 1);
        }
    }

    @Test
    void wrongDescriptionsAreNamed() throws IOException {
        final Path raw = write("frames.raw", 6);
        final Path xml = m_folder.resolve("a.xml");
        Files.writeString(xml, XML.replace("<pix_x>3<", "<pix_x>-3<"));
        assertEquals("found \"-3\" as pix_x, expected a whole number from 1 to 1048576", refusal(xml));
        Files.writeString(xml, XML.replace("<pix_y>2</pix_y>", ""));
        assertEquals("found nothing as pix_y, expected a whole number from 1 to 1048576", refusal(xml));
        Files.writeString(xml, XML.replace("<pix_y>2<", "<pix_y>3<"));
        assertTrue(refusal(raw).startsWith("the scan should be 3 x 3, which is 9 patterns, but there are 6 patterns"));
        Files.writeString(xml, XML.substring(0, XML.length() - 4));
        assertTrue(refusal(xml).startsWith("damaged XML, "), refusal(xml));
        Files.writeString(xml, "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><root>&e;<raw_file "
            + "filename=\"frames.raw\"/></root>");
        assertTrue(refusal(xml).startsWith("damaged XML, "), refusal(xml));
        Files.writeString(xml, XML.replace("frames.raw", "../other/frames2.raw"));
        assertEquals("names \"frames2.raw\" as the file of patterns, which is not in the same folder", refusal(xml));
    }

    @Test
    void truncatedFileTellsHowManyFramesAreComplete() throws IOException {
        final Path raw = write("frames.raw", 6);
        Files.writeString(m_folder.resolve("a.xml"), XML);
        Files.write(raw, Arrays.copyOf(Files.readAllBytes(raw), 5 * EmpadFormat.FRAME + 100));
        assertEquals("the file is truncated or damaged; 5 complete patterns of 66560 bytes are followed by 100 bytes; "
            + "to read the complete ones, set the scan size, possible are 5 x 1, 1 x 5 (width x height)",
            refusal(raw));
        try (Scan scan = ScanFormats.open(raw, OpenOptions.AUTO.withScanSize(5, 1))) {
            check(scan, 5, 1);
        }
        Files.write(raw, new byte[100]);
        assertTrue(refusal(raw).startsWith("the file is truncated; it has not one complete pattern"));
    }

    @Test
    void descriptionCutOrChangedAnywhereIsReadOrRefusedWithASentence() throws IOException {
        write("frames.raw", 6);
        final Path xml = Files.writeString(m_folder.resolve("a.xml"), XML);
        final byte[] whole = Files.readAllBytes(xml);
        final String folder = m_folder.toString();
        for (int length = 0; length < whole.length; length++) {
            Files.write(xml, Arrays.copyOf(whole, length));
            try (Scan scan = ScanFormats.open(xml, OpenOptions.AUTO.withFormat("empad"))) {
                check(scan, 3, 2);
            } catch (IOException e) {
                // a sentence may name the frames instead of the description
                assertTrue(e.getMessage().startsWith(folder), e.getMessage());
            }
        }
    }

    @Test
    void framesBeyondTwoGigabytesAreReached() throws IOException {
        final Path raw = m_folder.resolve("scan_x200_y200.raw");
        final ByteBuffer pixel = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, 42);
        try (FileChannel channel = FileChannel.open(raw, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
            channel.write(pixel, 39_999L * EmpadFormat.FRAME);
            channel.write(ByteBuffer.allocate(1), 40_000L * EmpadFormat.FRAME - 1);
        }
        final float[] pixels = new float[128 * 128];
        try (Scan scan = ScanFormats.open(raw, OpenOptions.AUTO); PatternReader reader = scan.openReader()) {
            reader.read(39_999, pixels);
        }
        assertEquals(42, pixels[0]);
    }
}
