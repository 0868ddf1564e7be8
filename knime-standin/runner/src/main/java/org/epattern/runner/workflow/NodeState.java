// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

/** The states of a node that a saved workflow knows. */
public enum NodeState {

    /** Something is missing: a connection, a setting. */
    IDLE,

    /** Ready to be executed. */
    CONFIGURED,

    /** Its results exist. */
    EXECUTED
}
