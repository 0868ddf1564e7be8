// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A cell that can be read as boolean. */
public interface BooleanValue extends DataValue {

    /** Meta information of this value. */
    UtilityFactory UTILITY = new BooleanUtilityFactory();

    /**
     * @return the value
     */
    boolean getBooleanValue();

    /** Names and orders values of this kind. */
    class BooleanUtilityFactory extends ExtensibleUtilityFactory {

        /** Used by {@link BooleanValue#UTILITY} only. */
        protected BooleanUtilityFactory() {
            super(BooleanValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return DataValueComparator.by(BooleanValue.class,
                (a, b) -> Boolean.compare(a.getBooleanValue(), b.getBooleanValue()));
        }

        @Override
        public String getName() {
            return "Boolean value";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
