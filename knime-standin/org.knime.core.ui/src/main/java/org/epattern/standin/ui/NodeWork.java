// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.util.Optional;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** Calls the functions of a node with the inputs and outputs they expect. */
interface NodeWork {

    /**
     * @param parameters the settings, or null for a node without
     * @param inSpecs one per input port
     * @return the output specs
     * @throws InvalidSettingsException with one sentence for the user
     */
    NodeRuntime.Configured configure(NodeParameters parameters, PortObjectSpec[] inSpecs)
        throws InvalidSettingsException;

    /**
     * @param parameters the settings, or null for a node without
     * @param inObjects one per input port
     * @param exec for progress, cancellation and new tables
     * @return the output, not yet checked
     * @throws CanceledExecutionException if the user stopped the node
     * @throws KNIMEException with a message for the user
     * @throws InvalidSettingsException with one sentence for the user
     */
    NodeRuntime.Executed execute(NodeParameters parameters, PortObject[] inObjects, ExecutionContext exec)
        throws CanceledExecutionException, KNIMEException, InvalidSettingsException;

    /**
     * @param definition a node
     * @param inTypes its input ports
     * @param outTypes its output ports
     * @return how it works
     */
    static NodeWork of(final NodeDefinition definition, final PortType[] inTypes, final PortType[] outTypes) {
        final ModelDefinition.Work work = definition.model().work();
        if (work instanceof ModelDefinition.Rearranging rearranging) {
            return new RearrangingWork(definition.name(), rearranging, inTypes, outTypes);
        }
        return new StandardWork((ModelDefinition.Standard)work, outTypes);
    }

    /**
     * @param message a warning or null
     * @return the warning if it says anything
     */
    static Optional<String> warning(final String message) {
        return Optional.ofNullable(message).filter(text -> !text.isBlank());
    }
}
