// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
/** Simulated spot patterns, banks of them, and the orientation whose pattern fits a measured one best. */
package org.epattern.match;
