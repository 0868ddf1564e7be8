// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.epattern.runner.workflow.Issue.Level;
import org.knime.core.node.NodeSettings;

/** Reads the variables that a workflow declares, with their default values. */
final class VariablesReader {

    private static final String KEY = "workflow_variables";

    private VariablesReader() {
    }

    /**
     * @param file content of workflow.knime
     * @param where its path, for the sentences
     * @param issues hears what is wrong
     * @return the variables that could be read
     */
    static List<Variable> read(final NodeSettings file, final String where, final Issues issues) {
        if (!file.containsKey(KEY)) {
            return List.of();
        }
        final List<Variable> variables = new ArrayList<>();
        final Optional<NodeSettings> all = new RequiredKeys(file, "'" + where + "'", issues).config(KEY);
        if (all.isPresent()) {
            final RequiredKeys keys = new RequiredKeys(all.get(), KEY + " of '" + where + "'", issues);
            for (final String key : all.get()) {
                keys.config(key).flatMap(v -> variable(v, KEY + "/" + key + " of '" + where + "'", issues))
                    .ifPresent(variables::add);
            }
        }
        return List.copyOf(variables);
    }

    private static Optional<Variable> variable(final NodeSettings settings, final String where, final Issues issues) {
        final RequiredKeys keys = new RequiredKeys(settings, where, issues);
        final Optional<String> name = keys.string("name");
        final Optional<String> type = keys.string("class");
        if (name.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        return switch (type.get()) {
            case "STRING" -> keys.string("value").map(v -> Variable.of(name.get(), v));
            case "INTEGER" -> keys.integer("value").map(v -> Variable.of(name.get(), v));
            case "DOUBLE" -> keys.number("value").map(v -> Variable.of(name.get(), v));
            default -> {
                issues.add(Level.ERROR, "The class in " + where + " is '" + type.get()
                    + "', expected STRING, INTEGER or DOUBLE.");
                yield Optional.empty();
            }
        };
    }
}
