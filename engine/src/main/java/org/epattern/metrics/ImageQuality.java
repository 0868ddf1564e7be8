// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.metrics;

/** Compares patterns by RMSE, PSNR and SSIM. Holds scratch memory: one instance per worker thread. */
public final class ImageQuality {

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
     */
    public ImageQuality(final int width, final int height, final double dataRange) {
    }

    /**
     * @param reference width x height grey levels
     * @param compared width x height grey levels
     * @return RMSE, PSNR and SSIM; not a number if a pixel is
     */
    public Values compare(final float[] reference, final float[] compared) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param reference width x height grey levels
     * @param compared width x height grey levels
     * @return root-mean-square error (grey levels)
     */
    public double rmse(final float[] reference, final float[] compared) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param reference width x height grey levels
     * @param compared width x height grey levels
     * @return peak signal-to-noise ratio (dB)
     */
    public double psnr(final float[] reference, final float[] compared) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param reference width x height grey levels
     * @param compared width x height grey levels
     * @return mean structural similarity
     */
    public double ssim(final float[] reference, final float[] compared) {
        throw new UnsupportedOperationException();
    }
}
