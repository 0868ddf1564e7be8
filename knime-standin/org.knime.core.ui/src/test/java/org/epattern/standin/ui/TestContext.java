// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.nio.file.Path;

import org.epattern.standin.CellTypes;
import org.epattern.standin.WorkflowEnvironment;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

/** Makes contexts in which test nodes run. */
final class TestContext {

    private TestContext() {
    }

    /**
     * @param folder for tables
     * @return a context
     */
    static ExecutionContext create(final Path folder) {
        return create(folder, new DefaultNodeProgressMonitor());
    }

    /**
     * @param folder for tables
     * @param progress progress of the node
     * @return a context
     */
    static ExecutionContext create(final Path folder, final DefaultNodeProgressMonitor progress) {
        final WorkflowEnvironment workflow =
            new WorkflowEnvironment(null, folder, new CellTypes(TestContext.class.getClassLoader()));
        return new ExecutionContext(progress, workflow.node("1"));
    }
}
