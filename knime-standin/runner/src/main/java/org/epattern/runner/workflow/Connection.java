// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

/**
 * A line between two nodes. Port 0 is the flow-variable port, data ports start at 1.
 *
 * @param sourceId node that gives
 * @param sourcePort its output port
 * @param destId node that takes
 * @param destPort its input port
 */
public record Connection(int sourceId, int sourcePort, int destId, int destPort) {

    @Override
    public String toString() {
        return "from node " + sourceId + " port " + sourcePort + " to node " + destId + " port " + destPort;
    }
}
