// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.util.List;

import javax.swing.JLabel;

import org.epattern.standin.CellTypes;
import org.epattern.standin.PairCell;
import org.epattern.standin.PairValue;
import org.epattern.standin.Standin;
import org.epattern.standin.WorkflowEnvironment;
import org.junit.jupiter.api.Test;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.renderer.AbstractDataValueRendererFactory;
import org.knime.core.data.renderer.DataValueRenderer;
import org.knime.core.data.renderer.DefaultDataValueRenderer;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

class DataTypeTest {

    private static final byte[] PNG_HEAD = {(byte)0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    @Test
    void theFirstInterfaceOfACellIsItsPreferredValue() {
        assertSame(IntValue.class, IntCell.TYPE.getPreferredValueClass());
        assertSame(PairValue.class, PairCell.TYPE.getPreferredValueClass());
        assertEquals(List.of(PairValue.class, DataValue.class), PairCell.TYPE.getValueClasses());
    }

    @Test
    void typesAreCompatibleWithAllValuesOfTheirCells() {
        assertTrue(IntCell.TYPE.isCompatible(DoubleValue.class));
        assertTrue(IntCell.TYPE.isCompatible(DataValue.class));
        assertFalse(DoubleCell.TYPE.isCompatible(IntValue.class));
        assertTrue(DataType.getMissingCell().getType().isCompatible(StringValue.class));
    }

    @Test
    void theCommonTypeOfTwoTypesTakesTheCellsOfBoth() {
        assertEquals(DoubleCell.TYPE, DataType.getCommonSuperType(IntCell.TYPE, DoubleCell.TYPE));
        assertEquals(LongCell.TYPE, DataType.getCommonSuperType(LongCell.TYPE, IntCell.TYPE));
        final DataType any = DataType.getCommonSuperType(StringCell.TYPE, DoubleCell.TYPE);
        assertTrue(any.isASuperTypeOf(StringCell.TYPE) && any.isASuperTypeOf(DoubleCell.TYPE));
        assertFalse(any.isCompatible(StringValue.class));
        assertEquals(StringCell.TYPE,
            DataType.getCommonSuperType(DataType.getMissingCell().getType(), StringCell.TYPE));
    }

    @Test
    void typesAreSavedAndLoaded() throws InvalidSettingsException {
        final DataType common = DataType.getCommonSuperType(BooleanCell.TYPE, StringCell.TYPE);
        for (final DataType type : List.of(IntCell.TYPE, PairCell.TYPE, common)) {
            final NodeSettings settings = new NodeSettings("type");
            type.save(settings);
            assertEquals(type, DataType.load(settings));
        }
    }

    @Test
    void numbersAndTextsAreOrderedWithMissingCellsFirst() {
        final DataValueComparator order = DoubleCell.TYPE.getComparator();
        assertTrue(order.compare(new IntCell(-3), new DoubleCell(2.5)) < 0);
        assertTrue(order.compare(DataType.getMissingCell(), new DoubleCell(-1e300)) < 0);
        assertTrue(StringCell.TYPE.getComparator().compare(new StringCell("b"), new StringCell("a")) > 0);
        assertTrue(PairCell.TYPE.getComparator().compare(new PairCell(new IntCell(1), new IntCell(1)),
            new PairCell(new IntCell(2), new IntCell(1))) < 0);
    }

    @Test
    void cellsOfOneClassWithOneValueAreEqual() {
        assertEquals(new DoubleCell(0.0), new DoubleCell(-0.0));
        assertEquals(new DoubleCell(0.0).hashCode(), new DoubleCell(-0.0).hashCode());
        assertEquals(new DoubleCell(Double.NaN), new DoubleCell(Double.NaN));
        assertNotEquals(new IntCell(1), new DoubleCell(1));
        assertEquals(new MissingCell("a"), DataType.getMissingCell());
        assertNotEquals(DataType.getMissingCell(), new StringCell("?"));
    }

    @Test
    void aLargePictureIsAnotherClassOfCellInTheSameColumn() {
        final byte[] bytes = java.util.Arrays.copyOf(PNG_HEAD, 300_000);
        final DataCell large = PNGImageCellFactory.create(bytes);
        final DataCell small = PNGImageCellFactory.create(PNG_HEAD);
        assertNotEquals(large.getClass(), small.getClass());
        assertTrue(PNGImageContent.TYPE.isASuperTypeOf(large.getType()));
        assertThrows(IllegalArgumentException.class, () -> PNGImageCellFactory.create(new byte[100]));
    }

    /** A renderer of pairs. */
    public static final class PairRendererFactory extends AbstractDataValueRendererFactory {

        @Override
        public String getDescription() {
            return "Pair";
        }

        @Override
        public DataValueRenderer createRenderer(final DataColumnSpec spec) {
            return new DefaultDataValueRenderer(spec, getDescription()) {

                private static final long serialVersionUID = 1L;

                @Override
                protected void setValue(final Object value) {
                    super.setValue("<" + value + ">");
                }
            };
        }
    }

    @Test
    void aRegisteredRendererDrawsTheValuesOfItsKind() throws Exception {
        final WorkflowEnvironment workflow = Standin.workflow(java.nio.file.Path.of("."));
        workflow.cellTypes().registerRenderer(PairValue.class.getName(),
            PairRendererFactory.class.getName(), true);
        final Component drawn = workflow.call(() -> PairCell.TYPE.getRenderer(Standin.column("p", PairCell.TYPE))
            .getRendererComponent(new PairCell(new IntCell(1), new IntCell(2))));
        assertEquals("<1/2>", ((JLabel)drawn).getText());
        assertEquals(List.of(), CellTypes.current().renderers(PairValue.class));
    }

    @Test
    void aRegistrationThatDoesNotFitIsRefused() {
        final CellTypes types = new CellTypes(getClass().getClassLoader());
        final String pair = PairCell.class.getName();
        assertTrue(assertThrows(IllegalArgumentException.class, () -> types.register("no.Cell", pair + "$Serializer"))
            .getMessage().contains("no.Cell"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> types.register(pair, "no.Serializer"))
            .getMessage().contains("no.Serializer"));
        assertThrows(IllegalArgumentException.class, () -> types.register(pair, String.class.getName()));
        assertThrows(IllegalArgumentException.class,
            () -> types.register(StringCell.class.getName(), pair + "$Serializer"));
        assertThrows(IllegalArgumentException.class,
            () -> types.registerRenderer(pair, String.class.getName(), true));
    }
}
