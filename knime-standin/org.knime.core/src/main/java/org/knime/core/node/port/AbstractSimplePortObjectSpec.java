// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import javax.swing.JComponent;

/** Base class of port object specs that KNIME saves as a few settings. */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {

    /** For sub-classes. */
    public AbstractSimplePortObjectSpec() {
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
