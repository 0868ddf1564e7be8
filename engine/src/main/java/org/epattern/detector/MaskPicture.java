// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.detector;

import java.io.IOException;
import java.nio.file.Path;

import org.epattern.formats.GreyPicture;

/** A picture of the size of the patterns: white pixels count wholly, grey ones partly, black ones not at all. */
public final class MaskPicture implements DetectorShape {

    private final String m_name;
    private final int m_width;
    private final int m_height;
    private final float[] m_weights;

    private MaskPicture(final String name, final int width, final int height, final float[] weights) {
        m_name = name;
        m_width = width;
        m_height = height;
        m_weights = weights;
    }

    /**
     * @param file a grey PNG, TIFF or BMP picture; its largest grey level counts as white
     * @return the mask
     * @throws IOException one sentence if it cannot be read, or is black everywhere
     */
    public static MaskPicture read(final Path file) throws IOException {
        final GreyPicture picture = GreyPicture.read(file);
        final float[] weights = picture.pixels();
        float largest = 0;
        for (final float value : weights) {
            if (!(value >= 0 && value <= Float.MAX_VALUE)) {
                throw new IOException(file + ": a pixel of the mask is " + value
                    + "; grey levels of 0 (does not count) or more are expected");
            }
            largest = Math.max(largest, value);
        }
        if (largest == 0) {
            throw new IOException(file + ": the mask is black everywhere; white is expected where pixels count");
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= largest;
        }
        return new MaskPicture(file.toString(), picture.width(), picture.height(), weights);
    }

    /** {@inheritDoc} The mask lies where it was drawn; it does not move with the centre. */
    @Override
    public void fill(final DetectorPixels pixels, final double centreX, final double centreY,
        final EdgePixels edges) {
        if (m_width != pixels.width() || m_height != pixels.height()) {
            throw new IllegalArgumentException("The mask " + m_name + " has " + m_width + " x " + m_height
                + " px, the patterns " + pixels.width() + " x " + pixels.height() + " px; the same size is expected");
        }
        for (int y = 0; y < m_height; y++) {
            int x = 0;
            while (x < m_width) {
                final float weight = m_weights[y * m_width + x];
                if (weight == 1) {
                    final int start = x;
                    while (x < m_width && m_weights[y * m_width + x] == 1) {
                        x++;
                    }
                    pixels.addRun(y, start, x);
                } else {
                    pixels.addPixel(y, x, weight);
                    x++;
                }
            }
        }
    }
}
