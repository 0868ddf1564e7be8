// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.probe;

import org.knime.node.parameters.NodeParameters;

/** Settings of the probe that works. */
final class WorkNodeParameters implements NodeParameters {

    String m_mode = "pass";

    double m_factor = 1;
}
