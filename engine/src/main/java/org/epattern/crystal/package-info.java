// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
/** Crystals as CIF files describe them: lattice, symmetry, atoms, and the structure factors for electrons. */
package org.epattern.crystal;
