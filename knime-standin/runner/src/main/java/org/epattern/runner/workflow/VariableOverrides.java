// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;

/**
 * The settings of a node that flow variables control: the tree below {@code variables} mirrors the tree below
 * {@code model}, and each leaf names the variable that is used and the one that is made.
 */
public final class VariableOverrides {

    private static final String USED = "used_variable";

    private static final String EXPOSED = "exposed_variable";

    private static final String PATH_SEPARATOR = "/";

    /**
     * What happens to one setting.
     *
     * @param used the variable whose value it gets; null: none
     * @param exposed the variable that is made of its value; null: none
     */
    public record Override(String used, String exposed) {
    }

    private VariableOverrides() {
    }

    /**
     * @param nodeSettings the content of a node's settings.xml
     * @return by path below {@code model}, its steps joined by slashes
     */
    public static Map<String, Override> of(final NodeSettings nodeSettings) {
        final Map<String, Override> overrides = new LinkedHashMap<>();
        if (nodeSettings.getEntry("variables") instanceof ConfigBase variables) {
            // the format of 2008 has no version, and the tree lies directly below variables
            final boolean is2008 = !variables.containsKey("version") && !variables.containsKey("tree");
            if (is2008) {
                collect(variables, "", overrides);
            } else if (variables.getEntry("tree") instanceof ConfigBase tree) {
                collect(tree, "", overrides);
            }
        }
        return overrides;
    }

    private static void collect(final ConfigBase tree, final String prefix, final Map<String, Override> overrides) {
        for (final String key : tree) {
            if (tree.getEntry(key) instanceof ConfigBase child) {
                if (isLeaf(child)) {
                    overrides.put(prefix + key, new Override(text(child, USED), text(child, EXPOSED)));
                } else {
                    collect(child, prefix + key + PATH_SEPARATOR, overrides);
                }
            }
        }
    }

    /** The settings of a node may themselves have a config named used_variable, a leaf has an entry of that name. */
    private static boolean isLeaf(final ConfigBase config) {
        return Stream.of(USED, EXPOSED).map(config::getEntry).anyMatch(e -> e != null && !(e instanceof ConfigBase));
    }

    private static String text(final ConfigBase leaf, final String key) {
        final AbstractConfigEntry entry = leaf.getEntry(key);
        return entry == null ? null : entry.toStringValue();
    }

    /**
     * Puts the values of variables into the settings of a node.
     *
     * @param overrides what {@link #of} found
     * @param model the node's {@code model}, changed here
     * @param variables what the node can see
     * @throws InvalidSettingsException with a sentence, if a variable or a setting does not exist or their types differ
     */
    public static void apply(final Map<String, Override> overrides, final NodeSettings model,
        final Map<String, Variable> variables) throws InvalidSettingsException {
        for (final Map.Entry<String, Override> override : overrides.entrySet()) {
            final String used = override.getValue().used();
            if (used == null) {
                continue;
            }
            final Variable variable = variables.get(used);
            if (variable == null) {
                throw new InvalidSettingsException("The setting '" + override.getKey() + "' is controlled by the flow "
                    + "variable '" + used + "', which does not exist; expected one of " + variables.keySet() + ".");
            }
            final List<String> path = List.of(override.getKey().split(PATH_SEPARATOR));
            SettingValue.overwrite(SettingValue.parent(model, path), path.get(path.size() - 1), variable,
                override.getKey());
        }
    }

    /**
     * @param overrides what {@link #of} found
     * @param model the node's {@code model}
     * @return the variables that the node makes of its settings
     * @throws InvalidSettingsException with a sentence, if a setting does not exist or cannot be a variable
     */
    public static List<Variable> exposed(final Map<String, Override> overrides, final NodeSettings model)
        throws InvalidSettingsException {
        final List<Variable> exposed = new ArrayList<>();
        for (final Map.Entry<String, Override> override : overrides.entrySet()) {
            final String name = override.getValue().exposed();
            if (name != null) {
                final List<String> path = List.of(override.getKey().split(PATH_SEPARATOR));
                exposed.add(SettingValue.toVariable(SettingValue.parent(model, path), path.get(path.size() - 1), name,
                    override.getKey()));
            }
        }
        return exposed;
    }
}
