// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** Looks for nested keys in settings. */
public final class ConfigPaths {

    private ConfigPaths() {
    }

    /**
     * @param settings where to look
     * @param path keys from the outermost inwards; an empty path always exists
     * @return whether there is an entry or a config
     */
    public static boolean exists(final NodeSettingsRO settings, final List<String> path) {
        if (path.isEmpty()) {
            return true;
        }
        if (!settings.containsKey(path.get(0))) {
            return false;
        }
        if (path.size() == 1) {
            return true;
        }
        try {
            return exists(settings.getNodeSettings(path.get(0)), path.subList(1, path.size()));
        } catch (final InvalidSettingsException entryInsteadOfConfig) {
            return false;
        }
    }
}
