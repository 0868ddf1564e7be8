// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.probe;

import org.knime.core.data.DataValue;

/** A kind of value for probes. */
public interface ProbeValue extends DataValue {

    /** Tells the platform of this kind of value. */
    UtilityFactory UTILITY = new UtilityFactory() {
        // all as it is
    };

    /** @return a grey level, read from the cell's file */
    int grey();
}
