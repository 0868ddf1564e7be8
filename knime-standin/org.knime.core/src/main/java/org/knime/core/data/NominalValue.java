// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** Marks a cell that takes one of few values, so that the possible values of its column are collected. */
public interface NominalValue extends DataValue {

    /** Meta information of this value. */
    UtilityFactory UTILITY = DataValue.UTILITY;
}
