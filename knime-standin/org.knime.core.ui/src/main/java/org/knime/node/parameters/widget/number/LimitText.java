// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.number;

/** Writes a limit without a needless decimal part. */
final class LimitText {

    private LimitText() {
    }

    static String of(final double limit) {
        return limit == Math.rint(limit) && Math.abs(limit) < 1e15 ? Long.toString((long)limit)
            : Double.toString(limit);
    }
}
