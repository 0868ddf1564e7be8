// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Orders a part of the dialog before another one. */
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(BeforeAllOf.class)
@Target(ElementType.TYPE)
public @interface Before {

    /** @return the part that comes later */
    Class<?> value();
}
