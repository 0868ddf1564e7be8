// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.util;

import java.util.function.Function;
import java.util.function.Supplier;

import org.knime.core.node.InvalidSettingsException;

/** Checks of arguments, states and settings; messages are templates of {@link String#format(String, Object...)}. */
public final class CheckUtils {

    private CheckUtils() {
    }

    private static String text(final String template, final Object... args) {
        // a template without arguments is taken as it is: it may hold a percent sign
        return args == null || args.length == 0 ? template : String.format(template, args);
    }

    /**
     * @param <T> its type
     * @param value value to check
     * @param template message
     * @param args arguments of the message
     * @return the value
     * @throws IllegalArgumentException if the value is null
     */
    public static <T> T checkArgumentNotNull(final T value, final String template, final Object... args) {
        checkArgument(value != null, template, args);
        return value;
    }

    /**
     * @param <T> its type
     * @param value value to check
     * @return the value
     * @throws IllegalArgumentException if the value is null
     */
    public static <T> T checkArgumentNotNull(final T value) {
        return checkArgumentNotNull(value, "Argument must not be null");
    }

    /**
     * @param predicate what must be true
     * @param message message
     * @throws IllegalArgumentException if it is false
     */
    public static void checkArgument(final boolean predicate, final String message) {
        if (!predicate) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * @param predicate what must be true
     * @param template message
     * @param args arguments of the message
     * @throws IllegalArgumentException if it is false
     */
    public static void checkArgument(final boolean predicate, final String template, final Object... args) {
        if (!predicate) {
            throw new IllegalArgumentException(text(template, args));
        }
    }

    /**
     * @param predicate what must be true
     * @param message message
     * @throws IllegalStateException if it is false
     */
    public static void checkState(final boolean predicate, final String message) {
        if (!predicate) {
            throw new IllegalStateException(message);
        }
    }

    /**
     * @param predicate what must be true
     * @param template message
     * @param args arguments of the message
     * @throws IllegalStateException if it is false
     */
    public static void checkState(final boolean predicate, final String template, final Object... args) {
        if (!predicate) {
            throw new IllegalStateException(text(template, args));
        }
    }

    /**
     * @param <T> its type
     * @param value value to check
     * @return the value
     * @throws NullPointerException if the value is null
     */
    public static <T> T checkNotNull(final T value) {
        return checkNotNull(value, "Value must not be null");
    }

    /**
     * @param <T> its type
     * @param value value to check
     * @param message message
     * @return the value
     * @throws NullPointerException if the value is null
     */
    public static <T> T checkNotNull(final T value, final String message) {
        if (value == null) {
            throw new NullPointerException(message);
        }
        return value;
    }

    /**
     * @param <T> its type
     * @param value value to check
     * @param template message
     * @param args arguments of the message
     * @return the value
     * @throws NullPointerException if the value is null
     */
    public static <T> T checkNotNull(final T value, final String template, final Object... args) {
        if (value == null) {
            throw new NullPointerException(text(template, args));
        }
        return value;
    }

    /**
     * @param predicate what must be true
     * @param template message
     * @param args arguments of the message
     * @throws InvalidSettingsException if it is false
     */
    public static void checkSetting(final boolean predicate, final String template, final Object... args)
        throws InvalidSettingsException {
        check(predicate, InvalidSettingsException::new, template, args);
    }

    /**
     * @param <T> its type
     * @param value value to check
     * @param template message
     * @param args arguments of the message
     * @return the value
     * @throws InvalidSettingsException if the value is null
     */
    public static <T> T checkSettingNotNull(final T value, final String template, final Object... args)
        throws InvalidSettingsException {
        checkSetting(value != null, template, args);
        return value;
    }

    /**
     * @param <O> type of the object
     * @param <T> exception
     * @param <V> wanted type
     * @param object object to cast
     * @param type wanted type
     * @param exception makes the exception from the message
     * @param template message
     * @param args arguments of the message
     * @return the object
     * @throws T if the object is not null and not of that type
     */
    public static <O, T extends Throwable, V> V checkCast(final O object, final Class<V> type,
        final Function<String, T> exception, final String template, final Object... args) throws T {
        check(object == null || type.isInstance(object), exception, template, args);
        return type.cast(object);
    }

    /**
     * @param <T> exception
     * @param predicate what must be true
     * @param exception makes the exception from the message
     * @param message makes the message
     * @throws T if it is false
     */
    public static <T extends Throwable> void check(final boolean predicate, final Function<String, T> exception,
        final Supplier<String> message) throws T {
        if (!predicate) {
            throw exception.apply(message.get());
        }
    }

    /**
     * @param <T> exception
     * @param predicate what must be true
     * @param exception makes the exception from the message
     * @param template message
     * @param args arguments of the message
     * @throws T if it is false
     */
    public static <T extends Throwable> void check(final boolean predicate, final Function<String, T> exception,
        final String template, final Object... args) throws T {
        if (!predicate) {
            throw exception.apply(text(template, args));
        }
    }
}
