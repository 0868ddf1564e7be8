// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin;

import java.io.IOException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;

/** A cell of a plugin for tests: two cells in one, through a registered serializer. */
public final class PairCell extends DataCell implements PairValue {

    private static final long serialVersionUID = 1L;

    public static final DataType TYPE = DataType.getType(PairCell.class);

    private final DataCell m_first;

    private final DataCell m_second;

    public PairCell(final DataCell first, final DataCell second) {
        m_first = first;
        m_second = second;
    }

    public DataCell first() {
        return m_first;
    }

    @Override
    public String toString() {
        return m_first + "/" + m_second;
    }

    @Override
    protected boolean equalsDataCell(final DataCell cell) {
        return m_first.equals(((PairCell)cell).m_first) && m_second.equals(((PairCell)cell).m_second);
    }

    @Override
    public int hashCode() {
        return m_first.hashCode() ^ m_second.hashCode();
    }

    /** Writes what is needed. */
    public static final class Serializer implements DataCellSerializer<PairCell> {

        @Override
        public void serialize(final PairCell cell, final DataCellDataOutput output) throws IOException {
            output.writeDataCell(cell.m_first);
            output.writeDataCell(cell.m_second);
        }

        @Override
        public PairCell deserialize(final DataCellDataInput input) throws IOException {
            return new PairCell(input.readDataCell(), input.readDataCell());
        }
    }

    /** Reads less than was written. */
    public static final class ForgetfulSerializer implements DataCellSerializer<PairCell> {

        @Override
        public void serialize(final PairCell cell, final DataCellDataOutput output) throws IOException {
            output.writeDataCell(cell.m_first);
            output.writeDataCell(cell.m_second);
        }

        @Override
        public PairCell deserialize(final DataCellDataInput input) throws IOException {
            final DataCell first = input.readDataCell();
            return new PairCell(first, first);
        }
    }
}
