// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.output;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says at the end of a run what was written where: a line for each table, one for each folder of pictures. */
public final class Summary {

    private static final long KILO = 1000;

    private static final int NAME_WIDTH = 50;

    private Summary() {
    }

    /**
     * @param folder the output folder
     * @param files what was written into it
     * @return lines of text
     */
    public static List<String> lines(final Path folder, final List<WrittenFile> files) {
        final List<String> lines = new ArrayList<>();
        final Map<Path, List<WrittenFile>> pictures = new LinkedHashMap<>();
        long bytes = 0;
        for (final WrittenFile file : files) {
            bytes += file.bytes();
            if (file.rows() >= 0) {
                lines.add(line(folder.relativize(file.path()).toString(), file.rows() + " rows", file.bytes()));
            } else {
                pictures.computeIfAbsent(file.path().getParent(), p -> new ArrayList<>()).add(file);
            }
        }
        pictures.forEach((place, list) -> lines.add(line(
            list.size() == 1 ? folder.relativize(list.get(0).path()).toString() : folder.relativize(place) + "/*.png",
            list.size() + (list.size() == 1 ? " picture" : " pictures"),
            list.stream().mapToLong(WrittenFile::bytes).sum())));
        lines.sort(null);
        lines.add(0, files.isEmpty() ? "Nothing was written to " + folder.toAbsolutePath().normalize()
            : "Written to " + folder.toAbsolutePath().normalize() + " (" + files.size() + " files, " + size(bytes)
                + "):");
        return lines;
    }

    private static String line(final String name, final String count, final long bytes) {
        return String.format(Locale.ROOT, "  %-" + NAME_WIDTH + "s %14s %10s", name.replace('\\', '/'), count,
            size(bytes));
    }

    /**
     * @param bytes at least 0
     * @return as 17 B, 4.2 kB, 12.3 MB or 2.6 GB
     */
    static String size(final long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        double value = bytes;
        String unit = "B";
        for (final String next : List.of("kB", "MB", "GB", "TB")) {
            if (value < KILO) {
                break;
            }
            value /= KILO;
            unit = next;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, unit);
    }
}
