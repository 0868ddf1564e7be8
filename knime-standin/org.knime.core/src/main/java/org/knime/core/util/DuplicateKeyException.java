// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

/** Says that a row key was added to a table twice. */
public class DuplicateKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String m_key;

    /**
     * @param key the key found twice
     */
    public DuplicateKeyException(final String key) {
        this("Row key \"" + key + "\" appears twice in the table.", key);
    }

    /**
     * @param message what the user reads
     * @param key the key found twice
     */
    public DuplicateKeyException(final String message, final String key) {
        super(message);
        m_key = key;
    }

    /**
     * @param cause an exception found in another thread, which becomes the cause of this one
     */
    public DuplicateKeyException(final DuplicateKeyException cause) {
        super(cause.getMessage(), cause);
        m_key = cause.m_key;
    }

    /**
     * @return the key found twice
     */
    public String getKey() {
        return m_key;
    }
}
