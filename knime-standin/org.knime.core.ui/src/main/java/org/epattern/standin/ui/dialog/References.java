// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.knime.node.parameters.updates.ParameterReference;

/** The names of the settings of one dialog, and the faults found in their use. */
final class References {

    private static final Map<Class<?>, Class<?>> WRAPPERS = Map.of(int.class, Integer.class, long.class, Long.class,
        double.class, Double.class, float.class, Float.class, byte.class, Byte.class, char.class, Character.class,
        boolean.class, Boolean.class);

    private final Map<Class<?>, DialogField> m_fields = new HashMap<>();

    private final List<String> m_problems = new ArrayList<>();

    References(final List<DialogField> fields) {
        for (final DialogField field : fields) {
            field.reference().ifPresent(reference -> add(reference, field));
        }
    }

    private void add(final Class<?> reference, final DialogField field) {
        final DialogField other = m_fields.put(reference, field);
        if (other != null) {
            m_problems.add(field.field().place() + " and " + other.field().place() + " have the same name "
                + reference.getName() + ".");
        }
        final Optional<Class<?>> type = typeOf(reference);
        if (!isGroupReference(field) && type.isPresent() && type.get() != boxed(field.field().type())) {
            m_problems.add(field.field().place() + " is of type " + field.field().type().getName()
                + " but its name " + reference.getName() + " is for " + type.get().getName() + ".");
        }
    }

    private static boolean isGroupReference(final DialogField field) {
        return field.field().elementType().isPresent();
    }

    /**
     * Notes a fault if no setting has the name.
     *
     * @param user who refers to the setting
     * @param reference the name
     * @return whether a setting has it
     */
    boolean require(final String user, final Class<?> reference) {
        final boolean known = m_fields.containsKey(reference);
        if (!known) {
            m_problems.add(user + " refers to " + reference.getName() + ", which is the name of no setting.");
        }
        return known;
    }

    boolean isKnown(final Class<?> reference) {
        return m_fields.containsKey(reference);
    }

    List<String> problems() {
        return m_problems;
    }

    static Class<?> boxed(final Class<?> type) {
        return WRAPPERS.getOrDefault(type, type);
    }

    /** The argument of {@link ParameterReference}, if the name gives it directly as a class. */
    private static Optional<Class<?>> typeOf(final Class<?> reference) {
        for (final Type general : reference.getGenericInterfaces()) {
            if (general instanceof ParameterizedType generic && generic.getRawType() == ParameterReference.class) {
                final Type argument = generic.getActualTypeArguments()[0];
                return argument instanceof Class<?> type ? Optional.of(type)
                    : argument instanceof ParameterizedType inner ? Optional.of((Class<?>)inner.getRawType())
                        : Optional.empty();
            }
            if (general instanceof Class<?> parent && ParameterReference.class.isAssignableFrom(parent)) {
                final Optional<Class<?>> type = typeOf(parent);
                if (type.isPresent()) {
                    return type;
                }
            }
        }
        return Optional.empty();
    }
}
