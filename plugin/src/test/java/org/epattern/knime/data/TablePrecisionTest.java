// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** Holds how exactly the reflection table keeps numbers. */
class TablePrecisionTest {

    @Test
    void numbersPrintShort() {
        assertEquals("256.04", Double.toString(TablePrecision.position(256.03956095020294)));
        assertEquals("511.987", Double.toString(TablePrecision.position(511.98749)));
        assertEquals("6.57", Double.toString(TablePrecision.radius(6.5678684877823015)));
        assertEquals("170.2", Double.toString(TablePrecision.intensity(170.20706365950343)));
        assertEquals("66.6", Double.toString(TablePrecision.noise(66.5520185832901)));
        assertEquals("0.212", Double.toString(TablePrecision.noise(0.21150398377558943)));
        assertEquals("12350.0", Double.toString(TablePrecision.intensity(12345.6)));
        assertEquals("-1.235E-7", Double.toString(TablePrecision.intensity(-1.2345678e-7)));
    }

    @Test
    void positionsMoveByHalfAThousandthOfAPixelAtMost() {
        final Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            final double x = 4096 * random.nextDouble();
            assertEquals(x, TablePrecision.position(x), 0.0005 + 1e-9);
        }
    }

    @Test
    void intensitiesChangeByHalfAThousandthAtMostWhateverTheirSize() {
        final Random random = new Random(2);
        for (int i = 0; i < 10_000; i++) {
            final double value = Math.pow(10, 40 * random.nextDouble() - 20);
            assertEquals(1, TablePrecision.intensity(value) / value, 0.0005 + 1e-9);
            assertEquals(1, TablePrecision.noise(value) / value, 0.005 + 1e-9);
        }
    }

    @Test
    void whatIsNoNumberStaysAsItIs() {
        assertTrue(Double.isNaN(TablePrecision.intensity(Double.NaN)));
        assertTrue(Double.isNaN(TablePrecision.position(Double.NaN)));
        assertEquals(0, TablePrecision.noise(0));
        assertEquals(Double.POSITIVE_INFINITY, TablePrecision.intensity(Double.POSITIVE_INFINITY));
        assertEquals(Double.MIN_VALUE, TablePrecision.intensity(Double.MIN_VALUE));
    }
}
