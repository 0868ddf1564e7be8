// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Collection;
import java.util.List;

import org.epattern.standin.CellTypes;
import org.epattern.standin.RendererFamily;
import org.knime.core.data.renderer.DataValueRendererFactory;
import org.knime.core.data.renderer.DataValueRendererFamily;
import org.knime.core.node.NodeLogger;

/** Meta information of a kind of value whose renderers are registered by extensions. */
public abstract class ExtensibleUtilityFactory extends DataValue.UtilityFactory {

    /** Logger of the sub-class. */
    protected final NodeLogger m_logger = NodeLogger.getLogger(getClass());

    /** The interface that this is about. */
    protected final Class<? extends DataValue> m_valueClass;

    /**
     * @param valueClass the interface that this is about, not null
     */
    public ExtensibleUtilityFactory(final Class<? extends DataValue> valueClass) {
        m_valueClass = valueClass;
    }

    /**
     * @return name of this kind of value as the user reads it
     */
    public abstract String getName();

    /**
     * @return group under which the user finds this kind of value
     */
    public String getGroupName() {
        return "Other";
    }

    /**
     * @return the renderers registered for this value, the suggested one first
     */
    public Collection<DataValueRendererFactory> getAvailableRenderers() {
        return CellTypes.current().renderers(m_valueClass);
    }

    /**
     * @return the suggested renderer, or null if there is none
     */
    public DataValueRendererFactory getDefaultRenderer() {
        return getAvailableRenderers().stream().findFirst().orElse(null);
    }

    /**
     * @return the renderer the user prefers, which is the suggested one: the stand-in has no preferences
     */
    public DataValueRendererFactory getPreferredRenderer() {
        return getDefaultRenderer();
    }

    @Override
    protected final DataValueRendererFamily getRendererFamily(final DataColumnSpec spec) {
        final List<DataValueRendererFactory> factories = List.copyOf(getAvailableRenderers());
        return factories.isEmpty() ? null : RendererFamily.of(factories, spec);
    }
}
