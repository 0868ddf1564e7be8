// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.knime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.epattern.runner.node.LoopEndNode;
import org.epattern.runner.workflow.Variable;
import org.epattern.standin.ui.NodeRuntime;
import org.epattern.standin.ui.PortInfo;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** Loop End: the rows of all iterations one after the other, with the number of the iteration in a column. */
final class LoopEnd extends KnimeNode implements LoopEndNode {

    private CollectedTable.RowIds m_rowIds = CollectedTable.RowIds.APPEND_SUFFIX;

    private boolean m_addIteration = true;

    private boolean[] m_ignoreEmpty = new boolean[0];

    private final List<CollectedTable> m_tables = new ArrayList<>();

    private int m_iteration;

    /**
     * @param settings the content of its settings.xml, which says how many tables it collects
     * @throws InvalidSettingsException with a sentence
     */
    LoopEnd(final NodeSettings settings) throws InvalidSettingsException {
        super(ports(settings, "Input table"), ports(settings, "Collected results"));
    }

    private static List<PortInfo> ports(final NodeSettings settings, final String name)
        throws InvalidSettingsException {
        int count = 1;
        if (settings.containsKey("node_creation_config")) {
            final NodeSettings creation = settings.getNodeSettings("node_creation_config");
            if (creation.containsKey("Collector")) {
                count += creation.getNodeSettings("Collector").keySet().size();
            }
        }
        final List<PortInfo> ports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ports.add(table(count == 1 ? name : name + " " + (i + 1)));
        }
        return ports;
    }

    @Override
    public void loadSettings(final NodeSettingsRO model) throws InvalidSettingsException {
        m_ignoreEmpty = new boolean[inputs().size()];
        java.util.Arrays.fill(m_ignoreEmpty, true);
        if (model != null) {
            final String rowIds = model.getString("rowKeyPolicy");
            m_rowIds = Optional.ofNullable(CollectedTable.RowIds.of(rowIds))
                .orElseThrow(() -> new InvalidSettingsException("The rowKeyPolicy is '" + rowIds
                    + "', expected GENERATE_NEW, APPEND_SUFFIX or UNMODIFIED."));
            m_addIteration = model.getBoolean("addIterationColumn");
            refuse(model, "propagateLoopVariables", model.getBoolean("propagateLoopVariables"));
            refuseAny(model, "tolerateColumnTypes");
            refuseAny(model, "tolerateChangingSpecs");
            final boolean[] ignore = model.getBooleanArray("ignoreEmptyTables", new boolean[0]);
            for (int i = 0; i < m_ignoreEmpty.length; i++) {
                m_ignoreEmpty[i] = i < ignore.length ? ignore[i] : ignore.length == 0 || ignore[ignore.length - 1];
            }
        }
        keep(model);
    }

    private static void refuseAny(final NodeSettingsRO model, final String key) throws InvalidSettingsException {
        boolean any = false;
        for (final boolean value : model.getBooleanArray(key, new boolean[0])) {
            any |= value;
        }
        refuse(model, key, any);
    }

    private static void refuse(final NodeSettingsRO model, final String key, final boolean value)
        throws InvalidSettingsException {
        if (value) {
            throw new InvalidSettingsException("The setting '" + key + "' is on, which works in KNIME only; expected "
                + "it to be off.");
        }
    }

    @Override
    public NodeRuntime.Configured configure(final PortObjectSpec[] specs, final Map<String, Variable> variables) {
        final PortObjectSpec[] collected = new PortObjectSpec[specs.length];
        for (int i = 0; i < specs.length; i++) {
            // an empty first iteration may look different, so nothing is promised then
            collected[i] =
                m_ignoreEmpty[i] ? null : CollectedTable.spec((DataTableSpec)specs[i], m_addIteration);
        }
        return configured(collected);
    }

    @Override
    public void restart() {
        m_tables.clear();
        m_iteration = 0;
    }

    @Override
    public void collect(final PortObject[] inputs, final ExecutionContext exec)
        throws InvalidSettingsException, CanceledExecutionException {
        for (int i = 0; i < inputs.length; i++) {
            if (m_tables.size() == i) {
                m_tables.add(new CollectedTable(m_rowIds, m_addIteration, m_ignoreEmpty[i]));
            }
            m_tables.get(i).add((BufferedDataTable)inputs[i], m_iteration, exec);
        }
        m_iteration++;
    }

    @Override
    public boolean needsFilesOfTheLoop() {
        return m_tables.stream().anyMatch(CollectedTable::hasFiles);
    }

    @Override
    public NodeRuntime.Executed execute(final PortObject[] inputs, final Map<String, Variable> variables,
        final ExecutionContext exec) {
        return executed(m_tables.stream().map(t -> t.close(exec)).toArray(PortObject[]::new));
    }
}
