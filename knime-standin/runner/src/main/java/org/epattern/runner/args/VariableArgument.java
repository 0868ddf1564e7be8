// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.args;

import org.epattern.runner.workflow.Variable;

/**
 * Reads {@code name,value,type} of {@code -workflow.variable=}; the type is String, int or double. A value that holds a
 * comma is quoted, see {@link QuotedList}.
 */
final class VariableArgument {

    private VariableArgument() {
    }

    /**
     * @param text what follows {@code -workflow.variable=}
     * @return the variable
     * @throws IllegalArgumentException with a sentence
     */
    static Variable parse(final String text) {
        final var parts = QuotedList.split(text);
        if (parts.size() != 3) {
            throw new IllegalArgumentException("found " + parts.size() + " part(s), expected three: name,value,type "
                + "(a value that holds a comma must be quoted, as in input,'my (0-9,0-9)',String)");
        }
        final String name = parts.get(0);
        final String value = parts.get(1);
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of the variable is empty");
        }
        final String type = parts.get(2);
        try {
            return switch (type) {
                case "String" -> Variable.of(name, value);
                case "int" -> Variable.of(name, Integer.parseInt(value));
                case "double" -> Variable.of(name, Double.parseDouble(value));
                default -> throw new IllegalArgumentException(
                    "the type is '" + type + "', expected String, int or double");
            };
        } catch (final NumberFormatException ex) {
            throw new IllegalArgumentException("the value '" + value + "' is no " + type, ex);
        }
    }
}
