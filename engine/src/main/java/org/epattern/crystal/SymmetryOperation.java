// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operation of the space group on fractional coordinates: x' = W x + w.
 *
 * @param rotation W, row by row, entries -1, 0 and 1
 * @param translation w, 0 to below 1
 */
public record SymmetryOperation(int[] rotation, double[] translation) {

    private static final Pattern TERM = Pattern.compile("([+-]?)(?:([xyz])|(\\d+(?:\\.\\d*)?|\\.\\d+)(?:/(\\d+))?)");

    /** Copies the arrays. */
    public SymmetryOperation {
        rotation = rotation.clone();
        translation = translation.clone();
    }

    @Override
    public int[] rotation() {
        return rotation.clone();
    }

    @Override
    public double[] translation() {
        return translation.clone();
    }

    /**
     * @param text three sums such as {@code -x+y, 1/2+y, z+0.25}
     * @return the operation
     * @throws IllegalArgumentException if the text is not an operation
     */
    public static SymmetryOperation parse(final String text) {
        final String[] parts = text.toLowerCase(Locale.ROOT).replaceAll("\\s", "").split(",", -1);
        final int[] w = new int[9];
        final double[] t = new double[3];
        boolean good = parts.length == 3;
        for (int i = 0; good && i < 3; i++) {
            final Matcher term = TERM.matcher(parts[i]);
            int at = 0;
            while (good && at < parts[i].length()) {
                good = term.find(at) && term.start() == at && (at == 0 || !term.group(1).isEmpty());
                if (good) {
                    final int sign = "-".equals(term.group(1)) ? -1 : 1;
                    if (term.group(2) == null) {
                        final double divisor = term.group(4) == null ? 1 : Double.parseDouble(term.group(4));
                        good = divisor > 0;
                        t[i] += sign * Double.parseDouble(term.group(3)) / divisor;
                    } else {
                        w[3 * i + term.group(2).charAt(0) - 'x'] += sign;
                    }
                    at = term.end();
                }
            }
            t[i] -= Math.floor(t[i]);
        }
        if (!good || Math.abs(determinant(w)) != 1 || Arrays.stream(w).anyMatch(v -> Math.abs(v) > 1)) {
            throw new IllegalArgumentException("the symmetry operation '" + text
                + "' is not one; three sums such as 'x, -y+1/2, z' are expected");
        }
        return new SymmetryOperation(w, t);
    }

    private static int determinant(final int[] w) {
        return w[0] * (w[4] * w[8] - w[5] * w[7]) - w[1] * (w[3] * w[8] - w[5] * w[6])
            + w[2] * (w[3] * w[7] - w[4] * w[6]);
    }

    /** @return 1 for a rotation, -1 for one with inversion */
    public int determinant() {
        return determinant(rotation);
    }

    /**
     * @param x fractional coordinates
     * @return the image, each coordinate 0 to below 1
     */
    public double[] apply(final double... x) {
        final double[] image = new double[3];
        for (int i = 0; i < 3; i++) {
            final double v = rotation[3 * i] * x[0] + rotation[3 * i + 1] * x[1] + rotation[3 * i + 2] * x[2]
                + translation[i];
            image[i] = v - Math.floor(v);
        }
        return image;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof SymmetryOperation o && Arrays.equals(rotation, o.rotation)
            && Arrays.equals(translation, o.translation);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(rotation) + Arrays.hashCode(translation);
    }

    @Override
    public String toString() {
        return Arrays.toString(rotation) + " + " + Arrays.toString(translation);
    }
}
