// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.concurrent.CancellationException;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;

/** Turns what the engine throws into what KNIME shows: one sentence for the user, or "canceled". */
public final class EngineErrors {

    private EngineErrors() {
    }

    /** Work of a node that uses the engine. */
    @FunctionalInterface
    public interface Work {
        /**
         * @throws IOException a file cannot be read or written
         * @throws InvalidSettingsException a setting or a column is not fit
         * @throws CanceledExecutionException the user canceled
         * @throws KNIMEException already a sentence for the user
         */
        void run() throws IOException, InvalidSettingsException, CanceledExecutionException, KNIMEException;
    }

    /**
     * Runs the work of a node.
     *
     * @param work the work
     * @throws CanceledExecutionException if the user canceled
     * @throws KNIMEException if a file or a setting is not fit, with the sentence that says so
     */
    public static void translate(final Work work) throws CanceledExecutionException, KNIMEException {
        try {
            work.run();
        } catch (IOException e) {
            throw failure(e, e);
        } catch (UncheckedIOException e) {
            throw failure(e.getCause(), e);
        } catch (CancellationException e) {
            final CanceledExecutionException canceled = new CanceledExecutionException();
            canceled.initCause(e);
            throw canceled;
        } catch (InvalidSettingsException | IllegalArgumentException e) {
            throw new KNIMEException(e.getMessage(), e);
        } catch (RuntimeException e) {
            throw withCause(e);
        } catch (OutOfMemoryError e) {
            throw KNIMEException.of(Message.fromSummaryWithResolution("The memory of "
                + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB is not enough for patterns of this size; give "
                + "KNIME more (-Xmx in knime.ini), or use binning", "Give KNIME more memory: -Xmx in knime.ini.",
                "Set binning to 2 or more in Load 4D-STEM."), e);
        }
    }

    /** Tables are written in the background: their errors arrive inside others. All else is a fault of the program. */
    private static KNIMEException withCause(final RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return failure(io, e);
            }
        }
        throw e;
    }

    /** The batch executor shows the sentence alone, the user interface shows beside it what one can do. */
    private static KNIMEException failure(final IOException e, final Throwable cause) {
        if (e instanceof RowException row) {
            return KNIMEException.of(explain(row.getCause() instanceof IOException io ? io : row).modify()
                .addRowIssue(row.port(), row.column(), row.row(), row.place()).build().orElseThrow(), cause);
        }
        return KNIMEException.of(explain(e), cause);
    }

    private static Message explain(final IOException e) {
        final String sentence = sentence(e);
        if (e.getMessage() != null && isDiskFull(e.getMessage())) {
            return Message.fromSummaryWithResolution(sentence, "Free some space, and run again.",
                "Choose \"Link\" as storage in Load 4D-STEM: nothing is copied then.");
        }
        if (e instanceof NoSuchFileException) {
            return Message.fromSummaryWithResolution(sentence,
                "Check the path, and whether the drive is connected.",
                "Choose \"Import\" as storage in Load 4D-STEM: the saved workflow then holds the patterns.");
        }
        if (e instanceof AccessDeniedException) {
            return Message.fromSummaryWithResolution(sentence,
                "Ask the owner of the file for permission, or copy it to a folder of your own.");
        }
        return Message.fromSummary(sentence);
    }

    /**
     * @param e what went wrong
     * @return a sentence for the user
     */
    public static String sentence(final IOException e) {
        final String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (isDiskFull(message)) {
            return "The disk is full" + (file(e).isEmpty() ? "" : ", " + file(e) + " could not be written")
                + "; free some space, or let Load 4D-STEM link to the file instead of importing it";
        }
        if (e instanceof NoSuchFileException) {
            return message + " does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return message + " may not be read or written; check the permissions";
        }
        return message;
    }

    private static String file(final IOException e) {
        return e instanceof FileSystemException f && f.getFile() != null ? f.getFile() : "";
    }

    private static boolean isDiskFull(final String message) {
        final String lower = message.toLowerCase(Locale.ROOT);
        return lower.contains("no space left") || lower.contains("not enough space") || lower.contains("disk full")
            || lower.contains("quota exceeded");
    }
}
