// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.function.Supplier;

import org.knime.core.node.workflow.NodeProgressListener;

/** Takes progress and messages of a running node and tells it when to stop. */
public interface NodeProgressMonitor {

    /**
     * Returns if the node may go on.
     *
     * @throws CanceledExecutionException if it shall stop
     */
    void checkCanceled() throws CanceledExecutionException;

    /**
     * @param progress from 0 to 1; values outside are cut; a smaller value than before changes nothing
     */
    void setProgress(double progress);

    /**
     * @return from 0 to 1, or null if not known
     */
    Double getProgress();

    /**
     * @param progress as in {@link #setProgress(double)}
     * @param message what is being done, may be null
     */
    void setProgress(double progress, String message);

    /**
     * @param progress as in {@link #setProgress(double)}
     * @param message gives what is being done, called only when the message is shown
     */
    default void setProgress(final double progress, final Supplier<String> message) {
        setProgress(progress, message.get());
    }

    /**
     * @param message what is being done, may be null
     */
    void setMessage(String message);

    /**
     * @param message gives what is being done, called only when the message is shown
     */
    default void setMessage(final Supplier<String> message) {
        setMessage(message.get());
    }

    /**
     * @return what is being done, or null
     */
    String getMessage();

    /** Asks the node to stop. */
    void setExecuteCanceled();

    /** Goes back to no progress, no message and not cancelled. */
    void reset();

    /**
     * @param listener told of each change
     */
    void addProgressListener(NodeProgressListener listener);

    /**
     * @param listener not told any more
     */
    void removeProgressListener(NodeProgressListener listener);

    /** Tells nobody any more. */
    void removeAllProgressListener();
}
