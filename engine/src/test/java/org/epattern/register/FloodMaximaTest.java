// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Polygon;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.plugin.filter.MaximumFinder;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

/** The maxima of the paper's rule are those of ImageJ's "Find Maxima" (strict) for the same prominence. */
class FloodMaximaTest {

    private static final int WIDTH = 150;
    private static final int HEIGHT = 110;

    @ParameterizedTest
    @CsvSource({"1, 3, false, true", "2, 8, true, true", "3, 20, false, true", "4, 0.5, true, true",
        "5, 3, false, false", "6, 8, true, false", "7, 1.7, true, false", "8, 15, false, false"})
    void maximaAreThoseOfImageJ(final long seed, final double prominence, final boolean excludeEdges,
        final boolean eightBit) {
        final float[] image = smoothNoise(seed);
        final ImageProcessor processor;
        if (eightBit) {
            // whole numbers make plateaus
            final byte[] bytes = new byte[image.length];
            for (int i = 0; i < image.length; i++) {
                bytes[i] = (byte)Math.max(0, Math.min(255, Math.round(image[i])));
                image[i] = bytes[i] & 0xff;
            }
            processor = new ByteProcessor(WIDTH, HEIGHT, bytes);
        } else {
            processor = new FloatProcessor(WIDTH, HEIGHT, image.clone());
        }
        final FloodMaxima maxima = new FloodMaxima(WIDTH, HEIGHT);
        maxima.find(image, (float)prominence, excludeEdges);
        final Set<String> ours = new TreeSet<>();
        for (int i = 0; i < maxima.count(); i++) {
            ours.add(maxima.pixel(i) % WIDTH + "," + maxima.pixel(i) / WIDTH);
        }
        final Polygon found = new MaximumFinder().getMaxima(processor, prominence, true, excludeEdges);
        final Set<String> theirs = new TreeSet<>();
        for (int i = 0; i < found.npoints; i++) {
            theirs.add(found.xpoints[i] + "," + found.ypoints[i]);
        }
        assertEquals(theirs, ours);
    }

    private static float[] smoothNoise(final long seed) {
        final Random random = new Random(seed);
        final float[] noise = new float[WIDTH * HEIGHT];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float)(100 + 90 * random.nextGaussian());
        }
        final float[] smooth = new float[noise.length];
        new GaussianBlur(WIDTH, HEIGHT, 2, 4).blur(noise, smooth);
        return smooth;
    }
}
