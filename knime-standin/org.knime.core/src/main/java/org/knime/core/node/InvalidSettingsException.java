// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** Says that settings are missing or wrong; the message is the sentence the user reads. */
public class InvalidSettingsException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong and what was expected
     */
    public InvalidSettingsException(final String message) {
        super(message);
    }

    /**
     * @param cause its message becomes the message of this exception
     */
    public InvalidSettingsException(final Throwable cause) {
        super(cause == null ? null : cause.getMessage(), cause);
    }

    /**
     * @param message what is wrong and what was expected
     * @param cause why
     */
    public InvalidSettingsException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
