// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.epattern.standin.ui.ConfigPaths;
import org.epattern.standin.ui.NewKeysAbsent;
import org.knime.core.node.NodeSettingsRO;

/**
 * One older layout of a value: when it applies and how it is read.
 *
 * @param <T> type of the value
 */
public final class ConfigMigration<T> {

    private final ParametersLoader<T> m_loader;

    private final Predicate<NodeSettingsRO> m_matcher;

    private ConfigMigration(final ParametersLoader<T> loader, final Predicate<NodeSettingsRO> matcher) {
        m_loader = loader;
        m_matcher = matcher;
    }

    /** @return what reads the old layout */
    public ParametersLoader<T> getLoader() {
        return m_loader;
    }

    /** @return what tells whether stored settings have the old layout */
    public Predicate<NodeSettingsRO> getMatcher() {
        return m_matcher;
    }

    /**
     * @param loader what reads the old layout
     * @return a builder
     * @param <T> type of the value
     */
    public static <T> Builder<T> builder(final ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    /**
     * Collects the parts of a migration.
     *
     * @param <T> type of the value
     */
    public static final class Builder<T> {

        private final ParametersLoader<T> m_loader;

        private final List<List<String>> m_oldPaths = new ArrayList<>();

        private Predicate<NodeSettingsRO> m_matcher;

        /** @param loader what reads the old layout */
        public Builder(final ParametersLoader<T> loader) {
            m_loader = loader;
        }

        /**
         * Names an entry of the old layout. Without a matcher the migration applies when all such entries are there.
         *
         * @param path keys from the outermost inwards
         * @return this
         */
        public Builder<T> withDeprecatedConfigPath(final String... path) {
            m_oldPaths.add(Arrays.asList(path));
            return this;
        }

        /**
         * @param matcher tells whether stored settings have the old layout
         * @return this
         */
        public Builder<T> withMatcher(final Predicate<NodeSettingsRO> matcher) {
            m_matcher = matcher;
            return this;
        }

        /** @return the migration; without matcher and old entries it applies when the present keys are absent */
        public ConfigMigration<T> build() {
            if (m_matcher != null) {
                return new ConfigMigration<>(m_loader, m_matcher);
            }
            if (m_oldPaths.isEmpty()) {
                return new ConfigMigration<>(m_loader, new NewKeysAbsent());
            }
            final List<List<String>> paths = List.copyOf(m_oldPaths);
            return new ConfigMigration<>(m_loader,
                settings -> paths.stream().allMatch(path -> ConfigPaths.exists(settings, path)));
        }
    }
}
