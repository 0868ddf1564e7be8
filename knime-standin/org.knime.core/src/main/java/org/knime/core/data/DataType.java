// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javax.swing.Icon;

import org.epattern.standin.CellTypes;
import org.epattern.standin.RendererFamily;
import org.knime.core.data.convert.map.IdentifiableType;
import org.knime.core.data.renderer.DataValueRendererFactory;
import org.knime.core.data.renderer.DataValueRendererFamily;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/**
 * The type of a column: the kinds of value its cells can be read as. A native type belongs to one class of cell; a
 * common super type of several classes has kinds of value only.
 */
public final class DataType implements IdentifiableType {

    private static final String CFG_CELL_CLASS = "cell_class";

    private static final String CFG_VALUE_CLASSES = "value_classes";

    /** Types are a function of the class of cell alone, so that they may be kept beside the class. */
    private static final ClassValue<DataType> NATIVE = new ClassValue<>() {

        @Override
        protected DataType computeValue(final Class<?> type) {
            return new DataType(type.asSubclass(DataCell.class), valueClassesOf(type));
        }
    };

    private final Class<? extends DataCell> m_cellClass;

    private final List<Class<? extends DataValue>> m_valueClasses;

    private DataType(final Class<? extends DataCell> cellClass,
        final Collection<Class<? extends DataValue>> valueClasses) {
        m_cellClass = cellClass;
        m_valueClasses = List.copyOf(valueClasses);
    }

    /** The first interface that the class declares is its preferred kind of value, and the general one comes last. */
    private static List<Class<? extends DataValue>> valueClassesOf(final Class<?> cellClass) {
        final Set<Class<? extends DataValue>> found = new LinkedHashSet<>();
        for (Class<?> c = cellClass; c != null; c = c.getSuperclass()) {
            for (final Class<?> declared : c.getInterfaces()) {
                collect(declared, found);
            }
        }
        found.remove(DataValue.class);
        final List<Class<? extends DataValue>> ordered = new ArrayList<>(found);
        ordered.add(DataValue.class);
        return ordered;
    }

    private static void collect(final Class<?> type, final Set<Class<? extends DataValue>> found) {
        if (DataValue.class.isAssignableFrom(type)) {
            found.add(type.asSubclass(DataValue.class));
            Arrays.stream(type.getInterfaces()).forEach(extended -> collect(extended, found));
        }
    }

    /**
     * @param cellClass a class of cell, not null
     * @return its type
     */
    public static DataType getType(final Class<? extends DataCell> cellClass) {
        return NATIVE.get(cellClass);
    }

    /**
     * @return the cell for a missing value without reason
     */
    public static DataCell getMissingCell() {
        return MissingCell.INSTANCE;
    }

    /**
     * @param <T> a class of cell
     * @param cellClass a class of cell
     * @return its serializer in the running workflow, or null if none is registered
     */
    @SuppressWarnings("unchecked") // serializers are registered under the class of cell they write
    public static <T extends DataCell> DataCellSerializer<T> getCellSerializer(final Class<T> cellClass) {
        return (DataCellSerializer<T>)CellTypes.current().serializer(cellClass).orElse(null);
    }

    /**
     * @param valueClass a kind of value
     * @return its meta information: the constant UTILITY of the interface or of the first one it extends
     */
    public static DataValue.UtilityFactory getUtilityFor(final Class<? extends DataValue> valueClass) {
        try {
            final Field field = valueClass.getField("UTILITY");
            if (Modifier.isStatic(field.getModifiers())
                && field.get(null) instanceof DataValue.UtilityFactory utility) {
                return utility;
            }
            throw new IllegalStateException(valueClass.getName() + ".UTILITY is no static UtilityFactory");
        } catch (final NoSuchFieldException | IllegalAccessException e) {
            throw new IllegalStateException(valueClass.getName() + ".UTILITY cannot be read", e);
        }
    }

    /**
     * @param first a type
     * @param second a type
     * @return a type whose kinds of value both have
     */
    public static DataType getCommonSuperType(final DataType first, final DataType second) {
        if (first.equals(second) || first.isASuperTypeOf(second)) {
            return first;
        }
        if (second.isASuperTypeOf(first)) {
            return second;
        }
        final List<Class<? extends DataValue>> common = new ArrayList<>(first.m_valueClasses);
        common.retainAll(second.m_valueClasses);
        return new DataType(null, common);
    }

    /**
     * @param type a type
     * @return whether cells of that type can stand in a column of this type
     */
    public boolean isASuperTypeOf(final DataType type) {
        return type.isMissingValueType() || type.m_valueClasses.containsAll(m_valueClasses);
    }

