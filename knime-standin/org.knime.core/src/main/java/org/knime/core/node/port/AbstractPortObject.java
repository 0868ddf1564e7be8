// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

/** Base class of port objects that KNIME saves by methods of their own. */
public abstract class AbstractPortObject implements PortObject {

    /** For sub-classes. */
    public AbstractPortObject() {
    }
}
