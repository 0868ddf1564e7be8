// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;

/** What is known about a node's ports, made of arrays. */
public final class PortsInput implements NodeParametersInput {

    private final PortType[] m_inTypes;

    private final PortObjectSpec[] m_inSpecs;

    private final PortType[] m_outTypes;

    /**
     * @param inTypes types of the input ports
     * @param inSpecs specs there, each of which may be null
     * @param outTypes types of the output ports
     */
    public PortsInput(final PortType[] inTypes, final PortObjectSpec[] inSpecs, final PortType[] outTypes) {
        if (inTypes.length != inSpecs.length) {
            throw new IllegalArgumentException(
                inSpecs.length + " input specs do not fit " + inTypes.length + " input ports.");
        }
        m_inTypes = inTypes.clone();
        m_inSpecs = inSpecs.clone();
        m_outTypes = outTypes.clone();
    }

    /**
     * @param inSpecs table specs at the input ports, each of which may be null
     * @return a node with these input tables and no output
     */
    public static PortsInput ofTables(final DataTableSpec... inSpecs) {
        final PortType[] types = new PortType[inSpecs.length];
        Arrays.fill(types, BufferedDataTable.TYPE);
        return new PortsInput(types, inSpecs, new PortType[0]);
    }

    @Override
    public PortType[] getInPortTypes() {
        return m_inTypes.clone();
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return m_inSpecs.clone();
    }

    @Override
    public Optional<PortObjectSpec> getInPortSpec(final int portIndex) {
        return portIndex < m_inSpecs.length ? Optional.ofNullable(m_inSpecs[portIndex]) : Optional.empty();
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return all(i -> getInTableSpec(i).orElse(null), new DataTableSpec[m_inSpecs.length]);
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(final int portIndex) {
        return getInPortSpec(portIndex).filter(DataTableSpec.class::isInstance).map(DataTableSpec.class::cast);
    }

    @Override
    public PortObject[] getInPortObjects() {
        return new PortObject[m_inSpecs.length];
    }

    @Override
    public Optional<PortObject> getInPortObject(final int portIndex) {
        return Optional.empty();
    }

    @Override
    public BufferedDataTable[] getInTables() {
        return new BufferedDataTable[m_inSpecs.length];
    }

    @Override
    public Optional<BufferedDataTable> getInTable(final int portIndex) {
        return Optional.empty();
    }

    @Override
    public PortType[] getOutPortTypes() {
        return m_outTypes.clone();
    }

    private static <T> T[] all(final IntFunction<T> element, final T[] array) {
        Arrays.setAll(array, element);
        return array;
    }
}
