// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.detector;

/**
 * Sums up the grey levels of one pattern after the other where a shape is sensitive, and finds their centre of mass.
 * Pixels that are not finite numbers do not count. The pixels of the shape are found once, and again only if its centre
 * moves. Allocates nothing per pixel; belongs to one thread.
 */
public final class VirtualDetector {

    private final DetectorShape m_shape;
    private final EdgePixels m_edges;
    private final boolean m_withMass;
    private final DetectorPixels m_pixels;
    private final double[] m_moments = new double[2];
    private double m_centreX = Double.NaN;
    private double m_centreY = Double.NaN;
    private double m_weight;

    /**
     * @param width pixels in a row
     * @param height pixel rows
     * @param shape where it is sensitive
     * @param edges what becomes of pixels that are partly inside
     * @param withMass whether the centre of mass is wanted
     */
    public VirtualDetector(final int width, final int height, final DetectorShape shape, final EdgePixels edges,
        final boolean withMass) {
        m_shape = shape;
        m_edges = edges;
        m_withMass = withMass;
        m_pixels = new DetectorPixels(width, height);
    }

    /**
     * @param pixels grey levels, row by row
     * @param centreX centre of disc or ring, and origin of the centre of mass (px)
     * @param centreY the same, downwards
     * @param spots pixels to leave out; null for none
     * @return the signal; its weight is 0 if no pixel counts
     */
    public DetectorSignal measure(final float[] pixels, final double centreX, final double centreY,
        final SpotPixels spots) {
        moveTo(centreX, centreY);
        if (spots == null) {
            final double sum = m_pixels.sum(pixels);
            if (Double.isFinite(sum)) {
                if (!(m_withMass && sum > 0)) {
                    return new DetectorSignal(sum, m_weight, Double.NaN, Double.NaN);
                }
                m_pixels.moments(pixels, centreX, centreY, m_moments);
                return new DetectorSignal(sum, m_weight, m_moments[0] / sum, m_moments[1] / sum);
            }
        }
        final Careful careful = new Careful(pixels, spots);
        m_pixels.forEach(careful);
        return careful.signal();
    }

    private void moveTo(final double x, final double y) {
        if (x != m_centreX || y != m_centreY) {
            m_pixels.clear();
            m_shape.fill(m_pixels, x, y, m_edges);
            m_weight = m_pixels.weight();
            m_centreX = x;
            m_centreY = y;
        }
    }

    /** Looks at each pixel before it counts. */
    private final class Careful implements DetectorPixels.Visitor {

        private final float[] m_grey;
        private final SpotPixels m_spots;
        private double m_sum;
        private double m_counted;
        private double m_x;
        private double m_y;

        Careful(final float[] grey, final SpotPixels spots) {
            m_grey = grey;
            m_spots = spots;
        }

        @Override
        public void visit(final int index, final double weight) {
            final float grey = m_grey[index];
            if (Math.abs(grey) <= Float.MAX_VALUE && (m_spots == null || !m_spots.isMarked(index))) {
                m_sum += weight * grey;
                m_counted += weight;
                if (m_withMass) {
                    m_x += weight * grey * (index % m_pixels.width() + 0.5 - m_centreX);
                    m_y += weight * grey * (index / m_pixels.width() + 0.5 - m_centreY);
                }
            }
        }

        DetectorSignal signal() {
            final boolean mass = m_withMass && m_sum > 0;
            return new DetectorSignal(m_sum, m_counted, mass ? m_x / m_sum : Double.NaN,
                mass ? m_y / m_sum : Double.NaN);
        }
    }
}
