// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.IOException;

import org.epattern.scan.SampleType;
import org.knime.core.data.DataValue;

/**
 * A diffraction pattern: grey levels on a raster of pixels, stored with the sample type of the detector.
 *
 * <p>Pixels are numbered row by row. Coordinates inside a pattern: x to the right, y down, the centre of pixel i is
 * i + 0.5.</p>
 */
public interface DiffractionPatternValue extends DataValue {

    /** Name, icon and renderers of the type. */
    UtilityFactory UTILITY = new DiffractionPatternUtilityFactory();

    /** @return pixels in a row */
    int getPatternWidth();

    /** @return pixel rows */
    int getPatternHeight();

    /** @return number type of a pixel as it lies on disk */
    SampleType getSampleType();

    /**
     * Reads the pattern as stored. Opens the file for this one pattern; many patterns are read with
     * {@link PatternAccess}.
     *
     * @return little-endian samples, row by row, in a new array
     * @throws IOException one sentence: which file, what was found, what was expected
     */
    byte[] readSamples() throws IOException;

    /**
     * Reads the grey levels. Opens the file for this one pattern; many patterns are read with {@link PatternAccess}.
     *
     * @return grey levels, row by row, in a new array
     * @throws IOException one sentence: which file, what was found, what was expected
     */
    float[] readPixels() throws IOException;
}
