// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/**
 * Marks the settings class of a node: every field that is not private, static or transient is one setting.
 * It needs a constructor without arguments and may have a second one that takes {@link NodeParametersInput}, used when
 * the node is configured for the first time without stored settings.
 */
public interface NodeParameters extends Persistable, WidgetGroup {

    /**
     * Checks the loaded values.
     *
     * @throws InvalidSettingsException with one sentence for the user if a value must not be used
     */
    default void validate() throws InvalidSettingsException {
        // every combination of values is valid unless a class says otherwise
    }
}
