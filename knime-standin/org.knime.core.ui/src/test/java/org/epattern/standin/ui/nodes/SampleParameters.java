// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.nodes;

import java.util.Optional;

import org.knime.core.data.DoubleValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings with most of what a dialog offers; the parts are declared against their alphabetical order. */
@LoadDefaultsForAbsentFields
public final class SampleParameters implements NodeParameters {

    @Section(title = "Spots")
    @After(Removal.class)
    interface Found {
    }

    @Section(title = "Background")
    interface Removal {
    }

    enum Method {
        @Label("Rolling ball")
        BALL,
        @Label(value = "None", description = "Keeps the pattern.")
        NONE
    }

    interface MethodName extends ParameterReference<Method> {
    }

    static final class UsesBall implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodName.class).isOneOf(Method.BALL).and(i.always()).or(i.never());
        }
    }

    static final class NumberColumns extends CompatibleColumnsProvider {

        NumberColumns() {
            super(DoubleValue.class);
        }
    }

    static final class AtMostThousand extends MaxValidation {

        @Override
        protected double getMax() {
            return 1000;
        }
    }

    static final class FirstLimit implements OptionalWidget.DefaultValueProvider<Integer> {

        @Override
        public Integer computeState(final NodeParametersInput parametersInput) {
            return 50;
        }
    }

    @Widget(title = "Threshold", description = "In grey levels.")
    @Layout(Found.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    public double m_threshold = 3;

    @Widget(title = "Limit", description = "Most spots per pattern.")
    @Layout(Found.class)
    @Advanced
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @OptionalWidget(defaultProvider = FirstLimit.class)
    Optional<Integer> m_limit = Optional.empty();

    @Widget(title = "Method", description = "How the background is found.")
    @Layout(Removal.class)
    @ValueSwitchWidget
    @ValueReference(MethodName.class)
    Method m_method = Method.BALL;

    @Widget(title = "Radius", description = "In px, <b>larger</b> than a spot.")
    @Layout(Removal.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMostThousand.class)
    @Effect(predicate = UsesBall.class, type = EffectType.SHOW)
    double m_radius = 20;

    @Widget(title = "Column", description = "The numbers.")
    @ChoicesProvider(NumberColumns.class)
    public String m_column = "";

    SampleParameters() {
    }

    SampleParameters(final NodeParametersInput input) {
        m_column = ColumnSelectionUtil.getCompatibleColumnsOfFirstPort(input, DoubleValue.class).stream().findFirst()
            .map(column -> column.getName()).orElse("");
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_threshold <= 0) {
            throw new InvalidSettingsException("The threshold is " + m_threshold + " but must be above 0.");
        }
    }
}
