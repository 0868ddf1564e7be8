// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import java.nio.file.Path;

import org.knime.core.node.NodeSettings;

/**
 * A node as it lies on disk.
 *
 * @param id its id, unique in the workflow
 * @param settingsFile its settings.xml, in the node's own folder
 * @param settings the content of that file
 * @param factory class name of its factory; null if the file does not tell
 * @param name its name; never null
 * @param state its saved state
 * @param inside the workflow inside, if it is a component; else null
 */
public record SavedNode(int id, Path settingsFile, NodeSettings settings, String factory, String name,
    NodeState state, SavedWorkflow inside) {

    /** @return whether it is a component */
    public boolean isComponent() {
        return inside != null;
    }


    /** @return the folder that holds everything about this node */
    public Path folder() {
        return settingsFile.getParent();
    }

    /** @return name and id as KNIME writes them, for messages */
    public String label() {
        return name + " (#" + id + ")";
    }
}
