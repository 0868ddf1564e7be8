// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.reconstruct;

import java.util.List;

import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.register.Reflection;
import org.knime.core.data.DataRow;

/**
 * A pattern to be made.
 *
 * @param x scan x; not used if there is a row
 * @param y scan y
 * @param row row of the pattern table that the new pattern belongs to; null without such a table
 * @param pattern the measured pattern; null if there is none
 * @param reflections the spots; null if the scan position is missing
 */
record Task(int x, int y, DataRow row, DiffractionPatternValue pattern, List<Reflection> reflections) {
}
