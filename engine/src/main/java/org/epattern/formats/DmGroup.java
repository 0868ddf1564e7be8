// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A group of tags of a DigitalMicrograph file: named values, each a group, a {@link Number}, a {@link String} or a
 * {@link DmArray}. Tags without a name get their number among those without a name, from 0.
 */
final class DmGroup {

    private final Map<String, Object> m_tags = new LinkedHashMap<>();
    private int m_unnamed;

    /** Adds a tag; of several with the same name the last one counts. */
    void put(final String name, final Object value) {
        m_tags.put(name.isEmpty() ? Integer.toString(m_unnamed++) : name, value);
    }

    private Object find(final String... path) {
        Object value = this;
        for (final String name : path) {
            if (!(value instanceof DmGroup group)) {
                return null;
            }
            value = group.m_tags.get(name);
        }
        return value;
    }

    /** @return the group at the path; an empty one where there is none */
    DmGroup group(final String... path) {
        return find(path) instanceof DmGroup group ? group : new DmGroup();
    }

    /** @return the groups directly in this one, in the order of the file */
    List<DmGroup> groups() {
        return m_tags.values().stream().filter(DmGroup.class::isInstance).map(DmGroup.class::cast).toList();
    }

    /** @return everything directly in this group, in the order of the file */
    Collection<Object> values() {
        return m_tags.values();
    }

    /** @return the array at the path, or null */
    DmArray array(final String... path) {
        return find(path) instanceof DmArray array ? array : null;
    }

    /** @return the finite number at the path */
    OptionalDouble number(final String... path) {
        return find(path) instanceof Number number && Double.isFinite(number.doubleValue())
            ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }

    /** @return the text at the path, or an empty one */
    String text(final String... path) {
        return find(path) instanceof String text ? text.strip() : "";
    }

    boolean isEmpty() {
        return m_tags.isEmpty();
    }
}
