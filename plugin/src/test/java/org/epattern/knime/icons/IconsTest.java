// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.icons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.imageio.ImageIO;

import org.epattern.knime.testing.PluginFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every icon is 16 px wide and high and drawn from its SVG file in {@code icons}.
 *
 * With {@code -Depattern.icons.rewrite=true} the PNG files are drawn anew.
 */
class IconsTest {

    /** The largest difference of a channel: rounding may differ between versions of Java. */
    private static final int ROUNDING = 2;

    private static List<Path> pictures() throws IOException {
        final List<Path> pictures = new ArrayList<>();
        for (final String folder : List.of("icons", "src/main/java")) {
            try (var files = Files.walk(PluginFiles.folder().resolve(folder))) {
                files.filter(f -> f.toString().endsWith(".png")).sorted().forEach(pictures::add);
            }
        }
        return pictures;
    }

    private static Path drawing(final Path picture) {
        return PluginFiles.folder().resolve("icons")
            .resolve(picture.getFileName().toString().replace(".png", ".svg"));
    }

    @Test
    void everyIconIsThatOfItsDrawing() throws IOException {
        final List<Path> pictures = pictures();
        assertTrue(pictures.size() >= 14, pictures.toString());
        for (final Path picture : pictures) {
            final BufferedImage drawn = IconDrawing.draw(drawing(picture));
            if (Boolean.getBoolean("epattern.icons.rewrite")) {
                ImageIO.write(drawn, "png", picture.toFile());
            }
            final BufferedImage shipped = ImageIO.read(picture.toFile());
            assertEquals(IconDrawing.SIZE, shipped.getWidth(), picture.toString());
            assertEquals(IconDrawing.SIZE, shipped.getHeight(), picture.toString());
            assertTrue(difference(drawn, shipped) <= ROUNDING, picture + " is not as drawn in " + drawing(picture));
        }
    }

    @Test
    void nodesCanBeToldApartByTheirIcons() throws IOException {
        final Set<String> seen = new HashSet<>();
        for (final Path picture : pictures()) {
            if (picture.toString().contains("nodes")) {
                final BufferedImage icon = ImageIO.read(picture.toFile());
                final StringBuilder pixels = new StringBuilder();
                for (final int argb : icon.getRGB(0, 0, icon.getWidth(), icon.getHeight(), null, 0, icon.getWidth())) {
                    pixels.append(argb).append(' ');
                }
                assertTrue(seen.add(pixels.toString()), picture + " looks like the icon of another node");
            }
        }
    }

    @Test
    void drawingWithWhatIsNotDrawnIsRefused(@TempDir final Path folder) throws IOException {
        final Path svg = Files.writeString(folder.resolve("x.svg"),
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>a</text></svg>");
        assertTrue(assertThrows(IOException.class, () -> IconDrawing.draw(svg)).getMessage().contains("text"));
    }

    private static int difference(final BufferedImage a, final BufferedImage b) {
        int largest = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                for (int shift = 0; shift < 32; shift += 8) {
                    largest = Math.max(largest,
                        Math.abs((a.getRGB(x, y) >>> shift & 255) - (b.getRGB(x, y) >>> shift & 255)));
                }
            }
        }
        return largest;
    }
}
