// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin;

import org.knime.core.data.DataValue;

/** A note, a kind of value for tests. */
public interface NoteValue extends DataValue {
}
