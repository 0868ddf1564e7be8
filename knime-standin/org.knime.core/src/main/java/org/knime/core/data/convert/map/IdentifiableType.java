// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.convert.map;

/** A type with a name that does not change from one start of KNIME to the next. */
public interface IdentifiableType {

    /**
     * @return the identifier
     */
    String getIdentifier();
}
