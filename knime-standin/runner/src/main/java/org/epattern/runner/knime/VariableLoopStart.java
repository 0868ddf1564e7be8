// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.knime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.epattern.runner.node.LoopStart;
import org.epattern.runner.workflow.Variable;
import org.epattern.standin.ui.NodeRuntime;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.flowvariable.FlowVariablePortObjectSpec;

/**
 * Table Row to Variable Loop Start: an iteration for each row, whose cells become flow variables with the names of the
 * columns. Columns of text, whole numbers and numbers do; other columns stay in the table.
 */
final class VariableLoopStart extends KnimeNode implements LoopStart {

    private static final String ROW_ID = "RowID";

    private VariableFilter m_columns = VariableFilter.NONE;

    private String m_missing = "DEFAULT";

    private String m_defaultText = "missing";

    private int m_defaultInteger;

    private double m_defaultNumber;

    private long m_iteration;

    private long m_rows;

    private List<Variable> m_made = List.of();

    VariableLoopStart() {
        super(List.of(table("Parameters table")), List.of(variables("Variables Connection", false)));
    }

    @Override
    public void loadSettings(final NodeSettingsRO model) throws InvalidSettingsException {
        if (model != null) {
            m_columns = VariableFilter.read(model.getNodeSettings("column_selection"));
            m_missing = model.getString("missing_value_policy");
            m_defaultText = model.getString("default_value_string");
            m_defaultInteger = model.getInt("default_value_integer");
            m_defaultNumber = model.getDouble("default_value_double");
        }
        keep(model);
    }

    @Override
    public NodeRuntime.Configured configure(final PortObjectSpec[] specs, final Map<String, Variable> variables) {
        final List<Variable> made = iterationVariables(0, 0);
        if (!"OMIT".equals(m_missing)) {
            made.add(Variable.of(ROW_ID, ""));
            for (final DataColumnSpec column : (DataTableSpec)specs[0]) {
                if (m_columns.takes(column.getName())) {
                    addDefault(column, made);
                }
            }
        }
        m_made = made;
        return configured(FlowVariablePortObjectSpec.INSTANCE);
    }

    private static List<Variable> iterationVariables(final long count, final long current) {
        final List<Variable> made = new ArrayList<>();
        made.add(Variable.of("maxIterations", Math.toIntExact(count)));
        made.add(Variable.of("currentIteration", Math.toIntExact(current)));
        return made;
    }

    private void addDefault(final DataColumnSpec column, final List<Variable> made) {
        final DataType type = column.getType();
        if (type.isCompatible(IntValue.class)) {
            made.add(Variable.of(column.getName(), m_defaultInteger));
        } else if (type.isCompatible(DoubleValue.class)) {
            made.add(Variable.of(column.getName(), m_defaultNumber));
        } else if (type.isCompatible(StringValue.class)) {
            made.add(Variable.of(column.getName(), m_defaultText));
        }
    }

    @Override
    public void restart() {
        m_iteration = 0;
        m_rows = 0;
    }

    @Override
    public NodeRuntime.Executed execute(final PortObject[] inputs, final Map<String, Variable> variables,
        final ExecutionContext exec) throws InvalidSettingsException {
        final BufferedDataTable table = (BufferedDataTable)inputs[0];
        if (table.size() == 0 && "FAIL".equals(m_missing)) {
            throw new InvalidSettingsException("The input table is empty, expected a row for each iteration.");
        }
        // as in KNIME, an empty table makes one iteration, with the defaults
        m_rows = Math.max(1, table.size());
        final List<Variable> made = iterationVariables(m_rows, m_iteration);
        try (CloseableRowIterator rows = table.iterator()) {
            for (long i = 0; i < m_iteration; i++) {
                rows.next();
            }
            if (rows.hasNext()) {
                addRow(table.getDataTableSpec(), rows.next(), made);
            } else {
                made.addAll(defaults(table.getDataTableSpec()));
            }
        }
        m_made = made;
        m_iteration++;
        return executed(FlowVariablePortObject.INSTANCE);
    }

    private List<Variable> defaults(final DataTableSpec spec) {
        final List<Variable> made = new ArrayList<>();
        made.add(Variable.of(ROW_ID, ""));
        if (!"OMIT".equals(m_missing)) {
            spec.stream().filter(c -> m_columns.takes(c.getName())).forEach(c -> addDefault(c, made));
        }
        return made;
    }

    private void addRow(final DataTableSpec spec, final DataRow row, final List<Variable> made)
        throws InvalidSettingsException {
        made.add(Variable.of(ROW_ID, row.getKey().getString()));
        for (int i = 0; i < spec.getNumColumns(); i++) {
            final DataColumnSpec column = spec.getColumnSpec(i);
            if (!m_columns.takes(column.getName())) {
                continue;
            }
            final DataCell cell = row.getCell(i);
            if (cell.isMissing()) {
                if ("FAIL".equals(m_missing)) {
                    throw new InvalidSettingsException("The cell of column '" + column.getName() + "' in row '"
                        + row.getKey() + "' is missing, expected a value for the flow variable.");
                } else if ("DEFAULT".equals(m_missing)) {
                    addDefault(column, made);
                }
            } else if (cell instanceof IntValue value) {
                made.add(Variable.of(column.getName(), value.getIntValue()));
            } else if (cell instanceof DoubleValue value) {
                made.add(Variable.of(column.getName(), value.getDoubleValue()));
            } else if (cell instanceof StringValue value) {
                made.add(Variable.of(column.getName(), value.getStringValue()));
            }
        }
    }

    @Override
    public boolean hasNext() {
        return m_iteration < m_rows;
    }

    @Override
    public String iteration() {
        return "iteration " + m_iteration + " of " + m_rows;
    }

    @Override
    public String values() {
        // the first three are the counters and the row's id
        return m_made.stream().skip(3).map(v -> v.name() + " = '" + v.value() + "'")
            .collect(Collectors.joining(", "));
    }

    @Override
    public List<Variable> made() {
        return m_made;
    }
}
