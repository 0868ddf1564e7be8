// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import javax.swing.Icon;
import javax.swing.ImageIcon;

import org.knime.core.data.renderer.DataValueRendererFamily;

/** What a cell can be read as; each kind of value is an interface that extends this one. */
public interface DataValue {

    /** Meta information of values that bring none of their own. */
    UtilityFactory UTILITY = new UtilityFactory();

    /**
     * @return this value as a cell that does not change
     */
    default DataCell materializeDataCell() {
        if (this instanceof DataCell cell) {
            return cell;
        }
        throw new UnsupportedOperationException("A value that is no cell has to say how it becomes one: "
            + getClass().getName());
    }

    /** Meta information of a kind of value: its icon, its order, its renderers. */
    class UtilityFactory {

        /** For sub-classes, one for each kind of value. */
        protected UtilityFactory() {
        }

        /**
         * @return icon shown in the header of a column, 16 x 16 px, or null
         */
        public Icon getIcon() {
            return null;
        }

        /**
         * @param spec the column to draw
         * @return the renderers of this value, or null if it brings none
         */
        protected DataValueRendererFamily getRendererFamily(final DataColumnSpec spec) {
            return null;
        }

        /**
         * @return the order of these values, or null if they have none
         */
        protected DataValueComparator getComparator() {
            return null;
        }

        /**
         * @param clazz class beside which the file lies
         * @param path path relative to that class
         * @return the icon, or null if there is no such file
         */
        protected static Icon loadIcon(final Class<?> clazz, final String path) {
            final var url = clazz.getResource(path);
            return url == null ? null : new ImageIcon(url);
        }
    }
}
