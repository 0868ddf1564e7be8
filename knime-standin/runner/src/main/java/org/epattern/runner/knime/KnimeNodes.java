// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.knime;

import org.epattern.runner.node.NodeBehaviour;
import org.epattern.runner.workflow.KnimeFactories;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/**
 * Makes the few nodes of KNIME itself that the runner can execute: those that loops over scans and components are made
 * of. What they do is written anew from their descriptions.
 */
public final class KnimeNodes {

    private KnimeNodes() {
    }

    /**
     * @param kind which node
     * @param settings the content of the node's settings.xml
     * @return the node
     * @throws InvalidSettingsException with a sentence, if its ports cannot be read
     */
    public static NodeBehaviour make(final KnimeFactories kind, final NodeSettings settings)
        throws InvalidSettingsException {
        return switch (kind) {
            case COMPONENT_INPUT -> new ComponentInput(settings);
            case COMPONENT_OUTPUT -> new ComponentOutput(settings);
            case LOOP_START -> new VariableLoopStart();
            case LOOP_END -> new LoopEnd(settings);
            case VARIABLE_TO_COLUMN -> new VariableToColumn();
        };
    }
}
