// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** Says that a dialog cannot be opened. */
public class NotConfigurableException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param message why
     */
    public NotConfigurableException(final String message) {
        super(message);
    }

    /**
     * @param message why
     * @param cause the cause
     */
    public NotConfigurableException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
