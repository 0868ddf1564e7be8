// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The few nodes of KNIME itself that the runner knows, by the class names of their factories, and what they are. */
public enum KnimeFactories {
    /** The inner side of a component's input ports. */
    COMPONENT_INPUT("org.knime.core",
        "org.knime.core.node.workflow.virtual.subnode.VirtualSubNodeInputNodeFactory"),
    /** The inner side of a component's output ports. */
    COMPONENT_OUTPUT("org.knime.core",
        "org.knime.core.node.workflow.virtual.subnode.VirtualSubNodeOutputNodeFactory"),
    /** Table Row to Variable Loop Start. */
    LOOP_START("org.knime.base", "org.knime.base.node.meta.looper.variable.start.LoopStartVariable3NodeFactory"),
    /** Loop End. */
    LOOP_END("org.knime.base", "org.knime.base.node.meta.looper.LoopEndDynamicNodeFactory"),
    /** Variable to Table Column. */
    VARIABLE_TO_COLUMN("org.knime.base",
        "org.knime.base.node.flowvariable.appendvariabletotable4.AppendVariableToTable4NodeFactory");

    private static final Map<String, KnimeFactories> BY_FACTORY = Arrays.stream(values())
        .collect(Collectors.toUnmodifiableMap(KnimeFactories::factory, f -> f));

    private final String m_bundle;

    private final String m_factory;

    KnimeFactories(final String bundle, final String factory) {
        m_bundle = bundle;
        m_factory = factory;
    }

    /** @return symbolic name of the bundle that the node comes from */
    public String bundle() {
        return m_bundle;
    }

    private String factory() {
        return m_factory;
    }

    /**
     * @param factory class name of a factory; may be null
     * @return whether it is the factory of this node
     */
    public boolean is(final String factory) {
        return m_factory.equals(factory);
    }

    /**
     * @param factory class name of a factory; may be null
     * @return the node that it makes, if the runner knows it
     */
    public static Optional<KnimeFactories> of(final String factory) {
        return factory == null ? Optional.empty() : Optional.ofNullable(BY_FACTORY.get(factory));
    }
}
