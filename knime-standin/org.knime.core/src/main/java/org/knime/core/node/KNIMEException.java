// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.message.Message;

/** A failure of a node's execution that the node explains to the user. */
public final class KNIMEException extends Exception implements MessageAwareException {

    private static final long serialVersionUID = 1L;

    private final transient Message m_message;

    /**
     * @param message what the user reads
     * @param cause why, or null
     */
    public KNIMEException(final String message, final Throwable cause) {
        this(Message.fromSummary(message), cause);
    }

    /**
     * @param message what the user reads
     */
    public KNIMEException(final String message) {
        this(Message.fromSummary(message), null);
    }

    private KNIMEException(final Message message, final Throwable cause) {
        super(message.getSummary(), cause);
        m_message = message;
    }

    @Override
    public Message getKNIMEMessage() {
        return m_message;
    }

    /**
     * @param message what the user reads, not null
     * @return a new exception
     */
    public static KNIMEException of(final Message message) {
        return new KNIMEException(message, null);
    }

    /**
     * @param message what the user reads, not null
     * @param cause why, or null
     * @return a new exception
     */
    public static KNIMEException of(final Message message, final Throwable cause) {
        return new KNIMEException(message, cause);
    }

    /**
     * @return an unchecked exception around this one
     */
    public KNIMERuntimeException toUnchecked() {
        return new KNIMERuntimeException(this);
    }

    /** Carries a {@link KNIMEException} through code that declares no checked exceptions. */
    public static final class KNIMERuntimeException extends RuntimeException implements MessageAwareException {

        private static final long serialVersionUID = 1L;

        private KNIMERuntimeException(final KNIMEException cause) {
            super(cause.getMessage(), cause);
        }

        @Override
        public synchronized KNIMEException getCause() {
            return (KNIMEException)super.getCause();
        }

        @Override
        public Message getKNIMEMessage() {
            return getCause().getKNIMEMessage();
        }
    }
}
