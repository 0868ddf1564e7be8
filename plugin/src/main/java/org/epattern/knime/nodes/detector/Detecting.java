// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.detector;

import java.io.IOException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.epattern.detector.DetectorShape;
import org.epattern.knime.data.Columns;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.PatternAccess;
import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.RowWork;
import org.epattern.knime.data.ScanLookup;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.epattern.knime.nodes.MapTables;
import org.epattern.knime.nodes.RowNames;
import org.epattern.knime.nodes.Warnings;
import org.epattern.maps.MapPicture;
import org.epattern.maps.ScanMap;
import org.epattern.register.Reflection;
import org.epattern.scan.Calibration;
import org.epattern.scan.OrderedWork;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Measures the signals of all patterns of a scan and writes their maps. */
final class Detecting {

    /** Name of the disc in columns and pictures. */
    static final String DISC = "disc";
    /** Name of the ring. */
    static final String ANNULUS = "annulus";
    /** Name of the mask picture. */
    static final String MASK = "mask";

    private static final String PATTERNS = "Patterns";

    private final VirtualDetectorParameters m_parameters;
    private final DataTableSpec m_spec;
    private final int m_scanX;
    private final int m_scanY;
    private final int m_pattern;
    private final int m_beamX;
    private final int m_beamY;
    private final ReflectionRows m_reflections;

    private final RowNames m_missing = new RowNames();
    private final RowNames m_outside = new RowNames();
    private final RowNames m_again = new RowNames();

