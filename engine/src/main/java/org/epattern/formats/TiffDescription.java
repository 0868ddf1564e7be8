// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.epattern.scan.Calibration;

/**
 * What programs write into the description of a TIFF file: ImageJ its number of images, the sizes of a hyperstack and
 * the unit of its resolution; Save 4D-STEM scan step and beam energy in further lines; tifffile the shape of the array.
 */
final class TiffDescription {

    private static final String IMAGEJ = "ImageJ=";
    private static final Pattern IMAGES = Pattern.compile("^images=(\\d{1,9})$", Pattern.MULTILINE);
    private static final Pattern UNIT = Pattern.compile("^unit=(.{1,20})$", Pattern.MULTILINE);
    /** ImageJ's hyperstack: slices run faster than frames. */
    private static final Pattern HYPERSTACK =
        Pattern.compile("^slices=(\\d{1,9})\nframes=(\\d{1,9})\nhyperstack=true$", Pattern.MULTILINE);
    private static final Pattern ARRAY = Pattern
        .compile("^\\{\"shape\": \\[(\\d{1,9}), (\\d{1,9}), (\\d{1,9}), (\\d{1,9})\\]");
    private static final Pattern STEP = Pattern.compile("^scan step \\(nm\\)=([0-9.E-]{1,25})$", Pattern.MULTILINE);
    private static final Pattern ENERGY =
        Pattern.compile("^beam energy \\(keV\\)=([0-9.E-]{1,25})$", Pattern.MULTILINE);

    private final TiffDirectory m_page;
    private final String m_text;
    private final boolean m_isImageJ;

    TiffDescription(final TiffDirectory page) throws IOException {
        m_page = page;
        m_text = page.text(TiffDirectory.DESCRIPTION);
        m_isImageJ = m_text.startsWith(IMAGEJ);
    }

    /** @return number of images that ImageJ says, 0 where it does not */
    long images() {
        final Matcher images = IMAGES.matcher(m_text);
        return m_isImageJ && images.find() ? Long.parseLong(images.group(1)) : 0;
    }

    /**
     * @param patterns number of patterns
     * @param kind size of a pattern
     * @return width and height of the scan, null where the text does not say them for so many patterns of that size
     */
    int[] scanSize(final long patterns, final GreyImages.Kind kind) {
        final Matcher stack = HYPERSTACK.matcher(m_text);
        final Matcher array = ARRAY.matcher(m_text);
        final int[] size;
        if (m_isImageJ && stack.find()) {
            size = new int[] {Integer.parseInt(stack.group(1)), Integer.parseInt(stack.group(2))};
        } else if (array.find() && Integer.parseInt(array.group(3)) == kind.height()
            && Integer.parseInt(array.group(4)) == kind.width()) {
            size = new int[] {Integer.parseInt(array.group(2)), Integer.parseInt(array.group(1))};
        } else {
            return null;
        }
        return (long)size[0] * size[1] == patterns ? size : null;
    }

    Calibration calibration() throws IOException {
        return new Calibration(number(STEP), pixel(), number(ENERGY));
    }

    private OptionalDouble number(final Pattern line) {
        final Matcher matcher = line.matcher(m_text);
        if (!m_isImageJ || !matcher.find()) {
            return OptionalDouble.empty();
        }
        try {
            final double value = Double.parseDouble(matcher.group(1));
            return value > 0 && value < Double.POSITIVE_INFINITY ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Pixel size where the unit is stated and is that of a diffraction pattern; resolutions in inches say nothing. */
    private OptionalDouble pixel() throws IOException {
        final Matcher unit = UNIT.matcher(m_text);
        if (m_isImageJ && unit.find()) {
            return PhysicalUnits.perNm(1 / m_page.real(TiffDirectory.X_RESOLUTION), unit.group(1),
                OptionalDouble.empty());
        }
        return PhysicalUnits.perNm(m_page.real(TiffDirectory.X_SCALE), m_page.text(TiffDirectory.X_UNIT),
            OptionalDouble.empty());
    }
}
