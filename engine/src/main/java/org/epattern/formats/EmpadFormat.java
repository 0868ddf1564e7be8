// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.epattern.scan.Calibration;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;

/**
 * EMPAD detector: a raw file of frames of 130 rows with 128 pixels, float32 little-endian, of which the last two rows
 * are no image, and an XML file that describes it. Opened by either of the two; without the XML file the scan size
 * comes from the name {@code scan_x<width>_y<height>.raw}.
 */
final class EmpadFormat implements ScanFormat {

    static final int SIZE = 128;
    static final int ROWS_IN_FILE = 130;
    static final int FRAME = ROWS_IN_FILE * SIZE * Float.BYTES;

    private static final int LOOK = 1 << 12;
    private static final int LARGEST_SIDE = 1 << 20;
    private static final Pattern SIZE_IN_NAME =
        Pattern.compile("scan.*_x(\\d{1,7})_y(\\d{1,7}).*\\.raw", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "empad";
    }

    @Override
    public String description() {
        return "EMPAD scan (.raw with .xml)";
    }

    @Override
    public boolean recognises(final Path path) throws IOException {
        if (SmallText.endsWith(path, ".xml")) {
            return SmallText.start(path, LOOK).contains("<raw_file");
        }
        return SmallText.endsWith(path, ".raw") && Files.isRegularFile(path)
            && (description(path) != null
                || SIZE_IN_NAME.matcher(path.getFileName().toString()).matches() && Files.size(path) % FRAME == 0);
    }

    @Override
    public Scan open(final Path path, final OpenOptions options) throws IOException {
        final boolean byXml = SmallText.endsWith(path, ".xml");
        final Path xml = byXml ? path : description(path);
        final EmpadDescription description = xml == null ? null : EmpadDescription.read(xml);
        final ScanFile file = new ScanFile(byXml ? rawFile(path, description) : path);
        try {
            return open(file, xml, description, options);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Scan open(final ScanFile file, final Path xml, final EmpadDescription description,
        final OpenOptions options) throws IOException {
        final long count = WholeFrames.count(file.path(), file.size(), FRAME, options);
        final int[] scan = scanSize(file.path(), xml, description);
        final ScanShape shape = scan == null ? ScanShape.ofFrames(file.path(), count, options)
            : ScanShape.of(file.path(), count, scan[0], scan[1], options);
        final ScanGeometry geometry =
            new ScanGeometry(shape.width(), shape.height(), SIZE, SIZE, SampleType.FLOAT32);
        final List<ScanProperty> properties = new ArrayList<>();
        properties.add(new ScanProperty("format", "EMPAD, the 2 rows below each pattern are left out", ""));
        if (description != null) {
            properties.addAll(description.properties());
        }
        return new FrameScan(file, geometry,
            new FrameScan.Frames(shape.first() * FRAME, FRAME, ByteOrder.LITTLE_ENDIAN, shape.first()),
            description == null ? Calibration.NONE
                : description.calibration(scan == null ? shape.width() : scan[0]),
            properties);
    }

    /** Width and height that the XML file or else the name tells, or null. */
    private static int[] scanSize(final Path raw, final Path xml, final EmpadDescription description)
        throws IOException {
        if (description != null && description.scanWidth() != null) {
            return new int[] {side(xml, "pix_x", description.scanWidth()),
                side(xml, "pix_y", description.scanHeight())};
        }
        if (description != null && description.seriesCount() != null) {
            return new int[] {side(xml, "series_count", description.seriesCount()), 1};
        }
        final Matcher matcher = SIZE_IN_NAME.matcher(raw.getFileName().toString());
        return matcher.matches()
            ? new int[] {side(raw, "x in the name", matcher.group(1)), side(raw, "y in the name", matcher.group(2))}
            : null;
    }

    private static int side(final Path path, final String field, final String text) throws IOException {
        if (text != null && text.matches("\\d{1,7}")) {
            final int side = Integer.parseInt(text);
            if (side >= 1 && side <= LARGEST_SIDE) {
                return side;
            }
        }
        throw new IOException(path + ": found " + (text == null ? "nothing" : SmallText.quoted(text)) + " as " + field
            + ", expected a whole number from 1 to " + LARGEST_SIDE);
    }

    private static Path rawFile(final Path xml, final EmpadDescription description) throws IOException {
        // some descriptions hold the path on the computer of the microscope
        final String noted = description.rawFile().replaceAll(".*[/\\\\]", "");
        final List<String> names = List.of(noted, SmallText.stem(xml) + ".raw");
        for (final String name : names) {
            if (!name.isBlank() && name.indexOf('\0') < 0) {
                final Path raw = xml.resolveSibling(name);
                if (Files.isRegularFile(raw)) {
                    return raw;
                }
            }
        }
        throw new IOException(xml + ": names " + SmallText.quoted(noted)
            + " as the file of patterns, which is not in the same folder");
    }

    /** The XML file that describes a raw file: of the same name, or the one in the folder that names it; or null. */
    static Path description(final Path raw) throws IOException {
        final Path sibling = raw.resolveSibling(SmallText.stem(raw) + ".xml");
        if (SmallText.start(sibling, LOOK).contains("<raw_file")) {
            return sibling;
        }
        final Path folder = raw.toAbsolutePath().getParent();
        final String name = raw.getFileName().toString();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{xml,XML}")) {
            for (final Path file : files) {
                final String text = SmallText.start(file, LOOK);
                if (text.contains("<raw_file") && text.contains(name)) {
                    return raw.resolveSibling(file.getFileName());
                }
            }
        }
        return null;
    }
}
