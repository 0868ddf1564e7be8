// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Hides a control or a section until the user asks for advanced settings. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Advanced {
}
