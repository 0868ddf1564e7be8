// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.match;

import java.util.List;

import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.register.Reflection;

/**
 * A scan point whose orientation is looked for.
 *
 * @param x scan x
 * @param y scan y
 * @param reflections its reflections; null when images are matched
 * @param pattern its pattern; null when reflections are matched, or where it is missing
 * @param beamX position of the direct beam (px); not a number for the centre of the pattern
 * @param beamY the same downwards
 */
record MatchTask(int x, int y, List<Reflection> reflections, DiffractionPatternValue pattern, double beamX,
    double beamY) {
}
