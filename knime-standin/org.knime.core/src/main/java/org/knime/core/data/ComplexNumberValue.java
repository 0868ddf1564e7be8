// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A cell that can be read as complex number. */
public interface ComplexNumberValue extends DataValue {

    /** Meta information of this value. */
    UtilityFactory UTILITY = DataValue.UTILITY;

    /**
     * @return real part
     */
    double getRealValue();

    /**
     * @return imaginary part
     */
    double getImaginaryValue();
}
