// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.awt.image.BufferedImage;
import java.util.List;

/** Sets pictures side by side with captions, for documentation. */
public final class MontagePicture {

    private MontagePicture() {
    }

    /**
     * A picture and what is written below it.
     *
     * @param picture the picture
     * @param caption one line
     */
    public record Panel(BufferedImage picture, String caption) {
    }

    /**
     * @param panels from left to right, at least one
     * @param panelHeight height that each picture is scaled to (px)
     * @return all panels on white ground
     */
    public static BufferedImage draw(final List<Panel> panels, final int panelHeight) {
        throw new UnsupportedOperationException();
    }
}
