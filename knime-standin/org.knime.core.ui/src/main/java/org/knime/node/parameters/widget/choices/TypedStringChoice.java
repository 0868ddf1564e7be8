// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;

/**
 * A named thing with a type to choose, such as a column.
 *
 * @param id the name that is stored
 * @param text the name that is shown
 * @param type its type
 */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {

    /**
     * The type of a thing.
     *
     * @param id name of the type in stored settings
     * @param text name of the type in the dialog
     */
    public record PossibleTypeValue(String id, String text) {
    }

    /**
     * @param colSpec a column
     * @return a choice that stores and shows its name
     */
    public static TypedStringChoice fromColSpec(final DataColumnSpec colSpec) {
        final var type = colSpec.getType();
        return new TypedStringChoice(colSpec.getName(), colSpec.getName(),
            new PossibleTypeValue(type.getPreferredValueClass().getName(), type.getName()));
    }
}
