// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.util.List;

import io.jhdf.api.Attribute;
import io.jhdf.api.Group;
import io.jhdf.api.Node;

/** Looks up small attributes of HDF5 nodes; what is missing or of another kind counts as not there. */
final class Hdf5Nodes {

    private static final long MOST_VALUES = 64;
    private static final long MOST_BYTES = 1 << 16;

    private Hdf5Nodes() {
    }

    private static Object value(final Node node, final String name) {
        final Attribute attribute = node == null ? null : node.getAttribute(name);
        if (attribute == null || attribute.isEmpty() || attribute.getSize() > MOST_VALUES
            || attribute.getSizeInBytes() > MOST_BYTES) {
            return null;
        }
        return attribute.getData();
    }

    /** @return the attribute as text, empty where there is none; numbers as Java writes them */
    static String text(final Node node, final String name) {
        final List<String> texts = texts(node, name);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    /** @return all texts of an attribute; those that an older NeXus joins by colons or commas one by one */
    static List<String> texts(final Node node, final String name) {
        final Object value = value(node, name);
        if (value instanceof String[] several) {
            return List.of(several);
        }
        if (value instanceof String one) {
            return "axes".equals(name) ? List.of(one.split("[:,]")) : List.of(one);
        }
        return value instanceof Number || value instanceof Boolean ? List.of(value.toString()) : List.of();
    }

    /** @return the attribute as a number, not a number where it is none */
    static double number(final Node node, final String name) {
        final Object value = value(node, name);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof String text && text.matches("[-+]?[0-9.]{1,40}([eE][-+]?[0-9]{1,3})?")
            && text.matches(".*[0-9].*") && text.indexOf('.') == text.lastIndexOf('.')) {
            return Double.parseDouble(text);
        }
        return Double.NaN;
    }

    /** @return whether the attribute says yes, in one of the ways in which HDF5 files do */
    static boolean isTrue(final Node node, final String name) {
        final String text = text(node, name);
        return "true".equalsIgnoreCase(text) || "1".equals(text);
    }

    /**
     * @param group where to start
     * @param names names of groups and of a node, one within the other
     * @return the node, or null if there is none
     */
    static Node find(final Group group, final String... names) {
        Node node = group;
        for (final String name : names) {
            if (!(node instanceof Group parent)) {
                return null;
            }
            node = parent.getChild(name);
        }
        return node;
    }
}
