// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.epattern.scan.Calibration;
import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;

/**
 * StreamPix sequence (.seq) of uncompressed grey images, as Direct Electron cameras write it, see {@link SeqHeader};
 * corrected with the dark and gain image beside it, see {@link SeqCorrection}.
 */
final class SeqFormat implements ScanFormat {

    @Override
    public String name() {
        return "seq";
    }

    @Override
    public String description() {
        return "StreamPix sequence (.seq), with dark and gain image (.dark.mrc, .gain.mrc)";
    }

    @Override
    public boolean recognises(final Path path) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) == 0) {
            return false;
        }
        try (ScanFile file = new ScanFile(path)) {
            return SeqHeader.recognises(file);
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
        final SeqHeader header = SeqHeader.read(file);
        final ScanShape shape = ScanShape.ofFrames(file.path(), count(file, header, options), options);
        final ScanGeometry raw = shape.geometry(file.path(), header.width(), header.height(), header.type());
        final List<ScanProperty> properties = new ArrayList<>(header.properties());
        final SeqCorrection correction = SeqCorrection.beside(file.path(), raw);
        final Scan measured = new FrameScan(file, raw,
            new FrameScan.Frames(header.start() + shape.first() * header.distance(), header.distance(),
                ByteOrder.LITTLE_ENDIAN, shape.first()),
            Calibration.NONE, properties);
        if (correction == null) {
            return measured;
        }
        properties.add(new ScanProperty("corrected with", (correction.dark() == null ? "" : "dark image ")
            + (correction.gain() == null ? "" : "gain image"), ""));
        return new SampleScan(measured.origin(),
            shape.geometry(file.path(), header.width(), header.height(), SampleType.FLOAT32), Calibration.NONE,
            properties, new Corrected(measured, correction));
    }

    /** Files are allocated in advance: what lies behind the last image is no damage. */
    private static long count(final ScanFile file, final SeqHeader header, final OpenOptions options)
        throws IOException {
        final long bytes = Math.max(0, file.size() - header.start());
        final long pattern = header.width() * header.height() * header.type().bytes();
        // the time stamp behind the last image may be missing
        final long complete = bytes / header.distance() + (bytes % header.distance() >= pattern ? 1 : 0);
        if (header.count() == 0 || complete == 0) {
            return WholeFrames.count(file.path(), bytes, header.distance(), options);
        }
        if (complete < header.count() && options.scanWidth() == 0 && options.scanHeight() == 0) {
            throw new IOException(file.path() + ": the file is truncated; the header says " + header.count()
                + " images, but only " + complete + " are complete; to read them, set the scan size, possible are "
                + ScanShape.pairs(complete));
        }
        return Math.min(complete, header.count());
    }

    private record Corrected(Scan measured, SeqCorrection correction) implements SampleScan.Source {

        @Override
        public SampleScan.Fetcher fetcher() {
            final PatternReader reader = measured.openReader();
            final float[] pixels = new float[measured.geometry().pixelCount()];
            return new SampleScan.Fetcher() {

                @Override
                public void fetch(final long index, final byte[] samples) throws IOException {
                    reader.read(index, pixels);
                    correction.apply(pixels);
                    Samples.encode(pixels, SampleType.FLOAT32, samples);
                }

                @Override
                public void close() throws IOException {
                    reader.close();
                }
            };
        }

        @Override
        public void close() throws IOException {
            measured.close();
        }
    }
}
