// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.epattern.standin.WorkflowEnvironment;
import org.epattern.standin.table.TableFolder;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;

/** Saves what a port gives, a table or a picture, in a folder of its own, and loads it again. */
final class PortData {

    private static final String PICTURE = "picture.png";

    private static final String VARIABLES = "variables";

    private PortData() {
    }

    /**
     * @param object what a port gives
     * @param folder an existing empty folder
     * @throws IOException if it cannot be written, or is of a kind that cannot be saved
     */
    static void save(final PortObject object, final Path folder) throws IOException {
        if (object instanceof BufferedDataTable table) {
            TableFolder.save(table, folder);
        } else if (object == FlowVariablePortObject.INSTANCE) {
            Files.createFile(folder.resolve(VARIABLES)); // they are in the settings and tables that they were made of
        } else if (object instanceof ImagePortObject image && image.toDataCell() instanceof PNGImageValue png) {
            Files.write(folder.resolve(PICTURE), png.getImageContent().getByteArray());
        } else {
            throw new IOException("a " + object.getClass().getSimpleName() + " cannot be saved here");
        }
    }

    /**
     * @param folder where {@link #save} wrote
     * @param environment knows types of cells and file stores
     * @return what the port gives
     * @throws IOException if it cannot be read
     */
    static PortObject load(final Path folder, final WorkflowEnvironment environment) throws IOException {
        if (Files.exists(folder.resolve(PICTURE))) {
            return new ImagePortObject(new PNGImageContent(Files.readAllBytes(folder.resolve(PICTURE))),
                new ImagePortObjectSpec(PNGImageContent.TYPE));
        }
        if (Files.exists(folder.resolve(VARIABLES))) {
            return FlowVariablePortObject.INSTANCE;
        }
        return TableFolder.load(folder, environment);
    }
}
