// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import org.epattern.scan.Calibration;
import org.epattern.scan.PatternReader;
import org.epattern.scan.Samples;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;

/** A scan whose patterns are fetched as samples by their index, from wherever a {@link Source} finds them. */
final class SampleScan implements Scan {

    private final String m_origin;
    private final ScanGeometry m_geometry;
    private final Calibration m_calibration;
    private final List<ScanProperty> m_properties;
    private final Source m_source;

    /** Where the samples come from; shared by all threads. */
    interface Source extends Closeable {

        /** @return a fetcher with its own scratch memory, for one thread */
        Fetcher fetcher();
    }

    /** Fetches the samples of single patterns; belongs to one thread. */
    interface Fetcher extends Closeable {

        /**
         * @param index index of the pattern in the scan, within its bounds
         * @param samples receives the little-endian samples, row by row
         * @throws IOException one sentence if they cannot be read
         */
        void fetch(long index, byte[] samples) throws IOException;
    }

    SampleScan(final String origin, final ScanGeometry geometry, final Calibration calibration,
        final List<ScanProperty> properties, final Source source) {
        m_origin = origin;
        m_geometry = geometry;
        m_calibration = calibration;
        m_properties = List.copyOf(properties);
        m_source = source;
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
        return m_properties;
    }

    @Override
    public String origin() {
        return m_origin;
    }

    @Override
    public PatternReader openReader() {
        return new Reader(m_source.fetcher(), m_geometry);
    }

    @Override
    public void close() throws IOException {
        m_source.close();
    }

    private static final class Reader implements PatternReader {

        private final Fetcher m_fetcher;
        private final ScanGeometry m_geometry;
        private byte[] m_samples;

        Reader(final Fetcher fetcher, final ScanGeometry geometry) {
            m_fetcher = fetcher;
            m_geometry = geometry;
        }

        @Override
        public void readSamples(final long index, final byte[] samples) throws IOException {
            if (index < 0 || index >= m_geometry.patternCount()) {
                throw new IndexOutOfBoundsException("pattern " + index + " of " + m_geometry.patternCount());
            }
            m_fetcher.fetch(index, samples);
        }

        @Override
        public void read(final long index, final float[] pixels) throws IOException {
            if (m_samples == null) {
                m_samples = new byte[m_geometry.patternBytes()];
            }
            readSamples(index, m_samples);
            Samples.decode(m_samples, m_geometry.sampleType(), pixels);
        }

        @Override
        public void close() throws IOException {
            m_fetcher.close();
        }
    }
}
