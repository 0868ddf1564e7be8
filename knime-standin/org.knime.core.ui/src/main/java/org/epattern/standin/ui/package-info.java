// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
/**
 * Runs and checks nodes made with {@link org.knime.node.DefaultNodeFactory}, in place of the platform. None of these
 * types exists in KNIME; nodes must not refer to them.
 *
 * <h2>Running a node</h2>
 * <pre>
 * NodeRuntime node = NodeRuntime.create(factory, creationConfig);   // creationConfig: "node_creation_config" or null
 * node.inputs();  node.outputs();          // data ports in order, counted from 0; port 0 of a workflow's connection
 *                                          // is the flow variable port, so data port i is port i + 1 there
 * node.loadSettings(model);                // the "model" config with flow variables already put in, or null if absent
 * NodeRuntime.Configured c = node.configure(inSpecs);
 * NodeRuntime.Executed e = node.execute(inObjects, exec);
 * node.saveSettings(model);                // to write a settings.xml; defaults if nothing was loaded
 * </pre>
 * Order: {@code loadSettings} before {@code configure}, {@code configure} before {@code execute}; each may be repeated.
 * A node whose workflow stores no model settings is given {@code loadSettings(null)} or nothing at all: then the first
 * {@code configure} makes its settings from the input specs. Where flow variables override settings, call
 * {@code loadSettings} again with the changed config before {@code configure}.
 *
 * <h2>What fails how</h2>
 * <ul>
 * <li>{@code InvalidSettingsException} from {@code create}, {@code loadSettings} and {@code configure}: one sentence
 * for the user.</li>
 * <li>{@code KNIMEException} from {@code execute}: a message for the user. {@code CanceledExecutionException}: the
 * user stopped the node.</li>
 * <li>{@code IllegalStateException} from {@code create}, {@code configure} and {@code execute}: the node breaks a rule
 * of the platform (missing output, wrong port class); its message says which. Any other unchecked exception comes from
 * the node's own code.</li>
 * <li>A table that does not fit the configured spec is no failure in KNIME either but a warning; see
 * {@link org.epattern.standin.ui.NodeRuntime.Executed#mismatches()}, which a test of a node should hold empty.</li>
 * </ul>
 *
 * <h2>Optional ports</h2>
 * {@code node_creation_config} holds one config per port group that the user can change, named like the group; an
 * optional or extendable group holds a config with {@code object_class} for each port ({@code port_0}, ...). A group
 * that is not named keeps the ports that a new node has, which for an optional group without default type is none.
 * A node sees an optional port through the number of its input specs. Ports are in the order of their groups.
 *
 * <h2>Checking a node in a test</h2>
 * {@link org.epattern.standin.ui.NodeCheck#problems} returns one sentence per fault of description, ports, dialog and
 * stored settings: {@code assertEquals(List.of(), NodeCheck.problems(new XNodeFactory()))}.
 * {@link org.epattern.standin.ui.ParametersPersistence} loads and saves a settings class;
 * {@link org.epattern.standin.ui.PortsInput} is a {@code NodeParametersInput} made of specs.
 */
package org.epattern.standin.ui;
