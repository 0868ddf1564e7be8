// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import java.util.List;

import org.epattern.knime.data.DiffractionPatternValue;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Column choices, limits and checks that the dialogs of several nodes share. */
public final class Dialogs {

    private Dialogs() {
    }

    /** Columns with patterns of the first table. */
    public static final class PatternColumns extends CompatibleColumnsProvider {
        PatternColumns() {
            super(DiffractionPatternValue.class);
        }
    }

    /** Columns of the second table; none as long as the optional second input is not there. */
    private abstract static class SecondTableColumns extends CompatibleColumnsProvider {
        SecondTableColumns(final Class<? extends DataValue> type) {
            super(type);
        }

        @Override
        public int getInputTableIndex() {
            return 1;
        }

        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput context) {
            return context.getInPortSpecs().length > 1 ? super.columnChoices(context) : List.of();
        }
    }

    /** Columns with patterns of the second table. */
    public static final class SecondPatternColumns extends SecondTableColumns {
        SecondPatternColumns() {
            super(DiffractionPatternValue.class);
        }
    }

    /** Columns with numbers of the first table. */
    public static final class NumberColumns extends CompatibleColumnsProvider {
        NumberColumns() {
            super(DoubleValue.class);
        }
    }

    /** Columns with numbers of the second table. */
    public static final class SecondNumberColumns extends SecondTableColumns {
        SecondNumberColumns() {
            super(DoubleValue.class);
        }
    }

    /** Columns with whole numbers of the first table. */
    public static final class IntegerColumns extends CompatibleColumnsProvider {
        IntegerColumns() {
            super(IntValue.class);
        }
    }

    /** Columns with whole numbers of the second table. */
    public static final class SecondIntegerColumns extends SecondTableColumns {
        SecondIntegerColumns() {
            super(IntValue.class);
        }
    }

    /** At most 100. */
    public static final class AtMostHundred extends MaxValidation {
        @Override
        protected double getMax() {
            return 100;
        }
    }

    /** From -1 upwards. */
    public static final class AtLeastMinusOne extends MinValidation {
        @Override
        protected double getMin() {
            return -1;
        }
    }

    /** Up to 1. */
    public static final class AtMostOne extends MaxValidation {
        @Override
        protected double getMax() {
            return 1;
        }
    }

    /** Up to 20. */
    public static final class AtMostTwenty extends MaxValidation {
        @Override
        protected double getMax() {
            return 20;
        }
    }

    /** From 32 upwards. */
    public static final class AtLeastThirtyTwo extends MinValidation {
        @Override
        protected double getMin() {
            return 32;
        }
    }

    /**
     * Checks a setting against its limits; not a number never fits.
     *
     * @param setting title of the setting in the dialog
     * @param value value found
     * @param min smallest value allowed
     * @param max largest value allowed, may be infinite
     * @param unit unit of the value, empty for none
     * @throws InvalidSettingsException one sentence with setting, value and limits
     */
    public static void check(final String setting, final double value, final double min, final double max,
        final String unit) throws InvalidSettingsException {
        if (!(value >= min && value <= max)) {
            final String limits = max == Double.POSITIVE_INFINITY || max >= Integer.MAX_VALUE
                ? text(min) + " or more" : text(min) + " to " + text(max);
            throw new InvalidSettingsException("\"" + setting + "\" is " + text(value) + "; expected " + limits
                + (unit.isEmpty() ? "" : " " + unit));
        }
    }

    /**
     * Checks that a setting is above zero.
     *
     * @param setting title of the setting in the dialog
     * @param value value found
     * @param unit unit of the value, empty for none
     * @throws InvalidSettingsException one sentence with setting, value and limit
     */
    public static void checkPositive(final String setting, final double value, final String unit)
        throws InvalidSettingsException {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new InvalidSettingsException("\"" + setting + "\" is " + text(value) + "; expected a value above 0"
                + (unit.isEmpty() ? "" : " " + unit));
        }
    }

    private static String text(final double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long)value)
            : Double.toString(value);
    }
}
