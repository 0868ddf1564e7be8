// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

/** Makes new grey levels from those of a pattern; has scratch memory and belongs to one thread. */
@FunctionalInterface
public interface PatternFilter {

    /**
     * @param pixels grey levels, row by row
     * @param result receives the new ones; may be the same array
     */
    void apply(float[] pixels, float[] result);
}
