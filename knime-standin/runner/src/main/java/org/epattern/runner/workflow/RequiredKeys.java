// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import java.util.Optional;

import org.epattern.runner.workflow.Issue.Level;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Gets the keys that a settings file must have, and reports those that are missing or of the wrong type. */
final class RequiredKeys {

    private final NodeSettings m_settings;

    private final String m_where;

    private final Issues m_issues;

    /**
     * @param settings settings of a file, or a part of them
     * @param where the file, and the part of it, for the sentences
     * @param issues hears what is wrong
     */
    RequiredKeys(final NodeSettings settings, final String where, final Issues issues) {
        m_settings = settings;
        m_where = where;
        m_issues = issues;
    }

    private interface Getter<T> {
        T get(NodeSettings settings, String key) throws InvalidSettingsException;
    }

    Optional<String> string(final String key) {
        return get(key, "a text (xstring)", NodeSettings::getString);
    }

    Optional<Integer> integer(final String key) {
        return get(key, "a whole number (xint)", NodeSettings::getInt);
    }

    Optional<Double> number(final String key) {
        return get(key, "a number (xdouble)", NodeSettings::getDouble);
    }

    Optional<Boolean> bool(final String key) {
        return get(key, "true or false (xboolean)", NodeSettings::getBoolean);
    }

    Optional<NodeSettings> config(final String key) {
        return get(key, "a config", NodeSettings::getNodeSettings);
    }

    /** An entry that may be null, but must be there. */
    void nullable(final String key) {
        if (!m_settings.containsKey(key)) {
            m_issues.add(Level.ERROR, missing(key, "an entry, which may be null"));
        }
    }

    private <T> Optional<T> get(final String key, final String expected, final Getter<T> getter) {
        if (!m_settings.containsKey(key)) {
            m_issues.add(Level.ERROR, missing(key, expected));
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(getter.get(m_settings, key));
        } catch (final InvalidSettingsException ex) {
            m_issues.add(Level.ERROR, "The key '" + key + "' in " + m_where + " is of type "
                + m_settings.getEntry(key).getType() + ", expected " + expected + ".");
            return Optional.empty();
        }
    }

    private String missing(final String key, final String expected) {
        return "The key '" + key + "' is missing in " + m_where + ", expected " + expected + ".";
    }
}
