// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import org.epattern.scan.Calibration;
import org.epattern.scan.PatternReader;
import org.epattern.scan.Progress;
import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * A table of patterns as a scan: every scan point in order, those without a pattern as well. Patterns are fetched row
 * by row as long as the table is in scan order.
 */
public final class PatternTable {

    private final BufferedDataTable m_table;
    private final int m_scanX;
    private final int m_scanY;
    private final int m_pattern;
    private final Progress m_progress;
    private final ScanGeometry m_geometry;
    private final Calibration m_calibration;
    private final DiffractionPatternValue m_first;

    /**
     * What lies at a scan point.
     *
     * @param index number of the scan point, line by line, from 0
     * @param pattern the pattern; null if there is none
     */
    public record Point(long index, DiffractionPatternValue pattern) {
    }

    /**
     * Goes over the table once, to learn the size of scan and patterns.
     *
     * @param table the table
     * @param scanX column with scan x, from 0
     * @param scanY column with scan y, from 0
     * @param pattern column with the patterns
     * @param progress asked whether to stop
     * @throws InvalidSettingsException one sentence if it holds no scan
     */
    public PatternTable(final BufferedDataTable table, final int scanX, final int scanY, final int pattern,
        final Progress progress) throws InvalidSettingsException {
        m_table = table;
        m_scanX = scanX;
        m_scanY = scanY;
        m_pattern = pattern;
        m_progress = progress;
        final DataTableSpec spec = table.getDataTableSpec();
        final Survey survey = new Survey();
        final int width;
        final int height;
        try (ScanLookup<DiffractionPatternValue> lookup =
            new ScanLookup<>(table, scanX, scanY, survey::look, progress)) {
            width = lookup.width();
            height = lookup.height();
        }
        m_first = survey.m_first;
        if (m_first == null) {
            throw new InvalidSettingsException("The column \"" + spec.getColumnSpec(pattern).getName()
                + "\" holds no pattern with a scan position; connect a table with patterns");
        }
        m_geometry = geometry(spec.getColumnSpec(scanX), width, height,
            survey.m_mixed ? SampleType.FLOAT32 : m_first.getSampleType());
        m_calibration = Schema.calibration(spec.getColumnSpec(scanX), spec.getColumnSpec(pattern));
    }

    private ScanGeometry geometry(final DataColumnSpec scanX, final int width, final int height,
        final SampleType type) throws InvalidSettingsException {
        final Schema.Size known = Schema.scanSize(scanX);
        if (known != null && (width > known.width() || height > known.height())) {
            throw new InvalidSettingsException("The table says that the scan has " + known.width() + " x "
                + known.height() + " points, but holds patterns up to scan point (" + (width - 1) + ", "
                + (height - 1) + "); do not join tables of different scans");
        }
        return new ScanGeometry(known == null ? width : known.width(), known == null ? height : known.height(),
            m_first.getPatternWidth(), m_first.getPatternHeight(), type);
    }

    /** Remembers the first pattern and refuses patterns of another size. */
    private final class Survey {

        private DiffractionPatternValue m_first;
        private boolean m_mixed;

        DiffractionPatternValue look(final DataRow row) {
            final DiffractionPatternValue value = value(row);
            if (m_first == null) {
                m_first = value;
            } else if (value != null && (value.getPatternWidth() != m_first.getPatternWidth()
                || value.getPatternHeight() != m_first.getPatternHeight())) {
                throw new IllegalArgumentException("The pattern in row \"" + row.getKey() + "\" has "
                    + value.getPatternWidth() + " x " + value.getPatternHeight() + " px, the first one "
                    + m_first.getPatternWidth() + " x " + m_first.getPatternHeight()
                    + "; all patterns of a scan must have the same size");
            } else if (value != null && value.getSampleType() != m_first.getSampleType()) {
                m_mixed = true;
            }
            return value;
        }
    }

    private DiffractionPatternValue value(final DataRow row) {
        return row.getCell(m_pattern) instanceof DiffractionPatternValue value ? value : null;
    }

    /** @return shape of the scan; the sample type is FLOAT32 where those of the patterns differ */
    public ScanGeometry geometry() {
        return m_geometry;
    }

    /** @return physical sizes as the columns know them */
    public Calibration calibration() {
        return m_calibration;
    }

    /**
     * Refuses to write where the patterns are read from.
     *
     * @param target file or folder to be written
     * @throws IOException one sentence if the patterns are linked to it
     */
    public void refuseOriginal(final Path target) throws IOException {
        final Path original = m_first instanceof DiffractionPatternCell cell ? cell.linkedTo() : null;
        if (original != null && Files.exists(original) && Files.exists(target)
            && Files.isSameFile(original, target)) {
            throw new IOException(target + " is the original of these patterns, which are linked to it; write to "
                + "another file, or let Load 4D-STEM import the patterns");
        }
    }

    /** The points of the scan, one after the other. */
    public final class Points implements Iterator<Point>, AutoCloseable {

        private final ScanLookup<DiffractionPatternValue> m_lookup =
            new ScanLookup<>(m_table, m_scanX, m_scanY, PatternTable.this::value, m_progress);
        private long m_next;
        private long m_missing;
        private long m_surplus;

        @Override
        public boolean hasNext() {
            return m_next < m_geometry.patternCount();
        }

        @Override
        public Point next() {
            final List<DiffractionPatternValue> here =
                m_lookup.at(m_geometry.scanX(m_next), m_geometry.scanY(m_next));
            m_missing += here.isEmpty() ? 1 : 0;
            m_surplus += Math.max(0, here.size() - 1);
            return new Point(m_next++, here.isEmpty() ? null : here.get(0));
        }

        /** @return number of points so far that have no pattern */
        public long missing() {
            return m_missing;
        }

        /** @return number of rows so far that were left out because another one has the same scan position */
        public long surplus() {
            return m_surplus;
        }

        @Override
        public void close() {
            m_lookup.close();
        }
    }

    /** @return the points in scan order */
    public Points points() {
        return new Points();
    }

    /**
     * @param access reads the patterns
     * @return the table as a scan, whose readers go forward only; points without a pattern are black
     */
    public Scan scan(final PatternAccess access) {
        return new TableScan(access);
    }

    private final class TableScan implements Scan {

        private final PatternAccess m_access;

        TableScan(final PatternAccess access) {
            m_access = access;
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
            return List.of();
        }

        @Override
        public String origin() {
            return "table";
        }

        @Override
        public PatternReader openReader() {
            final ScanLookup<DiffractionPatternValue> lookup =
                new ScanLookup<>(m_table, m_scanX, m_scanY, PatternTable.this::value, m_progress);
            return new PatternReader() {
                @Override
                public void readSamples(final long index, final byte[] samples) throws IOException {
                    final float[] pixels = new float[m_geometry.pixelCount()];
                    read(index, pixels);
                    final SampleType type = m_geometry.sampleType();
                    Samples.encode(pixels, type, samples);
                }

                @Override
                public void read(final long index, final float[] pixels) throws IOException {
                    final List<DiffractionPatternValue> here =
                        lookup.at(m_geometry.scanX(index), m_geometry.scanY(index));
                    if (here.isEmpty()) {
                        Arrays.fill(pixels, 0);
                    } else {
                        m_access.read(here.get(0), pixels);
                    }
                }

                @Override
                public void close() {
                    lookup.close();
                }
            };
        }

        @Override
        public void close() {
            // the table belongs to the node
        }
    }
}
