// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.epattern.standin.ui.Reflection;
import org.knime.core.data.DataType;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ChoicesStateProvider;
import org.knime.node.parameters.widget.choices.DataTypeChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.TypedStringChoicesProvider;
import org.knime.node.parameters.widget.message.TextMessage;

/** Rules for what a dialog computes: providers can be made, refer to settings that exist, and give what fits. */
final class ReferenceRules {

    private final DialogField m_field;

    private final String m_place;

    private final References m_references;

    private final DialogValues m_values;

    private final Findings m_findings;

    private ReferenceRules(final DialogField field, final References references, final DialogValues values,
        final Findings findings) {
        m_field = field;
        m_place = field.field().place();
        m_references = references;
        m_values = values;
        m_findings = findings;
    }

    static void check(final DialogField field, final References references, final DialogValues values,
        final Findings findings) {
        final ReferenceRules rules = new ReferenceRules(field, references, values, findings);
        field.field().annotation(Effect.class).ifPresent(rules::checkEffect);
        field.widget().map(widget -> widget.effect())
            .filter(effect -> effect.predicate() != EffectPredicateProvider.class).ifPresent(rules::checkEffect);
        field.field().annotation(ChoicesProvider.class).ifPresent(rules::checkChoices);
        field.field().annotation(ValueProvider.class).ifPresent(
            provider -> rules.checkValue(rules.compute(provider.value())));
        field.field().annotation(OptionalWidget.class).ifPresent(
            widget -> rules.checkContent(rules.compute(widget.defaultProvider())));
        field.field().annotation(TextMessage.class).ifPresent(message -> rules.compute(message.value()));
    }

    private void checkEffect(final Effect effect) {
        final int known = m_references.problems().size();
        m_findings.attempt("The effect of " + m_place, () -> {
            final Condition condition = Condition
                .of(Reflection.create(effect.predicate()).init(new Conditions(m_references, m_place)));
            // a condition on a name that no setting has is a finding already and cannot be evaluated
            return m_references.problems().size() == known && condition.holds(m_values);
        });
    }

    private Optional<?> compute(final Class<?> provider) {
        return m_findings.attempt(provider.getName() + " of " + m_place,
            () -> ProvidedStates.compute((StateProvider<?>)Reflection.create(provider), m_references, m_values));
    }

    private void checkValue(final Optional<?> value) {
        value.ifPresent(given -> m_findings.require(References.boxed(m_field.field().type()).isInstance(given),
            m_place + " gets a computed value of the wrong type " + given.getClass().getName() + "."));
    }

    private void checkContent(final Optional<?> value) {
        value.ifPresent(given -> m_findings.require(References.boxed(m_field.field().valueType()).isInstance(given),
            m_place + " gets a first value of the wrong type " + given.getClass().getName() + "."));
    }

    private void checkChoices(final ChoicesProvider choices) {
        final Class<?> type = m_field.field().valueType();
        final Class<?> provider = choices.value();
        final List<Class<?>> fitting = fitting(type);
        m_findings.require(fitting.stream().anyMatch(wanted -> wanted.isAssignableFrom(provider)),
            m_place + " is of type " + type.getName() + ", which has no choices of the kind of " + provider.getName()
                + ".");
        compute(provider).ifPresent(given -> m_findings.require(given instanceof Collection<?>,
            provider.getName() + " gives no list of choices."));
    }

    private static List<Class<?>> fitting(final Class<?> type) {
        if (type.isEnum()) {
            return List.of(EnumChoicesProvider.class);
        }
        if (type == DataType.class) {
            return List.of(DataTypeChoicesProvider.class);
        }
        final boolean isText = type == String.class || type == String[].class;
        return isText ? List.of(StringChoicesProvider.class, TypedStringChoicesProvider.class)
            : type.isPrimitive() ? List.of() : List.of(ChoicesStateProvider.class);
    }
}
