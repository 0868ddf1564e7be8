// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.knime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.epattern.runner.workflow.Variable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * Names that are chosen from a list, as KNIME stores them: those included, those excluded, and which of the two lists
 * decides about names that are in neither.
 *
 * @param included the names to take
 * @param excluded the names to leave
 * @param unknown whether names that are in neither list are taken
 */
record VariableFilter(Set<String> included, Set<String> excluded, boolean unknown) {

    /** Takes nothing. */
    static final VariableFilter NONE = new VariableFilter(Set.of(), Set.of(), false);

    /**
     * @param filter the config of the filter
     * @return the filter
     * @throws InvalidSettingsException with a sentence
     */
    static VariableFilter read(final NodeSettingsRO filter) throws InvalidSettingsException {
        final String type = filter.getString("filter-type");
        if (!"STANDARD".equals(type)) {
            throw new InvalidSettingsException("Names are chosen by '" + type
                + "', expected a plain list (STANDARD): choosing by pattern or type works in KNIME only.");
        }
        return new VariableFilter(Set.of(filter.getStringArray("included_names")),
            Set.of(filter.getStringArray("excluded_names")),
            "EnforceExclusion".equals(filter.getString("enforce_option", "EnforceInclusion")));
    }

    boolean takes(final String name) {
        return included.contains(name) || unknown && !excluded.contains(name);
    }

    List<Variable> apply(final Collection<Variable> variables) {
        final List<Variable> taken = new ArrayList<>(variables);
        taken.removeIf(v -> !takes(v.name()));
        return taken;
    }
}
