// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.epattern.scan.Calibration;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;

/**
 * Series of images of FEI's TIA (.ser), see {@link SerHeader}, with what the .emi file beside it tells, see
 * {@link EmiText}. The lowest row of an image lies first in the file; patterns are given with the uppermost row first.
 */
final class SerFormat implements ScanFormat {

    private static final String EMI = ".emi";
    private static final double PER_METRE_IN_PER_NM = 1e-9;

    @Override
    public String name() {
        return "ser";
    }

    @Override
    public String description() {
        return "TIA series (.ser, .emi)";
    }

    @Override
    public boolean recognises(final Path path) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) == 0) {
            return false;
        }
        if (SmallText.endsWith(path, EMI)) {
            return true;
        }
        try (ScanFile file = new ScanFile(path)) {
            return SerHeader.recognises(file);
        }
    }

    @Override
    public Scan open(final Path path, final OpenOptions options) throws IOException {
        final ScanFile file = new ScanFile(SmallText.endsWith(path, EMI) ? firstSeries(path) : path);
        try {
            return open(file, options);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Path firstSeries(final Path emi) throws IOException {
        final Path series = emi.resolveSibling(SmallText.stem(emi) + "_1.ser");
        if (!Files.isRegularFile(series)) {
            throw new IOException(emi + ": the images are in a file " + series.getFileName()
                + " beside it, which is missing");
        }
        return series;
    }

    private static Scan open(final ScanFile file, final OpenOptions options) throws IOException {
        final SerHeader header = SerHeader.read(file);
        final SerHeader.Element first = header.element(file, 0);
        final boolean isRaster = isRaster(file, header);
        final ScanShape shape = isRaster
            ? ScanShape.of(file.path(), header.valid(), (int)header.dimensions().get(0).size(),
                (int)header.dimensions().get(1).size(), options)
            : ScanShape.ofFrames(file.path(), header.valid(), options);
        final ScanGeometry geometry = shape.geometry(file.path(), first.width(), first.height(), first.type());
        final EmiText emi = EmiText.beside(file.path());
        final OptionalDouble pixel = emi.isDiffraction() && first.pixel() > 0
            ? OptionalDouble.of(first.pixel() * PER_METRE_IN_PER_NM) : OptionalDouble.empty();
        final OptionalDouble step = isRaster && header.dimensions().get(0).unit().equals("meters")
            ? PhysicalUnits.nm(header.dimensions().get(0).step(), "m") : OptionalDouble.empty();
        return new SampleScan(file.path().toString(), geometry, new Calibration(step, pixel, emi.beamEnergyKeV()),
            properties(header, emi), new Images(file, header, geometry, shape.first()));
    }

    /** Whether the beam moved along x first, so that the two dimensions are width and height of the scan. */
    private static boolean isRaster(final ScanFile file, final SerHeader header) throws IOException {
        final List<SerHeader.Dimension> dimensions = header.dimensions();
        if (dimensions.size() != 2 || !header.hasPositions() || header.valid() != header.total() || header.valid() < 2
            || dimensions.get(0).size() < 2 || dimensions.get(0).size() > header.total()
            || dimensions.get(1).size() > header.total()
            || dimensions.get(0).size() * dimensions.get(1).size() != header.total()) {
            return false;
        }
        final double[] one = header.position(file, 0);
        final double[] two = header.position(file, 1);
        return one[0] != two[0] && one[1] == two[1];
    }

    private static List<ScanProperty> properties(final SerHeader header, final EmiText emi) {
        final List<ScanProperty> list = new ArrayList<>();
        list.add(new ScanProperty("format", String.format("TIA series 0x%04X", header.version()), ""));
        if (header.valid() < header.total()) {
            list.add(new ScanProperty("ended early", header.valid() + " of " + header.total() + " images", ""));
        }
        for (final String label : List.of("Microscope", "Mode", "Camera length", "Magnification", "Spot size")) {
            final String value = emi.value(label);
            if (!value.isEmpty()) {
                list.add(new ScanProperty(label.toLowerCase(Locale.ROOT), value, ""));
            }
        }
        return list;
    }

    private record Images(ScanFile file, SerHeader header, ScanGeometry geometry, long first)
        implements SampleScan.Source {

        @Override
        public SampleScan.Fetcher fetcher() {
            final byte[] upsideDown = new byte[geometry.patternBytes()];
            return new SampleScan.Fetcher() {

                @Override
                public void fetch(final long index, final byte[] samples) throws IOException {
                    final long number = first + index;
                    final SerHeader.Element image = header.element(file, number);
                    if (image.width() != geometry.patternWidth() || image.height() != geometry.patternHeight()
                        || image.type() != geometry.sampleType()) {
                        throw new IOException(file.path() + ": image " + number + " has " + image.width() + " x "
                            + image.height() + " px " + image.type() + ", but the first one has "
                            + geometry.patternWidth() + " x " + geometry.patternHeight() + " px "
                            + geometry.sampleType() + "; all images of a scan must be alike");
                    }
                    file.read(image.pixels(), upsideDown, 0, upsideDown.length, "image " + number);
                    final int row = geometry.patternWidth() * geometry.sampleType().bytes();
                    for (int y = 0; y < geometry.patternHeight(); y++) {
                        System.arraycopy(upsideDown, (geometry.patternHeight() - 1 - y) * row, samples, y * row, row);
                    }
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
}
