// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import org.epattern.scan.SampleType;
import org.knime.node.parameters.widget.choices.Label;

/** Number type of a pixel, as a choice in a dialog. */
public enum PixelType {
    @Label(value = "8 bit", description = "Whole numbers from 0 to 255; what most ACOM software reads.")
    UINT8(SampleType.UINT8),
    @Label(value = "8 bit signed", description = "Whole numbers from -128 to 127.")
    INT8(SampleType.INT8),
    @Label(value = "16 bit", description = "Whole numbers from 0 to 65535.")
    UINT16(SampleType.UINT16),
    @Label(value = "16 bit signed", description = "Whole numbers from -32768 to 32767.")
    INT16(SampleType.INT16),
    @Label(value = "32 bit", description = "Whole numbers from 0 to 4294967295.")
    UINT32(SampleType.UINT32),
    @Label(value = "32 bit signed", description = "Whole numbers from -2147483648 to 2147483647.")
    INT32(SampleType.INT32),
    @Label(value = "32 bit float", description = "Floating point with about 7 digits.")
    FLOAT32(SampleType.FLOAT32),
    @Label(value = "64 bit float", description = "Floating point with about 16 digits; twice the space of 32 bit.")
    FLOAT64(SampleType.FLOAT64);

    private final SampleType m_type;

    PixelType(final SampleType type) {
        m_type = type;
    }

    /** @return the engine's type */
    public SampleType sampleType() {
        return m_type;
    }
}
