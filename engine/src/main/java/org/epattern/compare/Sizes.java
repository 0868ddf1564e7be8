// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.compare;

import org.epattern.grains.OrientationField;
import org.epattern.maps.ScanMap;

/** Refuses maps that do not belong to one scan. */
final class Sizes {

    private Sizes() {
    }

    static void check(final OrientationField field, final ScanMap map) {
        check(field, "the map \"" + map.name() + "\"", map.width(), map.height());
    }

    static void check(final OrientationField field, final String what, final int width, final int height) {
        if (width != field.width() || height != field.height()) {
            throw new IllegalArgumentException("The orientations have " + field.width() + " x " + field.height()
                + " points and " + what + " has " + width + " x " + height + "; the same scan is expected");
        }
    }
}
