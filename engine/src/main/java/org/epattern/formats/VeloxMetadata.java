// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.jhdf.api.Dataset;

/**
 * The JSON text of the first frame that Velox keeps in the data set {@code Metadata} beside the image, a byte an
 * element and a column a frame.
 *
 * @param text the text, empty where there is none
 */
record VeloxMetadata(String text) {

    private static final int LONGEST = 1 << 20;
    private static final Pattern PIXEL = Pattern
        .compile("\"PixelSize\"\\s*:\\s*\\{\\s*\"width\"\\s*:\\s*\"([^\"]*)\"\\s*,\\s*\"height\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern UNIT = Pattern.compile("\"PixelUnitX\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern VOLTAGE = Pattern.compile("\"AccelerationVoltage\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern CAMERA_LENGTH = Pattern.compile("\"CameraLength\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern DETECTOR = Pattern.compile("\"BinaryResult\".*?\"Detector\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,20}(\\.\\d{0,20})?([eE][-+]?\\d{1,3})?");

    /** @param image data set of the frames */
    static VeloxMetadata of(final Dataset image) {
        if (image.getParent().getChild("Metadata") instanceof Dataset metadata) {
            final long[] sizes = metadata.getDimensionsAsLong();
            if (sizes.length == 2 && sizes[0] >= 1 && sizes[0] <= LONGEST && sizes[1] >= 1
                && metadata.getDataType().getSize() == 1 && Hdf5Element.of(metadata.getDataType()) != null) {
                final Object column = metadata.getData(new long[] {0, 0}, new int[] {(int)sizes[0], 1});
                final byte[] text = new byte[(int)sizes[0]];
                int length = 0;
                while (length < text.length && first(column, length) != 0) {
                    text[length] = first(column, length++);
                }
                return new VeloxMetadata(new String(text, 0, length, StandardCharsets.UTF_8));
            }
        }
        return new VeloxMetadata("");
    }

    private static byte first(final Object column, final int row) {
        return (byte)Array.getInt(Array.get(column, row), 0);
    }

    private String found(final Pattern pattern, final int group) {
        final Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(group).replace("\\/", "/") : "";
    }

    private static double number(final String text) {
        return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    /** @return size of a pixel along axis 0 (rows) or 1 */
    Hdf5Step step(final int axis) {
        return axis > 1 ? Hdf5Step.UNKNOWN
            : new Hdf5Step(number(found(PIXEL, axis == 0 ? 2 : 1)), found(UNIT, 1));
    }

    /** @return beam energy (eV), not a number where it is not known */
    double beamEnergy() {
        return number(found(VOLTAGE, 1));
    }

    /** @return camera length (m) as text, empty where it is not known */
    String cameraLength() {
        return found(CAMERA_LENGTH, 1);
    }

    /** @return name of the detector, empty where it is not known */
    String detector() {
        return found(DETECTOR, 1);
    }
}
