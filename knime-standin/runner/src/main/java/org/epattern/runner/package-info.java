// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
/**
 * Runs KNIME workflows without KNIME, on the stand-in bundles {@code org.knime.core} and {@code org.knime.core.ui}.
 *
 * <p>
 * The way of a run: {@link org.epattern.runner.Main} takes the arguments, {@code args} reads them, {@code plugins}
 * finds the nodes through plugin.xml, {@code workflow} reads and checks the folder as KNIME does, {@code execute} makes
 * nodes of it, executes and saves them, {@code output} writes tables and pictures, {@code progress} shows
 * how far it is.
 *
 * <p>
 * Beside the nodes of plugins ({@code node} says what one does), {@code knime} knows the few nodes of KNIME itself that
 * loops over the rows of a table and components are made of. Of a loop, the results of all iterations are written, those
 * of the last are saved; of a component, what its ports give is written, and the nodes inside are saved.
 *
 * <p>
 * Results of a saved workflow lie in a folder {@code epattern-results} beside each node's settings.xml. It means
 * nothing to KNIME, to which the workflow stays as it was, so that the same folder opens and is executed there; and
 * results that KNIME saved mean nothing here. A node whose settings or connections were changed since is executed
 * again.
 */
package org.epattern.runner;
