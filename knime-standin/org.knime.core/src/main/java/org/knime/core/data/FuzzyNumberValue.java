// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A cell that can be read as fuzzy number. */
public interface FuzzyNumberValue extends DataValue {

    /** Meta information of this value. */
    UtilityFactory UTILITY = DataValue.UTILITY;

    /**
     * @return left end of the support
     */
    double getMinSupport();

    /**
     * @return the value of full membership
     */
    double getCore();

    /**
     * @return right end of the support
     */
    double getMaxSupport();
}
