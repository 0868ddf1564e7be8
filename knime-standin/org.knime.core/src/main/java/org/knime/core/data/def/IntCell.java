// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.def;

import java.io.IOException;

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

/** A cell with a 32-bit integer. */
public class IntCell extends DataCell implements IntValue, LongValue, DoubleValue, ComplexNumberValue, FuzzyNumberValue,
    FuzzyIntervalValue, BoundedValue {

    private static final long serialVersionUID = 1L;

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(IntCell.class);

    private final int m_value;

    /**
     * @param value the value
     */
    public IntCell(final int value) {
        m_value = value;
    }

    /**
     * @return a serializer of these cells
     */
    public static final DataCellSerializer<IntCell> getCellSerializer() {
        return new IntSerializer();
    }

    @Override
    public int getIntValue() {
        return m_value;
    }

    @Override
    public long getLongValue() {
        return m_value;
    }

    @Override
    public double getDoubleValue() {
        return m_value;
    }

    @Override
    public double getCore() {
        return m_value;
    }

    @Override
    public double getMaxSupport() {
        return m_value;
    }

    @Override
    public double getMinSupport() {
        return m_value;
    }

    @Override
    public double getMaxCore() {
        return m_value;
    }

    @Override
    public double getMinCore() {
        return m_value;
    }

    @Override
    public double getCenterOfGravity() {
        return m_value;
    }

    @Override
    public double getRealValue() {
        return m_value;
    }

    @Override
    public double getImaginaryValue() {
        return 0;
    }

    @Override
    protected boolean equalsDataCell(final DataCell cell) {
        return ((IntCell)cell).m_value == m_value;
    }

    @Override
    public int hashCode() {
        return Integer.hashCode(m_value);
    }

    @Override
    public String toString() {
        return Integer.toString(m_value);
    }

    private static final class IntSerializer implements DataCellSerializer<IntCell> {

        @Override
        public void serialize(final IntCell cell, final DataCellDataOutput output) throws IOException {
            output.writeInt(cell.m_value);
        }

        @Override
        public IntCell deserialize(final DataCellDataInput input) throws IOException {
            return new IntCell(input.readInt());
        }
    }

    /** Makes these cells. */
    public static final class IntCellFactory
        implements DataCellFactory.FromSimpleString, DataCellFactory.FromComplexString {

        /** The type of the cells made. */
        public static final DataType TYPE = IntCell.TYPE;

        @Override
        public DataCell createCell(final String input) {
            return create(input);
        }

        @Override
        public DataType getDataType() {
            return TYPE;
        }

        /**
         * @param text a number
         * @return a cell
         * @throws NumberFormatException if the text is no such number
         */
        public static DataCell create(final String text) {
            return create(Integer.parseInt(text.trim()));
        }

        /**
         * @param value the value
         * @return a cell
         */
        public static DataCell create(final int value) {
            return new IntCell(value);
        }
    }
}
