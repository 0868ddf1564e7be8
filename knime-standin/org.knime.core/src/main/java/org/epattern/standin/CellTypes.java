// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataValue;
import org.knime.core.data.renderer.DataValueRendererFactory;

/**
 * The cell classes, serializers and renderers that extensions have registered. There is one object for each class
 * loader of plugins; the static methods of the API that need it take the one of the running workflow.
 */
public final class CellTypes {

    private final ClassLoader m_loader;

    private final Map<Class<?>, DataCellSerializer<DataCell>> m_serializers = new ConcurrentHashMap<>();

    private final Map<Class<?>, List<DataValueRendererFactory>> m_renderers = new ConcurrentHashMap<>();

    /**
     * @param loader finds the classes of the plugins, and through its parent those of this bundle
     */
    public CellTypes(final ClassLoader loader) {
        m_loader = loader;
    }

    /**
     * @return the types of the running workflow, or outside of one those of this bundle
     */
    public static CellTypes current() {
        return WorkflowEnvironment.current().map(WorkflowEnvironment::cellTypes)
            .orElseGet(() -> new CellTypes(CellTypes.class.getClassLoader()));
    }

    /**
     * Registers what an extension of org.knime.core.DataType says.
     *
     * @param cellClassName class of cell
     * @param serializerClassName class of its serializer
     * @throws IllegalArgumentException with a sentence if one of them is missing or does not fit
     */
    public void register(final String cellClassName, final String serializerClassName) {
        final Object serializer = create(serializerClassName, "serializer");
        final Class<?> cellClass = load(cellClassName, "cell");
        if (!(serializer instanceof DataCellSerializer<?> fitting)) {
            throw new IllegalArgumentException("The serializer " + serializerClassName + " is no "
                + DataCellSerializer.class.getName() + ".");
        }
        if (fitting.getCellClass() != cellClass) {
            throw new IllegalArgumentException("The serializer " + serializerClassName + " is registered for "
                + cellClassName + " but writes " + fitting.getCellClass().getName() + ".");
        }
        m_serializers.put(cellClass, ofAnyCell(fitting));
    }

    /**
     * Registers what an extension of org.knime.core.DataValueRenderer says.
     *
     * @param valueClassName kind of value
     * @param factoryClassName class of the renderer factory
     * @param suggested whether it comes before those registered so far
     * @throws IllegalArgumentException with a sentence if one of them is missing or does not fit
     */
    public void registerRenderer(final String valueClassName, final String factoryClassName,
        final boolean suggested) {
        final Class<?> valueClass = load(valueClassName, "value");
        if (!(create(factoryClassName, "renderer factory") instanceof DataValueRendererFactory factory)) {
            throw new IllegalArgumentException("The renderer factory " + factoryClassName + " is no "
                + DataValueRendererFactory.class.getName() + ".");
        }
        final List<DataValueRendererFactory> factories =
            m_renderers.computeIfAbsent(valueClass, c -> new CopyOnWriteArrayList<>());
        factories.add(suggested ? 0 : factories.size(), factory);
    }

    private Class<?> load(final String name, final String what) {
        try {
            return Class.forName(name, true, m_loader);
        } catch (final ClassNotFoundException e) {
            throw new IllegalArgumentException("The " + what + " class " + name + " does not exist.", e);
        }
    }

    private Object create(final String name, final String what) {
        try {
            return load(name, what).getConstructor().newInstance();
        } catch (final ReflectiveOperationException e) {
            throw new IllegalArgumentException("The " + what + " class " + name
                + " must be public with a public constructor that takes nothing.", e);
        }
    }

    @SuppressWarnings("unchecked") // only given cells of its own class, see serializer(Class)
    private static DataCellSerializer<DataCell> ofAnyCell(final DataCellSerializer<?> serializer) {
        return (DataCellSerializer<DataCell>)serializer;
    }

    /**
     * @param cellClass a class of cell
     * @return its serializer: the registered one, or as in KNIME the one from a static method getCellSerializer() of
     *         the class
     */
    public Optional<DataCellSerializer<DataCell>> serializer(final Class<? extends DataCell> cellClass) {
        final DataCellSerializer<DataCell> known = m_serializers.get(cellClass);
        if (known != null) {
            return Optional.of(known);
        }
        final Optional<DataCellSerializer<DataCell>> own = ownSerializer(cellClass);
        own.ifPresent(serializer -> m_serializers.put(cellClass, serializer));
        return own;
    }

    private static Optional<DataCellSerializer<DataCell>> ownSerializer(final Class<? extends DataCell> cellClass) {
        try {
            final Method method = cellClass.getDeclaredMethod("getCellSerializer");
            if (Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers())
                && method.invoke(null) instanceof DataCellSerializer<?> serializer) {
                return Optional.of(ofAnyCell(serializer));
            }
            return Optional.empty();
        } catch (final NoSuchMethodException none) { // most cells are registered instead
            return Optional.empty();
        } catch (final IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("getCellSerializer() of " + cellClass.getName() + " failed", e);
        }
    }

    /**
     * @param name name of a class of cell
     * @return the class
     * @throws ClassNotFoundException if there is none, with the name as message
     */
    public Class<? extends DataCell> cellClass(final String name) throws ClassNotFoundException {
        return Class.forName(name, true, m_loader).asSubclass(DataCell.class);
    }

    /**
     * @param name name of a kind of value
     * @return the interface
     * @throws ClassNotFoundException if there is none, with the name as message
     */
    public Class<? extends DataValue> valueClass(final String name) throws ClassNotFoundException {
        return Class.forName(name, true, m_loader).asSubclass(DataValue.class);
    }

    /**
     * @param valueClass a kind of value
     * @return the renderer factories registered for it, the suggested ones first
     */
    public List<DataValueRendererFactory> renderers(final Class<? extends DataValue> valueClass) {
        return List.copyOf(m_renderers.getOrDefault(valueClass, List.of()));
    }
}
