// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/** Work of a node with its own configure and execute. */
final class StandardWork implements NodeWork {

    private final ModelDefinition.Standard m_functions;

    private final PortType[] m_outTypes;

    StandardWork(final ModelDefinition.Standard functions, final PortType[] outTypes) {
        m_functions = functions;
        m_outTypes = outTypes;
    }

    @Override
    public NodeRuntime.Configured configure(final NodeParameters parameters, final PortObjectSpec[] inSpecs)
        throws InvalidSettingsException {
        final Specs output = new Specs(m_outTypes.length);
        m_functions.configure().accept(new SpecsInput(parameters, inSpecs, m_outTypes), output);
        return new NodeRuntime.Configured(output.m_specs, NodeWork.warning(output.m_warning));
    }

    @Override
    public NodeRuntime.Executed execute(final NodeParameters parameters, final PortObject[] inObjects,
        final ExecutionContext exec) throws CanceledExecutionException, KNIMEException {
        final Data output = new Data(m_outTypes.length);
        m_functions.execute().accept(new DataInput(parameters, inObjects, exec, m_outTypes), output);
        return new NodeRuntime.Executed(output.m_data, output.m_internal, NodeWork.warning(output.m_warning),
            List.of());
    }

    private static void copy(final Object[] given, final Object[] into) {
        if (given.length > into.length) {
            throw new IllegalStateException(
                "The node gives " + given.length + " outputs but has " + into.length + " output ports.");
        }
        System.arraycopy(given, 0, into, 0, given.length);
    }

    private static void put(final Object given, final Object[] into, final int index) {
        if (index < 0 || index >= into.length) {
            throw new IllegalStateException(
                "The node gives output " + index + " but has " + into.length + " output ports, counted from 0.");
        }
        into[index] = given;
    }

    @SuppressWarnings("unchecked")
    private static <T> T as(final Object object) {
        return (T)object;
    }

    private record SpecsInput(NodeParameters parameters, PortObjectSpec[] specs, PortType[] outTypes)
        implements ConfigureInput {

        @Override
        public <S extends NodeParameters> S getParameters() {
            return as(parameters);
        }

        @Override
        public PortObjectSpec[] getInPortSpecs() {
            return specs;
        }

        @Override
        public <S extends PortObjectSpec> S getInPortSpec(final int index) {
            return as(specs[index]);
        }

        @Override
        public DataTableSpec[] getInTableSpecs() {
            return Arrays.copyOf(specs, specs.length, DataTableSpec[].class);
        }

        @Override
        public DataTableSpec getInTableSpec(final int portIndex) {
            return (DataTableSpec)specs[portIndex];
        }

        @Override
        public PortType[] getOutPortTypes() {
            return outTypes.clone();
        }
    }

    private static final class Specs implements ConfigureOutput {

        private final PortObjectSpec[] m_specs;

        private String m_warning;

        Specs(final int ports) {
            m_specs = new PortObjectSpec[ports];
        }

        @Override
        public <S extends PortObjectSpec> void setOutSpec(final int index, final S spec) {
            put(spec, m_specs, index);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <S extends PortObjectSpec> void setOutSpecs(final S... specs) {
            copy(specs, m_specs);
        }

        @Override
        public void setWarningMessage(final String message) {
            m_warning = message;
        }
    }

    private record DataInput(NodeParameters parameters, PortObject[] objects, ExecutionContext exec,
        PortType[] outTypes) implements ExecuteInput {

        @Override
        public <S extends NodeParameters> S getParameters() {
            return as(parameters);
        }

        @Override
        public ExecutionContext getExecutionContext() {
            return exec;
        }

        @Override
        public PortObject[] getInPortObjects() {
            return objects;
        }

        @Override
        public <D extends PortObject> D getInPortObject(final int portIndex) {
            return as(objects[portIndex]);
        }

        @Override
        public BufferedDataTable[] getInTables() {
            return Arrays.copyOf(objects, objects.length, BufferedDataTable[].class);
        }

        @Override
        public BufferedDataTable getInTable(final int portIndex) {
            return (BufferedDataTable)objects[portIndex];
        }

        @Override
        public PortType[] getOutPortTypes() {
            return outTypes.clone();
        }
    }

    private static final class Data implements ExecuteOutput {

        private final PortObject[] m_data;

        private PortObject[] m_internal = new PortObject[0];

        private String m_warning;

        Data(final int ports) {
            m_data = new PortObject[ports];
        }

        @Override
        public <D extends PortObject> void setOutData(final int index, final D data) {
            put(data, m_data, index);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <D extends PortObject> void setOutData(final D... data) {
            copy(data, m_data);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <D extends PortObject> void setInternalData(final D... data) {
            m_internal = Arrays.copyOf(data, data.length, PortObject[].class);
        }

        @Override
        public void setWarningMessage(final String message) {
            m_warning = message;
        }
    }
}
