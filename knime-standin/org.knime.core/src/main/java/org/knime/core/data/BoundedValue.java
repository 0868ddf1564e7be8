// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** Marks a cell whose column has a smallest and a largest value. */
public interface BoundedValue extends DataValue {
}
