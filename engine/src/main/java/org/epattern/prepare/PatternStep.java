// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

/** Makes one pattern of another of the same size; it is told by its settings alone. */
public sealed interface PatternStep permits BackgroundSettings, AstarFilterSettings {

    /**
     * @param width pixels in a row, at least 1
     * @param height pixel rows, at least 1
     * @return does this step, with scratch memory of its own; belongs to one thread
     */
    PatternFilter filter(int width, int height);
}
