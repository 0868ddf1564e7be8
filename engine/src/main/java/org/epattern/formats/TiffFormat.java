// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.epattern.scan.Calibration;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;

/**
 * TIFF file with a pattern or a stack of them: pages, see {@link TiffPages} and {@link TiffDescription}, or ImageJ's
 * stacks beyond 4 GB, which have one page and all other patterns just behind its pixels. Compressed pages are read with
 * the Java image library.
 */
final class TiffFormat implements ScanFormat {

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
        final TiffDescription description = new TiffDescription(pages.first());
        final long stated = description.images();
        final boolean isLargeStack = pages.count() == 1 && stated > 1 && pages.firstPixels() >= 0;
        final GreyImages.Kind kind = pages.kind();
        final long bytes = (long)kind.width() * kind.height() * kind.type().bytes();
        final long patterns =
            isLargeStack ? complete(file, pages.firstPixels(), bytes, stated, options) : pages.count();
        final int[] size = description.scanSize(patterns, kind);
        final ScanShape shape = size == null ? ScanShape.ofFrames(file.path(), patterns, options)
            : ScanShape.of(file.path(), patterns, size[0], size[1], options);
        final ScanGeometry geometry = shape.geometry(file.path(), kind.width(), kind.height(), kind.type());
        final List<ScanProperty> properties = new ArrayList<>();
        properties.add(new ScanProperty("format",
            isLargeStack ? "TIFF, large stack of ImageJ" : pages.count() > 1 ? "multi-page TIFF" : "TIFF", ""));
        final Calibration calibration = description.calibration();
        if (isLargeStack) {
            return new FrameScan(file, geometry,
                new FrameScan.Frames(pages.firstPixels() + shape.first() * bytes, bytes, pages.order(), shape.first()),
                calibration, properties);
        }
        final int first = (int)shape.first();
        return new SampleScan(file.path().toString(), geometry, calibration, properties,
            pages.isPlain() ? new Plain(file, pages, first) : new Coded(file, pages, first));
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
