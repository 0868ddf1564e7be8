// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.ui;

import java.util.function.Predicate;

import org.knime.core.node.NodeSettingsRO;

/** Marks a migration that applies when none of the present keys is stored; the loader knows the keys. */
public final class NewKeysAbsent implements Predicate<NodeSettingsRO> {

    @Override
    public boolean test(final NodeSettingsRO settings) {
        throw new UnsupportedOperationException("Only the loader of a field can tell whether its keys are stored.");
    }
}
