// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

/** Gives access to what a node's builder was given. */
public interface DefinesNode {

    /** @return the definition; the name keeps clear of the platform's own methods */
    NodeDefinition standInDefinition();
}
