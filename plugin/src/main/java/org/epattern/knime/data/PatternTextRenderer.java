// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.IOException;

import org.epattern.scan.SampleType;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.renderer.DefaultDataValueRenderer;

/** Describes a pattern in words: size, sample type and range of the grey levels, for which the pattern is read. */
final class PatternTextRenderer extends DefaultDataValueRenderer {

    static final String DESCRIPTION = "Size, type and range";

    private static final long serialVersionUID = 1;

    /** @param spec the column, or null */
    PatternTextRenderer(final DataColumnSpec spec) {
        super(spec, DESCRIPTION);
    }

    @Override
    protected void setValue(final Object value) {
        if (value instanceof DiffractionPatternValue pattern) {
            super.setValue(text(pattern));
        } else {
            super.setValue(value instanceof DataCell cell && cell.isMissing() || value == null ? "?" : value);
        }
    }

    private static String text(final DiffractionPatternValue pattern) {
        final String shape = pattern.getPatternWidth() + " x " + pattern.getPatternHeight() + " px, "
            + PatternPlace.name(pattern.getSampleType());
        try {
            return shape + ", " + range(pattern.readPixels(), pattern.getSampleType());
        } catch (IOException e) {
            return shape + "; " + EngineErrors.sentence(e);
        }
    }

    private static String range(final float[] pixels, final SampleType type) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (final float p : pixels) {
            // false for what is not a number
            min = p < min ? p : min;
            max = p > max ? p : max;
        }
        return min > max ? "no numbers" : number(min, type) + " to " + number(max, type);
    }

    private static String number(final float value, final SampleType type) {
        return type.isInteger() ? Long.toString((long)value) : Float.toString(value);
    }
}
