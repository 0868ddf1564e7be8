// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin;

import org.knime.core.data.DataValue;

/** A pair, a kind of value for tests. */
public interface PairValue extends DataValue {
}
