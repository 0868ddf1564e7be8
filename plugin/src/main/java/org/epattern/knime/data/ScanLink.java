// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.epattern.formats.OpenOptions;
import org.epattern.formats.RawLayout;
import org.epattern.scan.Axes;
import org.epattern.scan.GreyRange;
import org.epattern.scan.HotPixels;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanLines;

/**
 * A link to the original file: how the scan was opened, and what the file looked like then, so that a changed or
 * missing original is noticed. Kept as a small text file in a file store.
 *
 * <p>An original that lies in the workflow itself ({@code knime://knime.workflow/…}) is found again when the workflow
 * is moved or sent to somebody else.</p>
 *
 * @param recipe how the scan was opened
 * @param address path or address of the scan as the user gave it
 * @param size size of the file (bytes), or number of entries of the folder
 * @param modified time of the last change (ms since 1970)
 */
record ScanLink(ScanRecipe recipe, String address, long size, long modified) {

    private static final String VERSION = "1";

    /** Links to a file as it is now. */
    static ScanLink to(final ScanRecipe recipe, final String address) throws IOException {
        final Path path = recipe.path();
        return new ScanLink(recipe, address, sizeOf(path), Files.getLastModifiedTime(path).toMillis());
    }

    private static long sizeOf(final Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> entries = Files.list(path)) {
                return entries.count();
            }
        }
        return Files.size(path);
    }

    /**
     * Opens the linked scan.
     *
     * @return the scan, to be closed by the caller
     * @throws IOException one sentence if the file is missing, or has changed
     */
    Scan open() throws IOException {
        final Path path = recipe.path();
        final boolean moved = !Files.exists(path) && FileLocation.isMovable(address);
        final ScanRecipe here = moved ? recipe.at(FileLocation.resolve(address)) : recipe;
        if (!Files.exists(here.path())) {
            throw new IOException("The patterns are linked to " + here.path()
                + ", which does not exist any more; put it back, or execute Load 4D-STEM again");
        }
        final ScanLink now = to(here, address);
        // a copy may have another time, but not another size
        if (now.size != size || !moved && now.modified != modified) {
            throw new IOException("The patterns are linked to " + here.path() + ", which has changed since: found "
                + text(now) + ", expected " + text(this) + "; execute Load 4D-STEM again");
        }
        return here.open();
    }

    private static String text(final ScanLink link) {
        final String unit = Files.isDirectory(link.recipe.path()) ? " files" : " bytes";
        return link.size + unit + " of " + Instant.ofEpochMilli(link.modified);
    }

    /** Writes the link as text, one setting per line. */
    void write(final Path file) throws IOException {
        final Properties p = new Properties();
        p.setProperty("version", VERSION);
        p.setProperty("path", recipe.path().toString());
        p.setProperty("address", address);
        p.setProperty("size", Long.toString(size));
        p.setProperty("modified", Long.toString(modified));
        writeOptions(p, recipe.options());
        writeViews(p, recipe);
        if (recipe.part() != null) {
            final ScanRecipe.Part part = recipe.part();
            p.setProperty("part", part.x() + " " + part.y() + " " + part.width() + " " + part.height());
        }
        p.setProperty("binning", Integer.toString(recipe.binning()));
        if (recipe.eightBit() != null) {
            p.setProperty("eightBit", recipe.eightBit().low() + " " + recipe.eightBit().high());
        }
        final StringWriter text = new StringWriter();
        p.store(text, "ePattern: link to the patterns of a scan");
        Files.writeString(file, text.toString(), StandardCharsets.UTF_8);
    }

    private static void writeViews(final Properties p, final ScanRecipe recipe) {
        if (recipe.lines() != null) {
            final ScanLines lines = recipe.lines();
            p.setProperty("lines", lines.width() + " " + lines.fit());
            p.setProperty("runs", lines.runs().stream().map(run -> run.first() + ":" + run.length())
                .collect(Collectors.joining(" ")));
        }
        p.setProperty("scanAxes", text(recipe.scanAxes()));
        p.setProperty("patternAxes", text(recipe.patternAxes()));
        if (recipe.hotPixels() != null) {
            final HotPixels hot = recipe.hotPixels();
            p.setProperty("hotPixels", hot.width() + " " + hot.height() + Arrays.stream(hot.pixels())
                .mapToObj(pixel -> " " + pixel).collect(Collectors.joining()));
        }
    }

    private static String text(final Axes axes) {
        return axes.transpose() + " " + axes.flipX() + " " + axes.flipY();
    }

    private static void writeOptions(final Properties p, final OpenOptions options) {
        p.setProperty("format", options.format());
        p.setProperty("scan", options.scanWidth() + " " + options.scanHeight());
        p.setProperty("skip", options.skipStart() + " " + options.skipEnd());
        p.setProperty("dataset", options.dataset());
        if (options.raw() != null) {
            final RawLayout raw = options.raw();
            p.setProperty("raw", raw.patternWidth() + " " + raw.patternHeight() + " " + raw.type() + " "
                + (raw.order() == ByteOrder.LITTLE_ENDIAN ? "LITTLE" : "BIG") + " " + raw.headerBytes() + " "
                + raw.gapBytes());
        }
    }

    /**
     * Reads a link.
     *
     * @param file the file store
     * @return the link
     * @throws IOException one sentence if it is missing or damaged
     */
    static ScanLink read(final Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("The link to the patterns, " + file
                + ", does not exist any more; execute Load 4D-STEM again");
        }
        final Properties p = new Properties();
        p.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
        if (!VERSION.equals(p.getProperty("version"))) {
            throw new IOException(file + " is a link of version " + p.getProperty("version", "none") + "; expected "
                + VERSION);
        }
        try {
            final ScanRecipe recipe = new ScanRecipe(Path.of(p.getProperty("path")), readOptions(p), readLines(p),
                readAxes(p.getProperty("scanAxes")), readPart(p), readHotPixels(p),
                readAxes(p.getProperty("patternAxes")), Integer.parseInt(p.getProperty("binning")), readRange(p));
            return new ScanLink(recipe, p.getProperty("address"), Long.parseLong(p.getProperty("size")),
                Long.parseLong(p.getProperty("modified")));
        } catch (IllegalArgumentException | NullPointerException | IndexOutOfBoundsException e) {
            throw new IOException(file + " is a damaged link to a scan; execute Load 4D-STEM again", e);
        }
    }

    private static ScanLines readLines(final Properties p) {
        if (p.getProperty("lines") == null) {
            return null;
        }
        final String[] lines = p.getProperty("lines").split(" ");
        final List<ScanLines.Run> runs = new ArrayList<>();
        for (final String run : p.getProperty("runs").split(" ")) {
            final int colon = run.indexOf(':');
            runs.add(new ScanLines.Run(Long.parseLong(run.substring(0, colon)),
                Integer.parseInt(run.substring(colon + 1))));
        }
        return new ScanLines(Integer.parseInt(lines[0]), ScanLines.Fit.valueOf(lines[1]), runs);
    }

    /** Links of workflows that were saved before axes could be turned have none. */
    private static Axes readAxes(final String text) {
        if (text == null) {
            return Axes.AS_THEY_ARE;
        }
        final String[] axes = text.split(" ");
        return new Axes(Boolean.parseBoolean(axes[0]), Boolean.parseBoolean(axes[1]), Boolean.parseBoolean(axes[2]));
    }

    private static HotPixels readHotPixels(final Properties p) {
        if (p.getProperty("hotPixels") == null) {
            return null;
        }
        final int[] numbers =
            Arrays.stream(p.getProperty("hotPixels").split(" ")).mapToInt(Integer::parseInt).toArray();
        return new HotPixels(numbers[0], numbers[1], Arrays.copyOfRange(numbers, 2, numbers.length));
    }

    private static OpenOptions readOptions(final Properties p) {
        final String[] scan = p.getProperty("scan").split(" ");
        final String[] skip = p.getProperty("skip").split(" ");
        return new OpenOptions(p.getProperty("format"), Integer.parseInt(scan[0]), Integer.parseInt(scan[1]),
            Integer.parseInt(skip[0]), Integer.parseInt(skip[1]), readRaw(p), p.getProperty("dataset", ""));
    }

    private static RawLayout readRaw(final Properties p) {
        if (p.getProperty("raw") == null) {
            return null;
        }
        final String[] raw = p.getProperty("raw").split(" ");
        return new RawLayout(Integer.parseInt(raw[0]), Integer.parseInt(raw[1]), SampleType.valueOf(raw[2]),
            "LITTLE".equals(raw[3]) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN, Long.parseLong(raw[4]),
            Long.parseLong(raw[5]));
    }

    private static ScanRecipe.Part readPart(final Properties p) {
        if (p.getProperty("part") == null) {
            return null;
        }
        final String[] part = p.getProperty("part").split(" ");
        return new ScanRecipe.Part(Integer.parseInt(part[0]), Integer.parseInt(part[1]), Integer.parseInt(part[2]),
            Integer.parseInt(part[3]));
    }

    private static GreyRange readRange(final Properties p) {
        if (p.getProperty("eightBit") == null) {
            return null;
        }
        final String[] range = p.getProperty("eightBit").split(" ");
        return new GreyRange(Double.parseDouble(range[0]), Double.parseDouble(range[1]));
    }
}
