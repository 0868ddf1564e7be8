// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says why a file could not be read or written, where Java gives nothing but a path or the name of a class. */
public final class IoReason {

    private IoReason() {
    }

    /**
     * @param failure what happened
     * @return a few words, without a dot at the end
     */
    public static String of(final IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "you have no permission to do that";
        }
        if (failure instanceof NoSuchFileException missing) {
            return "'" + missing.getFile() + "' does not exist";
        }
        if (failure instanceof FileAlreadyExistsException there) {
            return "'" + there.getFile() + "' is there already";
        }
        if (failure instanceof NotDirectoryException file) {
            return "'" + file.getFile() + "' is no folder";
        }
        final String reason = failure instanceof FileSystemException system && system.getReason() != null
            ? system.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason.replaceAll("\\.+$", "");
    }
}
