// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

/** Turns grey levels of one pattern into screen colours: limits from percentiles, then the curve of the contrast. */
final class Brightness {

    /**
     * The logarithmic curve is log(1 + STRETCH u), u from 0 to 1. Its knee is at three grey levels of an 8-bit pattern:
     * spots of a few grey levels show, the counting noise of a dark ground does not glare.
     */
    private static final float STRETCH = 80;
    /** Bits of the mantissa of 1 + STRETCH u that are dropped to look its brightness up: 64 steps per factor of two. */
    private static final int DROPPED_BITS = 17;
    private static final int BITS_OF_ONE = Float.floatToRawIntBits(1f);
    private static final int BINS = 4096;

    private final float m_low;
    private final float m_scale;
    private final Contrast m_contrast;
    private final int[] m_colour;

    private Brightness(final float low, final float high, final PictureSettings settings) {
        m_low = low;
        m_scale = high > low ? 1 / (high - low) : 0;
        m_contrast = settings.contrast();
        m_colour = settings.contrast() == Contrast.LOGARITHMIC ? logarithmicColours(settings.inverted())
            : greys(settings.inverted());
    }

    /**
     * @param pixels grey levels
     * @param settings percentiles and curve
     * @return brightness between the percentiles of the finite pixels; up to the largest value where the upper
     *         percentile is not above the lower one, as in a clean pattern that is mostly zero
     */
    static Brightness of(final float[] pixels, final PictureSettings settings) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        int finite = 0;
        for (final float p : pixels) {
            if (Math.abs(p) <= Float.MAX_VALUE) {
                min = Math.min(min, p);
                max = Math.max(max, p);
                finite++;
            }
        }
        if (finite == 0 || min == max) {
            return new Brightness(finite == 0 ? 0 : min, finite == 0 ? 0 : min, settings);
        }
        final int[] histogram = histogram(pixels, min, max);
        final float low = percentile(pixels, histogram, min, max, settings.lowPercent() / 100 * finite);
        final float high = percentile(pixels, histogram, min, max, settings.highPercent() / 100 * finite);
        return new Brightness(low, high > low ? high : max, settings);
    }

    private static int[] histogram(final float[] pixels, final double min, final double max) {
        final int[] histogram = new int[BINS];
        final double scale = BINS / (max - min);
        for (final float p : pixels) {
            final double position = (p - min) * scale;
            if (position >= 0 && position <= BINS) {
                histogram[Math.min(BINS - 1, (int)position)]++;
            }
        }
        return histogram;
    }

    /** Looks into the one bin that holds the percentile: a strong direct beam makes bins as wide as the weak signal. */
    private static float percentile(final float[] pixels, final int[] histogram, final double min, final double max,
        final double rank) {
        final double width = (max - min) / BINS;
        int bin = 0;
        double below = 0;
        while (bin < BINS - 1 && below + histogram[bin] < rank) {
            below += histogram[bin++];
        }
        final double start = min + bin * width;
        final int[] fine = histogram(pixels, start, start + width);
        int part = 0;
        while (part < BINS - 1 && below + fine[part] < rank) {
            below += fine[part++];
        }
        return (float)(start + (part + (rank > 0 ? 1 : 0)) * width / BINS);
    }

    private static int[] logarithmicColours(final boolean inverted) {
        final int[] colours = new int[(Float.floatToRawIntBits(1 + STRETCH) - BITS_OF_ONE >> DROPPED_BITS) + 1];
        for (int i = 0; i < colours.length; i++) {
            final double argument = Float.intBitsToFloat(BITS_OF_ONE + (i << DROPPED_BITS));
            colours[i] = grey(Math.log(argument) / Math.log(1 + STRETCH), inverted);
        }
        return colours;
    }

    private static int[] greys(final boolean inverted) {
        final int[] colours = new int[256];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = grey(i / 255.0, inverted);
        }
        return colours;
    }

    private static int grey(final double brightness, final boolean inverted) {
        final int level = (int)Math.round(255 * Math.min(1, inverted ? 1 - brightness : brightness));
        return level << 16 | level << 8 | level;
    }

    /**
     * @param pixels grey levels
     * @param from first of them
     * @param screen receives colours
     * @param to where the first goes
     * @param count how many
     */
    void apply(final float[] pixels, final int from, final int[] screen, final int to, final int count) {
        switch (m_contrast) {
            case LOGARITHMIC -> {
                for (int i = 0; i < count; i++) {
                    final float argument = 1 + STRETCH * share(pixels[from + i]);
                    screen[to + i] = m_colour[Float.floatToRawIntBits(argument) - BITS_OF_ONE >> DROPPED_BITS];
                }
            }
            case SQUARE_ROOT -> {
                for (int i = 0; i < count; i++) {
                    screen[to + i] = m_colour[(int)(255 * (float)Math.sqrt(share(pixels[from + i])) + 0.5f)];
                }
            }
            case LINEAR -> {
                for (int i = 0; i < count; i++) {
                    screen[to + i] = m_colour[(int)(255 * share(pixels[from + i]) + 0.5f)];
                }
            }
        }
    }

    /** 0 at the lower limit and for what is not a number, 1 at the upper limit. */
    private float share(final float pixel) {
        final float share = (pixel - m_low) * m_scale;
        return share > 0 ? share < 1 ? share : 1 : 0;
    }
}
