// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.node;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;

/** A node that ends a loop: it collects in every iteration and is executed after the last. */
public interface LoopEndNode extends NodeBehaviour {

    /** Forgets what was collected so far. */
    void restart();

    /**
     * Takes the results of one iteration.
     *
     * @param inputs one per input port
     * @param exec for progress, cancellation and the collected tables; the same object in every iteration
     * @throws InvalidSettingsException with a sentence, if they cannot be joined with those before
     * @throws CanceledExecutionException if the user wants to stop
     */
    void collect(PortObject[] inputs, ExecutionContext exec)
        throws InvalidSettingsException, CanceledExecutionException;

    /** @return whether what was collected needs files that nodes of the loop made */
    boolean needsFilesOfTheLoop();
}
