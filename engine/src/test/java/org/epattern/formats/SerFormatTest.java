// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;

import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerFormatTest {

    @TempDir
    private Path m_folder;

    /** Series of 3 x 2 px, 16 bit; the pixels from the lowest row on are 100 n, 100 n + 1 …; scan of 2 x 2 points. */
    private static byte[] series(final int version, final int valid, final int kind) {
        final ByteBuffer b = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
        final int width = version >= 0x220 ? 8 : 4;
        b.putShort((short)0x4949).putShort((short)0x0197).putShort((short)version).putInt(kind).putInt(0x4142).putInt(4)
            .putInt(valid);
        final int dimensions = 2 * (24 + 4 + 1 + 4 + 6);
        final int list = 22 + width + 4 + dimensions;
        put(b, list, width);
        b.putInt(2);
        for (int i = 0; i < 2; i++) {
            b.putInt(2).putDouble(0).putDouble(5e-9).putInt(0).putInt(1).put((byte)'d').putInt(6)
                .put("meters".getBytes());
        }
        final int element = 40 + 10 + 12;
        final int tag = 8 + 16;
        final int first = list + 8 * width;
        for (int n = 0; n < 4; n++) {
            put(b, first + n * (element + tag), width);
        }
        for (int n = 0; n < 4; n++) {
            put(b, first + n * (element + tag) + element, width);
        }
        for (int n = 0; n < 4; n++) {
            b.putDouble(0).putDouble(2e7).putInt(0).putDouble(0).putDouble(2e7).putInt(0).putShort((short)5).putInt(3)
                .putInt(2);
            for (int i = 0; i < 6; i++) {
                b.putShort((short)(100 * n + i));
            }
            b.putShort((short)0x4142).putShort((short)0).putInt(0).putDouble(5e-9 * (n % 2)).putDouble(5e-9 * (n / 2));
        }
        return Arrays.copyOf(b.array(), b.position());
    }

    private static void put(final ByteBuffer b, final int position, final int width) {
        if (width == 8) {
            b.putLong(position);
        } else {
            b.putInt(position);
        }
    }

    private static float[] pixels(final Scan scan, final long index) throws IOException {
        final float[] pixels = new float[scan.geometry().pixelCount()];
        try (PatternReader reader = scan.openReader()) {
            reader.read(index, pixels);
        }
        return pixels;
    }

    private static String refusal(final Path file) {
        return Damage.tryToRead(file, OpenOptions.AUTO).substring(file.toString().length() + 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x210, 0x220})
    void scanOfImagesIsReadUpperRowFirst(final int version) throws IOException {
        final Path file = Files.write(m_folder.resolve("a_1.ser"), series(version, 4, 0x4122));
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(2, 2, 3, 2, SampleType.INT16), scan.geometry());
            assertArrayEquals(new float[] {303, 304, 305, 300, 301, 302}, pixels(scan, 3));
            assertEquals(5, scan.calibration().stepNm().orElseThrow(), 1e-12);
            assertEquals(OptionalDouble.empty(), scan.calibration().pixelPerNm());
        }
    }

    @Test
    void textBesideTheSeriesTellsTheCalibration() throws IOException {
        Files.write(m_folder.resolve("a_1.ser"), series(0x220, 4, 0x4122));
        final Path emi = Files.writeString(m_folder.resolve("a.emi"), "\0\1binary<ObjectInfo><AcceleratingVoltage>"
            + "200000</AcceleratingVoltage><Data><Label>Mode</Label><Value> TEM Diffraction</Value><Unit></Unit></Data>"
            + "</ObjectInfo>\0");
        try (Scan scan = ScanFormats.open(emi, OpenOptions.AUTO)) {
            assertEquals(OptionalDouble.of(200), scan.calibration().beamEnergyKeV());
            assertEquals(0.02, scan.calibration().pixelPerNm().orElseThrow(), 1e-12);
        }
        Files.delete(m_folder.resolve("a_1.ser"));
        assertEquals("the images are in a file a_1.ser beside it, which is missing", refusal(emi));
    }

    @Test
    void seriesThatEndedEarlyIsALine() throws IOException {
        final Path file = Files.write(m_folder.resolve("a_1.ser"), series(0x220, 3, 0x4122));
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(3, 1, 3, 2, SampleType.INT16), scan.geometry());
        }
    }

    @Test
    void realSeriesTellsItsPixelSize() throws IOException {
        try (Scan scan =
            ScanFormats.open(SharedData.require("ser/128x128x5-diffraction_preview.emi"), OpenOptions.AUTO)) {
            assertEquals(new ScanGeometry(5, 1, 128, 128, SampleType.INT32), scan.geometry());
            // the reference program has 4.2464e16 for it, because it was not given the .emi file and took 1/m for m
            assertEquals(0.042464, scan.calibration().pixelPerNm().orElseThrow(), 1e-6);
            assertEquals(OptionalDouble.of(200), scan.calibration().beamEnergyKeV());
        }
    }

    @Test
    void whatIsNoSeriesOfImagesIsRefused() throws IOException {
        assertEquals("found a series of spectra, expected images (0x4122)",
            refusal(Files.write(m_folder.resolve("a_1.ser"), series(0x220, 4, 0x4120))));
        assertTrue(refusal(Files.write(m_folder.resolve("a_1.ser"), series(0x220, -1, 0x4122)))
            .startsWith("found 4294967295 valid images of 4 planned ones"));
        final byte[] whole = series(0x220, 4, 0x4122);
        final String cut = refusal(Files.write(m_folder.resolve("a_1.ser"), Arrays.copyOf(whole, whole.length - 30)));
        assertTrue(cut.startsWith("image 3 should have 3 x 2 px INT16 at byte"), cut);
    }

    @Test
    void damageAnywhereEndsInASentence() throws IOException {
        final Path file = Files.write(m_folder.resolve("a_1.ser"), series(0x220, 4, 0x4122));
        assertNull(Damage.tryToRead(file, OpenOptions.AUTO));
        final OpenOptions named = OpenOptions.AUTO.withFormat("ser");
        Damage.cutAnywhere(file, named, 400);
        final int refused = Damage.change(file, named, 0, (int)Files.size(file), 3000);
        assertTrue(refused > 500, refused + " of 3000 damaged files were refused");
    }
}
