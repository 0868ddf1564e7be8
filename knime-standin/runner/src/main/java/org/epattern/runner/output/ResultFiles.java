// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.image.ImagePortObject;

/** Writes what a node gives at its output ports: {@code <node name>/<port name>.csv} and pictures. */
public final class ResultFiles {

    private final OutputFolder m_folder;

    private final int m_pictures;

    /**
     * @param folder where to
     * @param pictures at most so many cells of a column are drawn by their renderer
     */
    public ResultFiles(final OutputFolder folder, final int pictures) {
        m_folder = folder;
        m_pictures = pictures;
    }

    /**
     * @param nodeName name of the node, unique in the workflow
     * @param portNames one per object
     * @param objects what the ports give
     * @param monitor hears the progress and cancels
     * @return what was written
     * @throws IOException if writing fails; the file that failed is gone
     * @throws CanceledExecutionException if the user wants to stop
     */
    public List<WrittenFile> write(final String nodeName, final List<String> portNames,
        final List<PortObject> objects, final ExecutionMonitor monitor) throws IOException, CanceledExecutionException {
        final Path nodeFolder = Path.of(FileNames.sanitised(nodeName));
        final FileNames names = new FileNames();
        final List<WrittenFile> written = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            final String name = names.unique(portNames.get(i), "");
            monitor.setMessage("writing " + name);
            if (objects.get(i) instanceof BufferedDataTable table) {
                written.addAll(new TableFiles(m_folder, nodeFolder, name, m_pictures,
                    monitor.createSubProgress(1.0 / objects.size())).write(table));
            } else if (objects.get(i) instanceof ImagePortObject image
                && image.toDataCell() instanceof PNGImageValue png) {
                written.add(m_folder.<RuntimeException> write(nodeFolder.resolve(name + ".png"),
                    out -> out.write(png.getImageContent().getByteArray())));
            }
        }
        return written;
    }
}
