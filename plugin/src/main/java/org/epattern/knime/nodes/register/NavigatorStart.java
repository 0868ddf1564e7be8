// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.register;

import java.util.List;

import org.epattern.knime.views.MapPart;

/**
 * What the page "Pattern Navigator" begins with.
 *
 * @param view name of the view
 * @param scanWidth points in a line of the maps
 * @param scanHeight number of lines
 * @param firstX scan x of the first column
 * @param firstY scan y of the first line
 * @param patternWidth width of the registered patterns (px)
 * @param patternHeight height of the registered patterns (px)
 * @param sources columns with patterns, the best to look at first
 * @param centred the one of them that is centred; null if there is none
 * @param maps spot count, noise, threshold
 * @param settings the settings that the page can play with
 */
record NavigatorStart(String view, int scanWidth, int scanHeight, int firstX, int firstY, int patternWidth,
    int patternHeight, List<String> sources, String centred, List<MapPart> maps, Sliders settings) {
}
