// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

/**
 * A flow variable.
 *
 * @param name its name, not blank
 * @param type what its value is
 * @param value a String, Integer or Double as the type says
 */
public record Variable(String name, Type type, Object value) {

    /** The types that a workflow and the batch executor know, named as in workflow.knime. */
    public enum Type {
        /** Text. */
        STRING,
        /** 32-bit integer. */
        INTEGER,
        /** Double-precision number. */
        DOUBLE
    }

    /**
     * @param name its name
     * @param value its value
     * @return a variable of type STRING
     */
    public static Variable of(final String name, final String value) {
        return new Variable(name, Type.STRING, value);
    }

    /**
     * @param name its name
     * @param value its value
     * @return a variable of type INTEGER
     */
    public static Variable of(final String name, final int value) {
        return new Variable(name, Type.INTEGER, value);
    }

    /**
     * @param name its name
     * @param value its value
     * @return a variable of type DOUBLE
     */
    public static Variable of(final String name, final double value) {
        return new Variable(name, Type.DOUBLE, value);
    }
}
