// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;

import javax.imageio.ImageIO;

import org.epattern.register.Reflection;
import org.epattern.scan.Calibration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds virtual detectors to areas and sums that are known. */
class VirtualDetectorTest {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 50;

    private static float[] noise() {
        final Random random = new Random(3);
        final float[] pixels = new float[WIDTH * HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextInt(1000);
        }
        return pixels;
    }

    private static float[] ones() {
        final float[] pixels = new float[WIDTH * HEIGHT];
        Arrays.fill(pixels, 1);
        return pixels;
    }

    private static DetectorSignal measure(final float[] pixels, final DetectorShape shape, final EdgePixels edges,
        final double x, final double y) {
        return new VirtualDetector(WIDTH, HEIGHT, shape, edges, true).measure(pixels, x, y, null);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.3, 30, 25", "0, 10, 30, 25", "0, 10, 29.37, 25.81", "3, 10, 29.37, 25.81", "9.5, 10, 30.5, 24.5",
        "0.2, 0.4, 30.1, 25.3", "19.99, 20.01, 30.5, 24.5"})
    void weightedAreaIsThatOfTheRing(final double inner, final double outer, final double x, final double y) {
        final double area = Math.PI * (outer * outer - inner * inner);
        final DetectorSignal signal = measure(ones(), new Annulus(inner, outer), EdgePixels.WEIGHTED, x, y);
        assertEquals(area, signal.weight(), 1e-8);
        assertEquals(area, signal.sum(), 1e-8);
        assertEquals(1, signal.mean(), 1e-12);
        // a pixel lies at its centre, also where only a part of it counts
        assertEquals(0, signal.shift(), outer < 5 ? 0.15 : 1e-3);
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 30, 25", "0, 10, 29.37, 25.81", "3.5, 10, 30.5, 25.5", "3, 11.2, 2, 3", "0, 5, -3, 25",
        "4, 70, 30, 25",
        "0, 0.4, 30, 25", "5, 6, 58.2, 48.9"})
    void wholePixelsCountIfTheirCentreIsInside(final double inner, final double outer, final double x,
        final double y) {
        final float[] pixels = noise();
        double sum = 0;
        int count = 0;
        for (int i = 0; i < pixels.length; i++) {
            final double d2 = Math.pow(i % WIDTH + 0.5 - x, 2) + Math.pow(i / WIDTH + 0.5 - y, 2);
            if (d2 >= inner * inner && d2 < outer * outer) {
                sum += pixels[i];
                count++;
            }
        }
        final DetectorSignal signal = measure(pixels, new Annulus(inner, outer), EdgePixels.WHOLE, x, y);
        assertEquals(count, signal.weight());
        assertEquals(sum, signal.sum(), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 29.37, 25.81", "3.5, 10, 30.5, 25.5", "3, 11.2, 2, 3", "0, 5, -3, 25", "4, 70, 30, 25",
        "5, 6, 58.2, 48.9", "0, 0.4, 30, 25", "0.5, 1, 30, 25"})
    void partlyCoveredPixelsCountWithTheirShare(final double inner, final double outer, final double x,
        final double y) {
        final float[] pixels = noise();
        final int steps = 40;
        double sum = 0;
        double area = 0;
        double massX = 0;
        for (int i = 0; i < pixels.length; i++) {
            int hits = 0;
            for (int s = 0; s < steps * steps; s++) {
                final double d = Math.hypot(i % WIDTH + (s % steps + 0.5) / steps - x,
                    i / WIDTH + (s / steps + 0.5) / steps - y);
                hits += d >= inner && d < outer ? 1 : 0;
            }
            final double share = hits / (double)(steps * steps);
            area += share;
            sum += share * pixels[i];
            massX += share * pixels[i] * (i % WIDTH + 0.5 - x);
        }
        final DetectorSignal signal = measure(pixels, new Annulus(inner, outer), EdgePixels.WEIGHTED, x, y);
        assertEquals(area, signal.weight(), 1e-2 * area + 1e-9);
        assertEquals(sum, signal.sum(), 1e-2 * sum + 1e-9);
        if (sum > 0) {
            assertEquals(massX / sum, signal.x(), 0.02);
        }
    }

    @Test
    void aSignalByHand() {
        // the four pixels about (2, 1): 10 + 20 + 30 + 40, of each a quarter disc of radius 1 is inside
        final float[] pixels = {1, 10, 20, 1, 1, 30, 40, 1, 1, 1, 1, 1};
        final DetectorSignal signal = new VirtualDetector(4, 3, Annulus.disc(1), EdgePixels.WEIGHTED, true)
            .measure(pixels, 2, 1, null);
        assertEquals(100 * Math.PI / 4, signal.sum(), 1e-9);
        assertEquals(25, signal.mean(), 1e-9);
        assertEquals((20 + 40 - 10 - 30) * 0.5 / 100, signal.x(), 1e-9);
        assertEquals((30 + 40 - 10 - 20) * 0.5 / 100, signal.y(), 1e-9);
        assertEquals(Math.toDegrees(Math.atan2(0.2, 0.1)), signal.direction(), 1e-9);
        assertEquals(Math.hypot(0.2, 0.1), signal.shift(), 1e-9);
    }

    @Test
    void directionIsZeroToTheRightAndNinetyDownwards() {
        assertEquals(0, new DetectorSignal(1, 1, 2, 0).direction());
        assertEquals(90, new DetectorSignal(1, 1, 0, 2).direction(), 1e-12);
        assertEquals(-90, new DetectorSignal(1, 1, 0, -2).direction(), 1e-12);
    }

    @Test
    void centreOfMassFollowsADiscThatMovesByLessThanAPixel() {
        for (double shift = 0; shift < 1; shift += 0.13) {
            final float[] pixels = new float[WIDTH * HEIGHT];
            for (int i = 0; i < pixels.length; i++) {
                final double dx = i % WIDTH + 0.5 - 30 - shift;
                final double dy = i / WIDTH + 0.5 - 25 + 2 * shift;
                pixels[i] = (float)Math.exp(-(dx * dx + dy * dy) / 8);
            }
            final DetectorSignal signal = measure(pixels, Annulus.disc(20), EdgePixels.WEIGHTED, 30, 25);
            assertEquals(shift, signal.x(), 1e-5);
            assertEquals(-2 * shift, signal.y(), 1e-5);
        }
    }

    @Test
    void ringsBesideEachOtherShareNoPixelAndLeaveNoneOut() {
        final float[] pixels = noise();
        for (final EdgePixels edges : EdgePixels.values()) {
            double sum = 0;
            for (int r = 0; r < 60; r += 5) {
                sum += measure(pixels, new Annulus(r, r + 5), edges, 30.5, 24.5).sum();
            }
            double all = 0;
            for (final float value : pixels) {
                all += value;
            }
            assertEquals(all, sum, 1e-5, edges.toString());
        }
    }

    @Test
    void theCentreMayMoveFromPatternToPattern() {
        final float[] pixels = noise();
        final VirtualDetector detector =
            new VirtualDetector(WIDTH, HEIGHT, new Annulus(4, 9), EdgePixels.WEIGHTED, true);
        for (final double x : new double[] {30, 12.3, 30, 55, 30}) {
            assertEquals(measure(pixels, new Annulus(4, 9), EdgePixels.WEIGHTED, x, 20),
                detector.measure(pixels, x, 20, null));
        }
    }

    private static Reflection spot(final double x, final double y, final double radius) {
        return new Reflection(x, y, radius, 1, 1, 1, 2, Set.of());
    }

    @Test
    void pixelsOfSpotsAreLeftOut() {
        final float[] pixels = ones();
        for (int i = 0; i < pixels.length; i++) {
            if (Math.hypot(i % WIDTH + 0.5 - 40, i / WIDTH + 0.5 - 25) < 3) {
                pixels[i] = 500;
            }
        }
        final VirtualDetector detector =
            new VirtualDetector(WIDTH, HEIGHT, new Annulus(6, 14), EdgePixels.WEIGHTED, true);
        final SpotPixels spots = new SpotPixels(WIDTH, HEIGHT, 1);
        spots.mark(List.of(spot(40, 25, 2), spot(30, 25, Double.NaN), spot(-10, 80, 4)));
        final DetectorSignal without = detector.measure(pixels, 30, 25, spots);
        assertEquals(1, without.mean(), 1e-12);
        // all pixels within 3 px lie wholly inside the ring
        long inside = 0;
        for (final float value : pixels) {
            inside += value == 500 ? 1 : 0;
        }
        assertEquals(Math.PI * (196 - 36) - inside, without.weight(), 1e-8);
        assertTrue(detector.measure(pixels, 30, 25, null).mean() > 30);
        spots.mark(List.of());
        assertEquals(detector.measure(pixels, 30, 25, null).sum(), detector.measure(pixels, 30, 25, spots).sum(), 1e-6);
        spots.mark(List.of(spot(30, 25, 100)));
        assertEquals(0, detector.measure(pixels, 30, 25, spots).weight());
        assertTrue(Double.isNaN(detector.measure(pixels, 30, 25, spots).mean()));
    }

    @Test
    void pixelsThatAreNoNumbersDoNotCount() {
        final float[] pixels = ones();
        final double area = Math.PI * 100;
        pixels[25 * WIDTH + 30] = Float.NaN;
        pixels[25 * WIDTH + 31] = Float.POSITIVE_INFINITY;
        pixels[0] = Float.NaN;
        final DetectorSignal signal = measure(pixels, Annulus.disc(10), EdgePixels.WEIGHTED, 30, 25);
        assertEquals(area - 2, signal.weight(), 1e-8);
        assertEquals(area - 2, signal.sum(), 1e-8);
    }

    @Test
    void aDetectorOutsideThePatternCountsNothing() {
        final DetectorSignal signal = measure(ones(), new Annulus(200, 300), EdgePixels.WEIGHTED, 30, 25);
        assertEquals(0, signal.weight());
        assertTrue(Double.isNaN(signal.mean()));
        assertTrue(Double.isNaN(signal.x()));
    }

    @TempDir
    private Path m_folder;

    private Path picture(final String name, final int width, final int height, final int type) throws IOException {
        final BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < 10 ? 0xffffff : 0);
            }
        }
        final Path file = m_folder.resolve(name);
        ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
        return file;
    }

    @ParameterizedTest
    @CsvSource({"a.png, 10", "a.png, 12", "a.bmp, 10", "a.tif, 10"})
    void whitePixelsOfAPictureCount(final String name, final int type) throws IOException {
        final float[] pixels = noise();
        double sum = 0;
        for (int i = 0; i < pixels.length; i++) {
            sum += i % WIDTH < 10 ? pixels[i] : 0;
        }
        final DetectorSignal signal =
            measure(pixels, MaskPicture.read(picture(name, WIDTH, HEIGHT, type)), EdgePixels.WEIGHTED, 30, 25);
        assertEquals(10 * HEIGHT, signal.weight());
        assertEquals(sum, signal.sum(), 1e-6);
    }

    @Test
    void greyPixelsOfAPictureCountPartly() throws IOException {
        final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(5, 7, 0, 200);
        image.getRaster().setSample(6, 7, 0, 50);
        final Path file = m_folder.resolve("grey.png");
        ImageIO.write(image, "png", file.toFile());
        assertEquals(1.25, measure(ones(), MaskPicture.read(file), EdgePixels.WEIGHTED, 0, 0).weight(), 1e-6);
    }

    @Test
    void masksThatDoNotFitAreSaidInOneSentence() throws IOException {
        final MaskPicture small = MaskPicture.read(picture("small.png", 20, 10, BufferedImage.TYPE_BYTE_GRAY));
        final String size = assertThrows(IllegalArgumentException.class,
            () -> measure(ones(), small, EdgePixels.WEIGHTED, 0, 0)).getMessage();
        assertTrue(size.contains("small.png") && size.contains("20 x 10") && size.contains("60 x 50"), size);
        final String absent =
            assertThrows(IOException.class, () -> MaskPicture.read(m_folder.resolve("no.png"))).getMessage();
        assertTrue(absent.contains("no such file"), absent);
        final Path black = m_folder.resolve("black.png");
        ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY), "png", black.toFile());
        final String dark = assertThrows(IOException.class, () -> MaskPicture.read(black)).getMessage();
        assertTrue(dark.contains("black everywhere"), dark);
        final Path text = Files.writeString(m_folder.resolve("text.png"), "no picture at all");
        assertTrue(assertThrows(IOException.class, () -> MaskPicture.read(text)).getMessage().contains("text.png"));
    }

    @Test
    void radiiMayBeGivenInReciprocalLengthAndAngle() {
        final Calibration known =
            new Calibration(OptionalDouble.empty(), OptionalDouble.of(0.05), OptionalDouble.of(200));
        assertEquals(12, RadiusUnit.PIXEL.toPixels(12, Calibration.NONE));
        assertEquals(40, RadiusUnit.PER_NM.toPixels(2, known), 1e-12);
        // 200 kV: 2.5079 pm, so 10 mrad are 3.9874 1/nm
        assertEquals(3.9874 / 0.05, RadiusUnit.MRAD.toPixels(10, known), 1e-2);
        final String pixel = assertThrows(IllegalArgumentException.class,
            () -> RadiusUnit.PER_NM.toPixels(2, Calibration.NONE)).getMessage();
        assertTrue(pixel.contains("1/nm) is not known"), pixel);
        final Calibration noEnergy =
            new Calibration(OptionalDouble.empty(), OptionalDouble.of(0.05), OptionalDouble.empty());
        final String energy = assertThrows(IllegalArgumentException.class,
            () -> RadiusUnit.MRAD.toPixels(2, noEnergy)).getMessage();
        assertTrue(energy.contains("energy is not known"), energy);
    }

    @Test
    void radiiThatMakeNoDetectorAreRefused() {
        for (final double[] radii : new double[][] {{-1, 2}, {3, 3}, {4, 3}, {0, Double.NaN}, {0, 0},
            {0, Double.POSITIVE_INFINITY}}) {
            assertThrows(IllegalArgumentException.class, () -> new Annulus(radii[0], radii[1]));
        }
        assertThrows(IllegalArgumentException.class, () -> new SpotPixels(4, 4, -1));
    }
}
