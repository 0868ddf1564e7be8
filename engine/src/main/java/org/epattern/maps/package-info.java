// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
/** Maps of the scan made from the reflection table, and pictures of maps and patterns. */
package org.epattern.maps;
