// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.validation;

/** A check of one value that the dialog does by itself. */
public interface BuiltinValidation {

    /** @return the sentence shown for a value that fails */
    String getErrorMessage();

    /** @return the limits of the check */
    Object getParameters();
}
