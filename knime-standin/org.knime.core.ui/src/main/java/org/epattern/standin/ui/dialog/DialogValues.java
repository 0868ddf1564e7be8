// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

import org.knime.node.parameters.NodeParametersInput;

/** The values of the settings that have a name, and the ports. */
public final class DialogValues {

    private final Map<Class<?>, Object> m_values = new HashMap<>();

    private final NodeParametersInput m_input;

    private DialogValues(final NodeParametersInput input) {
        m_input = input;
    }

    /**
     * @param parameters settings
     * @param input the ports
     * @return the values of all settings with a name, those of nested settings included
     */
    public static DialogValues of(final Object parameters, final NodeParametersInput input) {
        final DialogValues values = new DialogValues(input);
        for (final DialogField field : DialogField.of(parameters.getClass())) {
            field.reference().ifPresent(reference -> values.m_values.put(reference, field.get(parameters)));
        }
        return values;
    }

    /**
     * @param reference name of a setting
     * @return its value
     * @throws NoSuchElementException if no setting has this name
     */
    Object value(final Class<?> reference) {
        if (!m_values.containsKey(reference)) {
            throw new NoSuchElementException("No setting has the name " + reference.getName() + ".");
        }
        return m_values.get(reference);
    }

    /** @return the ports */
    NodeParametersInput input() {
        return m_input;
    }
}
