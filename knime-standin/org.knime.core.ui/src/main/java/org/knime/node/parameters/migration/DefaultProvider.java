// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.migration;

import java.util.List;

/**
 * A migration that uses a fixed value when the key is absent.
 *
 * @param <T> type of the value
 */
public interface DefaultProvider<T> extends NodeParametersMigration<T> {

    /** @return the value for settings stored before the field existed */
    T getDefault();

    @Override
    default List<ConfigMigration<T>> getConfigMigrations() {
        return List.of(ConfigMigration.<T>builder(settings -> getDefault()).build());
    }
}
