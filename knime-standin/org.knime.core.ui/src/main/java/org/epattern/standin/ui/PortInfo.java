// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import org.knime.core.node.port.PortType;

/**
 * A data port that a node has.
 *
 * @param group name of its group
 * @param name name of the port
 * @param description XML fragment
 * @param type class of what flows there
 */
public record PortInfo(String group, String name, String description, PortType type) {
}
