// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A loop of a workflow: all nodes that can be reached from its start without going through its end. Loops inside are
 * part of it.
 *
 * @param start id of the node that begins it
 * @param body ids of the nodes that are executed in every iteration, without start and end
 * @param ends ids of the nodes that end it; in a sound workflow exactly one
 */
public record Loop(int start, Set<Integer> body, Set<Integer> ends) {

    /** @return the id of the node that ends it, if it has exactly one */
    public int end() {
        return ends.iterator().next();
    }

    /** @return whether it has exactly one end */
    public boolean isSound() {
        return ends.size() == 1;
    }

    /**
     * @param nodes the nodes of a workflow
     * @param connections its connections, without circles
     * @return its loops, also those inside others
     */
    public static List<Loop> all(final Collection<SavedNode> nodes, final Collection<Connection> connections) {
        final List<Loop> loops = new ArrayList<>();
        for (final SavedNode node : nodes) {
            if (KnimeFactories.LOOP_START.is(node.factory())) {
                loops.add(from(node.id(), nodes, connections));
            }
        }
        return loops;
    }

    private static Loop from(final int start, final Collection<SavedNode> nodes,
        final Collection<Connection> connections) {
        final Set<Integer> body = new LinkedHashSet<>();
        final Set<Integer> ends = new LinkedHashSet<>();
        final Deque<Integer> waiting = new ArrayDeque<>(next(start, connections));
        while (!waiting.isEmpty()) {
            final int id = waiting.remove();
            if (body.contains(id) || ends.contains(id)) {
                continue;
            }
            final String factory =
                nodes.stream().filter(n -> n.id() == id).findAny().map(SavedNode::factory).orElse(null);
            if (KnimeFactories.LOOP_END.is(factory)) {
                ends.add(id);
            } else if (KnimeFactories.LOOP_START.is(factory)) {
                final Loop inner = from(id, nodes, connections);
                body.add(id);
                body.addAll(inner.body());
                body.addAll(inner.ends());
                inner.ends().forEach(e -> waiting.addAll(next(e, connections)));
            } else {
                body.add(id);
                waiting.addAll(next(id, connections));
            }
        }
        return new Loop(start, body, ends);
    }

    private static List<Integer> next(final int id, final Collection<Connection> connections) {
        return connections.stream().filter(c -> c.sourceId() == id).map(Connection::destId).toList();
    }
}
