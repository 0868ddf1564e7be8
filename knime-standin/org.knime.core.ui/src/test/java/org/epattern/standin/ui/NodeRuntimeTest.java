// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.epattern.standin.ui.nodes.NumberPort;
import org.epattern.standin.ui.nodes.SampleNodeFactory;
import org.epattern.standin.ui.nodes.SampleParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.IntValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.RequirePorts;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.parameters.NodeParameters;

class NodeRuntimeTest {

    @TempDir
    Path m_folder;

    private static final String TABLE = BufferedDataTable.class.getName();

    private static final DataTableSpec SPEC = new DataTableSpecCreator()
        .addColumns(new DataColumnSpecCreator("name", StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator("mean", DoubleCell.TYPE).createSpec())
        .createSpec();


    /** A factory of any node. */
    private static final class Factory extends DefaultNodeFactory {

        Factory(final DefaultNode node) {
            super(node);
        }
    }

    private static RequirePorts named(final String name) {
        return DefaultNode.create().name(name).icon("i").shortDescription("s").fullDescription("f")
            .sinceVersion(1, 0, 0);
    }

    private static NodeSettings creation(final String... configs) {
        final NodeSettings settings = new NodeSettings("node_creation_config");
        settings.addNodeSettings("Patterns");
        final var mask = settings.addNodeSettings("Mask");
        for (int i = 0; i < configs.length; i++) {
            mask.addNodeSettings("port_" + i).addString("object_class", configs[i]);
        }
        settings.addNodeSettings("Result");
        return settings;
    }

    private static List<String> names(final List<PortInfo> ports) {
        return ports.stream().map(PortInfo::name).toList();
    }

    @Test
    void hasAnOptionalPortOnlyWhereTheWorkflowStoresOne() throws InvalidSettingsException {
        assertEquals(List.of("Patterns"), names(NodeRuntime.create(new SampleNodeFactory()).inputs()));
        assertEquals(List.of("Patterns"), names(NodeRuntime.create(new SampleNodeFactory(), creation()).inputs()));
        final NodeRuntime both = NodeRuntime.create(new SampleNodeFactory(), creation(TABLE));
        assertEquals(List.of("Patterns", "Mask"), names(both.inputs()));
        assertEquals(List.of("Result"), names(both.outputs()));
    }

    @Test
    void refusesStoredPortsThatTheNodeCannotHave() {
        assertTrue(assertThrows(InvalidSettingsException.class,
            () -> NodeRuntime.create(new SampleNodeFactory(), creation(TABLE, TABLE))).getMessage()
                .contains("at most 1"));
        assertTrue(assertThrows(InvalidSettingsException.class,
            () -> NodeRuntime.create(new SampleNodeFactory(), creation(ImagePortObject.class.getName())))
                .getMessage().contains("cannot have a port of type"));
    }

    private static NodeRuntime withPorts(final Consumer<DynamicPortsAdder> ports,
        final NodeSettings stored) throws InvalidSettingsException {
        return NodeRuntime.create(new Factory(named("n").dynamicPorts(ports).model(SampleNodeFactory.IDLE)), stored);
    }

    @Test
    void makesThePortsOfEveryKindOfGroup() throws InvalidSettingsException {
        final Consumer<DynamicPortsAdder> ports = p -> p
            .addInputPortGroup("many", g -> g.name("in").description("d").extendable()
                .supportedTypes(type -> type.equals(BufferedDataTable.TYPE)).fixedTypes(BufferedDataTable.TYPE))
            .addInputAndOutputPortGroup("through",
                g -> g.inputName("a").inputDescription("d").outputName("b").outputDescription("d")
                    .exchangable(NumberPort.TYPE).supportedTypes(NumberPort.TYPE, BufferedDataTable.TYPE))
            .addOutputPortGroup("bound", g -> g.name("out").description("d").boundExtendable("many")
                .defaultNumPorts(2))
            .addOutputPortGroup("default", g -> g.name("image").description("d").optional()
                .supportedTypes(ImagePortObject.TYPE).defaultPortType(ImagePortObject.TYPE));
        final NodeRuntime fresh = withPorts(ports, null);
        assertEquals(List.of(BufferedDataTable.TYPE, NumberPort.TYPE),
            fresh.inputs().stream().map(PortInfo::type).toList());
        assertEquals(List.of("b", "out", "out", "image"), names(fresh.outputs()));
        final NodeSettings stored = new NodeSettings("node_creation_config");
        stored.addNodeSettings("many").addNodeSettings("port_0").addString("object_class", TABLE);
        stored.addNodeSettings("through").addString("object_class", TABLE);
        stored.addNodeSettings("bound").addInt("configuredPortNumber", 1);
        stored.addNodeSettings("default");
        final NodeRuntime loaded = withPorts(ports, stored);
        assertEquals(List.of("in", "in", "a"), names(loaded.inputs()));
        assertEquals(List.of("b", "out"), names(loaded.outputs()));
        assertEquals(BufferedDataTable.TYPE, loaded.inputs().get(2).type());
    }

    @Test
    void guessesSettingsAtFirstConfigureWhereNoneAreStored() throws InvalidSettingsException {
        final NodeRuntime node = NodeRuntime.create(new SampleNodeFactory());
        node.loadSettings(null);
        final var configured = node.configure(new PortObjectSpec[]{SPEC});
        assertArrayEquals(new PortObjectSpec[]{SPEC}, configured.specs());
        assertEquals(Optional.empty(), configured.warning());
        assertEquals("mean", ((SampleParameters)node.parameters().orElseThrow()).m_column);
        final NodeSettings written = new NodeSettings("model");
        node.saveSettings(written);
        assertEquals("mean", written.getString("column"));
    }

    @Test
    void keepsStoredSettingsAndReportsWhatTheNodeRefuses() throws InvalidSettingsException {
        final NodeRuntime node = NodeRuntime.create(new SampleNodeFactory(), creation(TABLE));
        node.loadSettings(SettingsOf.xml("<entry key=\"column\" type=\"xstring\" value=\"max\"/>"));
        final PortObjectSpec[] specs = {SPEC, SPEC};
        assertEquals("There is no column \"max\".",
            assertThrows(InvalidSettingsException.class, () -> node.configure(specs)).getMessage());
        node.loadSettings(SettingsOf.xml("<entry key=\"column\" type=\"xstring\" value=\"name\"/>"));
        assertEquals(Optional.of("With mask."), node.configure(specs).warning());
    }

    @Test
    void validatesLoadedSettings() {
        final NodeRuntime node = NodeRuntime.create(new SampleNodeFactory());
        assertEquals("The threshold is -1.0 but must be above 0.",
            assertThrows(InvalidSettingsException.class,
                () -> node.loadSettings(SettingsOf.xml("<entry key=\"threshold\" type=\"xdouble\" value=\"-1\"/>")))
                    .getMessage());
        assertEquals(Optional.empty(), node.parameters());
    }

    static final class NeedsTable implements NodeParameters {

        @Override
        public void validate() throws InvalidSettingsException {
            throw new InvalidSettingsException("Choose something.");
        }
    }

    @Test
    void validatesGuessedSettingsToo() {
        final NodeRuntime node = NodeRuntime.create(new Factory(named("n").ports(p -> p.addOutputTable("o", "d"))
            .model(m -> m.parametersClass(NeedsTable.class).configure((in, out) -> {
            }).execute((in, out) -> {
            }))));
        for (int i = 0; i < 2; i++) {
            assertEquals("Choose something.", assertThrows(InvalidSettingsException.class,
                () -> node.configure(new PortObjectSpec[0])).getMessage());
        }
    }

    @Test
    void wantsASpecAtEveryPort() {
        final NodeRuntime node = NodeRuntime.create(new SampleNodeFactory());
        assertThrows(IllegalArgumentException.class, () -> node.configure(new PortObjectSpec[0]));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> node.configure(new PortObjectSpec[1]))
            .getMessage().contains("\"Patterns\""));
    }

    private static NodeRuntime number(final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
        final ExecuteConsumer execute) {
        return NodeRuntime.create(new Factory(named("Number")
            .ports(p -> p.addInputPort("in", "d", NumberPort.TYPE).addOutputPort("out", "d", NumberPort.TYPE))
            .model(m -> m.withoutParameters().configure(configure).execute(execute))));
    }

    private static final PortObjectSpec[] NUMBER = {new NumberPort.Spec()};

    private static final PortObject[] SEVEN = {new NumberPort(7)};

    @Test
    void runsANode() throws Exception {
        final NodeRuntime node = number((in, out) -> {
            assertNull(in.getParameters());
            assertEquals(NUMBER[0], in.getInPortSpec(0));
        }, (in, out) -> {
            final NumberPort given = in.getInPortObject(0);
            out.setOutData(0, new NumberPort(given.value() + 1));
            out.setInternalData(given);
            out.setWarningMessage("Careful.");
        });
        assertArrayEquals(new PortObjectSpec[1], node.configure(NUMBER).specs(), "unknown until executed");
        final var executed = node.execute(SEVEN, TestContext.create(m_folder));
        assertArrayEquals(new PortObject[]{new NumberPort(8)}, executed.objects());
        assertArrayEquals(SEVEN, executed.internal());
        assertEquals(Optional.of("Careful."), executed.warning());
    }

    private String broken(final ExecuteConsumer execute) throws InvalidSettingsException {
        final NodeRuntime node = number((in, out) -> out.setOutSpecs(NUMBER), execute);
        node.configure(NUMBER);
        return assertThrows(IllegalStateException.class, () -> node.execute(SEVEN, TestContext.create(m_folder)))
            .getMessage();
    }

    @Test
    void reportsOutputThatBreaksTheRules() throws InvalidSettingsException {
        assertEquals("The output port \"out\" of the node \"Number\" has no data after execution.",
            broken((in, out) -> {
            }));
        assertTrue(broken((in, out) -> out.setOutData(SEVEN[0], SEVEN[0])).contains("gives 2 outputs"));
        assertTrue(broken((in, out) -> out.setOutData(1, SEVEN[0])).contains("gives output 1"));
        assertTrue(broken((in, out) -> out.setOutData(0, new OtherPort())).contains("is declared for"));
        assertThrows(IllegalStateException.class,
            () -> number((in, out) -> out.setOutSpecs(NUMBER[0], NUMBER[0]), (in, out) -> {
            }).configure(NUMBER));
    }

    /** A port object of a class that the port does not take. */
    private record OtherPort() implements PortObject {

        @Override
        public String getSummary() {
            return "";
        }

        @Override
        public PortObjectSpec getSpec() {
            return new NumberPort.Spec();
        }

        @Override
        public javax.swing.JComponent[] getViews() {
            return new javax.swing.JComponent[0];
        }
    }

    @Test
    void doesNotRunUnconfigured() {
        final NodeRuntime node = number((in, out) -> {
        }, (in, out) -> {
        });
        assertTrue(assertThrows(IllegalStateException.class, () -> node.execute(SEVEN, TestContext.create(m_folder)))
            .getMessage().contains("is not configured"));
    }

    @Test
    void letsAMessageForTheUserThrough() throws InvalidSettingsException {
        final NodeRuntime node = number((in, out) -> {
        }, (in, out) -> {
            throw new KNIMEException("The file is empty.");
        });
        node.configure(NUMBER);
        assertEquals("The file is empty.", assertThrows(KNIMEException.class,
            () -> node.execute(SEVEN, TestContext.create(m_folder))).getMessage());
    }

    @Test
    void rearrangingNeedsOneTableInAndOut() {
        final var stages = named("n");
        final DefaultNode node = stages.ports(p -> p.addInputTable("i", "d").addOutputTable("o", "d")
            .addOutputTable("p", "d")).model(m -> m.withoutParameters().rearrangeColumns((in, out) -> {
            }));
        assertTrue(assertThrows(IllegalStateException.class, () -> NodeRuntime.create(new Factory(node)))
            .getMessage().contains("exactly one input table"));
    }

    @Test
    void rearrangingMustSetARearrangement() {
        final NodeRuntime node = NodeRuntime.create(new Factory(named("n")
            .ports(p -> p.addInputTable("i", "d").addOutputTable("o", "d"))
            .model(m -> m.withoutParameters().rearrangeColumns((in, out) -> {
            }))));
        assertThrows(IllegalStateException.class, () -> node.configure(new PortObjectSpec[]{SPEC}));
    }

    private static NodeRuntime tables(final DataTableSpec promised, final DataTableSpec given, final int rows) {
        return NodeRuntime.create(new Factory(named("Tables").ports(p -> p.addOutputTable("out", "d"))
            .model(m -> m.withoutParameters().configure((in, out) -> out.setOutSpec(0, promised))
                .execute((in, out) -> {
                    final BufferedDataContainer container = in.getExecutionContext().createDataContainer(given);
                    for (int i = 0; i < rows; i++) {
                        container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i),
                            given.stream().map(column -> DataType.getMissingCell()).toArray(DataCell[]::new)));
                    }
                    container.close();
                    out.setOutData(container.getTable());
                }))));
    }

    private NodeRuntime.Executed executed(final NodeRuntime node, final BufferedDataTable... in) throws Exception {
        node.configure(Arrays.stream(in).map(BufferedDataTable::getDataTableSpec).toArray(PortObjectSpec[]::new));
        return node.execute(in, TestContext.create(m_folder));
    }

    private static DataTableSpec spec(final Object... namesAndTypes) {
        final DataTableSpecCreator creator = new DataTableSpecCreator();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            creator.addColumns(
                new DataColumnSpecCreator((String)namesAndTypes[i], (DataType)namesAndTypes[i + 1]).createSpec());
        }
        return creator.createSpec();
    }

    @Test
    void tellsATableThatDoesNotFitItsConfiguredSpec() throws Exception {
        final DataTableSpec promised = spec("x", DoubleCell.TYPE);
        assertEquals(List.of(), executed(tables(promised, promised, 1)).mismatches());
        assertEquals(List.of(), executed(tables(null, promised, 1)).mismatches());
        for (final DataTableSpec other : List.of(spec("y", DoubleCell.TYPE), spec("x", StringCell.TYPE),
            spec("x", DoubleCell.TYPE, "y", DoubleCell.TYPE))) {
            final var result = executed(tables(promised, other, 1));
            assertEquals(1, result.mismatches().size());
            assertTrue(result.warning().orElseThrow().startsWith(
                "DataSpec generated by configure does not match spec after execution: The output port \"out\""));
        }
    }

    @Test
    void warnsOfAnEmptyTable() throws Exception {
        assertEquals(Optional.of("The output table is empty."), executed(tables(SPEC, SPEC, 0)).warning());
        assertEquals(Optional.empty(), executed(tables(SPEC, SPEC, 2)).warning());
    }

    @Test
    void passesATableOn() throws Exception {
        final BufferedDataTable in = (BufferedDataTable)executed(tables(SPEC, SPEC, 3)).objects()[0];
        final BufferedDataTable out =
            (BufferedDataTable)executed(NodeRuntime.create(new SampleNodeFactory()), in).objects()[0];
        assertEquals(3, out.size());
        assertTrue(SPEC.equalStructure(out.getDataTableSpec()));
    }

    @Test
    void rearrangesColumnsRowByRow() throws Exception {
        final NodeRuntime node = NodeRuntime.create(new Factory(named("n")
            .ports(p -> p.addInputTable("i", "d").addOutputTable("o", "d"))
            .model(m -> m.withoutParameters().rearrangeColumns((in, out) -> {
                final ColumnRearranger rearranger = new ColumnRearranger(in.getDataTableSpec());
                rearranger.remove("name");
                rearranger.append(
                    new SingleCellFactory(false, new DataColumnSpecCreator("row", IntCell.TYPE).createSpec()) {

                        @Override
                        public DataCell getCell(final DataRow row, final long rowIndex) {
                            return IntCellFactory.create((int)rowIndex);
                        }
                    });
                out.setColumnRearranger(rearranger);
            }))));
        final BufferedDataTable in = (BufferedDataTable)executed(tables(SPEC, SPEC, 3)).objects()[0];
        final var result = executed(node, in);
        assertEquals(List.of(), result.mismatches());
        final BufferedDataTable out = (BufferedDataTable)result.objects()[0];
        assertArrayEquals(new String[]{"mean", "row"}, out.getDataTableSpec().getColumnNames());
        int row = 0;
        try (CloseableRowIterator rows = out.iterator()) {
            while (rows.hasNext()) {
                assertEquals(row++, ((IntValue)rows.next().getCell(1)).getIntValue());
            }
        }
        assertEquals(3, row);
    }

    @Test
    void isCanceledEvenIfTheNodeDidNotLook() throws InvalidSettingsException {
        final DefaultNodeProgressMonitor progress = new DefaultNodeProgressMonitor();
        final NodeRuntime node = number((in, out) -> {
        }, (in, out) -> {
            progress.setExecuteCanceled();
            out.setOutData(0, SEVEN[0]);
        });
        node.configure(NUMBER);
        assertThrows(CanceledExecutionException.class,
            () -> node.execute(SEVEN, TestContext.create(m_folder, progress)));
    }
}
