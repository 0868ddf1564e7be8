// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.epattern.scan.ScanProperty;

/**
 * What lies beside the frames of a Merlin detector and tells the scan: the text file .hdr (a key, a colon and a
 * tab before each value), or else the name of the file ("..._4x2_..." = 4 wide, 2 high).
 *
 * @param values the lines of the .hdr file, empty where there is none
 */
record MerlinScanSize(Map<String, String> values) {

    static final String HDR_START = "HDR,";

    private static final Pattern IN_NAME = Pattern.compile("(?<![0-9a-z])(?:nav)?(\\d{1,6})x(\\d{1,6})(?![0-9])",
        Pattern.CASE_INSENSITIVE);
    private static final List<String> SHOWN =
        List.of("Chip Mode  (SPM, CSM, CM, CSCM)", "Gain", "Sensor Bias (V)", "Software Version");

    /**
     * @param hdr the .hdr file; it may be missing
     * @return its lines
     * @throws IOException if it cannot be read
     */
    static MerlinScanSize read(final Path hdr) throws IOException {
        return parse(Files.isRegularFile(hdr) && Files.size(hdr) > 0 ? SmallText.read(hdr) : "");
    }

    static MerlinScanSize parse(final String text) {
        final Map<String, String> values = new LinkedHashMap<>();
        if (text.startsWith(HDR_START)) {
            for (final String line : text.split("\\R")) {
                final int tab = line.indexOf('\t');
                if (tab > 0) {
                    values.put(line.substring(0, tab).strip().replaceAll(":$", ""), line.substring(tab + 1).strip());
                }
            }
        }
        return new MerlinScanSize(values);
    }

    private int whole(final String key) {
        final String value = values.getOrDefault(key, "");
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
    }

    /**
     * @param name name of the file with the frames
     * @param count number of frames there
     * @return width and height; null where nothing tells more than the number of frames
     */
    int[] scanSize(final String name, final long count) {
        if (whole("ScanX") > 0 && whole("ScanY") > 0) {
            return new int[] {whole("ScanX"), whole("ScanY")};
        }
        // a trigger per line; with a trigger per frame, or one for all, the lines are not known
        final int frames = whole("Frames in Acquisition (Number)");
        final int perTrigger = whole("Frames per Trigger (Number)");
        if (perTrigger > 1 && perTrigger < frames && frames % perTrigger == 0) {
            return new int[] {perTrigger, frames / perTrigger};
        }
        return inName(name, count);
    }

    /** The last "4x2" in a name that comes out at the number of frames; that of a detector (256x256) does not. */
    private static int[] inName(final String name, final long count) {
        int[] size = null;
        final Matcher matcher = IN_NAME.matcher(name);
        while (matcher.find()) {
            final int width = Integer.parseInt(matcher.group(1));
            final int height = Integer.parseInt(matcher.group(2));
            if ((long)width * height == count) {
                size = new int[] {width, height};
            }
        }
        return size;
    }

    List<ScanProperty> properties() {
        final List<ScanProperty> list = new ArrayList<>();
        for (final String key : SHOWN) {
            final String value = values.getOrDefault(key, "");
            if (!value.isEmpty()) {
                list.add(new ScanProperty(key.replaceAll("\\s+\\(.*", "").toLowerCase(Locale.ROOT), value,
                    ""));
            }
        }
        return list;
    }
}
