// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.persistence.Persistable;

/** Stores settings classes in the layout that the platform writes into workflows, and loads them. */
public final class ParametersPersistence {

    private ParametersPersistence() {
    }

    /**
     * Makes settings with their default values.
     *
     * @param type the settings class
     * @param input what is known about the ports, or null for the constructor without arguments
     * @return the settings
     * @param <P> the settings class
     * @throws IllegalStateException if the class cannot be made
     */
    public static <P extends Persistable> P createDefault(final Class<P> type, final NodeParametersInput input) {
        return input == null ? Reflection.create(type) : Reflection.create(type, NodeParametersInput.class, input);
    }

    /**
     * Loads settings without validating them.
     *
     * @param type the settings class
     * @param settings where to read
     * @return the settings
     * @param <P> the settings class
     * @throws InvalidSettingsException if a key is missing or a value has the wrong type
     * @throws IllegalStateException if the class breaks a rule of settings classes
     */
    public static <P extends Persistable> P load(final Class<P> type, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        return type.cast(Stored.ofClass(type).load(settings));
    }

    /**
     * Writes settings.
     *
     * @param parameters the settings
     * @param settings where to write
     * @throws IllegalStateException if the class breaks a rule of settings classes
     */
    public static void save(final Persistable parameters, final NodeSettingsWO settings) {
        Stored.ofClass(parameters.getClass()).save(parameters, settings);
    }
}
