// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** What is known about the ports of a node while its settings are created or its dialog is open; ports count from 0. */
public interface NodeParametersInput {

    /** @return the types of the input ports */
    PortType[] getInPortTypes();

    /** @return the specs at the input ports; an entry is null when nothing is known there */
    PortObjectSpec[] getInPortSpecs();

    /**
     * @param portIndex input port
     * @return the spec there, if known
     */
    Optional<PortObjectSpec> getInPortSpec(int portIndex);

    /** @return the table specs at the input ports; an entry is null when nothing is known there */
    DataTableSpec[] getInTableSpecs();

    /**
     * @param portIndex input port
     * @return the table spec there, if known
     */
    Optional<DataTableSpec> getInTableSpec(int portIndex);

    /** @return the objects at the input ports; an entry is null when there is none yet */
    PortObject[] getInPortObjects();

    /**
     * @param portIndex input port
     * @return the object there, if any
     */
    Optional<PortObject> getInPortObject(int portIndex);

    /** @return the tables at the input ports; an entry is null when there is none yet */
    BufferedDataTable[] getInTables();

    /**
     * @param portIndex input port
     * @return the table there, if any
     */
    Optional<BufferedDataTable> getInTable(int portIndex);

    /** @return the types of the output ports */
    PortType[] getOutPortTypes();
}
