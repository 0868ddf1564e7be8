// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A cell that can be read as int. */
public interface IntValue extends DataValue {

    /** Meta information of this value. */
    UtilityFactory UTILITY = new IntUtilityFactory();

    /**
     * @return the value
     */
    int getIntValue();

    /** Names and orders values of this kind. */
    class IntUtilityFactory extends ExtensibleUtilityFactory {

        /** Used by {@link IntValue#UTILITY} only. */
        protected IntUtilityFactory() {
            super(IntValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return DataValueComparator.by(IntValue.class, (a, b) -> Integer.compare(a.getIntValue(), b.getIntValue()));
        }

        @Override
        public String getName() {
            return "Number (Integer)";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
