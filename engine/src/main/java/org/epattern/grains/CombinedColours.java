// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.grains;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.epattern.maps.ColouredMap;
import org.epattern.maps.ScanMap;

/**
 * The combined map of the paper (Folastre et al. 2024, Fig. 2d and S12): orientation as colour where the spot count says
 * crystal, brighter the more spots there are; everywhere else the signal of an amorphous phase as grey.
 *
 * @param fewest spots of a pattern from which its point is a crystal (1 or more; 5 in the paper)
 * @param assured spots from which the colour is shown at full brightness (at least {@code fewest}; 15 in the paper)
 */
public record CombinedColours(int fewest, int assured) {

    /** Brightness of a crystal with the fewest spots. */
    private static final double DIM = 0.4;
    private static final int DARKEST = 0x18;
    private static final int LIGHTEST = 0xc8;
    private static final double LOW_SHARE = 0.01;
    private static final double HIGH_SHARE = 0.99;
    private static final int DIGITS = 3;
    private static final int BLACK = 0;
    private static final int BYTE = 0xff;
    /** Stands for any colour in the legend. */
    private static final int SAMPLE = 0xd03030;

    /** Refuses limits that make no scale. */
    public CombinedColours {
        if (fewest < 1 || assured < fewest) {
            throw new IllegalArgumentException("Crystals from " + fewest + " spots that are certain from " + assured
                + " spots; 1 or more and at least as many are expected");
        }
    }

    /**
     * @param orientations colours of the orientations, {@link ColouredMap#NONE} without solution
     * @param spots number of spots of each pattern; null if not known: every solution is a certain crystal
     * @param amorphous signal of an amorphous phase; null if not known
     * @return the combined map
     * @throws IllegalArgumentException if the maps are of different size
     */
    public ColouredMap combine(final ColouredMap orientations, final ScanMap spots, final ScanMap amorphous) {
        checkSize(orientations, spots);
        checkSize(orientations, amorphous);
        final int[] colours = new int[orientations.colours().length];
        final float[] rest = new float[colours.length];
        for (int p = 0; p < colours.length; p++) {
            final float count = spots == null ? assured : spots.values()[p];
            final int colour = orientations.colours()[p];
            if (colour != ColouredMap.NONE && count >= fewest) {
                colours[p] = scaled(colour, brightness(count));
                rest[p] = Float.NaN;
            } else {
                colours[p] = ColouredMap.NONE;
                rest[p] = amorphous == null ? Float.NaN : amorphous.values()[p];
            }
        }
        // without the crystals, whose diffuse scattering is often stronger than the ring
        final Grey grey = Grey.of(rest);
        for (int p = 0; p < colours.length; p++) {
            colours[p] = colours[p] == ColouredMap.NONE ? grey.of(rest[p]) : colours[p];
        }
        return new ColouredMap("combined", orientations.width(), orientations.height(), colours, orientations.keys(),
            legend(spots, amorphous, grey));
    }

    private static void checkSize(final ColouredMap orientations, final ScanMap map) {
        if (map != null && (map.width() != orientations.width() || map.height() != orientations.height())) {
            throw new IllegalArgumentException("The map \"" + map.name() + "\" has " + map.width() + " x "
                + map.height() + " points, the orientations " + orientations.width() + " x " + orientations.height()
                + "; maps of the same scan are expected");
        }
    }

    private double brightness(final double count) {
        return assured == fewest || count >= assured ? 1
            : DIM + (1 - DIM) * (count - fewest) / (assured - fewest);
    }

    private static int scaled(final int colour, final double factor) {
        int scaled = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            scaled |= (int)Math.round((colour >> shift & BYTE) * factor) << shift;
        }
        return scaled;
    }

    private List<ColouredMap.Entry> legend(final ScanMap spots, final ScanMap amorphous, final Grey grey) {
        final List<ColouredMap.Entry> legend = new ArrayList<>();
        if (spots != null) {
            legend.add(new ColouredMap.Entry(assured + " spots and more", SAMPLE));
            if (assured > fewest) {
                legend.add(new ColouredMap.Entry(fewest + " spots", scaled(SAMPLE, DIM)));
            }
        }
        if (amorphous == null) {
            legend.add(new ColouredMap.Entry("no crystal", BLACK));
        } else {
            legend.add(new ColouredMap.Entry(amorphous.name() + ": " + number(grey.high()), grey.of(grey.high())));
            legend.add(new ColouredMap.Entry(amorphous.name() + ": " + number(grey.low()), grey.of(grey.low())));
        }
        return legend;
    }

    private static String number(final float value) {
        return new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros().toPlainString();
    }

    /** Grey levels of a signal: nearly its whole range, so that a single odd point does not darken all others. */
    private record Grey(float low, float high) {

        static Grey of(final float[] values) {
            int n = 0;
            final float[] known = new float[values.length];
            for (final float value : values) {
                if (Float.isFinite(value)) {
                    known[n++] = value;
                }
            }
            if (n == 0) {
                return new Grey(0, 0);
            }
            Arrays.sort(known, 0, n);
            return new Grey(known[(int)(LOW_SHARE * (n - 1))], known[(int)Math.ceil(HIGH_SHARE * (n - 1))]);
        }

        int of(final float value) {
            if (!Float.isFinite(value)) {
                return BLACK;
            }
            final double share = high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 1;
            final int level = (int)Math.round(DARKEST + share * (LIGHTEST - DARKEST));
            return level << 16 | level << 8 | level;
        }
    }
}
