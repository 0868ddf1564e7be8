// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.migration;

import java.util.List;

/**
 * Lists the ways in which a value was stored in the past.
 *
 * @param <T> type of the value
 */
public interface NodeParametersMigration<T> {

    /** @return the migrations; the first one that matches the stored settings is used */
    List<ConfigMigration<T>> getConfigMigrations();
}
