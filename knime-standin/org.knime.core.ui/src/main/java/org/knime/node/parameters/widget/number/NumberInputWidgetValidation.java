// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A limit of a number field. */
public interface NumberInputWidgetValidation extends BuiltinValidation {

    /** @return whether the limit itself is refused */
    default boolean isExclusive() {
        return false;
    }

    /** A lower limit. */
    abstract class MinValidation implements NumberInputWidgetValidation {

        /** @return the limit */
        protected abstract double getMin();

        @Override
        public final MinValidationParams getParameters() {
            return new MinValidationParams(getMin(), isExclusive());
        }

        @Override
        public String getErrorMessage() {
            return "The value must be " + (isExclusive() ? "greater than " : "at least ")
                + LimitText.of(getMin()) + ".";
        }

        /**
         * A lower limit as numbers.
         *
         * @param min the limit
         * @param isExclusive whether the limit itself is refused
         */
        public record MinValidationParams(double min, boolean isExclusive) {
        }

        /** Zero and above. */
        public static final class IsNonNegativeValidation extends MinValidation {

            @Override
            public double getMin() {
                return 0;
            }
        }

        /** One and above. */
        public static final class IsPositiveIntegerValidation extends MinValidation {

            @Override
            public double getMin() {
                return 1;
            }
        }

        /** Above zero. */
        public static final class IsPositiveDoubleValidation extends MinValidation {

            @Override
            public double getMin() {
                return 0;
            }

            @Override
            public boolean isExclusive() {
                return true;
            }
        }
    }

    /** An upper limit. */
    abstract class MaxValidation implements NumberInputWidgetValidation {

        /** @return the limit */
        protected abstract double getMax();

        @Override
        public final MaxValidationParams getParameters() {
            return new MaxValidationParams(getMax(), isExclusive());
        }

        @Override
        public String getErrorMessage() {
            return "The value must be " + (isExclusive() ? "less than " : "at most ") + LimitText.of(getMax()) + ".";
        }

        /**
         * An upper limit as numbers.
         *
         * @param max the limit
         * @param isExclusive whether the limit itself is refused
         */
        public record MaxValidationParams(Double max, boolean isExclusive) {
        }
    }
}
