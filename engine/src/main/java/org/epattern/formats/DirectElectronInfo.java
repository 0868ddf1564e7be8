// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.epattern.scan.Calibration;
import org.epattern.scan.ScanProperty;

/**
 * The text file {@code ..._info.txt} that a Direct Electron camera writes beside its movie {@code ..._movie.mrc}: lines
 * {@code key = value}; -1 means that the program did not know. Keys are those of real files (server 2.7) and of
 * RosettaSciIO.
 *
 * @param values the lines
 */
record DirectElectronInfo(Map<String, String> values) {

    private static final Pattern MOVIE =
        Pattern.compile("(.*?)(?:_\\d+)?_movie\\.mrc", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE = Pattern.compile("\\d{1,7}");

    /**
     * @param movie the file with the patterns
     * @return what the text file says, or null if there is none
     * @throws IOException if it cannot be read
     */
    static DirectElectronInfo beside(final Path movie) throws IOException {
        final Matcher matcher = MOVIE.matcher(movie.getFileName().toString());
        if (!matcher.matches()) {
            return null;
        }
        final Path info = movie.resolveSibling(matcher.group(1) + "_info.txt");
        return Files.isRegularFile(info) && Files.size(info) > 0 ? parse(SmallText.read(info)) : null;
    }

    static DirectElectronInfo parse(final String text) {
        final Map<String, String> values = new LinkedHashMap<>();
        for (final String line : text.split("\\R")) {
            final int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
        return new DirectElectronInfo(values);
    }

    private boolean isEnabled(final String key) {
        return "Enable".equals(values.get(key));
    }

    /** @return scan width and height of a scan line by line; null where the patterns form none, or none is known */
    int[] scanSize() {
        if (!isEnabled("Scan - Enable") || !isRaster()) {
            return null;
        }
        final String which = isEnabled("Scan - ROI Enable") ? "Scan - ROI Size " : "Scan - Size ";
        final int width = whole(which + "X");
        final int height = whole(which + "Y");
        return width > 0 && height > 0 ? new int[] {width, height} : null;
    }

    private boolean isRaster() {
        return values.getOrDefault("Scan - Type", "Raster").startsWith("Raster");
    }

    private int whole(final String key) {
        final String value = values.getOrDefault(key, "");
        return WHOLE.matcher(value).matches() ? Integer.parseInt(value) : 0;
    }

    private OptionalDouble positive(final String key, final double factor) {
        try {
            final double value = Double.parseDouble(values.getOrDefault(key, "")) * factor;
            return value > 0 && value < Double.POSITIVE_INFINITY ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** @return step (nm), pattern pixel (1/nm) and voltage as far as they are known */
    Calibration calibration() {
        return new Calibration(positive("Specimen Pixel Size X (nanometers)", 1),
            positive("Diffraction Pixel Size X", 1), positive("Instrument Accelerating Voltage (V)", 1e-3));
    }

    List<ScanProperty> properties() {
        final List<ScanProperty> list = new ArrayList<>();
        add(list, "camera", "Camera Model", "");
        add(list, "exposure", "Exposure Time (seconds)", "s");
        add(list, "frames per second", "Frames Per Second", "1/s");
        if (isEnabled("Scan - Enable") && !isRaster()) {
            list.add(new ScanProperty("scan", values.get("Scan - Type")
                + ": patterns in the order in which they were taken, not line by line", ""));
        }
        return list;
    }

    private void add(final List<ScanProperty> list, final String name, final String key, final String unit) {
        final String value = values.getOrDefault(key, "");
        if (!value.isEmpty()) {
            list.add(new ScanProperty(name, value, unit));
        }
    }
}
