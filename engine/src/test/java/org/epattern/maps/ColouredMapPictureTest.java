// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

import org.epattern.orient.LaueGroup;
import org.epattern.scan.Calibration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of coloured maps show the colours, and keys that hold all of them. */
class ColouredMapPictureTest {

    private static final int[] COLOURS = {0xff0000, 0x00ff00, 0x0000ff, ColouredMap.NONE};

    private static ColouredMap map(final List<ColouredMap.Key> keys) {
        return new ColouredMap("orientation z", 2, 2, COLOURS, keys,
            List.of(new ColouredMap.Entry("no solution", ColouredMap.NONE)));
    }

    @Test
    void pointsHaveTheirColoursAndMissingOnesAreGrey() {
        final BufferedImage image = ColouredMapPicture.draw(map(List.of()), "title", Calibration.NONE);
        final int top = image.getHeight() / 2 - 40;
        assertEquals(0xff0000, image.getRGB(30, 60) & 0xffffff);
        assertEquals(0x00ff00, image.getRGB(130, 60) & 0xffffff);
        assertEquals(0x0000ff, image.getRGB(30, top + 60) & 0xffffff);
        assertEquals(0x808080, image.getRGB(130, top + 60) & 0xffffff);
    }

    @Test
    void scaleBarStandsBelowOnlyWhereTheStepIsKnown() {
        final Calibration known =
            new Calibration(OptionalDouble.of(10), OptionalDouble.empty(), OptionalDouble.empty());
        final BufferedImage with = ColouredMapPicture.draw(map(List.of()), "title", known);
        final BufferedImage without = ColouredMapPicture.draw(map(List.of()), "title", Calibration.NONE);
        assertTrue(darkBelow(with) > 100 && darkBelow(without) == 0, darkBelow(with) + " " + darkBelow(without));
    }

    private static int darkBelow(final BufferedImage image) {
        int dark = 0;
        for (int y = image.getHeight() - 40; y < image.getHeight(); y++) {
            for (int x = 0; x < 100; x++) {
                dark += (image.getRGB(x, y) & 0xff) < 100 ? 1 : 0;
            }
        }
        return dark;
    }

    @ParameterizedTest
    @EnumSource
    void keyHoldsTheThreeCornersAndNothingButPaperBeside(final LaueGroup group) {
        final BufferedImage key = PoleKey.colours(group, 150);
        assertTrue(key.getWidth() <= 151 && key.getHeight() <= 151);
        final Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < key.getHeight(); y++) {
            for (int x = 0; x < key.getWidth(); x++) {
                seen.add(key.getRGB(x, y) & 0xf0f0f0);
            }
        }
        assertTrue(seen.containsAll(Set.of(0xf00000, 0x00f000, 0x0000f0, 0xf0f0f0)), group.symbol());
    }

    @Test
    void keysMakeThePictureWider() {
        final int plain = ColouredMapPicture.draw(new ColouredMap("a", 2, 2, COLOURS, List.of(), List.of()), "t",
            Calibration.NONE).getWidth();
        final int keyed = ColouredMapPicture.draw(map(List.of(new ColouredMap.Key("Al", LaueGroup.CUBIC_HIGH))), "t",
            Calibration.NONE).getWidth();
        assertTrue(keyed > plain + 150);
    }

    @Test
    void wrongNumberOfColoursIsRefused() {
        assertEquals("The map \"a\" has 4 colours; 3 x 2 are expected", assertThrows(IllegalArgumentException.class,
            () -> new ColouredMap("a", 3, 2, COLOURS, List.of(), List.of())).getMessage());
    }
}
