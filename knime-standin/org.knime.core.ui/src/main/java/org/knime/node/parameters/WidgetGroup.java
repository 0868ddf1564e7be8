// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters;

/** Marks a class whose fields become controls of the dialog that contains it. */
public interface WidgetGroup {
}
