// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0

/**
 * What surrounds a node when it runs without KNIME. The packages org.knime.* of this bundle have the names and
 * signatures of KNIME's public node API, as far as our nodes use them; everything that KNIME's workflow manager does
 * behind them is here and in the sub-packages, and no plugin may use it.
 *
 * <p>
 * To run a node:
 *
 * <pre>{@code
 * CellTypes types = new CellTypes(pluginClassLoader);
 * types.register("…PatternCell", "…PatternCell$Serializer");   // extension point org.knime.core.DataType
 * WorkflowEnvironment workflow = new WorkflowEnvironment(workflowFolder, tempFolder, types);
 * NodeEnvironment node = workflow.node("3");                   // one for each run of a node
 * ExecutionContext exec = new ExecutionContext(new DefaultNodeProgressMonitor(listener), node);
 * BufferedDataTable result = workflow.call(() -> …);           // in this thread, or in a task of a ThreadPool
 * node.close();
 * TableFolder.save(result, savedFolder);                       // and copy node.fileStores().folder()
 * }</pre>
 *
 * To load it again: {@code workflow.fileStores().register(id, folder)} for the file stores of each node, then
 * {@link org.epattern.standin.table.TableFolder#load}. The caller deletes the temporary folder.
 */
package org.epattern.standin;
