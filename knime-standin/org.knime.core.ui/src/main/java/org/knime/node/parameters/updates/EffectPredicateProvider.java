// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

import java.util.Arrays;
import java.util.function.Predicate;

import org.knime.node.parameters.NodeParametersInput;

/** Makes the condition of an {@link Effect}. */
@FunctionalInterface
public interface EffectPredicateProvider {

    /**
     * @param i gives access to the referenced settings
     * @return the condition
     */
    EffectPredicate init(PredicateInitializer i);

    /**
     * @param predicates conditions, at least one
     * @return holds when all hold
     */
    default EffectPredicate and(final EffectPredicate... predicates) {
        return Arrays.stream(predicates).reduce(EffectPredicate::and).orElseThrow();
    }

    /**
     * @param predicates conditions, at least one
     * @return holds when at least one holds
     */
    default EffectPredicate or(final EffectPredicate... predicates) {
        return Arrays.stream(predicates).reduce(EffectPredicate::or).orElseThrow();
    }

    /**
     * @param predicate a condition
     * @return holds when the given one does not
     */
    default EffectPredicate not(final EffectPredicate predicate) {
        return predicate.negate();
    }

    /** Gives access to the settings that a condition reads. */
    interface PredicateInitializer {

        /**
         * @param reference name of a text setting
         * @return conditions on it
         */
        StringReference getString(Class<? extends ParameterReference<String>> reference);

        /**
         * @param reference name of a yes/no setting
         * @return conditions on it
         */
        BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

        /**
         * @param reference name of an array setting
         * @return conditions on it
         * @param <T> type of the elements
         */
        <T> ArrayReference getArray(Class<? extends ParameterReference<T[]>> reference);

        /**
         * @param reference name of a setting with fixed choices
         * @return conditions on it
         * @param <E> type of the choices
         */
        <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

        /**
         * @param reference name of a setting
         * @return whether no field of the dialog has this name
         */
        boolean isMissing(Class<? extends ParameterReference<?>> reference);

        /**
         * @param predicate condition on the ports
         * @return a condition that does not change while the dialog is open
         */
        EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

        /** @return holds never */
        default EffectPredicate never() {
            return getConstant(input -> false);
        }

        /** @return holds always */
        default EffectPredicate always() {
            return getConstant(input -> true);
        }

        /**
         * @param predicateClass another provider; needs a constructor without arguments
         * @return its condition
         */
        EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> predicateClass);

        /**
         * @param predicateProvider another provider
         * @return its condition
         */
        EffectPredicate getPredicate(EffectPredicateProvider predicateProvider);

        /** Conditions on a text. */
        interface StringReference {

            /**
             * @param value a text
             * @return holds for exactly this text
             */
            EffectPredicate isEqualTo(String value);

            /**
             * @param pattern a regular expression
             * @return holds when the whole text matches
             */
            EffectPredicate matchesPattern(String pattern);
        }

        /** Conditions on a yes/no value. */
        interface BooleanReference {

            /** @return holds for yes */
            EffectPredicate isTrue();

            /** @return holds for no */
            EffectPredicate isFalse();
        }

        /**
         * Conditions on a fixed choice.
         *
         * @param <E> type of the choices
         */
        interface EnumReference<E extends Enum<E>> {

            /**
             * @param values choices
             * @return holds for any of them
             */
            @SuppressWarnings("unchecked")
            EffectPredicate isOneOf(E... values);
        }

        /** Conditions on an array. */
        interface ArrayReference {

            /** @return holds for two elements and more */
            EffectPredicate hasMultipleItems();

            /**
             * @param elementPredicate condition on the settings of one element
             * @return holds when at least one element satisfies it
             */
            EffectPredicate containsElementSatisfying(EffectPredicateProvider elementPredicate);
        }
    }
}
