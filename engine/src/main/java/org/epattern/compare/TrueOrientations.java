// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.compare;

import org.epattern.grains.OrientationField;

/**
 * What is known of a scan, or another map of it that orientations are compared with.
 *
 * @param field phases and orientations; no phase where there is no crystal
 * @param known whether there is a truth for a point, line by line
 */
public record TrueOrientations(OrientationField field, boolean[] known) {

    /** Refuses a number of points that does not fit. */
    public TrueOrientations {
        if (known.length != field.width() * field.height()) {
            throw new IllegalArgumentException("The truth has " + field.width() + " x " + field.height()
                + " points, " + known.length + " of which are marked known or not; all are expected");
        }
    }
}
