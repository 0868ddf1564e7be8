// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import java.util.List;
import java.util.Optional;

import org.epattern.runner.ExitCode;
import org.epattern.runner.UserError;
import org.epattern.runner.args.OptionArgument;
import org.epattern.runner.workflow.SettingValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigBaseWO;

/** Sets settings of nodes from the command line. */
final class NodeOptions {

    private NodeOptions() {
    }

    /**
     * @param option what is set
     * @param workflow holds the node
     * @return the node, if there is one with its id and its plugin is there
     */
    static Optional<LoadedNode> find(final OptionArgument option, final LoadedWorkflow workflow) {
        return option.nodePath().size() == 1
            ? workflow.node(option.nodePath().get(0))
                .filter(n -> !n.isMissing() && !n.saved().isComponent()) : Optional.empty();
    }

    /**
     * @param option what is set
     * @param node gets it
     * @return a warning, if the node does not know such a setting
     * @throws UserError with {@link ExitCode#LOAD}, if the node refuses its settings after that
     */
    static Optional<String> apply(final OptionArgument option, final LoadedNode node) throws UserError {
        try {
            final NodeSettings model = new NodeSettings("model");
            if (node.model().isPresent()) {
                node.model().get().copyTo((ConfigBaseWO)model);
            } else {
                node.behaviour().saveSettings(model);
            }
            final List<String> path = option.keyPath();
            final boolean known = SettingValue.parent(model, path).containsKey(path.get(path.size() - 1));
            SettingValue.set(model, path, option.value(), option.type());
            node.changeModel(model);
            node.loadModel();
            return known ? Optional.empty() : Optional.of("-option=" + option + " sets something that the node "
                + node.saved().label() + " does not have in its settings, and may be without effect.");
        } catch (final InvalidSettingsException ex) {
            throw new UserError(ExitCode.LOAD, "The node " + node.saved().label() + " refuses -option=" + option + ": "
                + ex.getMessage(), ex);
        }
    }
}
