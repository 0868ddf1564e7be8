// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.args;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One {@code -option=nodeID[/nodeID],key[/key],value,type}: a setting of a node that is set from the command line.
 *
 * @param nodePath node ids from the outermost workflow inwards, at least one
 * @param keyPath keys below the node's {@code model}, at least one
 * @param value the value as text; it is known to fit the type
 * @param type int, long, short, byte, boolean, char, float, double or String
 * @param quoted whether the value was given in quotes, which KNIME 5.8 takes as a part of the value
 */
public record OptionArgument(List<Integer> nodePath, List<String> keyPath, String value, String type,
    boolean quoted) {

    private static final Set<String> CELL_TYPES = Set.of("StringCell", "DoubleCell", "IntCell", "LongCell");

    private static final String SHAPE = "expected nodeID,key,value,type as in 4,threshold/factor,2.5,double";

    /**
     * The value is everything between the second and the last comma, so that it may hold commas; a value that as a
     * whole is in quotes loses them.
     *
     * @param text what follows {@code -option=}
     * @return the option
     * @throws IllegalArgumentException with a sentence
     */
    static OptionArgument parse(final String text) {
        final int first = text.indexOf(',');
        final int second = text.indexOf(',', first + 1);
        final int last = text.lastIndexOf(',');
        if (first < 0 || second < 0 || last <= second) {
            throw new IllegalArgumentException("found fewer than four parts, " + SHAPE);
        }
        final List<Integer> nodes = new ArrayList<>();
        for (final String id : text.substring(0, first).split("/", -1)) {
            try {
                nodes.add(Integer.valueOf(id.trim()));
            } catch (final NumberFormatException ex) {
                throw new IllegalArgumentException("the node id '" + id + "' is no whole number, " + SHAPE, ex);
            }
        }
        final List<String> keys = List.of(text.substring(first + 1, second).split("/", -1));
        if (keys.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("the key is empty, " + SHAPE);
        }
        final String given = text.substring(second + 1, last);
        final boolean quoted = isQuoted(given);
        final String value = quoted ? QuotedList.split(given).get(0) : given;
        final String type = text.substring(last + 1);
        checkValue(value, type);
        return new OptionArgument(List.copyOf(nodes), keys, value, type, quoted);
    }

    private static boolean isQuoted(final String value) {
        if (value.length() < 2) {
            return false;
        }
        final char first = value.charAt(0);
        if (first != '\'' && first != '"' || value.charAt(value.length() - 1) != first) {
            return false;
        }
        int end = 1;
        while (end < value.length() && value.charAt(end) != first) {
            end += value.charAt(end) == '\\' ? 2 : 1;
        }
        return end == value.length() - 1;
    }

    private static void checkValue(final String value, final String type) {
        try {
            switch (type) {
                case "int" -> Integer.parseInt(value);
                case "long" -> Long.parseLong(value);
                case "short" -> Short.parseShort(value);
                case "byte" -> Byte.parseByte(value);
                case "float", "double" -> Double.parseDouble(value);
                case "boolean", "String" -> {
                    // any text: what is not "true" is false, as KNIME has it
                }
                case "char" -> {
                    if (value.length() != 1) {
                        throw new IllegalArgumentException("the value '" + value + "' is no single character");
                    }
                }
                default -> throw new IllegalArgumentException(CELL_TYPES.contains(type)
                    ? "the type " + type + " works in KNIME only, here it is one of int, long, short, byte, boolean, "
                        + "char, float, double and String"
                    : "the type is '" + type + "', expected int, long, short, byte, boolean, char, float, double or "
                        + "String");
            }
        } catch (final NumberFormatException ex) {
            throw new IllegalArgumentException("the value '" + value + "' is no " + type, ex);
        }
    }

    @Override
    public String toString() {
        return nodePath.stream().map(String::valueOf).reduce((a, b) -> a + "/" + b).orElse("") + ","
            + String.join("/", keyPath) + "," + value + "," + type;
    }
}
