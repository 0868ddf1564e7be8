// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.epattern.scan.SampleType;

/**
 * One image of a DigitalMicrograph file: the numbers that describe it, as they stand in its tags.
 *
 * @param path the file, for messages
 * @param version version of the file, 3 or 4
 * @param order byte order of the pixels
 * @param axes its axes, the one along which neighbours in the file lie first; at least one
 * @param type number type of a pixel
 * @param position first byte of the pixels
 * @param name name of the image, may be empty
 * @param tags its tags about microscope and acquisition
 * @param others number of images in the file besides this one and the thumbnail
 */
record DmImage(Path path, int version, ByteOrder order, List<Axis> axes, SampleType type, long position, String name,
    DmGroup tags, int others) {

    private static final int MOST_AXES = 16;
    private static final int MOST_NAMES = 20;
    private static final int PACKED_COLOUR = 8;
    private static final int COLOUR = 23;
    private static final Set<Integer> COMPLEX = Set.of(3, 5, 13, 27, 28);

    /**
     * An axis.
     *
     * @param size number of points, at least 1
     * @param scale distance of two points
     * @param unit its unit, empty where there is none
     */
    record Axis(long size, double scale, String unit) {

        boolean isEnergy() {
            final String lower = unit.toLowerCase(Locale.ROOT);
            return lower.equals("ev") || lower.equals("kev");
        }
    }

    /**
     * Finds the image that holds the patterns: not the thumbnail; the one with most axes, and of those the first.
     *
     * @param file the file
     * @param wanted name or number (from 1, without the thumbnail) of the image that the user wants; empty = find out
     * @throws IOException one sentence if there is none that holds patterns, or no such one
     */
    static DmImage read(final ScanFile file, final String wanted) throws IOException {
        final DmTags.Content content = DmTags.read(file);
        final List<DmGroup> images = withoutThumbnails(content.root());
        if (images.isEmpty()) {
            throw new IOException(file.path() + ": found no image in this DigitalMicrograph file, expected patterns");
        }
        if (!wanted.isEmpty()) {
            return read(file, content, choose(file.path(), images, wanted), images.size() - 1);
        }
        DmImage best = null;
        IOException refusal = null;
        for (final DmGroup image : images) {
            try {
                final DmImage candidate = read(file, content, image, images.size() - 1);
                if (best == null || candidate.axes.size() > best.axes.size()) {
                    best = candidate;
                }
            } catch (IOException e) {
                refusal = refusal == null ? e : refusal;
            }
        }
        if (best == null) {
            throw refusal;
        }
        return best;
    }

    private static List<DmGroup> withoutThumbnails(final DmGroup root) {
        final List<DmGroup> all = root.group("ImageList").groups();
        final Set<Integer> thumbnails = new HashSet<>();
        for (final DmGroup thumbnail : root.group("Thumbnails").groups()) {
            thumbnail.number("ImageIndex").ifPresent(index -> thumbnails.add((int)index));
        }
        final List<DmGroup> images = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!thumbnails.contains(i)) {
                images.add(all.get(i));
            }
        }
        return images;
    }

    private static DmGroup choose(final Path path, final List<DmGroup> images, final String wanted)
        throws IOException {
        final List<String> names = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            final String name = images.get(i).text("Name");
            if (name.equals(wanted) || wanted.equals(Integer.toString(i + 1))) {
                return images.get(i);
            }
            names.add(i + 1 + (name.isEmpty() ? "" : " (\"" + Printable.of(name) + "\")"));
        }
        throw new IOException(path + ": there is no data set \"" + Printable.of(wanted) + "\", expected one of "
            + String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES))));
    }

    private static DmImage read(final ScanFile file, final DmTags.Content content, final DmGroup image,
        final int others) throws IOException {
        final DmGroup data = image.group("ImageData");
        final String name = Printable.of(image.text("Name"));
        final List<Axis> axes = axes(file.path(), data);
        final String format = image.group("ImageTags").text("Meta Data", "Format");
        // four axes without an energy are patterns, whatever the program calls them
        if (axes.stream().anyMatch(Axis::isEnergy)
            || axes.size() < 4 && format.toLowerCase(Locale.ROOT).startsWith("spectrum")) {
            throw new IOException(file.path() + ": found a spectrum" + (name.isEmpty() ? "" : " (\"" + name + "\")")
                + ", expected diffraction patterns");
        }
        if (axes.size() < 2 || axes.size() > 4) {
            throw new IOException(file.path() + ": found an image of " + axes.size()
                + " axes, expected 2 (a pattern), 3 (a series) or 4 (a scan)");
        }
        final SampleType type = type(file.path(), data);
        final DmArray pixels = data.array("Data");
        if (pixels == null) {
            throw new IOException(
                file.path() + ": damaged file; the tag \"ImageData/Data\" with the pixels is missing");
        }
        long bytes = type.bytes();
        for (final Axis axis : axes) {
            if (axis.size() > file.size() / bytes) {
                throw new IOException(file.path() + ": damaged tag \"ImageData/Dimensions\"; found an image of "
                    + sizes(axes) + ", which cannot be in a file of " + file.size() + " bytes");
            }
            bytes *= axis.size();
        }
        if (bytes != pixels.bytes()) {
            throw new IOException(file.path() + ": damaged tag \"ImageData/Dimensions\"; an image of " + sizes(axes)
                + " " + type + " has " + bytes + " bytes, but the tag \"ImageData/Data\" has " + pixels.bytes());
        }
        return new DmImage(file.path(), content.version(), content.order(), axes, type, pixels.position(), name,
            image.group("ImageTags"), others);
    }

    private static List<Axis> axes(final Path path, final DmGroup data) throws IOException {
        final List<DmGroup> calibrations = data.group("Calibrations", "Dimension").groups();
        final List<Axis> axes = new ArrayList<>();
        for (final Object size : data.group("Dimensions").values()) {
            final int i = axes.size();
            if (!(size instanceof Number number) || number.longValue() < 1 || i >= MOST_AXES) {
                throw new IOException(path + ": damaged tag \"ImageData/Dimensions\"; found " + size
                    + " as size " + (i + 1) + ", expected at least 1 and at most " + MOST_AXES + " sizes");
            }
            // plugins of the maker's program write fewer calibrations than sizes
            final DmGroup calibration = i < calibrations.size() ? calibrations.get(i) : new DmGroup();
            axes.add(new Axis(number.longValue(), calibration.number("Scale").orElse(0), calibration.text("Units")));
        }
        return axes;
    }

    private static SampleType type(final Path path, final DmGroup data) throws IOException {
        final double code = data.number("DataType").orElse(-1);
        if (COMPLEX.contains((int)code)) {
            throw new IOException(path + ": found complex numbers (data type " + (int)code
                + "), expected a real image of whole or floating point numbers");
        }
        return switch ((int)code) {
            case 1 -> SampleType.INT16;
            case 2 -> SampleType.FLOAT32;
            case 6, 14 -> SampleType.UINT8;
            case 7 -> SampleType.INT32;
            case 9 -> SampleType.INT8;
            case 10 -> SampleType.UINT16;
            case 11 -> SampleType.UINT32;
            case 12 -> SampleType.FLOAT64;
            case PACKED_COLOUR, COLOUR -> throw new IOException(
                path + ": found a colour image (data type " + (int)code + "), expected grey levels");
            default -> throw new IOException(path + ": found data type " + (int)code
                + ", expected 1, 2, 6, 7, 9, 10, 11, 12 or 14 (whole or floating point numbers of 8 to 64 bits)");
        };
    }

    private static String sizes(final List<Axis> axes) {
        return String.join(" x ", axes.stream().map(axis -> Long.toString(axis.size())).toList());
    }

    /** @return the sizes as text, the first axis first */
    String sizes() {
        return sizes(axes);
    }

    /**
     * @return whether the points of the scan lie next to each other in the file, and the pixels of a pattern far apart:
     *         the old order of STEM data sets. A tag tells; where it is missing the units do, and a set of four axes
     *         without either is of the old order (as LiberTEM takes it)
     */
    boolean isScanFirst() {
        if (axes.size() < 3) {
            return false;
        }
        final boolean firstReciprocal = isReciprocal(0) && isReciprocal(1);
        final boolean lastReciprocal = isReciprocal(axes.size() - 2) && isReciprocal(axes.size() - 1);
        if (axes.size() == 3) {
            return lastReciprocal && !isReciprocal(0);
        }
        final double swapped = tags.number("Meta Data", "Data Order Swapped").orElse(-1);
        if (swapped >= 0) {
            return swapped == 0;
        }
        return !(firstReciprocal && !lastReciprocal);
    }

    private boolean isReciprocal(final int axis) {
        return PhysicalUnits.isReciprocal(axes.get(axis).unit());
    }

    /** @return number of the axis along the rows of a pattern; the next one is that along its columns */
    int patternAxis() {
        return isScanFirst() ? axes.size() - 2 : 0;
    }

    /** @return number of the axis along the lines of the scan, -1 where there is none */
    int scanAxis() {
        if (axes.size() < 3) {
            return -1;
        }
        return isScanFirst() ? 0 : 2;
    }
}
