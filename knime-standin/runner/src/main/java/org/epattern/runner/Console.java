// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where the user reads and types.
 *
 * @param out results: help and summary
 * @param err progress and messages
 * @param terminal whether a line on {@code err} can be drawn again
 * @param columns width of the terminal in characters
 * @param in what the user types
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, int columns, InputStream in) {

    private static final int DEFAULT_COLUMNS = 80;

    /**
     * @return the console of this process; {@code ./epattern} says whether it is a terminal, else Java is asked
     */
    static Console ofProcess() {
        final String told = System.getProperty("epattern.terminal");
        final boolean terminal = told == null ? isTerminal() : Boolean.parseBoolean(told);
        return new Console(System.out, System.err, terminal,
            Integer.getInteger("epattern.columns", DEFAULT_COLUMNS), System.in);
    }

    /** Up to Java 21 there is no console object without a terminal; later it has to be asked. */
    private static boolean isTerminal() {
        final java.io.Console console = System.console();
        try {
            return console != null && (Boolean)java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (final NoSuchMethodException ex) {
            return true;
        } catch (final ReflectiveOperationException ex) {
            return false;
        }
    }
}
