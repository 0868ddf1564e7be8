// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.awt.image.BufferedImage;

import org.epattern.scan.Calibration;

/** Makes a picture of a map with title, colour bar and scale bar. */
public final class MapPicture {

    private MapPicture() {
    }

    /**
     * @param map the map
     * @param colours colours of the values
     * @param title title above the map; empty for none
     * @param calibration with a step in nm: scale bar; without: axes in scan positions
     * @return the picture
     */
    public static BufferedImage draw(final ScanMap map, final ColourMap colours, final String title,
        final Calibration calibration) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param map the map
     * @param colours colours of the values
     * @param title title above the map; empty for none
     * @param calibration with a step in nm: scale bar; without: axes in scan positions
     * @return the picture as a PNG file
     */
    public static byte[] png(final ScanMap map, final ColourMap colours, final String title,
        final Calibration calibration) {
        return Png.encode(draw(map, colours, title, calibration));
    }
}
