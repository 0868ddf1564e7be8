// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Takes messages for the log. Loggers are reached statically and their writers are shared by all, as in KNIME's API;
 * without any writer warnings and errors go to standard error.
 */
public final class NodeLogger {

    /** How urgent a message is. */
    public enum LEVEL {
        /** For developers. */
        DEBUG,
        /** For the curious. */
        INFO,
        /** Something the user should know. */
        WARN,
        /** Something went wrong. */
        ERROR,
        /** Nothing works any more. */
        FATAL,
        /** Everything. */
        ALL,
        /** Nothing. */
        OFF;
    }

    private record Sink(Writer writer, LEVEL least, LEVEL most) {

        boolean takes(final LEVEL level) {
            final boolean notTooLow = least == LEVEL.ALL || least != LEVEL.OFF && level.compareTo(least) >= 0;
            final boolean notTooHigh = most == LEVEL.ALL || most == LEVEL.OFF || level.compareTo(most) <= 0;
            return notTooLow && notTooHigh;
        }
    }

    private static final List<Sink> SINKS = new CopyOnWriteArrayList<>();

    private final String m_name;

    private NodeLogger(final String name) {
        m_name = name;
    }

    /**
     * @param clazz the class that writes to the log
     * @return its logger
     */
    public static NodeLogger getLogger(final Class<?> clazz) {
        return getLogger(clazz.getName());
    }

    /**
     * @param name name of the part that writes to the log
     * @return its logger
     */
    public static NodeLogger getLogger(final String name) {
        return new NodeLogger(name);
    }

    /**
     * Adds a writer; from then on messages go to writers only and not to standard error.
     *
     * @param writer gets a line for each message
     * @param minLevel least urgent level taken
     * @param maxLevel most urgent level taken
     */
    public static void addWriter(final Writer writer, final LEVEL minLevel, final LEVEL maxLevel) {
        SINKS.add(new Sink(writer, minLevel, maxLevel));
    }

    /**
     * @param writer gets no messages any more
     */
    public static void removeWriter(final Writer writer) {
        SINKS.removeIf(sink -> sink.writer() == writer);
    }

    /**
     * @param level a level
     * @return whether messages of that level are written
     */
    public boolean isEnabledFor(final LEVEL level) {
        return SINKS.isEmpty() ? level.compareTo(LEVEL.WARN) >= 0 : SINKS.stream().anyMatch(s -> s.takes(level));
    }

    /**
     * @return whether messages for developers are written
     */
    public boolean isDebugEnabled() {
        return isEnabledFor(LEVEL.DEBUG);
    }

    /**
     * @return whether messages for the curious are written
     */
    public boolean isInfoEnabled() {
        return isEnabledFor(LEVEL.INFO);
    }

    private void log(final LEVEL level, final Supplier<?> message, final Throwable cause) {
        if (!isEnabledFor(level)) {
            return;
        }
        final String line = line(level, message.get(), cause);
        if (SINKS.isEmpty()) {
            final PrintStream standardError = System.err; // NOSONAR the place for warnings of a command line program
            standardError.print(line);
            return;
        }
        for (final Sink sink : SINKS) {
            if (sink.takes(level)) {
                write(sink.writer(), line);
            }
        }
    }

