// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
/** Orientation maps judged against the truth or another map. */
package org.epattern.compare;
