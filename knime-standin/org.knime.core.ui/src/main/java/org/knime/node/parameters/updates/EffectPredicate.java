// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

import org.epattern.standin.ui.dialog.Condition;

/** A condition on the values of a dialog, made by {@link EffectPredicateProvider.PredicateInitializer}. */
public interface EffectPredicate {

    /**
     * @param other another condition
     * @return holds when both hold
     */
    default EffectPredicate and(final EffectPredicate other) {
        return Condition.of(this).and(Condition.of(other));
    }

    /**
     * @param other another condition
     * @return holds when at least one holds
     */
    default EffectPredicate or(final EffectPredicate other) {
        return Condition.of(this).or(Condition.of(other));
    }

    /** @return holds when this one does not */
    default EffectPredicate negate() {
        return Condition.of(this).negate();
    }
}
