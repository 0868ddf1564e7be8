// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.epattern.scan.Calibration;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;

/**
 * TIFF file with a pattern or a stack of them: pages, see {@link TiffPages}, or ImageJ's stacks beyond 4 GB, which have
 * one page and all other patterns just behind its pixels. Compressed pages are read with the Java image library.
 */
final class TiffFormat implements ScanFormat {

    private static final Pattern IMAGES = Pattern.compile("^images=(\\d{1,9})$", Pattern.MULTILINE);
    private static final Pattern UNIT = Pattern.compile("^unit=(.{1,20})$", Pattern.MULTILINE);
    private static final String IMAGEJ = "ImageJ=";
    /** ImageJ's hyperstack: slices run faster than frames. */
    private static final Pattern SCAN =
        Pattern.compile("^slices=(\\d{1,9})\nframes=(\\d{1,9})\nhyperstack=true$", Pattern.MULTILINE);
    /** Lines that Save 4D-STEM adds to ImageJ's. */
    private static final Pattern STEP = Pattern.compile("^scan step \\(nm\\)=([0-9.E-]{1,25})$", Pattern.MULTILINE);
    private static final Pattern ENERGY =
        Pattern.compile("^beam energy \\(keV\\)=([0-9.E-]{1,25})$", Pattern.MULTILINE);

    @Override
    public String name() {
        return "tif";
    }

    @Override
    public String description() {
        return "TIFF image or stack (.tif), also BigTIFF and ImageJ's large stacks";
    }

    @Override
    public boolean recognises(final Path path) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) == 0) {
            return false;
        }
        try (ScanFile file = new ScanFile(path)) {
            return TiffReader.recognises(file);
        }
    }

    @Override
    public Scan open(final Path path, final OpenOptions options) throws IOException {
        final ScanFile file = new ScanFile(path);
        try {
            return open(file, options);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Scan open(final ScanFile file, final OpenOptions options) throws IOException {
        final TiffPages pages = new TiffPages(file);
        final String description = pages.first().text(TiffDirectory.DESCRIPTION);
        final Matcher images = IMAGES.matcher(description);
        final long stated = description.startsWith(IMAGEJ) && images.find() ? Long.parseLong(images.group(1)) : 0;
        final boolean isLargeStack = pages.count() == 1 && stated > 1 && pages.firstPixels() >= 0;
        final GreyImages.Kind kind = pages.kind();
        final long bytes = (long)kind.width() * kind.height() * kind.type().bytes();
        final long patterns = isLargeStack ? complete(file, pages.firstPixels(), bytes, stated, options) : pages.count();
        final ScanShape shape = shape(file.path(), patterns, description, options);
        final ScanGeometry geometry = shape.geometry(file.path(), kind.width(), kind.height(), kind.type());
        final List<ScanProperty> properties = new ArrayList<>();
        properties.add(new ScanProperty("format",
            isLargeStack ? "TIFF, large stack of ImageJ" : pages.count() > 1 ? "multi-page TIFF" : "TIFF", ""));
        final Calibration calibration = new Calibration(number(STEP, description), pixel(pages.first(), description),
            number(ENERGY, description));
        if (isLargeStack) {
            return new FrameScan(file, geometry, new FrameScan.Frames(pages.firstPixels() + shape.first() * bytes, bytes,
                pages.order(), shape.first()), calibration, properties);
        }
        final int first = (int)shape.first();
        return new SampleScan(file.path().toString(), geometry, calibration, properties,
            pages.isPlain() ? new Plain(file, pages, first) : new Coded(file, pages, first));
    }

    private static ScanShape shape(final Path path, final long patterns, final String description,
        final OpenOptions options) throws IOException {
        final Matcher scan = SCAN.matcher(description);
        if (description.startsWith(IMAGEJ) && scan.find()) {
            final int width = Integer.parseInt(scan.group(1));
            final int height = Integer.parseInt(scan.group(2));
            if ((long)width * height == patterns) {
                return ScanShape.of(path, patterns, width, height, options);
            }
        }
        return ScanShape.ofFrames(path, patterns, options);
    }

    private static OptionalDouble number(final Pattern line, final String description) {
        final Matcher matcher = line.matcher(description);
        if (!description.startsWith(IMAGEJ) || !matcher.find()) {
            return OptionalDouble.empty();
        }
        try {
            final double value = Double.parseDouble(matcher.group(1));
            return value > 0 && value < Double.POSITIVE_INFINITY ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static long complete(final ScanFile file, final long start, final long bytes, final long stated,
        final OpenOptions options) throws IOException {
        final long complete = Math.min(stated, (file.size() - start) / bytes);
        if (complete < stated && options.scanWidth() == 0 && options.scanHeight() == 0) {
            throw new IOException(file.path() + ": the file is truncated; its description says " + stated
                + " images, but only " + complete + " are complete; to read them, set the scan size, possible are "
                + ScanShape.pairs(complete));
        }
        return complete;
    }

    /** Pixel size where the unit is stated and is that of a diffraction pattern; resolutions in inches say nothing. */
    private static OptionalDouble pixel(final TiffDirectory page, final String description) throws IOException {
        final Matcher unit = UNIT.matcher(description);
        if (description.startsWith(IMAGEJ) && unit.find()) {
            return PhysicalUnits.perNm(1 / page.real(TiffDirectory.X_RESOLUTION), unit.group(1),
                OptionalDouble.empty());
        }
        return PhysicalUnits.perNm(page.real(TiffDirectory.X_SCALE), page.text(TiffDirectory.X_UNIT),
            OptionalDouble.empty());
    }

    /** Pages that are read as they lie. */
    private record Plain(ScanFile file, TiffPages pages, int first) implements SampleScan.Source {

        @Override
        public SampleScan.Fetcher fetcher() {
            return new SampleScan.Fetcher() {

                @Override
                public void fetch(final long index, final byte[] samples) throws IOException {
                    pages.read(first + (int)index, samples);
                }

                @Override
                public void close() {
                    // the file belongs to the scan
                }
            };
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /** Pages that the Java image library decodes; each fetcher has the file open for itself. */
    private record Coded(ScanFile file, TiffPages pages, int first) implements SampleScan.Source {

        @Override
        public SampleScan.Fetcher fetcher() {
            return new SampleScan.Fetcher() {

                private GreyImages.Pages m_images;

                @Override
                public void fetch(final long index, final byte[] samples) throws IOException {
                    if (m_images == null) {
                        m_images = new GreyImages.Pages(file.path());
                    }
                    m_images.read(pages.number(first + (int)index), pages.kind(), samples);
                }

                @Override
                public void close() throws IOException {
                    if (m_images != null) {
                        m_images.close();
                    }
                }
            };
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
