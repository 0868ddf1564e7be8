// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.number;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Limits the numbers that a field takes in the dialog; the limits are not checked outside the dialog. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface NumberInputWidget {

    /** @return the least value; the abstract class itself stands for the least value of the field's type */
    Class<? extends MinValidation> minValidation() default MinValidation.class;

    /** @return the greatest value; the abstract class itself stands for the greatest value of the field's type */
    Class<? extends MaxValidation> maxValidation() default MaxValidation.class;

    /** @return what computes the least value */
    Class<? extends StateProvider<? extends MinValidation>> minValidationProvider() default NoMinProvider.class;

    /** @return what computes the greatest value */
    Class<? extends StateProvider<? extends MaxValidation>> maxValidationProvider() default NoMaxProvider.class;
}
