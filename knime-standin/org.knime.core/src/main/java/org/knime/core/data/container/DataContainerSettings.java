// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

/** Says which checks a new table does and how it finds the domains of its columns. */
public final class DataContainerSettings {

    /** The number of possible values up to which those of a nominal column are listed. */
    public static final int MAX_POSSIBLE_VALUES = 60;

    private static final DataContainerSettings DEFAULT =
        new DataContainerSettings(true, true, true, MAX_POSSIBLE_VALUES);

    private final boolean m_initializeDomain;

    private final boolean m_checkKeys;

    private final boolean m_updateDomain;

    private final int m_maxValues;

    private DataContainerSettings(final boolean initializeDomain, final boolean checkKeys,
        final boolean updateDomain, final int maxValues) {
        m_initializeDomain = initializeDomain;
        m_checkKeys = checkKeys;
        m_updateDomain = updateDomain;
        m_maxValues = maxValues;
    }

    /**
     * @return domains start from those in the spec and grow with the rows; row keys are checked
     */
    public static DataContainerSettings getDefault() {
        return DEFAULT;
    }

    /**
     * @return a builder that starts from the default
     */
    public static Builder builder() {
        return new SettingsBuilder();
    }

    /**
     * @return whether domains start from those in the spec
     */
    public boolean isInitializeDomain() {
        return m_initializeDomain;
    }

    /**
     * @return whether a row key that appears twice is refused
     */
    public boolean isCheckDuplicateRowKeys() {
        return m_checkKeys;
    }

    /**
     * @return whether domains grow with the rows
     */
    public boolean isEnableDomainUpdate() {
        return m_updateDomain;
    }

    /**
     * @return the number of possible values up to which those of a nominal column are listed
     */
    public int getMaxDomainValues() {
        return m_maxValues;
    }

    /** Makes settings that differ from the default. */
    public interface Builder {

        /**
         * @param initDomain whether domains start from those in the spec
         * @return a builder with that
         */
        Builder withInitializedDomain(boolean initDomain);

        /**
         * @param checkDuplicateRowKeys whether a row key that appears twice is refused
         * @return a builder with that
         */
        Builder withCheckDuplicateRowKeys(boolean checkDuplicateRowKeys);

        /**
         * @param enableDomainUpdate whether domains grow with the rows
         * @return a builder with that
         */
        Builder withDomainUpdate(boolean enableDomainUpdate);

        /**
         * @return the settings
         */
        DataContainerSettings build();
    }

    private static final class SettingsBuilder implements Builder {

        private boolean m_initializeDomain = DEFAULT.m_initializeDomain;

        private boolean m_checkKeys = DEFAULT.m_checkKeys;

        private boolean m_updateDomain = DEFAULT.m_updateDomain;

        @Override
        public Builder withInitializedDomain(final boolean initDomain) {
            m_initializeDomain = initDomain;
            return this;
        }

        @Override
        public Builder withCheckDuplicateRowKeys(final boolean checkDuplicateRowKeys) {
            m_checkKeys = checkDuplicateRowKeys;
            return this;
        }

        @Override
        public Builder withDomainUpdate(final boolean enableDomainUpdate) {
            m_updateDomain = enableDomainUpdate;
            return this;
        }

        @Override
        public DataContainerSettings build() {
            return new DataContainerSettings(m_initializeDomain, m_checkKeys, m_updateDomain, MAX_POSSIBLE_VALUES);
        }
    }
}
