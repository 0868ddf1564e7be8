// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.layout;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Puts a field, or all fields of a class, into a part of the dialog. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Layout {

    /** @return the interface that stands for the part */
    Class<?> value();
}
