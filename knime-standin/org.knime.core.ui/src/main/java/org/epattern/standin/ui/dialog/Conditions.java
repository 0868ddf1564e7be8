// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.epattern.standin.ui.Reflection;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;

/** Makes conditions for the effects of one dialog and notes names that no setting has. */
final class Conditions implements PredicateInitializer {

    private final References m_references;

    private final String m_user;

    /**
     * @param references names of the settings
     * @param user who asks for the condition, for messages
     */
    Conditions(final References references, final String user) {
        m_references = references;
        m_user = user;
    }

    private EffectPredicate on(final Class<?> reference, final Predicate<Object> test) {
        return new Condition(values -> test.test(values.value(reference)));
    }

    @Override
    public StringReference getString(final Class<? extends ParameterReference<String>> reference) {
        m_references.require(m_user, reference);
        return new StringReference() {

            @Override
            public EffectPredicate isEqualTo(final String value) {
                return on(reference, value::equals);
            }

            @Override
            public EffectPredicate matchesPattern(final String pattern) {
                return on(reference, value -> value != null && ((String)value).matches(pattern));
            }
        };
    }

    @Override
    public BooleanReference getBoolean(final Class<? extends ParameterReference<Boolean>> reference) {
        m_references.require(m_user, reference);
        return new BooleanReference() {

            @Override
            public EffectPredicate isTrue() {
                return on(reference, Boolean.TRUE::equals);
            }

            @Override
            public EffectPredicate isFalse() {
                return on(reference, Boolean.FALSE::equals);
            }
        };
    }

    @Override
    public <T> ArrayReference getArray(final Class<? extends ParameterReference<T[]>> reference) {
        m_references.require(m_user, reference);
        return new ArrayReference() {

            @Override
            public EffectPredicate hasMultipleItems() {
                return on(reference, value -> ((Object[])value).length > 1);
            }

            @Override
            public EffectPredicate containsElementSatisfying(final EffectPredicateProvider elementPredicate) {
                return new Condition(values -> Arrays.stream((Object[])values.value(reference))
                    .anyMatch(element -> element(elementPredicate, element, values.input())));
            }
        };
    }

    private boolean element(final EffectPredicateProvider provider, final Object element,
        final NodeParametersInput input) {
        final References references = new References(DialogField.of(element.getClass()));
        return Condition.of(provider.init(new Conditions(references, m_user)))
            .holds(DialogValues.of(element, input));
    }

    @Override
    public <E extends Enum<E>> EnumReference<E> getEnum(final Class<? extends ParameterReference<E>> reference) {
        m_references.require(m_user, reference);
        return new EnumReference<>() {

            @Override
            @SafeVarargs
            public final EffectPredicate isOneOf(final E... values) {
                return on(reference, List.of(values)::contains);
            }
        };
    }

    @Override
    public boolean isMissing(final Class<? extends ParameterReference<?>> reference) {
        return !m_references.isKnown(reference);
    }

    @Override
    public EffectPredicate getConstant(final Predicate<NodeParametersInput> predicate) {
        return new Condition(values -> predicate.test(values.input()));
    }

    @Override
    public EffectPredicate getPredicate(final Class<? extends EffectPredicateProvider> predicateClass) {
        return getPredicate(Reflection.create(predicateClass));
    }

    @Override
    public EffectPredicate getPredicate(final EffectPredicateProvider predicateProvider) {
        return predicateProvider.init(this);
    }
}
