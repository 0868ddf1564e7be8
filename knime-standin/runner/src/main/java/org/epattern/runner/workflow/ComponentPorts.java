// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import java.util.ArrayList;
import java.util.List;

import org.epattern.standin.ui.PortInfo;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.image.ImagePortObject;

/** Reads the ports of a component, which it states once outside and once inside. */
public final class ComponentPorts {

    private ComponentPorts() {
    }

    /**
     * @param settings the settings.xml of a component
     * @param key "inports" or "outports"
     * @return what kinds of ports it has there, in order
     * @throws InvalidSettingsException with a sentence
     */
    public static List<PortType> outside(final NodeSettings settings, final String key)
        throws InvalidSettingsException {
        return types(settings.getNodeSettings(key), key);
    }

    /**
     * @param settings the settings.xml of the node inside that stands for the ports
     * @return what kinds of ports it states, in order
     * @throws InvalidSettingsException with a sentence
     */
    public static List<PortType> inside(final NodeSettings settings) throws InvalidSettingsException {
        return types(settings.getNodeSettings("factory_settings"), "factory_settings");
    }

    /**
     * @param settings as above
     * @param side what ports without a name are called, with a number
     * @return the same ports with the names that the settings of that node give them
     * @throws InvalidSettingsException with a sentence
     */
    public static List<PortInfo> inside(final NodeSettings settings, final String side)
        throws InvalidSettingsException {
        final List<PortType> types = inside(settings);
        final String[] names = settings.containsKey("model")
            ? settings.getNodeSettings("model").getStringArray("port-names", new String[0]) : new String[0];
        final List<PortInfo> ports = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            final String name = i < names.length ? names[i] : side + " " + (i + 1);
            ports.add(new PortInfo(name, name, "", types.get(i)));
        }
        return ports;
    }

    private static List<PortType> types(final NodeSettings ports, final String where)
        throws InvalidSettingsException {
        final PortType[] types = new PortType[(int)ports.keySet().stream().filter(k -> isPort(ports, k)).count()];
        for (final String key : ports.keySet()) {
            if (isPort(ports, key)) {
                final NodeSettings port = ports.getNodeSettings(key);
                final int index = port.getInt("index");
                if (index < 0 || index >= types.length || types[index] != null) {
                    throw new InvalidSettingsException("The index of " + key + " in " + where + " is " + index
                        + ", expected each number from 0 to " + (types.length - 1) + " once.");
                }
                types[index] = type(port.getNodeSettings("type").getString("object_class"), key);
            }
        }
        return List.of(types);
    }

    private static boolean isPort(final NodeSettings ports, final String key) {
        return ports.getEntry(key) instanceof NodeSettings;
    }

    private static PortType type(final String objectClass, final String where) throws InvalidSettingsException {
        for (final PortType type : List.of(BufferedDataTable.TYPE, ImagePortObject.TYPE,
            FlowVariablePortObject.TYPE)) {
            if (type.getPortObjectClass().getName().equals(objectClass)) {
                return type;
            }
        }
        throw new InvalidSettingsException("The object_class of " + where + " is " + objectClass
            + ", expected a table, an image or flow variables.");
    }
}
