// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.epattern.register.Reflection;
import org.epattern.scan.Calibration;
import org.epattern.scan.ScanGeometry;

/**
 * Reflections as a PointListArray in an EMD 1.0 file (HDF5), which py4DSTEM and emdfile read: at every scan position a
 * list of points with the fields {@code qx, qy, intensity, radius, prominence, noise, rank}. As there, the first axis
 * is that of the rows: {@code qx} is y and {@code qy} is x, and the centre of pixel i is i, half a pixel less than in
 * our tables. Facts from the writer of emdfile.
 */
final class PointListExport implements ReflectionOutput {

    private static final List<String> FIELDS =
        List.of("qx", "qy", "intensity", "radius", "prominence", "noise", "rank");
    private static final int DATASPACE = 0x01;
    private static final int DATATYPE = 0x03;
    private static final int FILL_VALUE = 0x05;
    private static final int LAYOUT = 0x08;
    private static final double CENTRE = 0.5;
    private static final String TYPE = "emd_group_type";
    private static final String CLASS = "python_class";

    private final Path m_target;
    private final ScanGeometry m_geometry;
    private final Calibration m_calibration;
    private final Hdf5File m_file;
    /** References to the lists of one line at a time. */
    private final ByteBuffer m_references;
    private final long m_start;
    private final long m_bytes;
    private final List<Reflection> m_here = new ArrayList<>();
    private long m_index;

    PointListExport(final Path target, final ScanGeometry geometry, final Calibration calibration,
        final boolean replace) throws IOException {
        m_target = target;
        m_geometry = geometry;
        m_calibration = calibration;
        m_file = new Hdf5File(target, replace);
        m_bytes = geometry.patternCount() * Hdf5Types.REFERENCE;
        m_start = m_file.reserve(m_bytes);
        m_references = Hdf5File.buffer(geometry.scanWidth() * Hdf5Types.REFERENCE);
    }

    @Override
    public void write(final int scanX, final int scanY, final Reflection reflection) throws IOException {
        final long index = m_geometry.index(scanX, scanY);
        if (index < m_index || scanX < 0 || scanX >= m_geometry.scanWidth() || index >= m_geometry.patternCount()) {
            throw new IllegalArgumentException(m_target
                + ": the reflections must come in scan order; found scan point (" + scanX + ", " + scanY
                + ") after " + m_index + " points");
        }
        goTo(index);
        m_here.add(reflection);
    }

    /** Completes the lists before a scan position. */
    private void goTo(final long index) throws IOException {
        while (m_index < index) {
            m_references.put(m_file.reference(points(), m_here.size()));
            m_here.clear();
            m_index++;
            if (!m_references.hasRemaining()) {
                m_references.clear();
                m_file.write(m_start + (m_index - m_geometry.scanWidth()) * Hdf5Types.REFERENCE, m_references);
                m_references.clear();
            }
        }
    }

    private byte[] points() {
        final ByteBuffer b = Hdf5File.buffer(m_here.size() * FIELDS.size() * Double.BYTES);
        for (final Reflection r : m_here) {
            b.putDouble(r.y() - CENTRE).putDouble(r.x() - CENTRE).putDouble(r.mean()).putDouble(r.radius());
            b.putDouble(r.prominence()).putDouble(r.noise()).putDouble(r.rank());
        }
        return b.array();
    }

    @Override
    public long publish() throws IOException {
        goTo(m_geometry.patternCount());
        final long data = m_file.object(List.of(
            new Hdf5File.Message(DATASPACE, Hdf5Types.shape(m_geometry.scanHeight(), m_geometry.scanWidth())),
            new Hdf5File.Message(DATATYPE, Hdf5Types.list(Hdf5Types.record(FIELDS))),
            new Hdf5File.Message(FILL_VALUE, new byte[]{3, 0x0a}),
            new Hdf5File.Message(LAYOUT, Hdf5File.buffer(18).put((byte)3).put((byte)1).putLong(m_start)
                .putLong(m_bytes).array())));
        final Hdf5File.Group points = group("pointlistarray", "PointListArray").with("data", data);
        m_calibration.pixelPerNm().ifPresent(v -> points.with(Hdf5File.attribute("pixel size (1/nm)", v)));
        m_calibration.stepNm().ifPresent(v -> points.with(Hdf5File.attribute("scan step (nm)", v)));
        m_calibration.beamEnergyKeV().ifPresent(v -> points.with(Hdf5File.attribute("beam energy (keV)", v)));
        points.with(Hdf5File.attribute("pattern width (px)", (long)m_geometry.patternWidth()))
            .with(Hdf5File.attribute("pattern height (px)", (long)m_geometry.patternHeight()));
        final long root = group("root", "Root").with("reflections", points.end()).end();
        return m_file.publish(m_file.new Group().with("reflections_root", root)
            .with(m_file.attribute(TYPE, "file")).with(Hdf5File.attribute("version_major", 1L))
            .with(Hdf5File.attribute("version_minor", 0L))
            .with(m_file.attribute("authoring_program", "ePattern")).end());
    }

    private Hdf5File.Group group(final String type, final String pythonClass) throws IOException {
        return m_file.new Group().with(m_file.attribute(TYPE, type)).with(m_file.attribute(CLASS, pythonClass));
    }

    @Override
    public void close() throws IOException {
        m_file.close();
    }
}
