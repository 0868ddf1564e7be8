// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Holds repeated {@link After} annotations. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface AfterAllOf {

    After[] value();
}
