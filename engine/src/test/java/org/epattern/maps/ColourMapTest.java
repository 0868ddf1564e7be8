// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColourMapTest {

    /** CIE lightness, 0 to 100, of an sRGB colour. */
    private static double lightness(final int rgb) {
        final double y =
            0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
        return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
    }

    private static double linear(final int channel) {
        final double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    @Test
    void endsAndMiddleAreThoseOfThePublishedTables() {
        assertEquals(0x440154, ColourMap.VIRIDIS.rgb(0));
        assertEquals(0x21908c, ColourMap.VIRIDIS.rgb(0.5));
        assertEquals(0xfde725, ColourMap.VIRIDIS.rgb(1));
        assertEquals(0x00224e, ColourMap.CIVIDIS.rgb(0));
        assertEquals(0xfee838, ColourMap.CIVIDIS.rgb(1));
        assertEquals(0x000004, ColourMap.MAGMA.rgb(0));
        assertEquals(0xfcfdbf, ColourMap.MAGMA.rgb(1));
        assertEquals(0x000004, ColourMap.INFERNO.rgb(0));
        assertEquals(0xfcffa4, ColourMap.INFERNO.rgb(1));
        assertEquals(0x808080, ColourMap.GREY.rgb(0.5));
    }

    @ParameterizedTest
    @EnumSource
    void lightnessRisesEvenlyFromEndToEnd(final ColourMap map) {
        final double first = lightness(map.rgb(0));
        final double rise = lightness(map.rgb(1)) - first;
        double last = first;
        for (int i = 1; i <= 256; i++) {
            final double now = lightness(map.rgb(i / 256.0));
            final int step = i;
            // a step of one in a channel of eight bits is the smallest there is
            assertTrue(now >= last - 0.12, () -> map + " falls at " + step + " of 256");
            assertEquals(first + rise * i / 256, now, 6, () -> map + " at " + step + " of 256");
            last = now;
        }
    }

    @ParameterizedTest
    @EnumSource
    void valuesOutsideTakeTheNearerEnd(final ColourMap map) {
        assertEquals(map.rgb(0), map.rgb(-3));
        assertEquals(map.rgb(1), map.rgb(Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @EnumSource
    void missingPointsHaveAColourOfTheirOwn(final ColourMap map) {
        for (int i = 0; i <= 1000; i++) {
            final int rgb = map.rgb(i / 1000.0);
            int difference = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                difference += Math.abs((rgb >> shift & 0xff) - (map.missingRgb() >> shift & 0xff));
            }
            assertTrue(difference >= 40, map + ": " + Integer.toHexString(rgb));
        }
    }
}
