// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.awt.image.BufferedImage;
import java.util.List;

import org.epattern.register.Reflection;

/** Makes a picture of a pattern, with its reflections circled if wanted. */
public final class PatternPicture {

    private PatternPicture() {
    }

    /**
     * @param pixels patternWidth x patternHeight grey levels
     * @param patternWidth width of the pattern (px)
     * @param patternHeight height of the pattern (px)
     * @param settings contrast
     * @param reflections circled with their radius, the direct beam in another colour; may be empty
     * @param pictureWidth width of the picture (px); the height follows. Smaller than the pattern: means of pixels;
     *            larger: pixels stay squares
     * @return the picture
     */
    public static BufferedImage draw(final float[] pixels, final int patternWidth, final int patternHeight,
        final PictureSettings settings, final List<Reflection> reflections, final int pictureWidth) {
        throw new UnsupportedOperationException();
    }

    /**
     * Default contrast, no circles, a screen pixel per pattern pixel.
     *
     * @param pixels patternWidth x patternHeight grey levels
     * @param patternWidth width of the pattern (px)
     * @param patternHeight height of the pattern (px)
     * @return the picture
     */
    public static BufferedImage draw(final float[] pixels, final int patternWidth, final int patternHeight) {
        return draw(pixels, patternWidth, patternHeight, PictureSettings.DEFAULTS, List.of(), patternWidth);
    }
}
