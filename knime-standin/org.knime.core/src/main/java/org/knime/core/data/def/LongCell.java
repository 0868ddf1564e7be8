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
import org.knime.core.data.LongValue;

/** A cell with a 64-bit integer. */
public class LongCell extends DataCell implements LongValue, DoubleValue, ComplexNumberValue, FuzzyNumberValue,
    FuzzyIntervalValue, BoundedValue {

    private static final long serialVersionUID = 1L;

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(LongCell.class);

    private final long m_value;

    /**
     * @param value the value
     */
    public LongCell(final long value) {
        m_value = value;
    }

    /**
     * @return a serializer of these cells
     */
    public static final DataCellSerializer<LongCell> getCellSerializer() {
        return new LongSerializer();
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
        return ((LongCell)cell).m_value == m_value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(m_value);
    }

    @Override
    public String toString() {
        return Long.toString(m_value);
    }

    private static final class LongSerializer implements DataCellSerializer<LongCell> {

        @Override
        public void serialize(final LongCell cell, final DataCellDataOutput output) throws IOException {
            output.writeLong(cell.m_value);
        }

        @Override
        public LongCell deserialize(final DataCellDataInput input) throws IOException {
            return new LongCell(input.readLong());
        }
    }

    /** Makes these cells. */
    public static final class LongCellFactory
        implements DataCellFactory.FromSimpleString, DataCellFactory.FromComplexString {

        /** The type of the cells made. */
        public static final DataType TYPE = LongCell.TYPE;

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
            return create(Long.parseLong(text.trim()));
        }

        /**
         * @param value the value
         * @return a cell
         */
        public static DataCell create(final int value) {
            return new LongCell(value);
        }

        /**
         * @param value the value
         * @return a cell
         */
        public static DataCell create(final long value) {
            return new LongCell(value);
        }
    }
}
