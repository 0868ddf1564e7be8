// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
/** Files that other programs open: patterns of a scan, and reflections. */
package org.epattern.export;
