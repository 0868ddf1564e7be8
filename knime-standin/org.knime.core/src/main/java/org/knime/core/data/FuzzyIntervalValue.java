// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A cell that can be read as fuzzy interval. */
public interface FuzzyIntervalValue extends DataValue {

    /** Meta information of this value. */
    UtilityFactory UTILITY = DataValue.UTILITY;

    /**
     * @return left end of the support
     */
    double getMinSupport();

    /**
     * @return left end of the core
     */
    double getMinCore();

    /**
     * @return right end of the core
     */
    double getMaxCore();

    /**
     * @return right end of the support
     */
    double getMaxSupport();

    /**
     * @return the centre of gravity
     */
    double getCenterOfGravity();
}
