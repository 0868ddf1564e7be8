// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
/** From reflections back to patterns: drawing them anew and masking measured ones. */
package org.epattern.reconstruct;
