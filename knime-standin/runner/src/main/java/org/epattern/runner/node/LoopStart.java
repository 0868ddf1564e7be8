// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.node;

/** A node that begins a loop: each execution begins an iteration. */
public interface LoopStart extends NodeBehaviour {

    /** Forgets the iterations so far. */
    void restart();

    /** @return whether there is an iteration after the one that began last */
    boolean hasNext();

    /** @return which iteration began last, such as "iteration 2 of 3" */
    String iteration();

    /** @return what this iteration is about, such as "file = 'a.blo'"; may be empty */
    String values();
}
