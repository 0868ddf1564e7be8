// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A cell that can be read as double. */
public interface DoubleValue extends DataValue {

    /** Meta information of this value. */
    UtilityFactory UTILITY = new DoubleUtilityFactory();

    /**
     * @return the value
     */
    double getDoubleValue();

    /** Names and orders values of this kind. */
    class DoubleUtilityFactory extends ExtensibleUtilityFactory {

        /** Used by {@link DoubleValue#UTILITY} only. */
        protected DoubleUtilityFactory() {
            super(DoubleValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return DataValueComparator.by(DoubleValue.class,
                (a, b) -> Double.compare(a.getDoubleValue(), b.getDoubleValue()));
        }

        @Override
        public String getName() {
            return "Number (Float)";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
