// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.convert.map;

/** A type with a name that does not change between sessions. */
public interface IdentifiableType {

    /**
     * @return the identifier
     */
    String getIdentifier();
}
