// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.epattern.scan.Calibration;
import org.epattern.scan.PatternReader;
import org.epattern.scan.Samples;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;

/** A scan whose patterns are images, one file each, which is opened when it is read. */
final class ImageScan implements Scan {

    private final Path m_origin;
    private final List<Path> m_files;
    private final ScanGeometry m_geometry;
    private final GreyImages.Kind m_kind;
    private final Calibration m_calibration;

    ImageScan(final Path origin, final List<Path> files, final ScanGeometry geometry, final GreyImages.Kind kind,
        final Calibration calibration) {
        m_origin = origin;
        m_files = List.copyOf(files);
        m_geometry = geometry;
        m_kind = kind;
        m_calibration = calibration;
    }

    @Override
    public ScanGeometry geometry() {
        return m_geometry;
    }

    @Override
    public Calibration calibration() {
        return m_calibration;
    }

    @Override
    public List<ScanProperty> properties() {
        return List.of(
            new ScanProperty("format", m_files.size() > 1 ? "numbered images" : "image", ""),
            new ScanProperty("first image", m_files.get(0).getFileName().toString(), ""));
    }

    @Override
    public String origin() {
        return m_origin.toString();
    }

    @Override
    public PatternReader openReader() {
        return new Reader();
    }

    @Override
    public void close() {
        // no file is open between two patterns
    }

    private final class Reader implements PatternReader {

        private final byte[] m_samples = new byte[m_geometry.patternBytes()];

        @Override
        public void readSamples(final long index, final byte[] samples) throws IOException {
            if (index < 0 || index >= m_geometry.patternCount()) {
                throw new IndexOutOfBoundsException("pattern " + index + " of " + m_geometry.patternCount());
            }
            ImageFile.read(m_files.get((int)index), m_kind, m_files.get(0), samples);
        }

        @Override
        public void read(final long index, final float[] pixels) throws IOException {
            readSamples(index, m_samples);
            Samples.decode(m_samples, m_geometry.sampleType(), pixels);
        }

        @Override
        public void close() {
            // no file is open between two patterns
        }
    }
}
