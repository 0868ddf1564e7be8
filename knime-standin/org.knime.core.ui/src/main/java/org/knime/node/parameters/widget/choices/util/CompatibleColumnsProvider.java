// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.util;

import java.util.Collection;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;

/** Offers those columns of one input table whose cells have one of the given value types. */
public class CompatibleColumnsProvider implements FilteredInputTableColumnsProvider {

    private final List<Class<? extends DataValue>> m_valueClasses;

    /** @param valueClass the value type */
    protected CompatibleColumnsProvider(final Class<? extends DataValue> valueClass) {
        m_valueClasses = List.of(valueClass);
    }

    /** @param valueClasses the value types, one of which is enough */
    protected CompatibleColumnsProvider(final Collection<Class<? extends DataValue>> valueClasses) {
        m_valueClasses = List.copyOf(valueClasses);
    }

    @Override
    public boolean isIncluded(final DataColumnSpec col) {
        return ColumnSelectionUtil.isCompatible(col, m_valueClasses);
    }

    /** Offers text columns. */
    public static class StringColumnsProvider extends CompatibleColumnsProvider {

        /** For the dialog. */
        protected StringColumnsProvider() {
            super(StringValue.class);
        }
    }

    /** Offers number columns. */
    public static class DoubleColumnsProvider extends CompatibleColumnsProvider {

        /** For the dialog. */
        protected DoubleColumnsProvider() {
            super(DoubleValue.class);
        }
    }
}
