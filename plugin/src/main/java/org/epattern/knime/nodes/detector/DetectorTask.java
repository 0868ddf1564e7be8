// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.detector;

import java.util.List;

import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.register.Reflection;
import org.knime.core.data.DataRow;

/**
 * A pattern to be measured.
 *
 * @param row its row
 * @param x scan x
 * @param y scan y
 * @param pattern the pattern; null if it or its scan position is missing
 * @param centreX centre of the detectors (px); not a number = centre of the pattern
 * @param centreY the same, downwards
 * @param spots its reflections; null if none are to be left out
 */
record DetectorTask(DataRow row, int x, int y, DiffractionPatternValue pattern, double centreX, double centreY,
    List<Reflection> spots) {
}
