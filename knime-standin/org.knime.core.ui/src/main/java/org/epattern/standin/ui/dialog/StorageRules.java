// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.epattern.standin.ui.ParameterField;
import org.epattern.standin.ui.ParametersPersistence;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.persistence.Persistable;

/** Rules for storing settings: keys of their own, and defaults that survive being written and read. */
final class StorageRules {

    private static final String KEY = "model";

    private StorageRules() {
    }

    static void check(final Persistable defaults, final Findings findings) {
        checkKeys(defaults.getClass(), findings);
        final NodeSettings written = new NodeSettings(KEY);
        if (findings.attempt(defaults.getClass().getName(), () -> save(defaults, written)).isEmpty()) {
            return;
        }
        final NodeSettings again = new NodeSettings(KEY);
        final String place = "Loading the default settings of " + defaults.getClass().getName();
        try {
            final Persistable loaded = ParametersPersistence.load(defaults.getClass(), written);
            findings.attempt(place, () -> save(loaded, again));
            findings.require(written.equals(again), place + " does not give the same settings.");
        } catch (final InvalidSettingsException refused) {
            findings.add(place + " fails: " + refused.getMessage());
        } catch (final IllegalStateException broken) {
            findings.add(place + " fails: " + broken.getMessage());
        }
    }

    private static NodeSettings save(final Persistable parameters, final NodeSettings settings) {
        ParametersPersistence.save(parameters, settings);
        return settings;
    }

    private static void checkKeys(final Class<?> type, final Findings findings) {
        final List<ParameterField> fields = ParameterField.of(type);
        final Set<String> keys = new HashSet<>();
        for (final ParameterField field : fields) {
            findings.require(keys.add(field.key()), field.place() + " has the key \"" + field.key()
                + "\" of another setting.");
            final Class<?> group = field.type();
            if (Persistable.class.isAssignableFrom(group)) {
                findings.require(group.getEnclosingClass() == null || Modifier.isStatic(group.getModifiers()),
                    group.getName() + " must be static.");
                checkKeys(group, findings);
            } else {
                findings.require(!WidgetGroup.class.isAssignableFrom(group),
                    field.place() + " is a group of controls that cannot be stored; it must be Persistable too.");
            }
        }
    }
}
