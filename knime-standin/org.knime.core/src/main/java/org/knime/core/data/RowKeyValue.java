// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** Something that identifies a row. */
public interface RowKeyValue {

    /**
     * @return the identifier
     */
    String getString();

    /**
     * @return this as a key that does not change
     */
    default RowKey materializeRowKey() {
        return new RowKey(getString());
    }
}
