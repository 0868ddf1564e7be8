// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
/** Orientations of a whole scan: grains, boundaries, local misorientation, colours, and files of other programs. */
package org.epattern.grains;
