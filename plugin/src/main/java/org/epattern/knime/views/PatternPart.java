// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.views;

import java.io.IOException;

import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.PatternAccess;
import org.epattern.maps.PackedValues;
import org.knime.core.data.DataRow;

/**
 * A pattern as pages take it.
 *
 * @param width pixels in a row
 * @param height pixel rows
 * @param min grey level of step 0
 * @param max grey level of step 65535
 * @param u16 a step of 0 to 65535 per pixel, row by row, little-endian, in Base64
 */
public record PatternPart(int width, int height, double min, double max, String u16) {

    /**
     * Reads a pattern. Its file is opened and closed again: pages ask for one pattern at a time, and nothing keeps the
     * user from moving the file in between.
     *
     * @param row a row
     * @param column column of the pattern
     * @return the pattern
     * @throws IOException one sentence if it is missing or cannot be read
     */
    public static PatternPart read(final DataRow row, final int column) throws IOException {
        if (!(row.getCell(column) instanceof DiffractionPatternValue pattern)) {
            throw new IOException("The pattern in row \"" + row.getKey() + "\" is missing");
        }
        final float[] pixels = new float[pattern.getPatternWidth() * pattern.getPatternHeight()];
        try (PatternAccess access = new PatternAccess()) {
            access.read(pattern, pixels);
        }
        final PackedValues.Steps steps = PackedValues.steps(pixels);
        return new PatternPart(pattern.getPatternWidth(), pattern.getPatternHeight(), steps.min(), steps.max(),
            steps.u16());
    }
}
