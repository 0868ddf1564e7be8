// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

import org.epattern.scan.Calibration;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;

import io.jhdf.HdfFile;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;

/**
 * HDF5 files of HyperSpy (.hspy), Velox and Berkeley (.emd), py4DSTEM and fpd (.h5, .hdf5), NeXus (.nxs) and others,
 * see {@link Hdf5Layout}. The structure is read by jHDF, uncompressed patterns directly from the file.
 */
final class Hdf5Format implements ScanFormat {

    private static final byte[] SIGNATURE = {(byte)0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    /** A block of the user may stand before the signature; its length is a power of two. */
    private static final long[] SIGNATURE_AT = {0, 512, 1024, 2048, 4096, 8192};
    private static final double LEAST_EV = 5000;
    /** No filter of HDF5 makes more bytes out of one than deflate can. */
    private static final long LARGEST_RATIO = 1032;

    @Override
    public String name() {
        return "hdf5";
    }

    @Override
    public String description() {
        return "HDF5 of HyperSpy, py4DSTEM, Velox, NeXus and others (.hspy, .h5, .hdf5, .emd, .nxs)";
    }

    @Override
    public boolean recognises(final Path path) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) < SIGNATURE.length) {
            return false;
        }
        try (ScanFile file = new ScanFile(path)) {
            return hasSignature(file);
        }
    }

    private static boolean hasSignature(final ScanFile file) throws IOException {
        final byte[] bytes = new byte[SIGNATURE.length];
        for (final long position : SIGNATURE_AT) {
            if (position <= file.size() - bytes.length) {
                file.read(position, bytes, 0, bytes.length, "the header");
                if (Arrays.equals(bytes, SIGNATURE)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public Scan open(final Path path, final OpenOptions options) throws IOException {
        final ScanFile file = new ScanFile(path);
        try {
            if (!hasSignature(file)) {
                final byte[] start = new byte[(int)Math.min(SIGNATURE.length, file.size())];
                file.read(0, start, 0, start.length, "the header");
                throw new IOException(path + ": not an HDF5 file; it starts with "
                    + SmallText.quoted(new String(start, StandardCharsets.ISO_8859_1))
                    + ", expected the byte 137 and \"HDF\"");
            }
            return Hdf5Damage.sentence(path, "the list of data sets", () -> open(file, options));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Scan open(final ScanFile file, final OpenOptions options) throws IOException {
        final Hdf5Channel channel = new Hdf5Channel(file);
        // the library's file owns nothing but the channel, which the scan closes
        @SuppressWarnings("resource")
        final HdfFile hdf = new HdfFile(channel);
        final Hdf5Set set = Hdf5Sets.in(file.path(), hdf).choose(options.dataset());
        final int width = set.size(set.scanX());
        final int height = set.size(set.scanY());
        final ScanShape shape = set.scanY() == Hdf5Set.NONE
            ? ScanShape.ofFrames(file.path(), (long)width * height, options)
            : ScanShape.of(file.path(), (long)width * height, width, height, options);
        final ScanGeometry geometry = shape.geometry(file.path(), set.size(set.patternX()), set.size(set.patternY()),
            set.element().type());
        if (!(set.dataset() instanceof ContiguousDataset) && geometry.patternBytes() / LARGEST_RATIO > file.size()) {
            throw new IOException(file.path() + ": the patterns of " + set.text() + " would take "
                + geometry.patternBytes() + " bytes each, expected at most what a file of " + file.size()
                + " bytes can hold");
        }
        final Calibration calibration = calibration(set);
        final List<ScanProperty> properties = properties(set);
        final Scan scan =
            scan(file, set, hdf.getUserBlockSize(), new Target(shape.first(), geometry, calibration, properties));
        channel.structureIsRead();
        return scan;
    }

    /** What the scan will be, once it is known how to read its patterns. */
    private record Target(long first, ScanGeometry geometry, Calibration calibration, List<ScanProperty> properties) {
    }

    private static Scan scan(final ScanFile file, final Hdf5Set set, final long userBlock, final Target target)
        throws IOException {
        final String origin = file.path().toString();
        if (set.dataset() instanceof ContiguousDataset contiguous) {
            final FrameScan.Frames frames = frames(file, set, contiguous, userBlock, target);
            if (frames != null) {
                return new FrameScan(file, target.geometry(), frames, target.calibration(), target.properties());
            }
        } else if (set.dataset() instanceof ChunkedDataset chunked) {
            return new SampleScan(origin, target.geometry(), target.calibration(), target.properties(),
                new Hdf5ChunkedPatterns(file, set, new Hdf5Chunks(file.path(), chunked, set), target.first()));
        }
        return new SampleScan(origin, target.geometry(), target.calibration(), target.properties(),
            new Hdf5SlicedPatterns(file, set, target.first()));
    }

    /** Where the patterns of a contiguous data set lie; null if they are not in one piece each or must be converted. */
    private static FrameScan.Frames frames(final ScanFile file, final Hdf5Set set, final ContiguousDataset dataset,
        final long userBlock, final Target target) throws IOException {
        final int axes = dataset.getDimensionsAsLong().length;
        final long bytes = dataset.getSizeInBytes();
        final long start = dataset.getDataAddress() + userBlock;
        if (dataset.isEmpty() || start < 0 || start > file.size() - bytes) {
            throw new IOException(file.path() + ": the data set " + set.text() + " takes " + bytes + " bytes at byte "
                + start + ", which are not in the file of " + file.size() + " bytes; it is truncated, or the data set"
                + " was never written");
        }
        if (set.element().kind() != Hdf5Element.Kind.PLAIN || set.patternX() != axes - 1
            || set.patternY() != axes - 2) {
            return null;
        }
        final long distance = target.geometry().patternBytes();
        return new FrameScan.Frames(start + target.first() * distance, distance, set.element().order(),
            target.first());
    }

    private static Calibration calibration(final Hdf5Set set) {
        final Hdf5Step step = step(set, set.scanX());
        final Hdf5Step pixel = step(set, set.patternX());
        final OptionalDouble energy = beamEnergyKeV(set);
        return new Calibration(PhysicalUnits.nm(step.size(), step.unit()),
            PhysicalUnits.perNm(pixel.size(), pixel.unit(), energy), energy);
    }

    private static Hdf5Step step(final Hdf5Set set, final int axis) {
        return axis == Hdf5Set.NONE ? Hdf5Step.UNKNOWN : set.layout().step(set.dataset(), axis);
    }

    private static OptionalDouble beamEnergyKeV(final Hdf5Set set) {
        double energy = switch (set.layout()) {
            case HYPERSPY -> Hdf5Nodes.number(Hdf5Nodes.find(set.dataset().getParent(), "metadata",
                "Acquisition_instrument", "TEM"), "beam_energy");
            case VELOX -> VeloxMetadata.of(set.dataset()).beamEnergy();
            default -> Double.NaN;
        };
        if (energy >= LEAST_EV) {
            // HyperSpy's unit is keV, but some programs note eV
            energy /= 1000;
        }
        return energy > 0 && energy < Double.POSITIVE_INFINITY ? OptionalDouble.of(energy) : OptionalDouble.empty();
    }

    private static List<ScanProperty> properties(final Hdf5Set set) {
        final List<ScanProperty> list = new ArrayList<>();
        list.add(new ScanProperty("format", "HDF5, " + set.layout().text(), ""));
        list.add(new ScanProperty("data set", set.path(), ""));
        add(list, "axis scan y", step(set, set.scanY()));
        add(list, "axis scan x", step(set, set.scanX()));
        add(list, "axis pattern y", step(set, set.patternY()));
        add(list, "axis pattern x", step(set, set.patternX()));
        if (set.layout() == Hdf5Layout.VELOX) {
            final VeloxMetadata metadata = VeloxMetadata.of(set.dataset());
            if (!metadata.detector().isEmpty()) {
                list.add(new ScanProperty("detector", metadata.detector(), ""));
            }
            if (!metadata.cameraLength().isEmpty()) {
                list.add(new ScanProperty("camera length", metadata.cameraLength(), "m"));
            }
        }
        return list;
    }

    private static void add(final List<ScanProperty> list, final String name, final Hdf5Step step) {
        if (!Double.isNaN(step.size())) {
            list.add(new ScanProperty(name, Double.toString(step.size()), step.unit()));
        }
    }
}
