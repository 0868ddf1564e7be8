// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import java.nio.file.Path;
import java.util.List;

import org.knime.core.node.NodeSettings;

/**
 * A workflow as it lies on disk.
 *
 * @param folder the folder that holds workflow.knime
 * @param file the content of workflow.knime
 * @param variables its variables with their default values
 * @param nodes the nodes that could be read, in the order of the file
 * @param connections the connections between nodes that exist, each input port at most once
 */
public record SavedWorkflow(Path folder, NodeSettings file, List<Variable> variables, List<SavedNode> nodes,
    List<Connection> connections) {

    /** Name of the file that makes a folder a workflow. */
    public static final String FILE = "workflow.knime";

    /** @return whether it is what stands inside of a component, which cannot be executed alone */
    public boolean isInsideOfComponent() {
        return nodes.stream().map(SavedNode::factory)
            .anyMatch(f -> KnimeFactories.COMPONENT_INPUT.is(f) || KnimeFactories.COMPONENT_OUTPUT.is(f));
    }
}
