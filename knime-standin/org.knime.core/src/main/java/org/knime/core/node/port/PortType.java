// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.util.Objects;

/** Says which port objects a port takes or gives, and whether it may be left unconnected. */
public final class PortType {

    private final Class<? extends PortObject> m_objectClass;

    private final Class<? extends PortObjectSpec> m_specClass;

    private final String m_name;

    private final boolean m_optional;

    PortType(final Class<? extends PortObject> objectClass, final Class<? extends PortObjectSpec> specClass,
        final String name, final boolean optional) {
        m_objectClass = objectClass;
        m_specClass = specClass;
        m_name = name;
        m_optional = optional;
    }

    /**
     * @return name as the user reads it
     */
    public String getName() {
        return m_name;
    }

    /**
     * @return class of the port objects
     */
    public Class<? extends PortObject> getPortObjectClass() {
        return m_objectClass;
    }

    /**
     * @return class of their specs
     */
    public Class<? extends PortObjectSpec> getPortObjectSpecClass() {
        return m_specClass;
    }

    /**
     * @return whether a port of this type may be left unconnected
     */
    public boolean isOptional() {
        return m_optional;
    }

    /**
     * @param type type of an output port
     * @return whether an input port of this type can be connected to it
     */
    public boolean isSuperTypeOf(final PortType type) {
        return m_objectClass.isAssignableFrom(type.m_objectClass);
    }

    /**
     * @param spec a spec
     * @return whether a port of this type takes it
     */
    public boolean acceptsPortObjectSpec(final PortObjectSpec spec) {
        return m_specClass.isInstance(spec);
    }

    /**
     * @param object a port object
     * @return whether a port of this type takes it
     */
    public boolean acceptsPortObject(final PortObject object) {
        return m_objectClass.isInstance(object);
    }

    @Override
    public String toString() {
        return m_name;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof PortType that && m_objectClass == that.m_objectClass
            && m_optional == that.m_optional;
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_objectClass, m_optional);
    }
}
