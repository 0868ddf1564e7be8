// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

import javax.imageio.ImageIO;

import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.simulate.NoiseLevel;
import org.epattern.simulate.SimulatedScan;
import org.epattern.simulate.SimulationSettings;
import org.epattern.simulate.TrueSpot;

/** Draws the error of the position against the dose, beside the Cramér-Rao bound of the same spots. */
final class DosePicture {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;
    private static final int LEFT = 90;
    private static final int RIGHT = 30;
    private static final int TOP = 30;
    private static final int BOTTOM = 70;
    private static final double[] DOSES = {0.06, 0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 64, 256};
    /** Errors that an ideal observer would make, drawn for every spot. */
    private static final int DRAWS = 20;
    private static final double[] LARGE = {0.1, 1, 10, 100};
    private static final double[] ERRORS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1};
    /** Median error of other programs at 0.25, 1 and 4 electrons per grey level, on data of the same kind. */
    private static final double[][] OTHERS = {{0.391, 0.236, 0.141}, {0.73, 0.60, 0.52}};
    private static final String[] NAMES = {"py4DSTEM, tuned for each noise", "released macros"};
    private static final Color OURS = new Color(0x0072b2);
    private static final Color[] COLOURS = {new Color(0xd55e00), new Color(0x777777)};

    /**
     * @param scanSize scan positions in a line, and lines, at every dose
     * @param file PNG file to write
     * @throws IOException if that fails
     */
    void draw(final int scanSize, final Path file) throws IOException {
        final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        final Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        axes(g);
        final double[] errors = new double[DOSES.length];
        final double[] bounds = new double[DOSES.length];
        for (int i = 0; i < DOSES.length; i++) {
            measure(DOSES[i], scanSize, errors, bounds, i);
        }
        g.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 5}, 0));
        g.setColor(Color.BLACK);
        for (int i = 1; i < DOSES.length; i++) {
            g.drawLine(x(DOSES[i - 1]), y(bounds[i - 1]), x(DOSES[i]), y(bounds[i]));
        }
        g.setStroke(new BasicStroke(2));
        for (int i = 0; i < DOSES.length; i++) {
            disc(g, OURS, DOSES[i], errors[i]);
        }
        for (int k = 0; k < OTHERS.length; k++) {
            for (int i = 0; i < OTHERS[k].length; i++) {
                disc(g, COLOURS[k], Math.pow(4, i - 1), OTHERS[k][i]);
            }
        }
        legend(g);
        g.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static void measure(final double dose, final int scanSize, final double[] errors, final double[] bounds,
        final int at) throws IOException {
        final SimulationSettings settings = AccuracyCase.reference(512, scanSize, NoiseLevel.MID)
            .withNoise(dose, 0).withIntensity(1, SampleType.FLOAT32);
        final DescriptiveStatistics found = new DescriptiveStatistics();
        final DescriptiveStatistics bound = new DescriptiveStatistics();
        final Random random = new Random(1);
        final PatternRegistrar registrar = new PatternRegistrar(512, 512, RegisterSettings.defaults());
        final float[] pixels = new float[512 * 512];
        try (SimulatedScan scan = new SimulatedScan(settings); PatternReader reader = scan.openReader()) {
            for (long i = 0; i < scan.geometry().patternCount(); i++) {
                reader.read(i, pixels);
                final RegisteredPattern pattern = registrar.register(pixels, Double.NaN);
                for (final TrueSpot spot : scan.truth(i)) {
                    if (spot.directBeam() || spot.overlapping() || spot.edge()) {
                        continue;
                    }
                    final double error = pattern.reflections().stream()
                        .mapToDouble(r -> Math.hypot(r.x() - spot.x(), r.y() - spot.y())).min().orElse(9);
                    if (error <= Score.SAME_SPOT) {
                        found.addValue(error);
                        for (int k = 0; k < DRAWS; k++) {
                            bound.addValue(Math.hypot(spot.isolatedBoundX() * random.nextGaussian(),
                                spot.isolatedBoundY() * random.nextGaussian()));
                        }
                    }
                }
            }
        }
        errors[at] = found.getPercentile(50);
        bounds[at] = bound.getPercentile(50);
    }

    private static void disc(final Graphics2D g, final Color colour, final double dose, final double error) {
        g.setColor(colour);
        g.fillOval(x(dose) - 5, y(error) - 5, 10, 10);
    }

    private static void axes(final Graphics2D g) {
        for (final double dose : LARGE) {
            g.setColor(new Color(0xdddddd));
            g.drawLine(x(dose), TOP, x(dose), HEIGHT - BOTTOM);
            g.setColor(Color.BLACK);
            text(g, dose < 1 ? String.valueOf(dose) : String.valueOf((int)dose), x(dose), HEIGHT - BOTTOM + 22, 0.5);
        }
        for (final double error : ERRORS) {
            g.setColor(new Color(0xdddddd));
            g.drawLine(LEFT, y(error), WIDTH - RIGHT, y(error));
            g.setColor(Color.BLACK);
            text(g, String.valueOf(error), LEFT - 8, y(error) + 5, 1);
        }
        g.drawRect(LEFT, TOP, WIDTH - RIGHT - LEFT, HEIGHT - BOTTOM - TOP);
        text(g, "dose (electrons per grey level; a third of the spots are 3 to 8 grey levels high)",
            (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 18, 0.5);
        g.rotate(-Math.PI / 2);
        text(g, "median error of the position (px)", -(TOP + HEIGHT - BOTTOM) / 2, 26, 0.5);
        g.rotate(Math.PI / 2);
    }

    private static void legend(final Graphics2D g) {
        final int left = WIDTH - RIGHT - 330;
        g.setColor(Color.WHITE);
        g.fillRect(left - 10, TOP + 8, 332, 104);
        g.setColor(OURS);
        g.fillOval(left + 10, TOP + 18, 10, 10);
        text(g, "ePattern for KNIME, default settings", left + 40, TOP + 28, 0);
        g.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 5}, 0));
        g.setColor(Color.BLACK);
        g.drawLine(left, TOP + 47, left + 30, TOP + 47);
        text(g, "Cramér-Rao bound of the spots found", left + 40, TOP + 52, 0);
        for (int k = 0; k < NAMES.length; k++) {
            g.setColor(COLOURS[k]);
            g.fillOval(left + 10, TOP + 66 + 24 * k, 10, 10);
            text(g, NAMES[k], left + 40, TOP + 76 + 24 * k, 0);
        }
    }

    private static void text(final Graphics2D g, final String text, final int x, final int y, final double align) {
        g.setColor(Color.BLACK);
        g.drawString(text, (float)(x - align * g.getFontMetrics().stringWidth(text)), y);
    }

    private static int x(final double dose) {
        final double share = Math.log(dose / 0.05) / Math.log(300 / 0.05);
        return (int)Math.round(LEFT + share * (WIDTH - RIGHT - LEFT));
    }

    private static int y(final double error) {
        final double share = Math.log(error / 0.008) / Math.log(1.2 / 0.008);
        return (int)Math.round(HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP));
    }
}
