// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import org.epattern.runner.node.LoopStart;
import java.util.HashMap;
import java.util.Map;

/**
 * Where in a run a node is executed: in the workflow itself or in a component, and in which iteration of a loop.
 *
 * @param workflow the workflow that the node belongs to
 * @param component label of the component around it; empty if there is none
 * @param iteration which iteration, such as "iteration 2 of 3"; empty outside of loops
 * @param values what the iteration is about, such as "file = 'a.blo'"; may be empty
 * @param path unique in the run, for names of temporary files
 * @param names names of the workflow's nodes for the user
 */
record Scope(LoadedWorkflow workflow, String component, String iteration, String values, String path,
    Map<LoadedNode, String> names) {

    static Scope of(final LoadedWorkflow workflow) {
        return new Scope(workflow, "", "", "", "", names(workflow));
    }

    Scope inside(final LoadedNode node, final LoadedWorkflow workflow) {
        return new Scope(workflow, name(node), iteration, values, path + node.saved().id() + "-", names(workflow));
    }

    Scope inIteration(final LoopStart start) {
        return new Scope(workflow, component, start.iteration(), start.values(), path, names);
    }

    /** @return whether the results of nodes are written to files: those inside components are not */
    boolean isShown() {
        return component.isEmpty();
    }

    /** @return what the user calls the node here */
    String name(final LoadedNode node) {
        return (component.isEmpty() ? "" : component + ": ") + names.get(node)
            + (iteration.isEmpty() || !component.isEmpty() ? "" : " (" + iteration + ")");
    }

    /** @return name of the folder for the node's files, which does not change with the number of iterations */
    String folder(final LoadedNode node) {
        return name(node).replaceFirst(" of \\d+\\)$", ")");
    }

    /** @return name and id of the node, with the component that it is in */
    String label(final LoadedNode node) {
        return node.saved().label() + (component.isEmpty() ? "" : " in " + component);
    }

    /** @return words that follow "failed"; empty outside of loops */
    String where() {
        return iteration.isEmpty() ? "" : " in " + iteration + (values.isEmpty() ? "" : " (" + values + ")");
    }

    /** Names of nodes for the user; those that occur twice get their id. */
    private static Map<LoadedNode, String> names(final LoadedWorkflow workflow) {
        final Map<String, Integer> count = new HashMap<>();
        workflow.nodes().forEach(n -> count.merge(n.saved().name(), 1, Integer::sum));
        final Map<LoadedNode, String> names = new HashMap<>();
        workflow.nodes()
            .forEach(n -> names.put(n, count.get(n.saved().name()) > 1 ? n.saved().label() : n.saved().name()));
        return names;
    }
}
