// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

import org.knime.core.internal.SerializerMethodLoader.Serializer;

/**
 * Writes cells of one class to bytes and reads them back.
 *
 * @param <T> the class of cell
 */
public interface DataCellSerializer<T extends DataCell> extends Serializer<T> {

    /**
     * @param cell the cell to write
     * @param output where to
     * @throws IOException if writing fails
     */
    void serialize(T cell, DataCellDataOutput output) throws IOException;

    /**
     * @param input where from; gives exactly what was written
     * @return a cell with the same content
     * @throws IOException if reading fails
     */
    T deserialize(DataCellDataInput input) throws IOException;

    /**
     * @return the class of cell, taken from the type argument that the serializer's class gives
     */
    @SuppressWarnings("unchecked") // the bound of T makes the type argument a class of cell
    default Class<T> getCellClass() {
        for (final Type type : getClass().getGenericInterfaces()) {
            if (type instanceof ParameterizedType parameterized
                && DataCellSerializer.class.equals(parameterized.getRawType())
                && parameterized.getActualTypeArguments()[0] instanceof Class<?> cellClass) {
                return (Class<T>)cellClass;
            }
        }
        throw new IllegalStateException("The class of cell cannot be seen in " + getClass().getName()
            + "; override getCellClass()");
    }
}
