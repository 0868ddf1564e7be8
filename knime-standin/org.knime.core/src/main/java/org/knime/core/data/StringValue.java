// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A cell that can be read as text. */
public interface StringValue extends DataValue {

    /** Meta information of this value. */
    UtilityFactory UTILITY = new StringUtilityFactory();

    /**
     * @return the text, not null
     */
    String getStringValue();

    /** Names and orders texts. */
    class StringUtilityFactory extends ExtensibleUtilityFactory {

        /** Used by {@link StringValue#UTILITY} only. */
        protected StringUtilityFactory() {
            super(StringValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return DataValueComparator.by(StringValue.class,
                (a, b) -> a.getStringValue().compareTo(b.getStringValue()));
        }

        @Override
        public String getName() {
            return "String";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
