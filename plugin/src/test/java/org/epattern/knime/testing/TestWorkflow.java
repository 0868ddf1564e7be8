// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.testing;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.nodes.ScanTables;
import org.epattern.scan.Scan;
import org.epattern.standin.CellTypes;
import org.epattern.standin.WorkflowEnvironment;
import org.epattern.standin.settings.SettingsXml;
import org.epattern.standin.table.TableFolder;
import org.epattern.standin.ui.NodeRuntime;
import org.epattern.standin.ui.PortGroup;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.w3c.dom.Element;

/** An open workflow of the stand-in in which single nodes of the bundle run. */
public final class TestWorkflow {

    private static final String NODES = "org.epattern.knime.nodes.";

    private final Path m_temp;
    private final WorkflowEnvironment m_environment;
    private final DefaultNodeProgressMonitor m_monitor = new DefaultNodeProgressMonitor();
    private final AtomicInteger m_runs = new AtomicInteger();

    /** @param temp an empty folder */
    public TestWorkflow(final Path temp) {
        m_temp = temp;
        m_environment = environment(temp);
    }

    private static WorkflowEnvironment environment(final Path temp) {
        final CellTypes types = new CellTypes(TestWorkflow.class.getClassLoader());
        PluginFiles.elements("serializer")
            .forEach(e -> types.register(e.getAttribute("cellClass"), e.getAttribute("serializerClass")));
        PluginFiles.elements("renderer")
            .forEach(e -> types.registerRenderer(((Element)e.getParentNode()).getAttribute("valueClass"),
                e.getAttribute("rendererFactoryClass"), Boolean.parseBoolean(e.getAttribute("suggestAsDefault"))));
        return new WorkflowEnvironment(temp, temp, types);
    }

    /** What came out of a node: its tables, and what came out of its other ports. */
    public record Output(List<BufferedDataTable> tables, List<PortObject> others, String warning) {
        /** @return the table at a port, from 0 */
        public BufferedDataTable table(final int port) {
            return tables.get(port);
        }
    }

    /** @return the context of a new run of a node */
    public ExecutionContext context() {
        return new ExecutionContext(m_monitor, m_environment.node("run" + m_runs.incrementAndGet()));
    }

    /** The user cancels whatever runs, and whatever is started from now on. */
    public void cancel() {
        m_monitor.setExecuteCanceled();
    }

    /** @return what surrounds the nodes */
    public WorkflowEnvironment environment() {
        return m_environment;
    }

    /** @return a folder for files of the test */
    public Path folder() {
        return m_temp;
    }

