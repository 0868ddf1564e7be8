// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.node;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.epattern.runner.workflow.Variable;
import org.epattern.standin.ui.NodeRuntime;
import org.epattern.standin.ui.PortInfo;
import org.epattern.standin.ui.view.NodeView;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** What a node does when a workflow is loaded, configured and executed, be it of a plugin or one of KNIME's own. */
public interface NodeBehaviour {

    /** @return the data input ports, counted from 0 */
    List<PortInfo> inputs();

    /** @return the data output ports, counted from 0 */
    List<PortInfo> outputs();

    /**
     * Loads the settings.
     *
     * @param model the config {@code model} of the node's settings; null: none were stored
     * @throws InvalidSettingsException with a sentence
     */
    void loadSettings(NodeSettingsRO model) throws InvalidSettingsException;

    /**
     * Writes the settings in use.
     *
     * @param model where to
     */
    void saveSettings(NodeSettingsWO model);

    /**
     * Computes what the outputs will look like.
     *
     * @param specs one per input; null where a port that may stay open is not connected
     * @param variables the flow variables that the node sees
     * @return the specs
     * @throws InvalidSettingsException with a sentence
     */
    NodeRuntime.Configured configure(PortObjectSpec[] specs, Map<String, Variable> variables)
        throws InvalidSettingsException;

    /**
     * Computes the results.
     *
     * @param inputs one per input; null where a port that may stay open is not connected
     * @param variables the flow variables that the node sees
     * @param exec for progress, cancellation and new tables
     * @return the results
     * @throws KNIMEException with the node's message
     * @throws InvalidSettingsException with a sentence
     * @throws CanceledExecutionException if the user wants to stop
     */
    NodeRuntime.Executed execute(PortObject[] inputs, Map<String, Variable> variables, ExecutionContext exec)
        throws KNIMEException, InvalidSettingsException, CanceledExecutionException;

    /** @return the flow variables that the last configure or execute made, for the nodes after this one */
    default List<Variable> made() {
        return List.of();
    }

    /**
     * @param internal what the node kept when it was executed
     * @return its view, if it has one
     */
    default Optional<NodeView> view(final List<PortObject> internal) {
        return Optional.empty();
    }
}
