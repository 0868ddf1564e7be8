// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.io.IOException;
import java.io.InputStream;

/** Makes cells of one type. */
public interface DataCellFactory {

    /**
     * @return the type of the cells
     */
    DataType getDataType();

    /** Makes cells from text. */
    interface FromString extends DataCellFactory {

        /**
         * @param input the text
         * @return a cell
         */
        DataCell createCell(String input);
    }

    /** Makes cells from short text. */
    interface FromSimpleString extends FromString {
    }

    /** Makes cells from text with structure. */
    interface FromComplexString extends FromString {
    }

    /** Makes cells from bytes. */
    interface FromInputStream extends DataCellFactory {

        /**
         * @param input the bytes
         * @return a cell
         * @throws IOException if reading fails
         */
        DataCell createCell(InputStream input) throws IOException;
    }
}
