// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.epattern.formats.OpenOptions;
import org.epattern.formats.ScanFormats;
import org.epattern.maps.MontagePicture;
import org.epattern.maps.MontagePicture.Pattern;
import org.epattern.maps.ScanMap;
import org.epattern.reconstruct.DrawSettings;
import org.epattern.reconstruct.PatternDrawer;
import org.epattern.register.Reflection;
import org.epattern.scan.PatternReader;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;

/**
 * The picture of the README out of the tables of a run: a measured pattern with its spots, the pattern rebuilt, the
 * spot count map.
 */
final class Overview {

    private static final int PANEL_HEIGHT = 400;

    private Overview() {
    }

    /**
     * @param results the folder that the runner wrote
     * @param file the scan that was run
     * @param x scan x of the pattern to show
     * @param y scan y of the pattern to show
     * @return the picture
     */
    static BufferedImage draw(final Path results, final Path file, final int x, final int y) throws IOException {
        try (Scan scan = ScanFormats.open(file, OpenOptions.AUTO); PatternReader reader = scan.openReader()) {
            final ScanGeometry geometry = scan.geometry();
            final List<Reflection> reflections = reflections(results, x, y);
            final float[] measured = new float[geometry.pixelCount()];
            final float[] rebuilt = new float[geometry.pixelCount()];
            reader.read(geometry.index(x, y), measured);
            final int width = geometry.patternWidth();
            final int height = geometry.patternHeight();
            new PatternDrawer(width, height, DrawSettings.likeInput(width, height)).draw(reflections, rebuilt);
            return MontagePicture.overview(new Pattern(measured, width, height, reflections),
                new Pattern(rebuilt, width, height, List.of()), spotCount(results, geometry), scan.calibration(),
                PANEL_HEIGHT);
        }
    }

    /** @return the reflections of a scan point in the tables of a run */
    static List<Reflection> reflections(final Path results, final int x, final int y) throws IOException {
        final Csv table = Csv.read(results.resolve("Adaptive Peak Register/Reflections.csv"));
        final List<Reflection> reflections = new ArrayList<>();
        for (final List<String> row : table.rows()) {
            if (table.number(row, "scan x") == x && table.number(row, "scan y") == y) {
                reflections.add(new Reflection(table.number(row, "x"), table.number(row, "y"),
                    table.number(row, "radius"), table.number(row, "mean"), table.number(row, "prominence"),
                    table.number(row, "noise"), (int)table.number(row, "rank"), Set.of()));
            }
        }
        return reflections;
    }

    private static ScanMap spotCount(final Path results, final ScanGeometry geometry) throws IOException {
        final Csv table = Csv.read(results.resolve("Spot Count Map/Maps.csv"));
        final float[] values = new float[(int)geometry.patternCount()];
        for (final List<String> row : table.rows()) {
            values[(int)geometry.index((int)table.number(row, "scan x"), (int)table.number(row, "scan y"))] =
                (float)table.number(row, "spot count");
        }
        return new ScanMap("spot count", "spots", geometry.scanWidth(), geometry.scanHeight(), values);
    }

    /** Draws the picture: RESULTS SCAN_FILE X Y PICTURE.png. */
    public static void main(final String[] arguments) throws IOException {
        javax.imageio.ImageIO.write(draw(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3])), "png", Path.of(arguments[4]).toFile());
    }
}
