// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

import org.epattern.register.Reflection;
import org.epattern.scan.Calibration;

/** Sets pictures side by side with captions, for documentation. */
public final class MontagePicture {

    private static final int GAP = 16;

    private MontagePicture() {
    }

    /**
     * A picture and what is written below it.
     *
     * @param picture the picture
     * @param caption one line; shortened where it is wider than the picture
     */
    public record Panel(BufferedImage picture, String caption) {
    }

    /**
     * A pattern with what belongs to it.
     *
     * @param pixels width x height grey levels
     * @param width width (px)
     * @param height height (px)
     * @param reflections circled; may be empty
     */
    public record Pattern(float[] pixels, int width, int height, List<Reflection> reflections) {
    }

    /**
     * Measured pattern with the found spots, rebuilt pattern, spot count map: the method in one picture.
     *
     * @param measured measured pattern with its reflections
     * @param rebuilt rebuilt pattern
     * @param spotCount spot count map of the scan
     * @param calibration calibration of the scan
     * @param panelHeight height of each panel (px)
     * @return the three panels with captions
     */
    public static BufferedImage overview(final Pattern measured, final Pattern rebuilt, final ScanMap spotCount,
        final Calibration calibration, final int panelHeight) {
        final BufferedImage map =
            MapPicture.draw(spotCount, ColourMap.VIRIDIS, "", calibration, Math.max(1, panelHeight * 4 / 5));
        return draw(List.of(new Panel(picture(measured, panelHeight), "Measured pattern, found spots circled"),
            new Panel(picture(rebuilt, panelHeight), "Rebuilt from the reflection table"),
            new Panel(map, "Spots per pattern across the scan")), panelHeight);
    }

    private static BufferedImage picture(final Pattern pattern, final int height) {
        return PatternPicture.draw(pattern.pixels(), pattern.width(), pattern.height(), PictureSettings.DEFAULTS,
            pattern.reflections(), Math.max(1, Math.round((float)height * pattern.width() / pattern.height())));
    }

    /**
     * @param panels from left to right, at least one
     * @param panelHeight height (px) that taller pictures are scaled down to; smaller ones are centred
     * @return all panels on white ground
     */
    public static BufferedImage draw(final List<Panel> panels, final int panelHeight) {
        if (panels.isEmpty() || panelHeight < 1) {
            throw new IllegalArgumentException("A montage of " + panels.size() + " panels of " + panelHeight
                + " px height is not possible; at least one panel and 1 px are expected");
        }
        final FontMetrics text = Drawing.metrics(Drawing.TEXT);
        int width = GAP;
        for (final Panel panel : panels) {
            width += scaledWidth(panel, panelHeight) + GAP;
        }
        final BufferedImage image = Drawing.canvas(width, GAP + panelHeight + GAP / 2 + text.getHeight() + GAP / 2);
        final Graphics2D g = Drawing.graphics(image);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setFont(Drawing.TEXT);
        try {
            int x = GAP;
            for (final Panel panel : panels) {
                final int panelWidth = scaledWidth(panel, panelHeight);
                final int height = Math.min(panelHeight, panel.picture().getHeight());
                g.drawImage(panel.picture(), x, GAP + (panelHeight - height) / 2, panelWidth, height, null);
                final String caption = Drawing.fitting(panel.caption(), text, panelWidth);
                g.drawString(caption, x + (panelWidth - text.stringWidth(caption)) / 2,
                    GAP + panelHeight + GAP / 2 + text.getAscent());
                x += panelWidth + GAP;
            }
        } finally {
            g.dispose();
        }
        return image;
    }

    private static int scaledWidth(final Panel panel, final int panelHeight) {
        final int height = Math.min(panelHeight, panel.picture().getHeight());
        return Math.max(1, Math.round((float)panel.picture().getWidth() * height / panel.picture().getHeight()));
    }
}
