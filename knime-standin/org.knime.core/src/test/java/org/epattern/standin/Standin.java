// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin;

import java.nio.file.Path;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

/** Makes the surroundings of a node for tests. */
public final class Standin {

    private Standin() {
    }

    public static WorkflowEnvironment workflow(final Path temp) {
        return new WorkflowEnvironment(null, temp, new CellTypes(Standin.class.getClassLoader()));
    }

    public static ExecutionContext context(final WorkflowEnvironment workflow) {
        return new ExecutionContext(new DefaultNodeProgressMonitor(), workflow.node("1"));
    }

    public static ExecutionContext context(final Path temp) {
        return context(workflow(temp));
    }

    public static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    public static DataTableSpec spec(final DataColumnSpec... columns) {
        return new DataTableSpec(columns);
    }
}
