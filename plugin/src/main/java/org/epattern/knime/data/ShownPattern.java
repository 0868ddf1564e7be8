// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.IOException;
import java.util.List;

import org.epattern.maps.PatternPicture;
import org.epattern.prepare.BackgroundSettings;
import org.epattern.register.Reflection;
import org.epattern.scan.PreparedPattern;
import org.epattern.scan.SampleType;

/**
 * The grey levels of a pattern as far as a small picture needs them. A background that is subtracted when the pattern
 * is read costs more than everything else in a thumbnail; there it is subtracted from the shrunk pattern, with a ball
 * that is as much smaller. That changes what nobody can see at that size, and is a twentieth of the work.
 *
 * @param pixels grey levels, row by row
 * @param width pixels in a row
 * @param height pixel rows
 * @param scale pixels for each pixel of the pattern, at most 1
 */
record ShownPattern(float[] pixels, int width, int height, double scale) {

    /** Patterns shown at half their size or larger are computed as they are. */
    private static final int LEAST_SHRINKING = 2;

    /**
     * @param value the pattern
     * @param pictureWidth width of the picture to be drawn (px)
     * @return what is to be drawn
     * @throws IOException one sentence if it cannot be read
     */
    static ShownPattern read(final DiffractionPatternValue value, final int pictureWidth) throws IOException {
        final int width = value.getPatternWidth();
        final int height = value.getPatternHeight();
        if (value instanceof DiffractionPatternCell cell && cell.isComputed()
            && cell.place().preparation().step() instanceof BackgroundSettings background
            && width >= LEAST_SHRINKING * pictureWidth) {
            return computeSmall(cell, background, pictureWidth);
        }
        return new ShownPattern(value.readPixels(), width, height, 1);
    }

    private static ShownPattern computeSmall(final DiffractionPatternCell cell, final BackgroundSettings settings,
        final int width) throws IOException {
        final PatternPlace place = cell.place();
        final double scale = (double)width / place.width();
        final int height = (int)Math.max(1, Math.round(place.height() * scale));
        final float[] measured = new float[place.pixels()];
        try (PatternAccess access = new PatternAccess()) {
            access.readStored(cell, measured);
        }
        final float[] pixels = PatternPicture.shrink(measured, place.width(), place.height(), width, height);
        final BackgroundSettings smaller =
            new BackgroundSettings(settings.method(), settings.radius() * scale, settings.smooth());
        new PreparedPattern(width, height, smaller, SampleType.FLOAT32).toPixels(pixels);
        return new ShownPattern(pixels, width, height, scale);
    }

    /** @return spots of the pattern in pixels of this */
    List<Reflection> scaled(final List<Reflection> spots) {
        return scale == 1 ? spots : spots.stream().map(r -> new Reflection(r.x() * scale, r.y() * scale,
            r.radius() * scale, r.mean(), r.prominence(), r.noise(), r.rank(), r.flags())).toList();
    }
}
