// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.dialog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;

/** Puts the parts of a dialog in order: by nesting, then {@link After} and {@link Before}, then by name. */
final class LayoutOrder {

    private static final Comparator<Class<?>> BY_NAME = Comparator.comparing(Class::getName);

    private final Map<Class<?>, Set<Class<?>>> m_children = new HashMap<>();

    private final Set<Class<?>> m_roots = new TreeSet<>(BY_NAME);

    private final List<Class<?>> m_ordered = new ArrayList<>();

    private LayoutOrder() {
    }

    /**
     * @param parts parts that hold controls
     * @return these parts and all that hold them or that they are ordered by
     * @throws IllegalStateException if the order runs in a circle
     */
    static LayoutOrder of(final Collection<Class<?>> parts) {
        final LayoutOrder order = new LayoutOrder();
        final Deque<Class<?>> open = new ArrayDeque<>(parts);
        final Set<Class<?>> known = new HashSet<>();
        while (!open.isEmpty()) {
            final Class<?> part = open.pop();
            if (known.add(part)) {
                open.addAll(comesAfter(part));
                open.addAll(comesBefore(part));
                final Optional<Class<?>> parent = parent(part, new HashSet<>());
                parent.ifPresentOrElse(outer -> {
                    order.m_children.computeIfAbsent(outer, none -> new TreeSet<>(BY_NAME)).add(part);
                    open.add(outer);
                }, () -> order.m_roots.add(part));
            }
        }
        order.m_roots.forEach(order::append);
        return order;
    }

    /** @return the outermost parts; a dialog needs exactly one if it has any */
    Set<Class<?>> roots() {
        return m_roots;
    }

    /**
     * @param part a part, or none
     * @return its place in the order; none comes first
     */
    int position(final Optional<Class<?>> part) {
        return part.map(m_ordered::indexOf).orElse(-1);
    }

    /**
     * @param part a part
     * @return the parts that hold it, from the outermost inwards, and itself
     */
    List<Class<?>> path(final Class<?> part) {
        final List<Class<?>> path = new ArrayList<>();
        for (Optional<Class<?>> at = Optional.of(part); at.isPresent(); at = parent(at.get(), new HashSet<>())) {
            path.add(0, at.get());
        }
        return path;
    }

    private void append(final Class<?> part) {
        m_ordered.add(part);
        sorted(m_children.getOrDefault(part, Set.of())).forEach(this::append);
    }

    private static List<Class<?>> sorted(final Set<Class<?>> siblings) {
        final List<Class<?>> sorted = new ArrayList<>();
        final List<Class<?>> open = new ArrayList<>(siblings);
        while (!open.isEmpty()) {
            final Class<?> next = open.stream()
                .filter(part -> open.stream().noneMatch(other -> other != part && isBefore(other, part))).findFirst()
                .orElseThrow(() -> new IllegalStateException("The order of these parts runs in a circle: " + open));
            open.remove(next);
            sorted.add(next);
        }
        return sorted;
    }

    private static boolean isBefore(final Class<?> first, final Class<?> second) {
        return comesAfter(second).contains(first) || comesBefore(first).contains(second);
    }

    private static List<Class<?>> comesAfter(final Class<?> part) {
        return Arrays.stream(part.getAnnotationsByType(After.class)).<Class<?>>map(After::value).toList();
    }

    private static List<Class<?>> comesBefore(final Class<?> part) {
        return Arrays.stream(part.getAnnotationsByType(Before.class)).<Class<?>>map(Before::value).toList();
    }

    /** A part outside of its neighbour's holder moves to that holder; the set guards against circles. */
    private static Optional<Class<?>> parent(final Class<?> part, final Set<Class<?>> seen) {
        if (!seen.add(part)) {
            return Optional.empty();
        }
        final Inside inside = part.getAnnotation(Inside.class);
        if (inside != null) {
            return Optional.of(inside.value());
        }
        final Class<?> enclosing = part.getEnclosingClass();
        for (final List<Class<?>> neighbours : List.of(comesAfter(part), comesBefore(part))) {
            for (final Class<?> neighbour : neighbours) {
                if (neighbour.getEnclosingClass() != enclosing) {
                    return parent(neighbour, seen);
                }
            }
        }
        return Optional.ofNullable(enclosing);
    }
}
