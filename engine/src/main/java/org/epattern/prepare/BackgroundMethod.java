// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.prepare;

/** How the slowly varying background of a pattern is found. */
public enum BackgroundMethod {
    /** A ball rolls below the grey-level surface; what it touches or covers is background (paper, Methods). */
    ROLLING_BALL,
    /** A paraboloid slides below the grey-level surface (the released macros; reference section 7). */
    SLIDING_PARABOLOID,
    /** Nothing is subtracted. */
    NONE
}
