// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import org.epattern.formats.OpenOptions;
import org.epattern.formats.ScanFormats;
import org.epattern.maps.MontagePicture;
import org.epattern.maps.MontagePicture.Panel;
import org.epattern.maps.PatternPicture;
import org.epattern.maps.PictureSettings;
import org.epattern.register.Reflection;
import org.epattern.scan.PatternReader;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;

/** The pictures of docs/GUIDE.md out of what runs of the workflow wrote; started by docs/guide/make.sh. */
final class GuidePictures {

    /** Scan point of the patterns that are shown: in a grain, with strong and weak spots. */
    private static final int X = 17;
    private static final int Y = 13;
    /** As the runner draws patterns (px): noise that is scaled again would make large files. */
    private static final int RUNNERS_HEIGHT = 512;
    /** Twice the pattern (px). */
    private static final int PATTERN_HEIGHT = 320;
    private static final int MAP_HEIGHT = 280;
    private static final String DEFAULT = "4.5";

    private final Path m_work;
    private final Path m_target;

    private GuidePictures(final Path work, final Path target) {
        m_work = work;
        m_target = target;
    }

    /** Draws the pictures: FOLDER_OF_THE_RUNS TARGET_FOLDER. */
    public static void main(final String[] arguments) throws IOException {
        final GuidePictures pictures = new GuidePictures(Path.of(arguments[0]), Path.of(arguments[1]));
        pictures.drawPatterns();
        pictures.drawFactor();
        Files.copy(pictures.m_work.resolve("lines/Load 4D-STEM/Scan description/scan lines.png"),
            pictures.m_target.resolve("lines.png"), StandardCopyOption.REPLACE_EXISTING);
        pictures.drawMaps("maps-1.png", List.of("spot count", "virtual bright field", "sum of all spots"));
        pictures.drawMaps("maps-2.png", List.of("noise", "threshold", "virtual dark field"));
    }

    private void drawPatterns() throws IOException {
        final Path folder = m_work.resolve(DEFAULT).resolve("Reconstruct/Reconstructed patterns");
        final List<Panel> panels = new ArrayList<>();
        for (final String column : List.of("pattern", "background-free pattern", "rebuilt pattern")) {
            panels.add(panel(folder.resolve("x " + X + " y " + Y + " " + column + ".png"), column));
        }
        write(MontagePicture.draw(panels, RUNNERS_HEIGHT), "patterns.png");
    }

    private void drawFactor() throws IOException {
        try (Scan scan = ScanFormats.open(m_work.resolve("scan.blo"), OpenOptions.AUTO);
                PatternReader reader = scan.openReader()) {
            final ScanGeometry geometry = scan.geometry();
            final float[] pixels = new float[geometry.pixelCount()];
            reader.read(geometry.index(X, Y), pixels);
            final List<Panel> panels = new ArrayList<>();
            for (final String factor : List.of("2", DEFAULT, "12")) {
                final List<Reflection> spots = Overview.reflections(m_work.resolve(factor), X, Y);
                panels.add(new Panel(
                    PatternPicture.draw(pixels, geometry.patternWidth(), geometry.patternHeight(),
                        PictureSettings.DEFAULTS, spots, PATTERN_HEIGHT),
                    "factor " + factor + ": " + spots.size() + " spots"));
            }
            write(MontagePicture.draw(panels, PATTERN_HEIGHT), "factor.png");
        }
    }

    private void drawMaps(final String name, final List<String> maps) throws IOException {
        final Path folder = m_work.resolve(DEFAULT).resolve("Spot Count Map/Map pictures");
        final List<Panel> panels = new ArrayList<>();
        for (final String map : maps) {
            panels.add(panel(folder.resolve(map + ".png"), ""));
        }
        write(MontagePicture.draw(panels, MAP_HEIGHT), name);
    }

    private static Panel panel(final Path picture, final String caption) throws IOException {
        return new Panel(ImageIO.read(picture.toFile()), caption);
    }

    private void write(final BufferedImage picture, final String name) throws IOException {
        ImageIO.write(picture, "png", m_target.resolve(name).toFile());
    }
}
