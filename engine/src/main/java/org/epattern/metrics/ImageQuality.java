// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.metrics;

/** Compares patterns by RMSE, PSNR and SSIM. Holds scratch memory: one instance per worker thread. */
public final class ImageQuality {

    private final int m_pixels;
    private final double m_dataRange;
    private final StructuralSimilarity m_similarity;

    /**
     * How alike two patterns are.
     *
     * @param rmse root-mean-square error (grey levels)
     * @param psnr peak signal-to-noise ratio (dB); infinite for equal patterns
     * @param ssim structural similarity, -1 to 1; not a number for patterns smaller than the 11 x 11 px window
     */
    public record Values(double rmse, double psnr, double ssim) {
    }

    /**
     * @param width width of the patterns (px)
     * @param height height of the patterns (px)
     * @param dataRange largest possible minus smallest possible grey level, above 0 and finite, e.g. 255 for 8 bit
     * @throws IllegalArgumentException if the data range is not above 0 and finite
     */
    public ImageQuality(final int width, final int height, final double dataRange) {
        if (!(dataRange > 0 && dataRange < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Data range: expected a number above 0, found " + dataRange);
        }
        m_pixels = width * height;
        m_dataRange = dataRange;
        m_similarity = new StructuralSimilarity(width, height, dataRange);
    }

    /**
     * @param reference width x height grey levels
     * @param compared width x height grey levels
     * @return RMSE, PSNR and SSIM; not a number if a pixel is
     */
    public Values compare(final float[] reference, final float[] compared) {
        final double rmse = rmse(reference, compared);
        return new Values(rmse, psnr(rmse), ssim(reference, compared));
    }

    /**
     * @param reference width x height grey levels
     * @param compared width x height grey levels
     * @return root-mean-square error (grey levels); not a number if a pixel is
     */
    public double rmse(final float[] reference, final float[] compared) {
        check(reference, compared);
        double sum = 0;
        for (int i = 0; i < m_pixels; i++) {
            final double difference = (double)compared[i] - reference[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum / m_pixels);
    }

    /**
     * Peak signal-to-noise ratio, 20 log10(data range / RMSE).
     *
     * @param reference width x height grey levels
     * @param compared width x height grey levels
     * @return PSNR (dB); infinite for equal patterns, not a number if a pixel is
     */
    public double psnr(final float[] reference, final float[] compared) {
        return psnr(rmse(reference, compared));
    }

    /**
     * Mean structural similarity (Wang et al. 2004).
     *
     * @param reference width x height grey levels
     * @param compared width x height grey levels
     * @return SSIM, -1 to 1; not a number if a pixel is, or if the patterns are smaller than the window of 11 x 11 px
     */
    public double ssim(final float[] reference, final float[] compared) {
        check(reference, compared);
        return m_similarity.mean(reference, compared);
    }

    private double psnr(final double rmse) {
        return 20 * Math.log10(m_dataRange / rmse);
    }

    private void check(final float[] reference, final float[] compared) {
        if (reference.length != m_pixels || compared.length != m_pixels) {
            throw new IllegalArgumentException("Patterns to compare: expected " + m_pixels + " pixels each, found "
                + reference.length + " and " + compared.length);
        }
    }
}
