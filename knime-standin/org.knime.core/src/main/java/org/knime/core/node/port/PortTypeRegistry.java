// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.flowvariable.FlowVariablePortObjectSpec;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;

/** Gives the port type of a class of port object; the stand-in knows tables, pictures and flow variables. */
public final class PortTypeRegistry {

    private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

    private PortTypeRegistry() {
    }

    /**
     * @return the registry
     */
    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    /**
     * @param objectClass a class of port object
     * @return its type
     */
    public PortType getPortType(final Class<? extends PortObject> objectClass) {
        return getPortType(objectClass, false);
    }

    /**
     * @param objectClass a class of port object
     * @param isOptional whether a port of that type may be left unconnected
     * @return its type
     */
    public PortType getPortType(final Class<? extends PortObject> objectClass, final boolean isOptional) {
        if (objectClass == BufferedDataTable.class) {
            return new PortType(objectClass, DataTableSpec.class, "Table", isOptional);
        }
        if (objectClass == ImagePortObject.class) {
            return new PortType(objectClass, ImagePortObjectSpec.class, "Image", isOptional);
        }
        if (objectClass == FlowVariablePortObject.class) {
            return new PortType(objectClass, FlowVariablePortObjectSpec.class, "Flow Variable", isOptional);
        }
        return new PortType(objectClass, PortObjectSpec.class, objectClass.getSimpleName(), isOptional);
    }
}