    private String line(final LEVEL level, final Object message, final Throwable cause) {
        final StringWriter text = new StringWriter();
        text.write(String.format("%-5s %s: %s%n", level, m_name.substring(m_name.lastIndexOf('.') + 1), message));
        if (cause != null && isDebugEnabled()) { // stack traces are for developers
            cause.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }

    private static void write(final Writer writer, final String line) {
        synchronized (writer) {
            try {
                writer.write(line);
                writer.flush();
            } catch (final IOException e) {
                removeWriter(writer); // a log that cannot be written must not stop the work, nor fail again and again
            }
        }
    }

    /**
     * @param message a message for developers
     */
    public void debug(final Object message) {
        log(LEVEL.DEBUG, () -> message, null);
    }

    /**
     * @param throwable its message is a message for developers
     */
    public void debug(final Throwable throwable) {
        log(LEVEL.DEBUG, throwable::toString, throwable);
    }

    /**
     * @param message gives a message for developers
     */
    public void debug(final Supplier<Object> message) {
        log(LEVEL.DEBUG, message, null);
    }

    /**
     * @param message a message for developers
     * @param throwable its cause
     */
    public void debug(final Object message, final Throwable throwable) {
        log(LEVEL.DEBUG, () -> message, throwable);
    }

    /**
     * @param message gives a message for developers
     * @param throwable its cause
     */
    public void debug(final Supplier<Object> message, final Throwable throwable) {
        log(LEVEL.DEBUG, message, throwable);
    }

    /**
     * @param format template of a message for developers
     * @param args its arguments
     */
    public void debugWithFormat(final String format, final Object... args) {
        log(LEVEL.DEBUG, () -> String.format(format, args), null);
    }

    /**
     * @param message a message for the curious
     */
    public void info(final Object message) {
        log(LEVEL.INFO, () -> message, null);
    }

    /**
     * @param throwable its message is a message for the curious
     */
    public void info(final Throwable throwable) {
        log(LEVEL.INFO, throwable::toString, throwable);
    }

    /**
     * @param message gives a message for the curious
     */
    public void info(final Supplier<Object> message) {
        log(LEVEL.INFO, message, null);
    }

    /**
     * @param message a message for the curious
     * @param throwable its cause
     */
    public void info(final Object message, final Throwable throwable) {
        log(LEVEL.INFO, () -> message, throwable);
    }

    /**
     * @param message gives a message for the curious
     * @param throwable its cause
     */
    public void info(final Supplier<Object> message, final Throwable throwable) {
        log(LEVEL.INFO, message, throwable);
    }

    /**
     * @param format template of a message for the curious
     * @param args its arguments
     */
    public void infoWithFormat(final String format, final Object... args) {
        log(LEVEL.INFO, () -> String.format(format, args), null);
    }

    /**
     * @param message a message the user should know
     */
    public void warn(final Object message) {
        log(LEVEL.WARN, () -> message, null);
    }

    /**
     * @param throwable its message is a message the user should know
     */
    public void warn(final Throwable throwable) {
        log(LEVEL.WARN, throwable::toString, throwable);
    }

    /**
     * @param message gives a message the user should know
     */
    public void warn(final Supplier<Object> message) {
        log(LEVEL.WARN, message, null);
    }

    /**
     * @param message a message the user should know
     * @param throwable its cause
     */
    public void warn(final Object message, final Throwable throwable) {
        log(LEVEL.WARN, () -> message, throwable);
    }

    /**
     * @param message gives a message the user should know
     * @param throwable its cause
     */
    public void warn(final Supplier<Object> message, final Throwable throwable) {
        log(LEVEL.WARN, message, throwable);
    }

    /**
     * @param format template of a message the user should know
     * @param args its arguments
     */
    public void warnWithFormat(final String format, final Object... args) {
        log(LEVEL.WARN, () -> String.format(format, args), null);
    }

    /**
     * @param message a message on something that went wrong
     */
    public void error(final Object message) {
        log(LEVEL.ERROR, () -> message, null);
    }

    /**
     * @param throwable its message is a message on something that went wrong
     */
    public void error(final Throwable throwable) {
        log(LEVEL.ERROR, throwable::toString, throwable);
    }

    /**
     * @param message gives a message on something that went wrong
     */
    public void error(final Supplier<Object> message) {
        log(LEVEL.ERROR, message, null);
    }

    /**
     * @param message a message on something that went wrong
     * @param throwable its cause
     */
    public void error(final Object message, final Throwable throwable) {
        log(LEVEL.ERROR, () -> message, throwable);
    }

    /**
     * @param message gives a message on something that went wrong
     * @param throwable its cause
     */
    public void error(final Supplier<Object> message, final Throwable throwable) {
        log(LEVEL.ERROR, message, throwable);
    }

    /**
     * @param format template of a message on something that went wrong
     * @param args its arguments
     */
    public void errorWithFormat(final String format, final Object... args) {
        log(LEVEL.ERROR, () -> String.format(format, args), null);
    }

    /**
     * @param message a message on something after which nothing works
     */
    public void fatal(final Object message) {
        log(LEVEL.FATAL, () -> message, null);
    }

    /**
     * @param throwable its message is a message on something after which nothing works
     */
    public void fatal(final Throwable throwable) {
        log(LEVEL.FATAL, throwable::toString, throwable);
    }

    /**
     * @param message gives a message on something after which nothing works
     */
    public void fatal(final Supplier<Object> message) {
        log(LEVEL.FATAL, message, null);
    }

    /**
     * @param message a message on something after which nothing works
     * @param throwable its cause
     */
    public void fatal(final Object message, final Throwable throwable) {
        log(LEVEL.FATAL, () -> message, throwable);
    }

    /**
     * @param message gives a message on something after which nothing works
     * @param throwable its cause
     */
    public void fatal(final Supplier<Object> message, final Throwable throwable) {
        log(LEVEL.FATAL, message, throwable);
    }

    /**
     * @param format template of a message on something after which nothing works
     * @param args its arguments
     */
    public void fatalWithFormat(final String format, final Object... args) {
        log(LEVEL.FATAL, () -> String.format(format, args), null);
    }

    /**
     * @param message a message on a mistake of the programmer
     */
    public void coding(final Object message) {
        log(LEVEL.ERROR, () -> "CODING PROBLEM " + message, null);
    }

    /**
     * @param message gives a message on a mistake of the programmer
     */
    public void coding(final Supplier<Object> message) {
        log(LEVEL.ERROR, () -> "CODING PROBLEM " + message.get(), null);
    }

    /**
     * @param message a message on a mistake of the programmer
     * @param throwable its cause
     */
    public void coding(final Object message, final Throwable throwable) {
        log(LEVEL.ERROR, () -> "CODING PROBLEM " + message, throwable);
    }

    /**
     * @param message gives a message on a mistake of the programmer
     * @param throwable its cause
     */
    public void coding(final Supplier<Object> message, final Throwable throwable) {
        log(LEVEL.ERROR, () -> "CODING PROBLEM " + message.get(), throwable);
    }

    /**
     * @param format template of a message on a mistake of the programmer
     * @param args its arguments
     */
    public void codingWithFormat(final String format, final Object... args) {
        log(LEVEL.ERROR, () -> "CODING PROBLEM " + String.format(format, args), null);
    }
}