    /** @return the factory of a node, e.g. "load.LoadNodeFactory" */
    public static NodeFactory<?> factory(final String name) {
        try {
            return (NodeFactory<?>)Class.forName(NODES + name).getConstructor().newInstance();
        } catch (final InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Loads settings, configures and executes a node.
     *
     * @param factory e.g. "load.LoadNodeFactory"
     * @param settings what differs from the defaults: key and value
     * @param inputs input tables; more than the node has adds its optional port
     * @return its output, whose specs were compared with the configured ones
     */
    public Output run(final String factory, final Map<String, Object> settings, final BufferedDataTable... inputs)
        throws InvalidSettingsException, CanceledExecutionException, KNIMEException {
        return inWorkflow(() -> {
            final NodeRuntime.Executed executed = execute(node(factory, settings, inputs.length), inputs);
            final List<BufferedDataTable> tables = new ArrayList<>();
            final List<PortObject> others = new ArrayList<>();
            for (final PortObject object : executed.objects()) {
                if (object instanceof BufferedDataTable table) {
                    tables.add(table);
                } else {
                    others.add(object);
                }
            }
            return new Output(tables, others, executed.warning().orElse(""));
        });
    }

    /**
     * Loads settings, configures and executes a node.
     *
     * @param factory e.g. "load.LoadNodeFactory"
     * @param settings what differs from the defaults: key and value
     * @param inputs input tables; more than the node has adds its optional port
     * @return its view, whose answers go through JSON
     */
    public ShownView view(final String factory, final Map<String, Object> settings, final BufferedDataTable... inputs)
        throws InvalidSettingsException, CanceledExecutionException, KNIMEException {
        return inWorkflow(() -> {
            final NodeRuntime node = node(factory, settings, inputs.length);
            final NodeRuntime.Executed executed = execute(node, inputs);
            return new ShownView(this, node.view(List.of(executed.internal())).orElseThrow());
        });
    }

    private NodeRuntime.Executed execute(final NodeRuntime node, final BufferedDataTable... inputs)
        throws InvalidSettingsException, CanceledExecutionException, KNIMEException {
        node.configure(specs(inputs));
        final NodeRuntime.Executed executed = node.execute(inputs.clone(), context());
        if (!executed.mismatches().isEmpty()) {
            throw new AssertionError(executed.mismatches().toString());
        }
        return executed;
    }

    /** Does work as a node of this workflow would. */
    <T> T inWorkflow(final Callable<T> work)
        throws InvalidSettingsException, CanceledExecutionException, KNIMEException {
        try {
            return m_environment.call(work);
        } catch (InvalidSettingsException | CanceledExecutionException | KNIMEException | RuntimeException e) {
            throw e;
        } catch (final Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Configures a node with settings that it makes itself from the specs. */
    public NodeRuntime fresh(final String factory, final DataTableSpec... specs) throws InvalidSettingsException {
        final NodeRuntime node = create(factory, specs.length);
        node.configure(specs.clone());
        return node;
    }

    /** @return a node with loaded settings, not yet configured */
    public NodeRuntime node(final String factory, final Map<String, Object> settings, final int inputs)
        throws InvalidSettingsException {
        final NodeRuntime node = create(factory, inputs);
        final NodeSettings model = new NodeSettings("model");
        node.saveSettings(model);
        settings.forEach((key, value) -> put(model, key, value));
        node.loadSettings(model);
        return node;
    }

    private static NodeRuntime create(final String factory, final int inputs) throws InvalidSettingsException {
        final NodeRuntime node = NodeRuntime.create(factory(factory));
        if (node.inputs().size() == inputs) {
            return node;
        }
        final NodeSettings creation = new NodeSettings("node_creation_config");
        // of several optional inputs the first ones, as many as there are tables
        int missing = inputs - node.inputs().size();
        for (final PortGroup group : node.definition().portGroups()) {
            final var config = creation.addNodeSettings(group.id());
            if (group.isConfigurable() && !(group.hasInput() && missing-- <= 0)) {
                config.addNodeSettings("port_0").addString("object_class", BufferedDataTable.class.getName());
            }
        }
        return NodeRuntime.create(factory(factory), creation);
    }

    private static void put(final NodeSettings model, final String key, final Object value) {
        if (!model.containsKey(key)) {
            throw new IllegalArgumentException("The node has no setting \"" + key + "\"");
        }
        if (value instanceof Integer number) {
            model.addInt(key, number);
        } else if (value instanceof Long number) {
            model.addLong(key, number);
        } else if (value instanceof Double number) {
            model.addDouble(key, number);
        } else if (value instanceof Boolean flag) {
            model.addBoolean(key, flag);
        } else {
            model.addString(key, value.toString());
        }
    }

    private static PortObjectSpec[] specs(final BufferedDataTable[] tables) {
        final PortObjectSpec[] specs = new PortObjectSpec[tables.length];
        for (int i = 0; i < specs.length; i++) {
            specs[i] = tables[i].getDataTableSpec();
        }
        return specs;
    }

    /** @return a table with these rows */
    public BufferedDataTable table(final DataTableSpec spec, final List<DataRow> rows) {
        final BufferedDataContainer container = context().createDataContainer(spec);
        rows.forEach(container::addRowToTable);
        container.close();
        return container.getTable();
    }

    /** @return the patterns of a scan, copied into file stores */
    public BufferedDataTable patterns(final Scan scan) throws IOException {
        final ExecutionContext exec = context();
        return ScanTables.importPatterns(scan, exec, new EngineProgress(exec));
    }

    /** @return all rows of a table */
    public static List<DataRow> rows(final BufferedDataTable table) {
        final List<DataRow> rows = new ArrayList<>();
        try (CloseableRowIterator iterator = table.iterator()) {
            iterator.forEachRemaining(rows::add);
        }
        return rows;
    }

    /** @return all cells of a column */
    public static List<DataCell> column(final BufferedDataTable table, final String name) {
        final int index = table.getDataTableSpec().findColumnIndex(name);
        if (index < 0) {
            throw new IllegalArgumentException("No column \"" + name + "\" in " + names(table));
        }
        return rows(table).stream().map(row -> row.getCell(index)).toList();
    }

    /** @return names of all columns */
    public static List<String> names(final BufferedDataTable table) {
        return List.of(table.getDataTableSpec().getColumnNames());
    }

    /** @return the table after it was written and read again, by the same workflow */
    public BufferedDataTable savedAndReloaded(final BufferedDataTable table) throws IOException {
        final Path folder = Files.createDirectory(m_temp.resolve("saved" + m_runs.incrementAndGet()));
        TableFolder.save(table, folder);
        return TableFolder.load(folder, m_environment);
    }

    /** @return the settings of a file in src/test/resources/settings, e.g. "Load 4D-STEM" */
    public static NodeSettings golden(final String node) throws IOException {
        final NodeSettings settings = new NodeSettings("model");
        try (InputStream in = TestWorkflow.class.getResourceAsStream("/settings/" + node + ".xml")) {
            if (in == null) {
                throw new IOException("There are no golden settings of \"" + node + "\"");
            }
            SettingsXml.read(settings, in);
        }
        return settings;
    }
}
