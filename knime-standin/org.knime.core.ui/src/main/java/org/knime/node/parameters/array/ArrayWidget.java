// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.array;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.updates.StateProvider;

/** Shows an array or collection of nested parameters as a list of cards. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ArrayWidget {

    /** @return the text of the button that adds an element */
    String addButtonText() default "";

    /** @return how one element is laid out */
    ElementLayout elementLayout() default ElementLayout.VERTICAL_CARD;

    /** @return the title of one element */
    String elementTitle() default "";

    /** @return whether elements can be moved up and down */
    boolean showSortButtons() default false;

    /** @return whether elements can be neither added nor removed */
    boolean hasFixedSize() default false;

    /** @return what computes a new element; the interface itself stands for none */
    @SuppressWarnings("rawtypes")
    Class<? extends StateProvider> elementDefaultValueProvider() default StateProvider.class;

    /** Layout of one element of the array. */
    enum ElementLayout {
        /** The controls of an element lie below each other. */
        VERTICAL_CARD,
        /** The controls of an element lie in one line. */
        HORIZONTAL_SINGLE_LINE
    }
}
