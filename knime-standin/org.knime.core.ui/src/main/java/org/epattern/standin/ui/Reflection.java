// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/** Makes objects of classes that are visible only inside their bundle. */
public final class Reflection {

    private Reflection() {
    }

    /**
     * @param type a class
     * @return a new object from its constructor without arguments
     * @param <T> the class
     * @throws IllegalStateException if there is no such constructor or it fails
     */
    public static <T> T create(final Class<T> type) {
        try {
            return invoke(type.getDeclaredConstructor());
        } catch (final NoSuchMethodException absent) {
            throw new IllegalStateException(type.getName() + " has no constructor without arguments.", absent);
        }
    }

    /**
     * @param type a class
     * @param argumentType type of the one argument
     * @param argument the argument
     * @return a new object from the constructor with the argument, or from the one without if there is none
     * @param <T> the class
     * @throws IllegalStateException if there is neither or it fails
     */
    static <T> T create(final Class<T> type, final Class<?> argumentType, final Object argument) {
        final Constructor<T> constructor;
        try {
            constructor = type.getDeclaredConstructor(argumentType);
        } catch (final NoSuchMethodException absent) {
            return create(type);
        }
        return invoke(constructor, argument);
    }

    private static <T> T invoke(final Constructor<T> constructor, final Object... arguments) {
        final String name = constructor.getDeclaringClass().getName();
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (final InvocationTargetException failed) {
            throw new IllegalStateException("The constructor of " + name + " fails: " + failed.getCause(),
                failed.getCause());
        } catch (final ReflectiveOperationException impossible) {
            throw new IllegalStateException(name + " cannot be made: " + impossible.getMessage(), impossible);
        }
    }
}
