// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A cell that can be read as long. */
public interface LongValue extends DataValue {

    /** Meta information of this value. */
    UtilityFactory UTILITY = new LongUtilityFactory();

    /**
     * @return the value
     */
    long getLongValue();

    /** Names and orders values of this kind. */
    class LongUtilityFactory extends ExtensibleUtilityFactory {

        /** Used by {@link LongValue#UTILITY} only. */
        protected LongUtilityFactory() {
            super(LongValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return DataValueComparator.by(LongValue.class, (a, b) -> Long.compare(a.getLongValue(), b.getLongValue()));
        }

        @Override
        public String getName() {
            return "Number (Long)";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
