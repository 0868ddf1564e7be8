// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui.nodes;

import javax.swing.JComponent;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/**
 * A number that goes from node to node.
 *
 * @param value the number
 */
public record NumberPort(int value) implements PortObject {

    /** Its port type. */
    @SuppressWarnings("hiding")
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(NumberPort.class);

    /** Says that there is a number. */
    public record Spec() implements PortObjectSpec {

        @Override
        public JComponent[] getViews() {
            return new JComponent[0];
        }
    }

    @Override
    public String getSummary() {
        return Integer.toString(value);
    }

    @Override
    public Spec getSpec() {
        return new Spec();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
