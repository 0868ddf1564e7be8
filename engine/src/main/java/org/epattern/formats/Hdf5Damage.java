// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/** The one place where what the HDF5 library throws at a damaged file becomes a sentence. */
final class Hdf5Damage {

    private Hdf5Damage() {
    }

    /**
     * Something that calls the library.
     *
     * @param <T> what it gives
     */
    interface Call<T> {

        T run() throws IOException;
    }

    /**
     * Runs something that calls the library. The library has an exception of its own, but meets most damage as a number
     * that does not fit: as whatever Java throws then. That includes the stack that a group within itself overflows,
     * and the memory that a length of two billion bytes does not find: neither means that the program is short of it.
     *
     * @param <T> what the call gives
     * @param path the file
     * @param what what is being read, e.g. "the list of data sets"
     * @param call the call
     * @return what the call gives
     * @throws IOException one sentence with the file and what the library found
     * @throws CancellationException if the thread was interrupted
     */
    static <T> T sentence(final Path path, final String what, final Call<T> call) throws IOException {
        try {
            return call.run();
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            cancelled(e);
            throw new IOException(path + ": " + what + " cannot be read, the HDF5 structure is damaged or of a kind"
                + " that is not known: " + reason(e), e);
        }
    }

    private static void cancelled(final Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CancellationException) {
                throw (CancellationException)new CancellationException("interrupted").initCause(e);
            }
        }
    }

    /** The message of the innermost cause that has one. */
    private static String reason(final Throwable e) {
        if (e instanceof StackOverflowError) {
            return "found a structure that holds itself";
        }
        if (e instanceof OutOfMemoryError) {
            return "found a length larger than the memory";
        }
        String reason = e.getClass().getSimpleName();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null) {
                reason = cause.getMessage();
            }
        }
        return reason.replaceAll("[^ -~]+", " ").strip();
    }
}
