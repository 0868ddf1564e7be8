// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.compare;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

import org.epattern.maps.ChartPicture;
import org.epattern.maps.ChartPicture.Axis;
import org.epattern.maps.ChartPicture.Join;
import org.epattern.maps.ChartPicture.Series;

/** Draws distributions and what is left above limits. */
public final class ComparisonPictures {

    private ComparisonPictures() {
    }

    /**
     * @param title title above the picture
     * @param names name of each distribution in the legend
     * @param distributions distributions of one quantity
     * @return share of the points of its part (%) in each bin of each distribution
     */
    public static BufferedImage distributions(final String title, final List<String> names,
        final List<Distribution> distributions) {
        final List<Series> series = new ArrayList<>();
        for (int d = 0; d < distributions.size(); d++) {
            final Distribution distribution = distributions.get(d);
            final int bins = distribution.counts().length;
            final double[] borders = new double[bins + 1];
            final double[] shares = new double[bins];
            for (int i = 0; i < bins; i++) {
                borders[i + 1] = (i + 1) * distribution.width();
                shares[i] = 100.0 * distribution.counts()[i] / Math.max(1, distribution.total());
            }
            series.add(new Series(names.get(d) + " (" + distribution.total() + ")", borders, shares, Join.STEPS));
        }
        final Distribution first = distributions.get(0);
        return ChartPicture.draw(title, new Axis(label(first.quantity(), first.unit()), Double.NaN),
            new Axis("share of the points (%)", Double.NaN), series);
    }

    private static String label(final String quantity, final String unit) {
        return unit.isEmpty() ? quantity : quantity + " (" + unit + ")";
    }

    /**
     * Draws how well a limit tells crystals from the rest: each curve runs from all points kept (right) to none (left);
     * the nearer to the upper left corner, the better.
     *
     * @param title title above the picture
     * @param names name of each curve in the legend
     * @param curves the curves
     * @param crystal number of crystal points of the scan
     * @param amorphous number of amorphous points of the scan
     * @return share of the crystal points kept over the share of the amorphous points kept
     */
    public static BufferedImage limits(final String title, final List<String> names, final List<LimitCurve> curves,
        final int crystal, final int amorphous) {
        final List<Series> series = new ArrayList<>();
        for (int c = 0; c < curves.size(); c++) {
            final List<LimitCurve.Step> steps = curves.get(c).steps();
            final double[] x = new double[steps.size()];
            final double[] y = new double[steps.size()];
            for (int i = 0; i < x.length; i++) {
                x[i] = 100.0 * steps.get(i).amorphous() / amorphous;
                y[i] = 100.0 * steps.get(i).crystal() / crystal;
            }
            series.add(new Series(names.get(c), x, y, Join.LINE));
        }
        return ChartPicture.draw(title, new Axis("amorphous points kept (%)", 100),
            new Axis("crystal points kept (%)", 105), series);
    }
}
