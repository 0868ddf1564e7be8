// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** An array or list of nested settings: one config per element, named 0, 1, and so on. */
record StoredElements(ParameterField field, Class<?> elementType, Stored element) implements Stored {

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final int size = (int)settings.keySet().stream().filter(key -> key.matches("\\d+")).count();
        final Object[] elements = (Object[])Array.newInstance(elementType, size);
        for (int i = 0; i < size; i++) {
            elements[i] = element.load(settings.getNodeSettings(Integer.toString(i)));
        }
        if (field.type().isArray()) {
            return elements;
        }
        if (!field.type().isAssignableFrom(ArrayList.class)) {
            throw new IllegalStateException(field.place() + " must be an array, a List or a Collection.");
        }
        return new ArrayList<>(Arrays.asList(elements));
    }

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        if (value == null) {
            return;
        }
        final List<Object> elements = new ArrayList<>(
            value instanceof Collection<?> collection ? collection : Arrays.asList((Object[])value));
        for (int i = 0; i < elements.size(); i++) {
            element.save(elements.get(i), settings.addNodeSettings(Integer.toString(i)));
        }
    }
}
