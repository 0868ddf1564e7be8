// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.settings;

import org.knime.core.node.config.base.ConfigBase;

/** A settings tree that is neither a node's nor a model's. */
public final class PlainConfig extends ConfigBase {

    private static final long serialVersionUID = 1L;

    /**
     * @param key key of the root, not null
     */
    public PlainConfig(final String key) {
        super(key);
    }

    @Override
    public ConfigBase getInstance(final String key) {
        return new PlainConfig(key);
    }
}
