// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.renderer;

/** A renderer factory identified by its class. */
public abstract class AbstractDataValueRendererFactory implements DataValueRendererFactory {

    /** For sub-classes. */
    public AbstractDataValueRendererFactory() {
    }

    @Override
    public final String getId() {
        return getClass().getName();
    }

    @Override
    public int hashCode() {
        return getId().hashCode();
    }

    @Override
    public boolean equals(final Object other) {
        return other != null && getClass() == other.getClass();
    }
}
