// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.RearrangeColumnsInput;
import org.knime.node.DefaultModel.RearrangeColumnsOutput;
import org.knime.node.parameters.NodeParameters;

/** Work of a node that rearranges the columns of its one table, row by row. */
final class RearrangingWork implements NodeWork {

    private final ModelDefinition.Rearranging m_function;

    RearrangingWork(final String node, final ModelDefinition.Rearranging function, final PortType[] inTypes,
        final PortType[] outTypes) {
        if (!isOneTable(inTypes) || !isOneTable(outTypes)) {
            throw new IllegalStateException("The node \"" + node
                + "\" rearranges columns, so it must have exactly one input table and one output table.");
        }
        m_function = function;
    }

    private static boolean isOneTable(final PortType[] types) {
        return types.length == 1 && types[0].equals(BufferedDataTable.TYPE);
    }

    @Override
    public NodeRuntime.Configured configure(final NodeParameters parameters, final PortObjectSpec[] inSpecs)
        throws InvalidSettingsException {
        final PortObjectSpec[] specs = {rearranger(parameters, (DataTableSpec)inSpecs[0]).createSpec()};
        return new NodeRuntime.Configured(specs, Optional.empty());
    }

    @Override
    public NodeRuntime.Executed execute(final NodeParameters parameters, final PortObject[] inObjects,
        final ExecutionContext exec) throws CanceledExecutionException, InvalidSettingsException {
        final BufferedDataTable table = (BufferedDataTable)inObjects[0];
        final ColumnRearranger rearranger = rearranger(parameters, table.getDataTableSpec());
        final PortObject[] out = {exec.createColumnRearrangeTable(table, rearranger, exec)};
        return new NodeRuntime.Executed(out, new PortObject[0], Optional.empty(), List.of());
    }

    private ColumnRearranger rearranger(final NodeParameters parameters, final DataTableSpec spec)
        throws InvalidSettingsException {
        final Output output = new Output();
        m_function.rearrange().accept(new Input(parameters, spec), output);
        if (output.m_rearranger == null) {
            throw new IllegalStateException("The node sets no rearrangement of columns.");
        }
        return output.m_rearranger;
    }

    private record Input(NodeParameters parameters, DataTableSpec spec) implements RearrangeColumnsInput {

        @Override
        @SuppressWarnings("unchecked")
        public <S extends NodeParameters> S getParameters() {
            return (S)parameters;
        }

        @Override
        public DataTableSpec getDataTableSpec() {
            return spec;
        }
    }

    private static final class Output implements RearrangeColumnsOutput {

        private ColumnRearranger m_rearranger;

        @Override
        public void setColumnRearranger(final ColumnRearranger rearranger) {
            if (rearranger == null) {
                throw new IllegalArgumentException("The rearrangement of columns is null.");
            }
            m_rearranger = rearranger;
        }
    }
}
