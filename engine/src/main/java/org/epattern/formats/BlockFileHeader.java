// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.epattern.scan.Calibration;
import org.epattern.scan.ScanProperty;

/**
 * Header of a NanoMEGAS block file (.blo), little-endian. The layout was never published by the maker; offsets and
 * units are those on which the public readers of HyperSpy (RosettaSciIO) and LiberTEM agree, checked on a real file:
 *
 * <pre>
 *   0  char[6]  "IMGBLO"                      30  f64 scan step x (nm)
 *   6  u16      version, 0x0102 or 0x0103     38  f64 scan step y (nm)
 *   8  u32      start of the bright field     46  u32 beam energy (eV)
 *  12  u32      start of the patterns         50  u16 camera scale (px/cm x 100)
 *  16  u32      flags (not understood)        52  u32 camera length (mm x 10)
 *  20  u16      pattern width = height (px)   56  f64 time (days since 1899-12-30)
 *  22  u16      pattern rotation (deg x 100)  64  f64[8]  centring
 *  24  u16      scan width                   128  f64[14] distortion
 *  26  u16      scan height                  240  notes, Latin-1, up to the bright field
 *  28  u16      scan rotation (deg x 100)
 * </pre>
 *
 * Each pattern is preceded by the bytes AA 55 and its index as u32. Version 0x0103 may hold 16 bit, which a note says
 * ("Blo Bit Depth: 16 bits").
 *
 * @param version 0x0102 or 0x0103
 * @param brightFieldStart position of the virtual bright field image (u8)
 * @param patternStart position of the first pattern's header
 * @param patternSize width and height of a pattern (px)
 * @param patternRotation pattern rotation (0.01 degree)
 * @param scanWidth scan positions in a line
 * @param scanHeight number of lines
 * @param scanRotation scan rotation (0.01 degree)
 * @param stepX distance of scan positions in a line (nm)
 * @param stepY distance of lines (nm)
 * @param beamEnergy beam energy (eV)
 * @param cameraScale camera pixels per cm, times 100
 * @param cameraLength camera length (0.1 mm)
 * @param time days since 1899-12-30 00:00
 * @param notes text, lines separated by CR LF
 */
