// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/**
 * Makes the parts of a node.
 *
 * @param <T> class of the node's model
 */
public abstract class NodeFactory<T extends NodeModel> {

    /** For sub-classes. */
    protected NodeFactory() {
    }

    /** What kind of node it is. */
    public enum NodeType {
        /** Gives data. */
        Source,
        /** Takes data. */
        Sink,
        /** Learns a model. */
        Learner,
        /** Applies a model. */
        Predictor,
        /** Changes data. */
        Manipulator,
        /** Shows data. */
        Visualizer,
        /** Shows data and takes input on a page. */
        Widget,
        /** A metanode. */
        Meta,
        /** Starts a loop. */
        LoopStart,
        /** Ends a loop. */
        LoopEnd,
        /** Starts a scope. */
        ScopeStart,
        /** Ends a scope. */
        ScopeEnd,
        /** Takes input, in the old manner. */
        QuickForm,
        /** Takes input in the dialog of a component. */
        Configuration,
        /** Anything else. */
        Other,
        /** Stands for a node that is not installed. */
        Missing,
        /** Not known. */
        Unknown,
        /** A component. */
        Subnode,
        /** Input of a component. */
        VirtualIn,
        /** Output of a component. */
        VirtualOut,
        /** Calls from outside. */
        Container;
    }
}
