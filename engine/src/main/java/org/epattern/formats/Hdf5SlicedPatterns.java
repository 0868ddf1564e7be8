// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

import io.jhdf.dataset.DatasetBase;

/** Patterns of a small or oddly arranged HDF5 data set, each cut out by the library. */
final class Hdf5SlicedPatterns implements SampleScan.Source {

    private final ScanFile m_file;
    private final Hdf5Set m_set;
    private final long m_first;

    /**
     * @param file the file, which is closed with this
     * @param set the data set
     * @param first number of the first pattern of the scan within the data set
     */
    Hdf5SlicedPatterns(final ScanFile file, final Hdf5Set set, final long first) {
        m_file = file;
        m_set = set;
        m_first = first;
    }

    @Override
    public SampleScan.Fetcher fetcher() {
        return new Fetcher();
    }

    @Override
    public void close() throws IOException {
        m_file.close();
    }

    private final class Fetcher implements SampleScan.Fetcher {

        private final int m_pixels = m_set.size(m_set.patternX()) * m_set.size(m_set.patternY());
        private final byte[] m_elements = new byte[m_pixels * m_set.element().bytes()];

        @Override
        public void fetch(final long index, final byte[] samples) throws IOException {
            final int axes = m_set.dataset().getDimensionsAsLong().length;
            final long[] offset = new long[axes];
            final int[] shape = new int[axes];
            Arrays.fill(shape, 1);
            final long pattern = m_first + index;
            if (m_set.scanX() != Hdf5Set.NONE) {
                offset[m_set.scanX()] = pattern % m_set.size(m_set.scanX());
            }
            if (m_set.scanY() != Hdf5Set.NONE) {
                offset[m_set.scanY()] = pattern / m_set.size(m_set.scanX());
            }
            shape[m_set.patternY()] = m_set.size(m_set.patternY());
            shape[m_set.patternX()] = m_set.size(m_set.patternX());
            Hdf5Damage.sentence(m_file.path(), "pattern " + pattern, () -> {
                final ByteBuffer slice = ((DatasetBase)m_set.dataset()).getSliceDataBuffer(offset, shape);
                slice.get(m_elements);
                return m_elements;
            });
            m_set.element().convert(m_elements, m_pixels, samples);
        }

        @Override
        public void close() {
            // the file belongs to the source
        }
    }
}
