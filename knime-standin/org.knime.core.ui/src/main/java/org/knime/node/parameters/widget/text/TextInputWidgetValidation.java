// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A limit of a text field. */
public interface TextInputWidgetValidation extends BuiltinValidation {

    /**
     * A pattern as text.
     *
     * @param pattern regular expression that the whole text must match
     */
    record PatternValidationParams(String pattern) {
    }

    /** The whole text matches a regular expression. */
    abstract class PatternValidation implements TextInputWidgetValidation {

        /** @return the regular expression */
        protected abstract String getPattern();

        @Override
        public final PatternValidationParams getParameters() {
            return new PatternValidationParams(getPattern());
        }

        @Override
        public String getErrorMessage() {
            return "The text must match the pattern: " + getPattern() + ".";
        }

        /** Holds at least one character. */
        public static final class IsNotEmptyValidation extends MinLengthValidation {

            @Override
            protected int getMinLength() {
                return 1;
            }

            @Override
            public String getErrorMessage() {
                return "The text must not be empty.";
            }
        }

        /** Holds exactly one character. */
        public static final class IsSingleCharacterValidation extends PatternValidation {

            @Override
            public String getPattern() {
                return ".";
            }

            @Override
            public String getErrorMessage() {
                return "The text must be a single character.";
            }
        }

        /** Holds at least one character that is not white space. */
        public static final class IsNotBlankValidation extends PatternValidation {

            @Override
            public String getPattern() {
                return "[\\s\\S]*\\S[\\s\\S]*";
            }

            @Override
            public String getErrorMessage() {
                return "The text must not be blank.";
            }
        }
    }

    /** Holds at least so many characters. */
    abstract class MinLengthValidation implements TextInputWidgetValidation {

        /** @return least number of characters */
        protected abstract int getMinLength();

        @Override
        public final MinLengthValidationParams getParameters() {
            return new MinLengthValidationParams(getMinLength());
        }

        @Override
        public String getErrorMessage() {
            return "The text must have at least " + getMinLength() + " characters.";
        }

        /**
         * A least length.
         *
         * @param minLength number of characters
         */
        public record MinLengthValidationParams(int minLength) {
        }
    }

    /** Holds at most so many characters. */
    abstract class MaxLengthValidation implements TextInputWidgetValidation {

        /** @return greatest number of characters */
        protected abstract int getMaxLength();

        @Override
        public final MaxLengthValidationParams getParameters() {
            return new MaxLengthValidationParams(getMaxLength());
        }

        @Override
        public String getErrorMessage() {
            return "The text must have at most " + getMaxLength() + " characters.";
        }

        /**
         * A greatest length.
         *
         * @param maxLength number of characters
         */
        public record MaxLengthValidationParams(int maxLength) {
        }

        /** Holds one character or none. */
        public static final class HasAtMaxOneCharValidation extends MaxLengthValidation {

            @Override
            public int getMaxLength() {
                return 1;
            }
        }
    }
}
