// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Limits the texts that a field takes in the dialog; the limits are not checked outside the dialog. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextInputWidget {

    /** @return a grey text shown while the field is empty */
    String placeholder() default "";

    /** @return the pattern; the abstract class itself stands for none */
    Class<? extends PatternValidation> patternValidation() default PatternValidation.class;

    /** @return the greatest length; the abstract class itself stands for none */
    Class<? extends MaxLengthValidation> maxLengthValidation() default MaxLengthValidation.class;

    /** @return the least length; the abstract class itself stands for none */
    Class<? extends MinLengthValidation> minLengthValidation() default MinLengthValidation.class;

    /** @return what computes the grey text */
    Class<? extends StateProvider<String>> placeholderProvider() default NoTextProvider.Placeholder.class;

    /** @return what computes the pattern */
    Class<? extends StateProvider<? extends PatternValidation>> patternValidationProvider()
    default NoTextProvider.Pattern.class;

    /** @return what computes the greatest length */
    Class<? extends StateProvider<? extends MaxLengthValidation>> maxLengthValidationProvider()
    default NoTextProvider.MaxLength.class;

    /** @return what computes the least length */
    Class<? extends StateProvider<? extends MinLengthValidation>> minLengthValidationProvider()
    default NoTextProvider.MinLength.class;
}
