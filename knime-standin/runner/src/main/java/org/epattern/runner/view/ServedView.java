// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.view;

import org.epattern.standin.ui.view.NodeView;

/**
 * A view of a workflow.
 *
 * @param name name of its node for the user
 * @param view the view
 */
public record ServedView(String name, NodeView view) {
}