    /**
     * @param specs the patterns, and the reflections if they are connected
     * @param parameters settings of the node
     * @throws InvalidSettingsException one sentence if a column is absent or of a wrong type, or the unit of the radii
     *             cannot be used
     */
    Detecting(final DataTableSpec[] specs, final VirtualDetectorParameters parameters)
        throws InvalidSettingsException {
        m_parameters = parameters;
        m_spec = specs[0];
        m_scanX = Columns.find(m_spec, PATTERNS, Schema.SCAN_X, IntValue.class, "whole numbers");
        m_scanY = Columns.find(m_spec, PATTERNS, Schema.SCAN_Y, IntValue.class, "whole numbers");
        m_pattern = Columns.find(m_spec, PATTERNS, parameters.m_patternColumn, DiffractionPatternValue.class,
            "diffraction patterns");
        final boolean centred = Schema.isCentred(m_spec.getColumnSpec(m_pattern));
        final boolean beam = parameters.m_centre == VirtualDetectorParameters.Centre.BEAM && !centred;
        m_beamX = beam ? number(Schema.DIRECT_BEAM_X) : -1;
        m_beamY = beam ? number(Schema.DIRECT_BEAM_Y) : -1;
        m_reflections = specs.length > 1 ? new ReflectionRows(specs[1]) : null;
        if (m_reflections != null && centred != Schema.isCentred(specs[1].getColumnSpec(m_reflections.x()))) {
            throw new InvalidSettingsException("The patterns of the column \"" + parameters.m_patternColumn + "\" were "
                + (centred ? "" : "not ") + "centred, but the reflections were " + (centred ? "not" : "centred")
                + ", so they do not lie over each other; choose another column with patterns");
        }
        try {
            parameters.rings(calibration());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private int number(final String name) {
        final int index = m_spec.findColumnIndex(name);
        return index >= 0 && m_spec.getColumnSpec(index).getType().isCompatible(DoubleValue.class) ? index : -1;
    }

    private Calibration calibration() {
        return Schema.calibration(m_spec.getColumnSpec(m_scanX), m_spec.getColumnSpec(m_pattern));
    }

    /** @return spec of the map table */
    DataTableSpec mapSpec() {
        final DataTableSpecCreator spec = new DataTableSpecCreator(
            new DataTableSpec(Schema.intColumn(Schema.SCAN_X), Schema.intColumn(Schema.SCAN_Y)));
        for (final ScanMap map : new DetectorMaps(m_parameters.detectors(), m_parameters, 1, 1).maps()) {
            spec.addColumns(Schema.doubleColumn(map.name()));
        }
        return Schema.describeLike(spec.createSpec(), m_spec.getColumnSpec(m_scanX), m_spec.getColumnSpec(m_pattern));
    }

    /** Measures all patterns. */
    void run(final BufferedDataTable[] tables, final ExecutionContext exec, final ExecuteOutput out)
        throws IOException, InvalidSettingsException {
        final EngineProgress progress = new EngineProgress(exec);
        final Warnings warnings = new Warnings();
        try (TableOutput mapTable = new TableOutput(exec, mapSpec());
                TableOutput pictureTable = new TableOutput(exec, Schema.pictures())) {
            final Schema.Size size = scanSize(tables[0], progress);
            byte[] picture = MapPicture.nothing();
            if (size.width() > 0 && size.height() > 0) {
                final DetectorMaps maps =
                    new DetectorMaps(m_parameters.detectors(), m_parameters, size.width(), size.height());
                measure(tables, maps, size, progress);
                MapTables.writeMaps(maps.maps(), mapTable, progress);
                picture = MapTables.writePictures(maps.maps(), m_parameters.m_colours.colourMap(), calibration(),
                    pictureTable, progress);
            }
            out.setOutData(mapTable.finish(), pictureTable.finish(), MapTables.picture(picture));
        }
        warnings.add(m_missing, "1 pattern or its scan position is missing; its point of the maps is empty",
            "patterns or their scan positions are missing; their points of the maps are empty");
        warnings.add(m_outside, "a detector has no pixel in 1 pattern: it lies outside, or spots cover it",
            "patterns have no pixel in a detector: it lies outside, or spots cover it");
        warnings.add(m_again, "1 pattern has the scan position of another one; the last one counts",
            "patterns have the scan position of another one; the last one counts");
        if (!warnings.isEmpty()) {
            out.setWarningMessage(warnings.toString());
        }
    }

    private Schema.Size scanSize(final BufferedDataTable table, final EngineProgress progress) {
        final Schema.Size known = Schema.scanSize(m_spec.getColumnSpec(m_scanX));
        return known == null ? MapTables.extent(table, m_scanX, m_scanY, progress) : known;
    }

    private void measure(final BufferedDataTable[] tables, final DetectorMaps maps, final Schema.Size size,
        final EngineProgress progress) throws IOException {
        final Map<String, DetectorShape> shapes = m_parameters.shapes(calibration());
        final Position centre = centre(tables[0], progress);
        final long[] done = new long[1];
        final BitSet seen = new BitSet();
        try (CloseableRowIterator rows = tables[0].iterator(); PatternAccess access = new PatternAccess();
                ScanLookup<Reflection> spots = m_reflections == null ? null : new ScanLookup<>(tables[1],
                    m_reflections.scanX(), m_reflections.scanY(), m_reflections::read, progress)) {
            final OrderedWork.Sink<DetectorWorker.Result> sink = result -> {
                note(result, maps, seen, size);
                done[0]++;
                progress.report(0.7 * done[0] / tables[0].size(), "Pattern " + done[0] + " of " + tables[0].size());
            };
            new RowWork<>(0, m_pattern, DetectorTask::row).run(new Tasks(rows, size, centre, spots),
                () -> new DetectorWorker(m_parameters, shapes, access), sink, progress);
        }
    }

    private void note(final DetectorWorker.Result result, final DetectorMaps maps, final BitSet seen,
        final Schema.Size size) {
        final DetectorTask task = result.task();
        if (task.pattern() == null) {
            m_missing.add(task.row().getKey());
            return;
        }
        maps.set(task.x(), task.y(), result.signals());
        if (result.signals().stream().anyMatch(s -> !(s.weight() > 0))) {
            m_outside.add(task.row().getKey());
        }
        final int point = task.y() * size.width() + task.x();
        if (seen.get(point)) {
            m_again.add(task.row().getKey());
        }
        seen.set(point);
    }

    /** A place in the patterns (px); not numbers = their centre. */
    private record Position(double x, double y) {
    }

    /** @return centre of patterns that do not know their own */
    private Position centre(final BufferedDataTable table, final EngineProgress progress) {
        if (m_parameters.m_centre == VirtualDetectorParameters.Centre.GIVEN) {
            return new Position(m_parameters.m_centreX, m_parameters.m_centreY);
        }
        double x = 0;
        double y = 0;
        long count = 0;
        if (m_beamX >= 0 && m_beamY >= 0) {
            try (CloseableRowIterator rows = table.iterator()) {
                while (rows.hasNext()) {
                    progress.checkCanceled();
                    final DataRow row = rows.next();
                    if (row.getCell(m_beamX) instanceof DoubleValue beamX
                        && row.getCell(m_beamY) instanceof DoubleValue beamY) {
                        x += beamX.getDoubleValue();
                        y += beamY.getDoubleValue();
                        count++;
                    }
                }
            }
        }
        // 0 / 0 is not a number: nobody knows a direct beam
        return new Position(x / count, y / count);
    }

    /** The rows of the table, one after the other. */
    private final class Tasks implements Iterator<DetectorTask> {

        private final CloseableRowIterator m_rows;
        private final Schema.Size m_size;
        private final Position m_centre;
        private final ScanLookup<Reflection> m_spots;

        Tasks(final CloseableRowIterator rows, final Schema.Size size, final Position centre,
            final ScanLookup<Reflection> spots) {
            m_rows = rows;
            m_size = size;
            m_centre = centre;
            m_spots = spots;
        }

        @Override
        public boolean hasNext() {
            return m_rows.hasNext();
        }

        @Override
        public DetectorTask next() {
            return task(m_rows.next());
        }

        private DetectorTask task(final DataRow row) {
            if (!(row.getCell(m_pattern) instanceof DiffractionPatternValue pattern)
                || !(row.getCell(m_scanX) instanceof IntValue x) || !(row.getCell(m_scanY) instanceof IntValue y)) {
                return new DetectorTask(row, 0, 0, null, Double.NaN, Double.NaN, null);
            }
            if (x.getIntValue() < 0 || y.getIntValue() < 0 || x.getIntValue() >= m_size.width()
                || y.getIntValue() >= m_size.height()) {
                throw new IllegalArgumentException("The scan position (" + x.getIntValue() + ", " + y.getIntValue()
                    + ") of the row \"" + row.getKey() + "\" lies outside the scan of " + m_size.width() + " x "
                    + m_size.height() + " points; do not join tables of different scans");
            }
            final boolean known = m_beamX >= 0 && m_beamY >= 0 && !row.getCell(m_beamX).isMissing()
                && !row.getCell(m_beamY).isMissing();
            final double centreX = known ? ((DoubleValue)row.getCell(m_beamX)).getDoubleValue() : m_centre.x();
            final double centreY = known ? ((DoubleValue)row.getCell(m_beamY)).getDoubleValue() : m_centre.y();
            final List<Reflection> spots =
                m_spots == null ? null : m_spots.at(x.getIntValue(), y.getIntValue());
            return new DetectorTask(row, x.getIntValue(), y.getIntValue(), pattern, centreX, centreY, spots);
        }
    }
}
