// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

import org.knime.core.util.FileUtil;

/** Finds the file that a user means by a path, a file: address or a knime:// address. */
public final class FileLocation {

    private FileLocation() {
    }

    /** @return whether the address belongs to a workflow or mount point and moves with it */
    static boolean isMovable(final String text) {
        return text.strip().startsWith("knime:");
    }

    /**
     * The folder that a file lies in.
     *
     * @param text path or address of a file, or of a folder
     * @return path or address of the folder; the text itself if there is no such file on this computer
     */
    public static String folderOf(final String text) {
        final String location = text.strip();
        final int end = Math.max(location.lastIndexOf('/'), location.lastIndexOf('\\'));
        try {
            return end > 0 && Files.isRegularFile(resolve(location)) ? location.substring(0, end) : location;
        } catch (IOException e) {
            // whoever opens it says what is wrong
            return location;
        }
    }

    /**
     * @param text path or address
     * @return the path; the file need not exist
     * @throws IOException one sentence if it is no path, or not on this computer
     */
    public static Path resolve(final String text) throws IOException {
        final String location = text.strip();
        if (location.isEmpty()) {
            throw new IOException("No file is given; open the dialog of Load 4D-STEM and enter a file or folder");
        }
        final Path path;
        try {
            final URL url = FileUtil.toURL(location);
            path = FileUtil.resolveToPath(url);
        } catch (URISyntaxException | IllegalArgumentException | IllegalStateException e) {
            throw new IOException("\"" + location + "\" is neither a path nor a file: or knime:// address", e);
        } catch (IOException e) {
            throw new IOException("\"" + location + "\" cannot be found: " + e.getMessage(), e);
        }
        if (path == null) {
            throw new IOException("\"" + location + "\" is not on this computer; copy it to a disk first");
        }
        return path;
    }
}
