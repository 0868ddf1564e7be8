// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.probe;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;

/** Settings of the probe that makes tables. */
final class SourceNodeParameters implements NodeParameters {

    int m_rows = 5;

    String m_text = "default";

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_rows < 0) {
            throw new InvalidSettingsException("The setting 'rows' is " + m_rows + ", expected at least 0.");
        }
    }
}
