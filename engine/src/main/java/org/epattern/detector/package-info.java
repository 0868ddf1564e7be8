// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
/** Patterns → one number per scan point: discs, rings and masks that stand for a detector. */
package org.epattern.detector;
