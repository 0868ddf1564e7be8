// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.knime.node.parameters.persistence.Persist;

/** One setting of a settings class: a field that is not private, static or transient, with its name and key. */
public final class ParameterField {

    private static final String PREFIX = "m_";

    private static final String HIDDEN_SUFFIX = "_Internals";

    private final Class<?> m_owner;

    private final Field m_field;

    private ParameterField(final Class<?> owner, final Field field) {
        m_owner = owner;
        m_field = field;
        field.setAccessible(true);
    }

    /**
     * @param type a settings class
     * @return its settings, those of superclasses first, each in the order of the source
     */
    public static List<ParameterField> of(final Class<?> type) {
        final List<ParameterField> fields = new ArrayList<>();
        collect(type, type, fields);
        return fields;
    }

    private static void collect(final Class<?> owner, final Class<?> type, final List<ParameterField> fields) {
        if (type == null || type == Object.class) {
            return;
        }
        collect(owner, type.getSuperclass(), fields);
        for (final Field field : type.getDeclaredFields()) {
            if ((field.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC | Modifier.TRANSIENT)) == 0
                && !field.isSynthetic()) {
                fields.add(new ParameterField(owner, field));
            }
        }
    }

    /** @return the settings class it belongs to, which may be a subclass of the one that declares it */
    public Class<?> owner() {
        return m_owner;
    }

    /** @return the field's name without {@code m_} */
    public String name() {
        final String name = m_field.getName();
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    /** @return the key under which it is stored */
    public String key() {
        final Persist persist = m_field.getAnnotation(Persist.class);
        if (persist == null) {
            return name();
        }
        return (persist.configKey().isEmpty() ? name() : persist.configKey())
            + (persist.hidden() ? HIDDEN_SUFFIX : "");
    }

    /** @return where it stands, for messages of faults in the source */
    public String place() {
        return m_field.getDeclaringClass().getName() + "." + m_field.getName();
    }

    /** @return the declared type */
    public Class<?> type() {
        return m_field.getType();
    }

    /** @return whether the type is {@link Optional} */
    public boolean isOptional() {
        return type() == Optional.class;
    }

    /** @return the type of the value: the content of an optional, else the declared type */
    public Class<?> valueType() {
        return isOptional() ? argument() : type();
    }

    /** @return the type of the elements of an array or collection, if it is one */
    public Optional<Class<?>> elementType() {
        if (type().isArray()) {
            return Optional.of(type().getComponentType());
        }
        return Collection.class.isAssignableFrom(type()) ? Optional.of(argument()) : Optional.empty();
    }

    private Class<?> argument() {
        if (m_field.getGenericType() instanceof ParameterizedType generic) {
            final Type argument = generic.getActualTypeArguments()[0];
            if (argument instanceof Class<?> type) {
                return type;
            }
        }
        throw new IllegalStateException(place() + " does not say the type of its content.");
    }

    /**
     * @param annotation kind of annotation
     * @return the annotation of the field, if any
     * @param <A> kind of annotation
     */
    public <A extends Annotation> Optional<A> annotation(final Class<A> annotation) {
        return Optional.ofNullable(m_field.getAnnotation(annotation));
    }

    /**
     * @param annotation kind of annotation
     * @return the annotation of the field, or else of the class that declares it
     * @param <A> kind of annotation
     */
    public <A extends Annotation> Optional<A> annotationOrDeclaring(final Class<A> annotation) {
        return annotation(annotation)
            .or(() -> Optional.ofNullable(m_field.getDeclaringClass().getAnnotation(annotation)));
    }

    /**
     * @param parameters the settings
     * @return the value
     */
    public Object get(final Object parameters) {
        try {
            return m_field.get(parameters);
        } catch (final IllegalAccessException impossible) {
            throw new IllegalStateException(place() + " cannot be read.", impossible);
        }
    }

    /**
     * @param parameters the settings
     * @param value the value
     */
    void set(final Object parameters, final Object value) {
        try {
            m_field.set(parameters, value);
        } catch (final IllegalAccessException | IllegalArgumentException impossible) {
            throw new IllegalStateException(place() + " cannot be set to " + value + ".", impossible);
        }
    }
}
