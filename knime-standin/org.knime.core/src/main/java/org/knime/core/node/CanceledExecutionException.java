// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.message.Message;

/** Says that the user has cancelled the execution of a node. */
public class CanceledExecutionException extends Exception implements MessageAwareException {

    private static final long serialVersionUID = 1L;

    /** The message used when none is given. */
    public static final Message DEFAULT_CANCEL_MESSAGE = Message.fromSummary("Execution canceled");

    private final transient Message m_message;

    /** With the default message. */
    public CanceledExecutionException() {
        this(DEFAULT_CANCEL_MESSAGE);
    }

    /**
     * @param message what the user reads
     */
    public CanceledExecutionException(final String message) {
        this(Message.fromSummary(message));
    }

    /**
     * @param message what the user reads, not null
     */
    public CanceledExecutionException(final Message message) {
        super(message.getSummary());
        m_message = message;
    }

    @Override
    public Message getKNIMEMessage() {
        return m_message;
    }

    /** Asks whether work should stop; lets algorithms be cancelled without knowing of an execution context. */
    @FunctionalInterface
    public interface CancelChecker {

        /**
         * Returns if work may go on.
         *
         * @throws CanceledExecutionException if the user has cancelled
         */
        void checkCanceled() throws CanceledExecutionException;

        /**
         * @param exec the context asked
         * @return a checker that asks the context on each hundredth call
         */
        static CancelChecker checkCanceledPeriodically(final ExecutionContext exec) {
            return checkCanceledPeriodically(exec, 100);
        }

        /**
         * @param exec the context asked
         * @param n how many calls there are for one question to the context, at least 1
         * @return a checker, for one thread, that asks on each n-th call
         */
        static CancelChecker checkCanceledPeriodically(final ExecutionContext exec, final long n) {
            return new CancelChecker() {

                private long m_calls;

                @Override
                public void checkCanceled() throws CanceledExecutionException {
                    m_calls++;
                    if (m_calls % n == 0) {
                        exec.checkCanceled();
                    }
                }
            };
        }

        /**
         * @param exec the context asked, whose progress is set at the same time
         * @param n how many calls there are for one question to the context, at least 1
         * @param total how many calls there will be in all
         * @return a checker, for one thread, that asks and reports on each n-th call
         */
        static CancelChecker checkCanceledPeriodicallyWithProgress(final ExecutionContext exec, final long n,
            final long total) {
            return new CancelChecker() {

                private long m_calls;

                @Override
                public void checkCanceled() throws CanceledExecutionException {
                    m_calls++;
                    if (m_calls % n == 0) {
                        exec.checkCanceled();
                        exec.setProgress((double)m_calls / total);
                    }
                }
            };
        }
    }
}
