// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.plugins;

import java.util.List;

/** Finds a class in the first plugin that has it, for names of classes that are stored with tables. */
final class AllPluginsLoader extends ClassLoader {

    private final List<Plugin> m_plugins;

    AllPluginsLoader(final List<Plugin> plugins) {
        super(AllPluginsLoader.class.getClassLoader());
        m_plugins = plugins;
    }

    @Override
    protected Class<?> findClass(final String name) throws ClassNotFoundException {
        for (final Plugin plugin : m_plugins) {
            try {
                return plugin.loader().loadClass(name);
            } catch (final ClassNotFoundException ex) {
                continue; // the next one may have it
            }
        }
        throw new ClassNotFoundException(name);
    }
}
