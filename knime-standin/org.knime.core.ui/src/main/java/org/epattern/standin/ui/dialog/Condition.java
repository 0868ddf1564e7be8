// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import java.util.function.Predicate;

import org.knime.node.parameters.updates.EffectPredicate;

/** A condition that can be evaluated for the values of a dialog. */
public final class Condition implements EffectPredicate {

    private final Predicate<DialogValues> m_test;

    Condition(final Predicate<DialogValues> test) {
        m_test = test;
    }

    /**
     * @param predicate a condition made by the initializer
     * @return the same
     * @throws IllegalStateException if it was made in another way
     */
    public static Condition of(final EffectPredicate predicate) {
        if (predicate instanceof Condition condition) {
            return condition;
        }
        throw new IllegalStateException("A condition must come from the initializer, not from "
            + (predicate == null ? "null" : predicate.getClass().getName()) + ".");
    }

    /**
     * @param values the values of a dialog
     * @return whether the condition holds
     */
    public boolean holds(final DialogValues values) {
        return m_test.test(values);
    }

    @Override
    public Condition and(final EffectPredicate other) {
        return new Condition(m_test.and(of(other).m_test));
    }

    @Override
    public Condition or(final EffectPredicate other) {
        return new Condition(m_test.or(of(other).m_test));
    }

    @Override
    public Condition negate() {
        return new Condition(m_test.negate());
    }
}
