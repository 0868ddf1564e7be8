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

/** A cell with a 64-bit floating point number. */
public final class DoubleCell extends DataCell implements DoubleValue, ComplexNumberValue, FuzzyNumberValue,
    FuzzyIntervalValue, BoundedValue {

    private static final long serialVersionUID = 1L;

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(DoubleCell.class);

    private final double m_value;

    /**
     * @param value the value
     */
    public DoubleCell(final double value) {
        m_value = value;
    }

    /**
     * @return a serializer of these cells
     */
    public static final DataCellSerializer<DoubleCell> getCellSerializer() {
        return new DoubleSerializer();
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
        return Double.doubleToLongBits(((DoubleCell)cell).m_value) == Double.doubleToLongBits(m_value)
            || ((DoubleCell)cell).m_value == m_value;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(m_value + 0.0);
    }

    @Override
    public String toString() {
        return Double.toString(m_value);
    }

    private static final class DoubleSerializer implements DataCellSerializer<DoubleCell> {

        @Override
        public void serialize(final DoubleCell cell, final DataCellDataOutput output) throws IOException {
            output.writeDouble(cell.m_value);
        }

        @Override
        public DoubleCell deserialize(final DataCellDataInput input) throws IOException {
            return new DoubleCell(input.readDouble());
        }
    }

    /** Makes these cells. */
    public static final class DoubleCellFactory
        implements DataCellFactory.FromSimpleString, DataCellFactory.FromComplexString {

        /** The type of the cells made. */
        public static final DataType TYPE = DoubleCell.TYPE;

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
            return create(Double.parseDouble(text.trim()));
        }

        /**
         * @param value the value
         * @return a cell
         */
        public static DataCell create(final int value) {
            return new DoubleCell(value);
        }

        /**
         * @param value the value
         * @return a cell
         */
        public static DataCell create(final long value) {
            return new DoubleCell(value);
        }

        /**
         * @param value the value
         * @return a cell
         */
        public static DataCell create(final float value) {
            return new DoubleCell(value);
        }

        /**
         * @param value the value
         * @return a cell
         */
        public static DataCell create(final double value) {
            return new DoubleCell(value);
        }
    }
}
