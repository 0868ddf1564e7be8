// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.def;

import java.io.IOException;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.ComplexNumberValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.FuzzyIntervalValue;
import org.knime.core.data.FuzzyNumberValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.NominalValue;

/** A cell with a truth value; as a number it is 1 or 0. */
public final class BooleanCell extends DataCell implements BooleanValue, IntValue, LongValue, DoubleValue,
    ComplexNumberValue, FuzzyNumberValue, FuzzyIntervalValue, BoundedValue, NominalValue {

    private static final long serialVersionUID = 1L;

    /** The cell that holds true. */
    public static final BooleanCell TRUE = new BooleanCell(true);

    /** The cell that holds false. */
    public static final BooleanCell FALSE = new BooleanCell(false);

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(BooleanCell.class);

    private final boolean m_value;

    private BooleanCell(final boolean value) {
        m_value = value;
    }

    /**
     * @param value a truth value
     * @return its cell
     */
    public static BooleanCell get(final boolean value) {
        return value ? TRUE : FALSE;
    }

    /**
     * @return a serializer of these cells
     */
    public static DataCellSerializer<BooleanCell> getCellSerializer() {
        return new BooleanSerializer();
    }

    @Override
    public boolean getBooleanValue() {
        return m_value;
    }

    @Override
    public int getIntValue() {
        return m_value ? 1 : 0;
    }

    @Override
    public long getLongValue() {
        return getIntValue();
    }

    @Override
    public double getDoubleValue() {
        return getIntValue();
    }

    @Override
    public double getCore() {
        return getIntValue();
    }

    @Override
    public double getMaxSupport() {
        return getIntValue();
    }

    @Override
    public double getMinSupport() {
        return getIntValue();
    }

    @Override
    public double getMaxCore() {
        return getIntValue();
    }

    @Override
    public double getMinCore() {
        return getIntValue();
    }

    @Override
    public double getCenterOfGravity() {
        return getIntValue();
    }

    @Override
    public double getRealValue() {
        return getIntValue();
    }

    @Override
    public double getImaginaryValue() {
        return 0;
    }

    @Override
    protected boolean equalsDataCell(final DataCell cell) {
        return ((BooleanCell)cell).m_value == m_value;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(m_value);
    }

    @Override
    public String toString() {
        return Boolean.toString(m_value);
    }

    private static final class BooleanSerializer implements DataCellSerializer<BooleanCell> {

        @Override
        public void serialize(final BooleanCell cell, final DataCellDataOutput output) throws IOException {
            output.writeBoolean(cell.m_value);
        }

        @Override
        public BooleanCell deserialize(final DataCellDataInput input) throws IOException {
            return get(input.readBoolean());
        }
    }

    /** Makes these cells. */
    public static final class BooleanCellFactory
        implements DataCellFactory.FromSimpleString, DataCellFactory.FromComplexString {

        /** The type of the cells made. */
        public static final DataType TYPE = BooleanCell.TYPE;

        @Override
        public DataCell createCell(final String input) {
            return create(input);
        }

        @Override
        public DataType getDataType() {
            return TYPE;
        }

        /**
         * @param text "true" in any case, or "1", is true; "false" or "0" is false
         * @return a cell
         * @throws IllegalArgumentException if the text is no truth value
         */
        public static DataCell create(final String text) {
            if ("true".equalsIgnoreCase(text) || "1".equals(text)) {
                return TRUE;
            }
            if ("false".equalsIgnoreCase(text) || "0".equals(text)) {
                return FALSE;
            }
            throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        }

        /**
         * @param value the value
         * @return a cell
         */
        public static DataCell create(final boolean value) {
            return get(value);
        }
    }
}
