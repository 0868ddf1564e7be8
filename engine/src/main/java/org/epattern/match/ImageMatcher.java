// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the orientation of a crystal from the image of its pattern, as ASTAR does: the points of each template are read
 * on the pattern, for every orientation of a bank.
 *
 * <p><b>What Q means for images.</b> Equation 1 of Folastre et al. 2024 with the sums over the pixels of the pattern,
 * the template being zero but at its points: Q = sum_j P(x_j, y_j) t_j / ( sqrt(sum over pixels P^2) sqrt(sum_j t_j^2)
 * ). P are the grey levels, negative ones taken as 0, raised to the intensity power. Pixels beyond the largest
 * radius of the bank and within the disc of the direct beam are left out. Because a spot covers many pixels and a
 * template point is one, Q stays well below 1 even for a perfect fit; orientations of one pattern, and R, are compared
 * as usual.</p>
 *
 * <p>A point of the template counts as matched where the image has a spot there, that is where it is brighter than
 * around it. Further solutions are looked for after the matched spots of the ones before have been made black.</p>
 *
 * <p>Holds scratch memory: one instance per thread.</p>
 */
public final class ImageMatcher {

    private final TemplateBank m_bank;
    private final MatchSettings m_settings;
    private final int m_width;
    private final int m_height;
    private final double m_pixelSize;
    private final double m_beamRadius;
    private final PolarPattern m_polar;
    private final OrientationSearch m_search;
    private final SpotReader m_reader;
    private final float[] m_pixels;

    /**
     * @param bank the templates
     * @param settings how to compare; the profile is not used, and the radius, which must be above 0, only where spots
     *            are told from their surroundings
     * @param width width of the patterns (px)
     * @param height height of the patterns (px)
     * @param pixelSize size of a pixel (1/Angstrom)
     * @param beamRadius radius of the direct beam (px), within which the pattern is left out; 0 or more
     * @throws IllegalArgumentException in a sentence, if the pixel size cannot be, or the settings have no radius
     */
    public ImageMatcher(final TemplateBank bank, final MatchSettings settings, final int width, final int height,
        final double pixelSize, final double beamRadius) {
        final double reach = bank.largestRadius() / pixelSize;
        if (!(reach >= 8 && reach <= 8 * (width + height))) {
            throw new IllegalArgumentException("With a pixel size of " + pixelSize + " 1/Angstrom the largest "
                + "reciprocal radius of the bank, " + bank.largestRadius() + " 1/Angstrom, lies at " + reach
                + " px in patterns of " + width + " x " + height
                + " px; a pixel size that brings it to the edge of the pattern is expected");
        }
        if (!(settings.radius() > 0)) {
            throw new IllegalArgumentException("The radius of a spot is " + settings.radius()
                + " 1/Angstrom; a radius above 0 is expected where images are matched");
        }
        m_bank = bank;
        m_settings = settings;
        m_width = width;
        m_height = height;
        m_pixelSize = pixelSize;
        m_beamRadius = beamRadius;
        m_pixels = new float[width * height];
        m_polar = new PolarPattern(bank, width, height, pixelSize);
        m_reader = new SpotReader(width, height, pixelSize, settings.radius());
        m_search = new OrientationSearch(bank, settings, m_polar::sums, 0, m_polar::index);
    }

    /**
     * @param pixels grey levels of a pattern, row by row; not changed
     * @param centreX position of the direct beam (px)
     * @param centreY position of the direct beam (px)
     * @return the solutions, the best one first, with the reflections that the image has; none where the best template
     *         has fewer of them than the settings demand
     */
    public List<Solution> match(final float[] pixels, final double centreX, final double centreY) {
        use(pixels, centreX, centreY);
        final List<Solution> solutions = new ArrayList<>();
        while (solutions.size() < m_settings.solutions()) {
            final double norm = norm();
            if (!(norm > 0)) {
                break;
            }
            m_polar.setPattern(m_pixels, centreX, centreY);
            final Solution solution = m_search.solve(norm);
            if (solution == null) {
                break;
            }
            final SpotPattern pattern =
                m_bank.phases().get(solution.phase()).simulator().simulate(solution.orientation());
            final List<Solution.MatchedSpot> seen = m_reader.seen(pattern, m_pixels, centreX, centreY);
            if (seen.size() < m_settings.fewest()) {
                break;
            }
            solutions.add(solution.withMatched(seen));
            m_reader.remove(pattern, seen, m_pixels, centreX, centreY);
        }
        return solutions;
    }

    /** Takes the pixels that count, raised to the power of the settings. */
    private void use(final float[] pixels, final double centreX, final double centreY) {
        final double outer = m_bank.largestRadius() / m_pixelSize;
        for (int y = 0, i = 0; y < m_height; y++) {
            final double dy = y + 0.5 - centreY;
            for (int x = 0; x < m_width; x++, i++) {
                final double dx = x + 0.5 - centreX;
                final double square = dx * dx + dy * dy;
                final boolean used = pixels[i] > 0 && square <= outer * outer
                    && square >= m_beamRadius * m_beamRadius;
                m_pixels[i] = used ? (float)SpotPattern.power(pixels[i], m_settings.intensityPower()) : 0;
            }
        }
    }

    private double norm() {
        double squares = 0;
        for (final float p : m_pixels) {
            squares += p * p;
        }
        return Math.sqrt(squares);
    }
}
