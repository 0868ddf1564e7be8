// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import javax.swing.JLabel;

import org.epattern.knime.testing.TestWorkflow;
import org.epattern.maps.Contrast;
import org.epattern.maps.PatternPicture;
import org.epattern.maps.PictureSettings;
import org.epattern.prepare.BackgroundMethod;
import org.epattern.prepare.BackgroundSettings;
import org.epattern.register.Reflection;
import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataType;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.data.renderer.AbstractDataValueRendererFactory;
import org.knime.core.data.renderer.DataValueRenderer;

/** Holds what the table view shows of a pattern. */
class PatternRendererTest {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 32;
    private static final int LARGE = 512;

    @TempDir
    private Path m_temp;
    private DiffractionPatternCell m_cell;

    @BeforeEach
    void writePattern() throws IOException {
        final byte[] samples = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte)(i % WIDTH * 4);
        }
        try (PatternWriter writer = new PatternWriter(
            FileStoreFactory.createFileStoreFactory(new TestWorkflow(m_temp).context()), "p")) {
            m_cell = writer.append(WIDTH, HEIGHT, SampleType.UINT8, samples);
        }
    }

    private static BufferedImage paint(final AbstractDataValueRendererFactory factory, final Object value) {
        return paint(factory.createRenderer(null).getRendererComponent(value), 2 * WIDTH, 2 * HEIGHT);
    }

    private static BufferedImage paint(final Component component, final int width, final int height) {
        component.setSize(width, height);
        final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        component.paint(image.createGraphics());
        return image;
    }

    private static int grey(final BufferedImage image, final int x, final int y) {
        return image.getRGB(x, y) & 0xff;
    }

    @Test
    void pictureFillsTheCellAndFollowsTheGreyLevels() {
        final BufferedImage linear = paint(new LinearPatternRendererFactory(), m_cell);
        assertTrue(grey(linear, 8, 32) < grey(linear, 64, 32));
        assertTrue(grey(linear, 64, 32) < grey(linear, 120, 32));
    }

    @Test
    void logarithmicContrastLiftsWeakGreyLevels() {
        final BufferedImage linear = paint(new LinearPatternRendererFactory(), m_cell);
        final BufferedImage root = paint(new SquareRootPatternRendererFactory(), m_cell);
        final BufferedImage logarithmic = paint(new LogarithmicPatternRendererFactory(), m_cell);
        assertTrue(grey(linear, 32, 32) < grey(root, 32, 32));
        assertTrue(grey(root, 32, 32) < grey(logarithmic, 32, 32));
    }

    @Test
    void preferredSizeKeepsTheShapeOfThePattern() {
        final Dimension size = new LogarithmicPatternRendererFactory().createRenderer(null)
            .getRendererComponent(m_cell).getPreferredSize();
        assertEquals(size.width, 2 * size.height);
    }

    @Test
    void missingAndLostPatternsAreShownAsText() throws IOException {
        final AbstractDataValueRendererFactory factory = new LogarithmicPatternRendererFactory();
        assertTrue(colours(paint(factory, DataType.getMissingCell())) > 1);
        Files.delete(m_cell.file().toPath());
        final BufferedImage lost = paint(factory, m_cell);
        assertTrue(colours(lost) > 1);
        // grey letters over several lines, so that they can be read on white and on black
        assertTrue(inked(lost, 0, 12) && inked(lost, 14, 26));
    }

    private static boolean inked(final BufferedImage image, final int from, final int to) {
        for (int y = from; y < to; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                final int argb = image.getRGB(x, y);
                if (argb >>> 24 > 128) {
                    return (argb & 0xff) < 0xf0;
                }
            }
        }
        return false;
    }

    @Test
    void spotsOfARegisteredPatternAreCircled() {
        final SpotsPatternRendererFactory factory = new SpotsPatternRendererFactory();
        final DiffractionPatternCell marked = m_cell.withSpots(List.of(spot(16, 16, 4, 1), spot(48, 16, 4, 2)));
        assertEquals(0, coloured(paint(factory, m_cell), 0, 128));
        final BufferedImage circled = paint(factory, marked);
        assertTrue(coloured(circled, 0, 64) > 30 && coloured(circled, 64, 128) > 30);
        // in another colour for the direct beam, and not over the spot
        assertTrue(red(circled, 32, 22) > blue(circled, 32, 22) && red(circled, 96, 22) < blue(circled, 96, 22));
        assertEquals(grey(circled, 32, 32), grey(paint(factory, m_cell), 32, 32));
        assertEquals(0, coloured(paint(new LogarithmicPatternRendererFactory(), marked), 0, 128));
    }

    private static Reflection spot(final double x, final double y, final double radius, final int rank) {
        return new Reflection(x, y, radius, 10, 5, 1, rank, Set.of());
    }

    private static int red(final BufferedImage image, final int x, final int y) {
        return image.getRGB(x, y) >> 16 & 0xff;
    }

    private static int blue(final BufferedImage image, final int x, final int y) {
        return image.getRGB(x, y) & 0xff;
    }

    private static int coloured(final BufferedImage image, final int from, final int to) {
        int n = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = from; x < to; x++) {
                n += Math.abs(red(image, x, y) - blue(image, x, y)) > 20 ? 1 : 0;
            }
        }
        return n;
    }

    /** The table view asks for several pictures at the same time. */
    @Test
    void picturesOfTwoPatternsDoNotMixUp() {
        final DataValueRenderer renderer = new LinearPatternRendererFactory().createRenderer(null);
        final Component first = renderer.getRendererComponent(m_cell);
        final Component second = renderer.getRendererComponent(DataType.getMissingCell());
        assertTrue(paint(first, 128, 64).getRGB(127, 32) == 0xffffffff);
        assertTrue(paint(second, 128, 64).getRGB(127, 32) != 0xffffffff);
    }

    private static String text(final Object value) {
        return ((JLabel)new TextPatternRendererFactory().createRenderer(null).getRendererComponent(value)).getText();
    }

    @Test
    void wordsTellSizeTypeAndRange() throws IOException {
        assertEquals("64 x 32 px, 8 bit, 0 to 252", text(m_cell));
        assertEquals("64 x 32 px, 16 bit signed, 0 to 2", text(m_cell.prepared(
            new BackgroundSettings(BackgroundMethod.ROLLING_BALL, 20, true), SampleType.INT16)));
        assertEquals("?", text(DataType.getMissingCell()));
        Files.delete(m_cell.file().toPath());
        assertTrue(text(m_cell).startsWith("64 x 32 px, 8 bit; "), text(m_cell));
    }

    private DiffractionPatternCell largePattern() throws IOException {
        final float[] pixels = new float[LARGE * LARGE];
        for (int y = 0; y < LARGE; y++) {
            for (int x = 0; x < LARGE; x++) {
                final double r = Math.hypot(x - LARGE / 2.0, y - LARGE / 2.0);
                final boolean spot = Math.hypot(x % 64 - 32, y % 64 - 32) < 6;
                pixels[y * LARGE + x] = (float)(80 * Math.exp(-r / 80) + (spot ? 40 : 0) + (x * 31 + y * 17) % 5);
            }
        }
        final byte[] samples = new byte[LARGE * LARGE];
        Samples.encode(pixels, SampleType.UINT8, samples);
        try (PatternWriter writer = new PatternWriter(
            FileStoreFactory.createFileStoreFactory(new TestWorkflow(m_temp).context()), "large")) {
            return writer.append(LARGE, LARGE, SampleType.UINT8, samples);
        }
    }

    @Test
    void thumbnailOfAComputedPatternLooksAsThePatternDoes() throws IOException {
        final DiffractionPatternCell computed = largePattern()
            .prepared(new BackgroundSettings(BackgroundMethod.ROLLING_BALL, 20, true), SampleType.INT16);
        final BufferedImage thumbnail =
            paint(new LinearPatternRendererFactory().createRenderer(null).getRendererComponent(computed), 128, 128);
        final PictureSettings settings = new PictureSettings(Contrast.LINEAR, PictureSettings.DEFAULTS.lowPercent(),
            PictureSettings.DEFAULTS.highPercent(), false);
        final BufferedImage exact =
            PatternPicture.draw(computed.readPixels(), LARGE, LARGE, settings, List.of(), 128);
        double difference = 0;
        for (int y = 0; y < 128; y++) {
            for (int x = 0; x < 128; x++) {
                difference += Math.abs(grey(thumbnail, x, y) - grey(exact, x, y));
            }
        }
        assertTrue(difference / (128 * 128) < 6, "mean difference " + difference / (128 * 128));
    }

    /** Ratios within one run: the machine may be busy with something else. */
    @Test
    void neitherThumbnailNorHashCodeOfAComputedPatternComputesAllOfIt() throws IOException {
        final DiffractionPatternCell large = largePattern();
        final BackgroundSettings ball = new BackgroundSettings(BackgroundMethod.ROLLING_BALL, 20, true);
        final DataValueRenderer renderer = new LogarithmicPatternRendererFactory().createRenderer(null);
        long reading = Long.MAX_VALUE;
        long thumbnail = Long.MAX_VALUE;
        long hash = Long.MAX_VALUE;
        for (int i = 0; i < 150; i++) {
            final DiffractionPatternCell cell = large.prepared(ball, SampleType.INT16);
            reading = Math.min(reading, cpuTime(() -> cell.readPixels()));
            thumbnail = Math.min(thumbnail, cpuTime(() -> paint(renderer.getRendererComponent(cell), 100, 100)));
            hash = Math.min(hash, cpuTime(() -> cell.hashCode()));
        }
        assertTrue(3 * thumbnail < 2 * reading, thumbnail + " of " + reading + " ns");
        assertTrue(2 * hash < reading, hash + " of " + reading + " ns");
    }

    private static long cpuTime(final Callable<?> work) throws IOException {
        final long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            work.call();
        } catch (final IOException | RuntimeException e) {
            throw e;
        } catch (final Exception e) {
            throw new IllegalStateException(e);
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }

    private static int colours(final BufferedImage image) {
        final Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours.size();
    }

    @Test
    void typeOffersThreeContrastsSpotsAndWordsLogarithmicFirst() throws Exception {
        final TestWorkflow workflow = new TestWorkflow(m_temp);
        final List<String> names = workflow.environment().call(() -> workflow.environment().cellTypes()
            .renderers(DiffractionPatternValue.class).stream().map(f -> f.getDescription()).toList());
        assertEquals(List.of("Diffraction pattern (logarithmic)", "Diffraction pattern (square root)",
            "Diffraction pattern (linear)", "Diffraction pattern (logarithmic) with spots", "Size, type and range"),
            names);
    }
}