record BlockFileHeader(int version, long brightFieldStart, long patternStart, int patternSize, int patternRotation,
    int scanWidth, int scanHeight, int scanRotation, double stepX, double stepY, long beamEnergy, int cameraScale,
    long cameraLength, double time, String notes) {

    static final byte[] ID = "IMGBLO".getBytes(StandardCharsets.US_ASCII);
    static final int VERSION_2 = 0x0102;
    static final int VERSION_3 = 0x0103;
    static final int NOTES_START = 240;
    static final int FIRST_BLOCK = 4096;
    static final int FRAME_HEADER = 6;
    static final int SHORT_FRAME_HEADER = 2;

    private static final int FLAGS = 0x0002003F;
    private static final int CENTRING = 8;
    private static final int DISTORTION = 14;
    private static final int DISTORTION_XX = 1;
    private static final int DISTORTION_YY = 9;
    private static final int LONGEST_NOTES = 1 << 20;
    private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final Pattern BIT_DEPTH =
        Pattern.compile("blo bit depth:\\s*(\\d{1,2})\\s*bits?", Pattern.CASE_INSENSITIVE);
    private static final String DEPTH_NOTE = "Blo Bit Depth: ";
    private static final String PIXEL_NOTE = "Pattern pixel (1/nm): ";

    static BlockFileHeader read(final ScanFile file) throws IOException {
        final byte[] bytes = new byte[NOTES_START];
        if (file.size() < NOTES_START) {
            throw new IOException(file.path() + ": a block file has a header of at least " + NOTES_START
                + " bytes, but the file has only " + file.size());
        }
        file.read(0, bytes, 0, NOTES_START, "the header");
        if (!Arrays.equals(bytes, 0, ID.length, ID, 0, ID.length)) {
            throw new IOException(file.path() + ": not a block file; it starts with \"" + printable(bytes)
                + "\", expected \"IMGBLO\"");
        }
        final ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        final int version = u16(b, 6);
        if (version != VERSION_2 && version != VERSION_3) {
            throw new IOException(String.format("%s: block file version 0x%04X is not known, expected 0x0102 or 0x0103",
                file.path(), version));
        }
        final long brightField = u32(b, 8);
        final long patterns = u32(b, 12);
        if (brightField < NOTES_START || patterns < brightField || patterns > file.size()) {
            throw new IOException(file.path() + ": damaged header; the bright field starts at byte " + brightField
                + " and the patterns at byte " + patterns + ", expected rising positions from " + NOTES_START
                + " within the " + file.size() + " bytes of the file");
        }
        final int patternSize = u16(b, 20);
        final int scanWidth = u16(b, 24);
        final int scanHeight = u16(b, 26);
        if (patternSize < 1 || scanWidth < 1 || scanHeight < 1) {
            throw new IOException(file.path() + ": damaged header; found a scan of " + scanWidth + " x " + scanHeight
                + " patterns of " + patternSize + " x " + patternSize + " px, expected at least 1 of each");
        }
        final byte[] notes = new byte[(int)Math.min(brightField - NOTES_START, LONGEST_NOTES)];
        file.read(NOTES_START, notes, 0, notes.length, "the notes");
        return new BlockFileHeader(version, brightField, patterns, patternSize, u16(b, 22), scanWidth, scanHeight,
            u16(b, 28), b.getDouble(30), b.getDouble(38), u32(b, 46), u16(b, 50), u32(b, 52), b.getDouble(56),
            text(notes));
    }

    private static String text(final byte[] notes) {
        int end = 0;
        while (end < notes.length && notes[end] != 0) {
            end++;
        }
        return new String(notes, 0, end, StandardCharsets.ISO_8859_1);
    }

    private static String printable(final byte[] bytes) {
        return new String(bytes, 0, ID.length, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "?");
    }

    private static int u16(final ByteBuffer b, final int at) {
        return b.getShort(at) & 0xffff;
    }

    private static long u32(final ByteBuffer b, final int at) {
        return b.getInt(at) & 0xffffffffL;
    }

    /** @return bits per pixel that the notes say, 8 where they do not tell */
    int bitDepth() {
        if (version == VERSION_3) {
            final Matcher matcher = BIT_DEPTH.matcher(notes);
            if (matcher.find()) {
                return Integer.parseInt(matcher.group(1));
            }
        }
        return 8;
    }

    /** @return number of patterns that the header says */
    long patternCount() {
        return (long)scanWidth * scanHeight;
    }

    /**
     * Physical sizes. The size of a pattern pixel follows from camera scale, camera length and electron wavelength:
     * q = pixel / (camera length x wavelength), valid at the small angles of electron diffraction.
     */
    Calibration calibration() {
        final OptionalDouble pixel = beamEnergy > 0 && cameraScale > 0 && cameraLength > 0
            ? OptionalDouble.of(pixelPerNm(beamEnergy, cameraScale, cameraLength)) : notedPixel();
        return new Calibration(positive(stepX), pixel,
            beamEnergy > 0 ? OptionalDouble.of(beamEnergy / 1000.0) : OptionalDouble.empty());
    }

    private static double pixelPerNm(final long energy, final int scale, final long length) {
        final double pixelMm = 1000.0 / scale;
        final double lengthMm = length / 10.0;
        return pixelMm / (lengthMm * PhysicalUnits.wavelengthNm(energy));
    }

    private OptionalDouble notedPixel() {
        for (final String line : notes.split("\\R")) {
            if (line.startsWith(PIXEL_NOTE)) {
                try {
                    return positive(Double.parseDouble(line.substring(PIXEL_NOTE.length())));
                } catch (NumberFormatException e) {
                    return OptionalDouble.empty();
                }
            }
        }
        return OptionalDouble.empty();
    }

    private static OptionalDouble positive(final double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** @return what the header says, for the scan description */
    List<ScanProperty> properties() {
        final List<ScanProperty> list = new ArrayList<>();
        list.add(new ScanProperty("format", String.format("NanoMEGAS block file 0x%04X", version), ""));
        list.add(new ScanProperty("scan step y", Double.toString(stepY), "nm"));
        list.add(new ScanProperty("scan rotation", Double.toString(scanRotation / 100.0), "deg"));
        list.add(new ScanProperty("pattern rotation", Double.toString(patternRotation / 100.0), "deg"));
        list.add(new ScanProperty("camera scale", Double.toString(cameraScale / 100.0), "px/cm"));
        list.add(new ScanProperty("camera length", Double.toString(cameraLength / 10.0), "mm"));
        if (time > 0 && time < 1e6) {
            final LocalDateTime when = DAY_ZERO.plus(Math.round(time * 86_400_000), ChronoUnit.MILLIS);
            list.add(new ScanProperty("acquired", when.truncatedTo(ChronoUnit.SECONDS).toString(), ""));
        }
        for (final String line : notes.split("\\R")) {
            if (!line.isBlank()) {
                list.add(new ScanProperty("note", line.strip(), ""));
            }
        }
        return list;
    }

    /**
     * Makes the header of a new file. Fields that a calibration does not fill stay 0 and the distortion is none.
     * The camera length and scale are a pair that gives the pixel size of the calibration to eight digits or better;
     * only their product is meaningful.
     *
     * @param width scan width, at most 65535
     * @param height scan height, at most 65535
     * @param size pattern width and height (px), at most 65535
     * @param c physical sizes
     * @param bits bits per pixel, 8 or 16
     * @return the header; patterns start at the next multiple of 16 behind the bright field, as in real files
     */
    static BlockFileHeader of(final int width, final int height, final int size, final Calibration c,
        final int bits) {
        final long start = (FIRST_BLOCK + (long)width * height + 15) / 16 * 16;
        final double step = c.stepNm().orElse(0);
        final long energy = Math.round(c.beamEnergyKeV().orElse(0) * 1000);
        final boolean wide = bits > Byte.SIZE;
        String notes = "Written by ePattern" + (wide ? "\r\n" + DEPTH_NOTE + bits + " bits" : "");
        int scale = 0;
        long length = 0;
        if (c.pixelPerNm().isPresent()) {
            final double pixel = c.pixelPerNm().getAsDouble();
            if (energy > 0) {
                scale = bestScale(pixel, energy);
                length = lengthFor(pixel, energy, scale);
            }
            if (scale == 0) {
                notes += "\r\n" + PIXEL_NOTE + pixel;
            }
        }
        return new BlockFileHeader(wide ? VERSION_3 : VERSION_2, FIRST_BLOCK, start, size, 0, width, height, 0, step,
            step, energy, scale, length, 0, notes);
    }

    /** Camera scale (px/cm x 100, 5 to 200 px/cm) whose whole camera length hits the pixel size best; 0 = none. */
    private static int bestScale(final double pixel, final long energy) {
        int best = 0;
        double smallest = 1e-6;
        for (int scale = 500; scale <= 20_000; scale++) {
            final long length = lengthFor(pixel, energy, scale);
            if (length >= 1 && length <= 0xffffffffL) {
                final double error = Math.abs(pixelPerNm(energy, scale, length) / pixel - 1);
                if (error < smallest) {
                    smallest = error;
                    best = scale;
                }
            }
        }
        return best;
    }

    private static long lengthFor(final double pixel, final long energy, final int scale) {
        return Math.round(pixelPerNm(energy, scale, 1) / pixel);
    }

    /** @return the bytes up to the bright field */
    byte[] bytes() {
        final byte[] bytes = new byte[(int)brightFieldStart];
        final ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        b.put(ID).putShort((short)version).putInt((int)brightFieldStart).putInt((int)patternStart).putInt(FLAGS);
        b.putShort((short)patternSize).putShort((short)patternRotation);
        b.putShort((short)scanWidth).putShort((short)scanHeight).putShort((short)scanRotation);
        b.putDouble(stepX).putDouble(stepY).putInt((int)beamEnergy).putShort((short)cameraScale);
        b.putInt((int)cameraLength).putDouble(time);
        b.position(b.position() + CENTRING * Double.BYTES);
        for (int i = 0; i < DISTORTION; i++) {
            b.putDouble(i == DISTORTION_XX || i == DISTORTION_YY ? 1 : 0);
        }
        b.put(notes.getBytes(StandardCharsets.ISO_8859_1));
        return bytes;
    }
}
