// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
/** How much of a pattern is kept: image quality, intensity and position of spots, data reduction. */
package org.epattern.metrics;
