// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.knime.core.node.NodeSettings;

/** Reads and writes files in KNIME's XML layout for settings. */
public final class SettingsFiles {

    private SettingsFiles() {
    }

    /**
     * @param file a settings.xml or workflow.knime
     * @return its content
     * @throws IOException with a sentence that names the file
     */
    public static NodeSettings read(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return (NodeSettings)NodeSettings.loadFromXML(in);
        } catch (final IOException ex) {
            if (!Files.isRegularFile(file)) {
                throw new IOException("The file '" + file + "' does not exist.", ex);
            }
            throw new IOException("The file '" + file + "' cannot be read: " + ex.getMessage(), ex);
        }
    }

    /**
     * @param settings what is written
     * @param file is replaced if it exists
     * @throws IOException if the file cannot be written
     */
    public static void write(final NodeSettings settings, final Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.saveToXML(out);
        }
    }
}
