// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

/** Says that rows could not be written or read back, for example because the disk is full. */
public class DataContainerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what the user reads
     */
    public DataContainerException(final String message) {
        super(message);
    }

    /**
     * @param message what the user reads
     * @param cause why
     */
    public DataContainerException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
