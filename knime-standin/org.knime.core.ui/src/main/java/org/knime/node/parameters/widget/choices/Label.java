// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives an enum constant the text that the dialog shows for it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Label {

    /** @return the text */
    String value();

    /** @return the help text, an XML fragment with the markup of node descriptions */
    String description() default "";

    /** @return whether the choice cannot be taken */
    boolean disabled() default false;
}
