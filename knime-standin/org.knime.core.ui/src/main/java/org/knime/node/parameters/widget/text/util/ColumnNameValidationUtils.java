// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.text.util;

import java.util.function.Function;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Checks names of new columns: not empty, not blank, no white space at either end. */
public final class ColumnNameValidationUtils {

    private static final String TRIMMED = "\\S(?:[\\s\\S]*\\S)?";

    private ColumnNameValidationUtils() {
    }

    /** What is wrong with a name. */
    public enum InvalidColumnNameState {
        /** It has no character. */
        EMPTY,
        /** It has nothing but white space. */
        BLANK,
        /** It starts or ends with white space. */
        NOT_TRIMMED
    }

    /** A valid column name, for the dialog. */
    public static final class ColumnNameValidation extends PatternValidation {

        @Override
        public String getPattern() {
            return TRIMMED;
        }

        @Override
        public String getErrorMessage() {
            return "The column name must not be empty, blank, or start or end with white space.";
        }
    }

    /** A valid column name or nothing, for the dialog. */
    public static final class EmptyOrColumnNameValidation extends PatternValidation {

        @Override
        public String getPattern() {
            return "|" + TRIMMED;
        }

        @Override
        public String getErrorMessage() {
            return "The column name must not be blank, or start or end with white space.";
        }
    }

    /**
     * @param columnName a name that may be empty
     * @param invalidStateToMessage makes the sentence for the user
     * @throws InvalidSettingsException with that sentence if the name is not valid
     */
    public static void validatePossiblyEmptyColumnName(final String columnName,
        final Function<InvalidColumnNameState, String> invalidStateToMessage) throws InvalidSettingsException {
        if (!columnName.isEmpty()) {
            validateColumnName(columnName, invalidStateToMessage);
        }
    }

    /**
     * @param columnName a name
     * @param invalidStateToMessage makes the sentence for the user
     * @throws InvalidSettingsException with that sentence if the name is not valid
     */
    public static void validateColumnName(final String columnName,
        final Function<InvalidColumnNameState, String> invalidStateToMessage) throws InvalidSettingsException {
        if (columnName.isEmpty()) {
            throw new InvalidSettingsException(invalidStateToMessage.apply(InvalidColumnNameState.EMPTY));
        }
        if (columnName.isBlank()) {
            throw new InvalidSettingsException(invalidStateToMessage.apply(InvalidColumnNameState.BLANK));
        }
        if (!columnName.strip().equals(columnName)) {
            throw new InvalidSettingsException(invalidStateToMessage.apply(InvalidColumnNameState.NOT_TRIMMED));
        }
    }
}
