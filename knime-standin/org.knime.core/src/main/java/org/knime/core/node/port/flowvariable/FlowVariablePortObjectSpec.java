// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port.flowvariable;

import javax.swing.JComponent;

import org.knime.core.node.port.PortObjectSpec;

/** The spec of a port that gives flow variables only. */
public final class FlowVariablePortObjectSpec implements PortObjectSpec {

    /** The only one. */
    public static final FlowVariablePortObjectSpec INSTANCE = new FlowVariablePortObjectSpec();

    private FlowVariablePortObjectSpec() {
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