    /**
     * @param valueClass a kind of value
     * @return whether cells of this type can be cast to it
     */
    public boolean isCompatible(final Class<? extends DataValue> valueClass) {
        return isMissingValueType() || m_valueClasses.contains(valueClass);
    }

    /**
     * @param valueClass a kind of value
     * @return as {@link #isCompatible(Class)}: the stand-in has no adapter cells
     */
    public boolean isAdaptable(final Class<? extends DataValue> valueClass) {
        return isCompatible(valueClass);
    }

    /**
     * @return whether this is the type of the missing cell
     */
    public boolean isMissingValueType() {
        return m_cellClass == MissingCell.class;
    }

    /**
     * @return false: the stand-in has no collection cells
     */
    public boolean isCollectionType() {
        return false;
    }

    /**
     * @return the kind of value that names and draws cells of this type
     */
    public Class<? extends DataValue> getPreferredValueClass() {
        return m_valueClasses.get(0);
    }

    /**
     * @return all kinds of value, the preferred one first
     */
    public List<Class<? extends DataValue>> getValueClasses() {
        return m_valueClasses;
    }

    /**
     * @return the class of cell, or null for a common super type
     */
    public Class<? extends DataCell> getCellClass() {
        return m_cellClass;
    }

    /**
     * @return the order of the preferred kind of value, or else of the next kind that has one, or else of the texts
     */
    public DataValueComparator getComparator() {
        for (final Class<? extends DataValue> valueClass : m_valueClasses) {
            final DataValueComparator comparator = getUtilityFor(valueClass).getComparator();
            if (comparator != null) {
                return comparator;
            }
        }
        return DataValueComparator.by(DataValue.class, (a, b) -> a.toString().compareTo(b.toString()));
    }

    /**
     * @return icon of the preferred kind of value, or null
     */
    public Icon getIcon() {
        return getUtilityFor(getPreferredValueClass()).getIcon();
    }

    /**
     * @return the renderers of all kinds of value, those of the preferred kind first
     */
    public Collection<DataValueRendererFactory> getRendererFactories() {
        final CellTypes types = CellTypes.current();
        final List<DataValueRendererFactory> factories = new ArrayList<>();
        m_valueClasses.forEach(valueClass -> factories.addAll(types.renderers(valueClass)));
        return factories;
    }

    /**
     * @param spec the column to draw
     * @return its renderers, at least the one that draws text
     */
    public DataValueRendererFamily getRenderer(final DataColumnSpec spec) {
        return RendererFamily.of(List.copyOf(getRendererFactories()), spec);
    }

    /**
     * @return name as the user reads it
     */
    public String getName() {
        if (getUtilityFor(getPreferredValueClass()) instanceof ExtensibleUtilityFactory utility) {
            return utility.getName();
        }
        return m_cellClass == null ? getPreferredValueClass().getSimpleName() : m_cellClass.getSimpleName();
    }

    /**
     * @return name as the user reads it
     */
    public String toPrettyString() {
        return getName();
    }

    @Override
    public String getIdentifier() {
        return m_cellClass == null ? m_valueClasses.toString() : m_cellClass.getName();
    }

    @Override
    public String toString() {
        return getName();
    }

    /**
     * @param config gets the names of the classes
     */
    public void save(final ConfigWO config) {
        config.addString(CFG_CELL_CLASS, m_cellClass == null ? null : m_cellClass.getName());
        if (m_cellClass == null) {
            config.addStringArray(CFG_VALUE_CLASSES,
                m_valueClasses.stream().map(Class::getName).toArray(String[]::new));
        }
    }

    /**
     * @param config holds the names of the classes
     * @return the type
     * @throws InvalidSettingsException if a class is missing
     */
    public static DataType load(final ConfigRO config) throws InvalidSettingsException {
        final CellTypes types = CellTypes.current();
        final String cellClass = config.getString(CFG_CELL_CLASS);
        try {
            if (cellClass != null) {
                return getType(types.cellClass(cellClass));
            }
            final List<Class<? extends DataValue>> valueClasses = new ArrayList<>();
            for (final String name : config.getStringArray(CFG_VALUE_CLASSES)) {
                valueClasses.add(types.valueClass(name));
            }
            return new DataType(null, valueClasses);
        } catch (final ClassNotFoundException e) {
            throw new InvalidSettingsException("Data type \"" + e.getMessage() + "\" is not installed.", e);
        }
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataType that && m_cellClass == that.m_cellClass
            && m_valueClasses.equals(that.m_valueClasses);
    }

    @Override
    public int hashCode() {
        return m_valueClasses.hashCode();
    }
}
