// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.epattern.scan.SampleType;
import org.epattern.scan.ScanProperty;

/**
 * Header of a frame of a Merlin detector (.mib): text, fields separated by commas, filled up to its length (384 bytes
 * for one chip, 768 for four). Fields, counted from 0, as in the maker's manual, LiberTEM and RosettaSciIO:
 *
 * <pre>
 *  0 "MQ1"   1 number of the frame   2 bytes of the header   3 chips   4 width   5 height
 *  6 "U08", "U16", "U32": bits of a pixel, big-endian; "R64": as read out, see {@link MerlinRawFrames}
 *  7 layout of the chips, e.g. "2x2"   8 chips in use   9 time   10 exposure (s)   …   last: counter depth (bits)
 * </pre>
 *
 * @param frameNumber number of the frame in the acquisition
 * @param length bytes of the header
 * @param chips number of chips that were read out
 * @param width pixels in a row, as the header says
 * @param height rows, as the header says
 * @param kind "U08", "U16", "U32" or "R64"
 * @param layout layout of the chips, e.g. "2x2"
 * @param time when the frame was taken
 * @param exposure exposure time (s), as text
 * @param depth counter depth (bits), 0 where the header does not tell
 */
record MerlinHeader(long frameNumber, int length, int chips, int width, int height, String kind, String layout,
    String time, String exposure, int depth) {

    static final String ID = "MQ1,";
    static final String RAW = "R64";

    private static final int LEAST_LENGTH = 64;
    private static final int LARGEST_LENGTH = 1 << 16;
    private static final int FIELDS = 8;
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    /**
     * @param file the file
     * @param position where the header starts
     * @return the header
     * @throws IOException one sentence that names the field that is wrong
     */
    static MerlinHeader read(final ScanFile file, final long position) throws IOException {
        final String place = position == 0 ? "the header" : "the frame header at byte " + position;
        final byte[] start = new byte[(int)Math.min(LARGEST_LENGTH, file.size() - position)];
        file.read(position, start, 0, start.length, place);
        return parse(file.path(), place, new String(start, StandardCharsets.ISO_8859_1));
    }

    private static MerlinHeader parse(final Path path, final String place, final String start) throws IOException {
        if (!start.startsWith(ID)) {
            throw new IOException(path + ": " + place + " starts with "
                + SmallText.quoted(start.substring(0, Math.min(ID.length(), start.length())))
                + ", expected \"MQ1,\" of a Merlin detector");
        }
        final String[] first = start.substring(0, Math.min(LARGEST_LENGTH, start.length())).split(",", FIELDS + 4);
        if (first.length < FIELDS) {
            throw new IOException(path + ": " + place + " has " + first.length + " fields, expected at least "
                + FIELDS);
        }
        final int length = whole(path, place, first, 2, "its own length", LEAST_LENGTH, LARGEST_LENGTH);
        if (length > start.length()) {
            throw new IOException(path + ": the file ends within " + place + ", which should have " + length
                + " bytes, but only " + start.length() + " are left");
        }
        final String[] fields = start.substring(0, length).split(",");
        return new MerlinHeader(whole(path, place, first, 1, "number of the frame", 0, Integer.MAX_VALUE), length,
            whole(path, place, first, 3, "number of chips", 1, 64),
            whole(path, place, first, 4, "width of the pattern", 1, 1 << 16),
            whole(path, place, first, 5, "height of the pattern", 1, 1 << 16), kind(path, place, first[6].strip()),
            first[7].strip(), field(fields, 9), field(fields, 10), depth(fields));
    }

    private static int whole(final Path path, final String place, final String[] fields, final int index,
        final String what, final int least, final int largest) throws IOException {
        final String text = fields[index].strip();
        if (WHOLE.matcher(text).matches()) {
            final int value = Integer.parseInt(text);
            if (value >= least && value <= largest) {
                return value;
            }
        }
        throw new IOException(path + ": field " + (index + 1) + " of " + place + " (" + what + ") is "
            + SmallText.quoted(text) + ", expected a whole number from " + least + " to " + largest);
    }

    private static String kind(final Path path, final String place, final String text) throws IOException {
        if (!RAW.equals(text) && !text.matches("U(08|16|32)")) {
            throw new IOException(path + ": field 7 of " + place + " (number type) is " + SmallText.quoted(text)
                + ", expected U08, U16, U32 or R64");
        }
        return text;
    }

    private static String field(final String[] fields, final int index) {
        return index < fields.length ? fields[index].replaceAll("[^ -~]", " ").strip() : "";
    }

    /** The last field that is not empty, where the header has the part "MQ1A" that holds the counter depth. */
    private static int depth(final String[] fields) {
        int last = fields.length - 1;
        while (last > 0 && fields[last].replace('\0', ' ').isBlank()) {
            last--;
        }
        final String text = fields[last].replace('\0', ' ').strip();
        return text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
    }

    boolean isRaw() {
        return RAW.equals(kind);
    }

    /** @return number type of a pattern that is not raw */
    SampleType type() {
        return switch (kind) {
            case "U08" -> SampleType.UINT8;
            case "U16" -> SampleType.UINT16;
            default -> SampleType.UINT32;
        };
    }

    /** @return whether a frame with the other header has the same size and number type as one with this */
    boolean isLike(final MerlinHeader other) {
        return length == other.length && chips == other.chips && width == other.width && height == other.height
            && kind.equals(other.kind) && depth == other.depth;
    }

    /** @return sizes and number type, for messages */
    String text() {
        return width + " x " + height + " px " + kind + " from " + chipText() + " behind " + length + " bytes";
    }

    /** @return number of chips, for messages */
    String chipText() {
        return chips == 1 ? "one chip" : chips + " chips";
    }

    List<ScanProperty> properties() {
        final List<ScanProperty> list = new ArrayList<>();
        list.add(new ScanProperty("format", "Quantum Detectors Merlin, " + kind + ", chips " + layout, ""));
        if (depth > 0) {
            list.add(new ScanProperty("counter depth", Integer.toString(depth), "bit"));
        }
        list.add(new ScanProperty("first frame", Long.toString(frameNumber), ""));
        if (!time.isEmpty()) {
            list.add(new ScanProperty("acquired", time, ""));
        }
        if (!exposure.isEmpty()) {
            list.add(new ScanProperty("exposure", exposure, "s"));
        }
        return list;
    }
}
