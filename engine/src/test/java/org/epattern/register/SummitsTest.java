// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.PriorityQueue;
import java.util.Random;

import org.junit.jupiter.api.Test;

class SummitsTest {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;

    private static float[] hills(final long seed) {
        final Random random = new Random(seed);
        final float[] image = new float[WIDTH * HEIGHT];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float)random.nextGaussian();
        }
        new GaussianBlur(WIDTH, HEIGHT, 1.5, 3).blur(image, image);
        return image;
    }

    /** Floods from a maximum down, a little lower each time, until the flood meets a higher pixel. */
    private static double prominence(final float[] image, final int top, final float ground) {
        final boolean[] seen = new boolean[image.length];
        final PriorityQueue<Integer> rim =
            new PriorityQueue<>((a, b) -> Float.compare(image[b], image[a]));
        rim.add(top);
        seen[top] = true;
        float saddle = image[top];
        while (!rim.isEmpty()) {
            final int pixel = rim.remove();
            saddle = Math.min(saddle, image[pixel]);
            if (image[pixel] > image[top]) {
                return image[top] - saddle;
            }
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    final int x = pixel % WIDTH + dx;
                    final int y = pixel / WIDTH + dy;
                    if (x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT && !seen[y * WIDTH + x]
                        && image[y * WIDTH + x] > ground) {
                        seen[y * WIDTH + x] = true;
                        rim.add(y * WIDTH + x);
                    }
                }
            }
        }
        return image[top] - ground;
    }

    @Test
    void maximaComeFromTheHighestDownWithTheirExactProminence() {
        final Summits summits = new Summits(WIDTH, HEIGHT);
        for (long seed = 1; seed <= 5; seed++) {
            final float[] image = hills(seed);
            summits.find(image, -0.1f, -0.1f);
            assertTrue(summits.count() > 10);
            for (int i = 0; i < summits.count(); i++) {
                final int p = summits.pixel(i);
                assertTrue(i == 0 || image[p] <= image[summits.pixel(i - 1)]);
                assertEquals(prominence(image, p, -0.1f), summits.prominence(i), 1e-6, "seed " + seed + ", " + i);
            }
        }
    }
}
