// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

import org.epattern.scan.Calibration;
import org.epattern.scan.SampleType;
import org.epattern.scan.ScanGeometry;

/**
 * The small text file that tells what raw files and images cannot: a line per property, {@code name = value}. It lies
 * beside a raw file, named as that with ".txt" behind it, or as {@value #IN_FOLDER} in a folder of images. Patterns of
 * such a raw file follow each other without header and gap, little-endian.
 *
 * @param geometry shape
 * @param calibration physical sizes
 */
public record ScanSidecar(ScanGeometry geometry, Calibration calibration) {

    private static final String IN_FOLDER = "scan.txt";
    private static final String TITLE = "# 4D-STEM scan, pattern after pattern, row by row, little-endian";
    private static final String SCAN_WIDTH = "scan width";
    private static final String SCAN_HEIGHT = "scan height";
    private static final String PATTERN_WIDTH = "pattern width";
    private static final String PATTERN_HEIGHT = "pattern height";
    private static final String SAMPLE_TYPE = "sample type";
    private static final String STEP = "step (nm)";
    private static final String PIXEL = "pixel (1/nm)";
    private static final String ENERGY = "beam energy (keV)";
    private static final int LONGEST = 1 << 16;

    /** @return the text file in a folder of images */
    public static Path inFolder(final Path folder) {
        return folder.resolve(IN_FOLDER);
    }

    /** @return the text file that belongs to a raw file */
    public static Path of(final Path raw) {
        return raw.resolveSibling(raw.getFileName() + ".txt");
    }

    /** @return the text, UTF-8 */
    public byte[] bytes() {
        final StringBuilder text = new StringBuilder(TITLE).append('\n');
        line(text, SCAN_WIDTH, geometry.scanWidth());
        line(text, SCAN_HEIGHT, geometry.scanHeight());
        line(text, PATTERN_WIDTH, geometry.patternWidth());
        line(text, PATTERN_HEIGHT, geometry.patternHeight());
        line(text, SAMPLE_TYPE, geometry.sampleType());
        calibration.stepNm().ifPresent(v -> line(text, STEP, v));
        calibration.pixelPerNm().ifPresent(v -> line(text, PIXEL, v));
        calibration.beamEnergyKeV().ifPresent(v -> line(text, ENERGY, v));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(final StringBuilder text, final String name, final Object value) {
        text.append(name).append(" = ").append(value).append('\n');
    }

    /** @return whether a file is such a text */
    static boolean is(final Path file) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) < LONGEST && text(file).startsWith(TITLE);
    }

    private static String text(final Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /**
     * Reads such a text.
     *
     * @param file the text file
     * @return what it says
     * @throws IOException one sentence: which file and property, what was found, what was expected
     */
    static ScanSidecar read(final Path file) throws IOException {
        final Map<String, String> values = new HashMap<>();
        for (final String line : text(file).split("\\R")) {
            final int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
        final SampleType type = type(file, values.get(SAMPLE_TYPE));
        final ScanGeometry geometry;
        try {
            geometry = new ScanGeometry(size(file, values, SCAN_WIDTH), size(file, values, SCAN_HEIGHT),
                size(file, values, PATTERN_WIDTH), size(file, values, PATTERN_HEIGHT), type);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return new ScanSidecar(geometry, new Calibration(number(file, values, STEP), number(file, values, PIXEL),
            number(file, values, ENERGY)));
    }

    private static SampleType type(final Path file, final String text) throws IOException {
        for (final SampleType type : SampleType.values()) {
            if (type.name().equals(text)) {
                return type;
            }
        }
        throw new IOException(file + ": the " + SAMPLE_TYPE + " is " + (text == null ? "missing" : "\"" + text + "\"")
            + ", expected UINT8, INT8, UINT16, INT16, UINT32, INT32, FLOAT32 or FLOAT64");
    }

    private static int size(final Path file, final Map<String, String> values, final String name) throws IOException {
        final String text = values.get(name);
        if (text == null || !text.matches("[1-9][0-9]{0,8}")) {
            throw new IOException(file + ": the " + name + " is " + (text == null ? "missing" : "\"" + text + "\"")
                + ", expected a whole number of at least 1");
        }
        return Integer.parseInt(text);
    }

    private static OptionalDouble number(final Path file, final Map<String, String> values, final String name)
        throws IOException {
        final String text = values.get(name);
        if (text == null) {
            return OptionalDouble.empty();
        }
        try {
            final double value = Double.parseDouble(text);
            if (value > 0 && value < Double.POSITIVE_INFINITY) {
                return OptionalDouble.of(value);
            }
            throw new NumberFormatException();
        } catch (NumberFormatException e) {
            throw new IOException(file + ": " + name + " is \"" + text + "\", expected a number above 0", e);
        }
    }

    /** @return the layout of the raw file */
    RawLayout layout() {
        return new RawLayout(geometry.patternWidth(), geometry.patternHeight(), geometry.sampleType(),
            ByteOrder.LITTLE_ENDIAN, 0, 0);
    }
}
