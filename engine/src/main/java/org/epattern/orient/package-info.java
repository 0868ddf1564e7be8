// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
/** Rotations, the symmetry of diffraction patterns, even sampling of orientations, and their colours. */
package org.epattern.orient;
