// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;

import org.epattern.scan.Calibration;
import org.epattern.scan.SampleType;
import org.epattern.scan.ScanGeometry;

/**
 * HDF5 file in the layout of HyperSpy (.hspy, version 3.1): {@code /Experiments/<name>/data} with a group per axis,
 * which HyperSpy and pyxem open as they are, and py4DSTEM and everything with h5py by the name of the data set. Facts
 * from the reader of RosettaSciIO and from real files. One compressed chunk per pattern.
 */
final class HyperSpyExport implements ExportFormat {

    private static final String TITLE = "scan";

    @Override
    public String name() {
        return "hspy";
    }

    @Override
    public String description() {
        return "HDF5 in the layout of HyperSpy and pyxem (.hspy), compressed";
    }

    @Override
    public Set<SampleType> sampleTypes() {
        return EnumSet.allOf(SampleType.class);
    }

    @Override
    public Path complete(final Path target, final ScanGeometry geometry) {
        return FileNames.withEnding(target, ".hspy");
    }

    @Override
    public PatternOutput begin(final Path target, final ScanGeometry geometry, final Calibration calibration,
        final boolean replace) throws IOException {
        if (geometry.patternCount() > Integer.MAX_VALUE - 8) {
            throw new IOException(target + ": at most " + (Integer.MAX_VALUE - 8) + " patterns can be written, found "
                + geometry.patternCount());
        }
        return new Output(target, geometry, calibration, new Hdf5File(target, replace));
    }

    private static final class Output implements PatternOutput {

        private final ScanGeometry m_geometry;
        private final Calibration m_calibration;
        private final Hdf5File m_file;
        private final Hdf5Chunks m_chunks;
        private final PatternCount m_count;

        Output(final Path target, final ScanGeometry geometry, final Calibration calibration, final Hdf5File file) {
            m_geometry = geometry;
            m_calibration = calibration;
            m_file = file;
            m_chunks = new Hdf5Chunks(file, geometry);
            m_count = new PatternCount(target, geometry);
        }

        @Override
        public byte[] pack(final byte[] samples) {
            return Hdf5Chunks.pack(samples, m_geometry.sampleType().bytes());
        }

        @Override
        public void write(final byte[] packed) throws IOException {
            m_count.next();
            m_chunks.write(packed);
        }

        @Override
        public long publish() throws IOException {
            m_count.checkComplete();
            final Hdf5File.Group scan = m_file.new Group();
            scan.with("data", m_chunks.end());
            axis(scan, 0, "y", m_geometry.scanHeight(), m_calibration.stepNm(), "nm", true);
            axis(scan, 1, "x", m_geometry.scanWidth(), m_calibration.stepNm(), "nm", true);
            axis(scan, 2, "ky", m_geometry.patternHeight(), m_calibration.pixelPerNm(), "1/nm", false);
            axis(scan, 3, "kx", m_geometry.patternWidth(), m_calibration.pixelPerNm(), "1/nm", false);
            scan.with("metadata", metadata()).with("original_metadata", m_file.new Group().end());
            scan.with(m_file.attribute("package", "hyperspy")).with(m_file.attribute("package_version", "1.7.0"));
            final long experiments = m_file.new Group().with(TITLE, scan.end()).end();
            return m_file.publish(m_file.new Group().with("Experiments", experiments)
                .with(m_file.attribute("file_format", "HyperSpy"))
                .with(m_file.attribute("file_format_version", "3.1")).end());
        }

        private void axis(final Hdf5File.Group scan, final int number, final String name, final int size,
            final OptionalDouble step, final String unit, final boolean navigate) throws IOException {
            // centred as in pyxem: the middle of the pattern is zero
            final double scale = step.orElse(1);
            final double offset = navigate || step.isEmpty() ? 0 : -(size / 2) * scale;
            scan.with("axis-" + number, m_file.new Group().with(m_file.attribute("name", name))
                .with(Hdf5File.attribute("size", (long)size)).with(Hdf5File.attribute("scale", scale))
                .with(Hdf5File.attribute("offset", offset))
                .with(m_file.attribute("units", step.isPresent() ? unit : "<undefined>"))
                .with(Hdf5File.attribute("navigate", navigate)).with(Hdf5File.attribute("is_binned", false)).end());
        }

        private long metadata() throws IOException {
            final long general = m_file.new Group().with(m_file.attribute("title", TITLE)).end();
            final long signal =
                m_file.new Group().with(m_file.attribute("signal_type", "electron_diffraction")).end();
            final Hdf5File.Group metadata =
                m_file.new Group().with("General", general).with("Signal", signal);
            if (m_calibration.beamEnergyKeV().isPresent()) {
                final long microscope = m_file.new Group()
                    .with(Hdf5File.attribute("beam_energy", m_calibration.beamEnergyKeV().getAsDouble())).end();
                metadata.with("Acquisition_instrument", m_file.new Group().with("TEM", microscope).end());
            }
            return metadata.end();
        }

        @Override
        public void close() throws IOException {
            m_file.close();
        }
    }
}
