// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import java.util.Map;
import java.util.Optional;

import org.epattern.standin.ui.ParameterField;
import org.epattern.standin.ui.Reflection;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Rules for limits: they can be made, leave values to choose, fit the type of the field and admit its default. */
final class LimitRules {

    /** Least and greatest value of the whole-number types. */
    private static final Map<Class<?>, double[]> RANGES = Map.of(
        byte.class, new double[]{Byte.MIN_VALUE, Byte.MAX_VALUE},
        Byte.class, new double[]{Byte.MIN_VALUE, Byte.MAX_VALUE},
        int.class, new double[]{Integer.MIN_VALUE, Integer.MAX_VALUE},
        Integer.class, new double[]{Integer.MIN_VALUE, Integer.MAX_VALUE},
        long.class, new double[]{Long.MIN_VALUE, Long.MAX_VALUE},
        Long.class, new double[]{Long.MIN_VALUE, Long.MAX_VALUE});

    private final ParameterField m_field;

    private final Object m_default;

    private final Findings m_findings;

    private LimitRules(final ParameterField field, final Object defaultValue, final Findings findings) {
        m_field = field;
        m_default = defaultValue instanceof Optional<?> optional ? optional.orElse(null) : defaultValue;
        m_findings = findings;
    }

    static void check(final ParameterField field, final Object defaultValue, final Findings findings) {
        final LimitRules rules = new LimitRules(field, defaultValue, findings);
        field.annotation(NumberInputWidget.class).ifPresent(rules::checkNumber);
        field.annotation(TextInputWidget.class).ifPresent(rules::checkText);
    }

    private void checkNumber(final NumberInputWidget widget) {
        double least = Double.NEGATIVE_INFINITY;
        double greatest = Double.POSITIVE_INFINITY;
        if (widget.minValidation() != MinValidation.class) {
            final MinValidation min = Reflection.create(widget.minValidation());
            least = min.getParameters().min();
            checkLimit(least);
            checkDefault(number -> min.isExclusive() ? number > min.getParameters().min()
                : number >= min.getParameters().min(), min.getErrorMessage());
        }
        if (widget.maxValidation() != MaxValidation.class) {
            final MaxValidation max = Reflection.create(widget.maxValidation());
            greatest = max.getParameters().max();
            checkLimit(greatest);
            checkDefault(number -> max.isExclusive() ? number < max.getParameters().max()
                : number <= max.getParameters().max(), max.getErrorMessage());
        }
        m_findings.require(least < greatest,
            m_field.place() + " leaves no choice between " + least + " and " + greatest + ".");
    }

    private void checkLimit(final double limit) {
        final double[] range = RANGES.get(m_field.valueType());
        m_findings.require(!Double.isNaN(limit), m_field.place() + " has a limit that is not a number.");
        m_findings.require(range == null || limit == Math.rint(limit) && limit >= range[0] && limit <= range[1],
            m_field.place() + " has the limit " + limit + ", which a " + m_field.valueType().getSimpleName()
                + " cannot be.");
    }

    private void checkDefault(final java.util.function.DoublePredicate fits, final String message) {
        m_findings.require(!(m_default instanceof Number number) || fits.test(number.doubleValue()),
            m_field.place() + " is " + m_default + " by default, outside its own limit: " + message);
    }

    /** An empty default is left to the user to fill in, so only a given text must fit. */
    private void checkText(final TextInputWidget widget) {
        final String text = m_default instanceof String given ? given : "";
        if (widget.patternValidation() != PatternValidation.class) {
            final PatternValidation pattern = Reflection.create(widget.patternValidation());
            checkText(text, text.matches(pattern.getParameters().pattern()), pattern.getErrorMessage());
        }
        if (widget.minLengthValidation() != MinLengthValidation.class) {
            final MinLengthValidation min = Reflection.create(widget.minLengthValidation());
            checkText(text, text.length() >= min.getParameters().minLength(), min.getErrorMessage());
        }
        if (widget.maxLengthValidation() != MaxLengthValidation.class) {
            final MaxLengthValidation max = Reflection.create(widget.maxLengthValidation());
            checkText(text, text.length() <= max.getParameters().maxLength(), max.getErrorMessage());
        }
    }

    private void checkText(final String text, final boolean fits, final String message) {
        m_findings.require(text.isEmpty() || fits,
            m_field.place() + " is \"" + text + "\" by default, outside its own limit: " + message);
    }
}
