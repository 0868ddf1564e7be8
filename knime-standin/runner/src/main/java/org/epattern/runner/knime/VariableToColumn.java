// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.knime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.epattern.runner.workflow.Variable;
import org.epattern.standin.ui.NodeRuntime;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.DoubleCell.DoubleCellFactory;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** Variable to Table Column: adds a column with the same value in every row for each flow variable that is chosen. */
final class VariableToColumn extends KnimeNode {

    private VariableFilter m_filter = VariableFilter.NONE;

    VariableToColumn() {
        super(List.of(variables("Flow variables", true), table("Data table")),
            List.of(table("Input table with additional columns")));
    }

    @Override
    public void loadSettings(final NodeSettingsRO model) throws InvalidSettingsException {
        if (model != null) {
            final NodeSettingsRO filter = model.getNodeSettings("filter");
            final String mode = filter.getString("mode");
            if (!"MANUAL".equals(mode)) {
                throw new InvalidSettingsException("The variables are chosen by '" + mode
                    + "', expected a plain list (MANUAL): choosing by pattern or type works in KNIME only.");
            }
            final NodeSettingsRO manual = filter.getNodeSettings("manualFilter");
            m_filter = new VariableFilter(Set.of(manual.getStringArray("manuallySelected")),
                Set.of(manual.getStringArray("manuallyDeselected")), manual.getBoolean("includeUnknownColumns"));
        }
        keep(model);
    }

    private ColumnRearranger rearranger(final DataTableSpec spec, final Map<String, Variable> variables) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        final List<DataCell> cells = new ArrayList<>();
        for (final Variable variable : m_filter.apply(variables.values())) {
            final String name = spec.containsName(variable.name()) ? variable.name() + " (variable)" : variable.name();
            final DataCell cell = cell(variable);
            columns.add(new DataColumnSpecCreator(DataTableSpec.getUniqueColumnName(spec, name), type(variable))
                .createSpec());
            cells.add(cell);
        }
        final ColumnRearranger rearranger = new ColumnRearranger(spec);
        rearranger.append(new AbstractCellFactory(columns.toArray(DataColumnSpec[]::new)) {
            @Override
            public DataCell[] getCells(final DataRow row) {
                return cells.toArray(DataCell[]::new);
            }
        });
        return rearranger;
    }

    private static DataType type(final Variable variable) {
        return switch (variable.type()) {
            case STRING -> StringCell.TYPE;
            case INTEGER -> IntCell.TYPE;
            case DOUBLE -> DoubleCell.TYPE;
        };
    }

    private static DataCell cell(final Variable variable) {
        return switch (variable.type()) {
            case STRING -> StringCellFactory.create((String)variable.value());
            case INTEGER -> IntCellFactory.create((Integer)variable.value());
            case DOUBLE -> DoubleCellFactory.create((Double)variable.value());
        };
    }

    @Override
    public NodeRuntime.Configured configure(final PortObjectSpec[] specs, final Map<String, Variable> variables)
        throws InvalidSettingsException {
        return configured(rearranger((DataTableSpec)specs[1], variables).createSpec());
    }

    @Override
    public NodeRuntime.Executed execute(final PortObject[] inputs, final Map<String, Variable> variables,
        final ExecutionContext exec) throws CanceledExecutionException {
        final BufferedDataTable table = (BufferedDataTable)inputs[1];
        return executed(
            exec.createColumnRearrangeTable(table, rearranger(table.getDataTableSpec(), variables), exec));
    }
}
