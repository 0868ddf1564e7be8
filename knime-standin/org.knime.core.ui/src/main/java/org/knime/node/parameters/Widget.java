// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicateProvider;

/** Makes a field of a parameters class visible in the dialog; a field without it is stored but hidden. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@Inherited
public @interface Widget {

    /** @return the label above the control */
    String title();

    /** @return the help text, an XML fragment with the markup of node descriptions */
    String description();

    /** @return whether the control is hidden until advanced settings are asked for; prefer {@link Advanced} */
    boolean advanced() default false;

    /** @return an effect; prefer {@link Effect} on the field itself */
    Effect effect() default @Effect(predicate = EffectPredicateProvider.class, type = Effect.EffectType.SHOW);
}
