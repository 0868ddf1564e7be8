// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.register;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.PatternAccess;
import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.Schema;
import org.epattern.knime.views.KeptTables;
import org.epattern.knime.views.MapPart;
import org.epattern.knime.views.Numbers;
import org.epattern.knime.views.PatternPart;
import org.epattern.knime.views.ScanRows;
import org.epattern.knime.views.StoredSettings;
import org.epattern.maps.PointMaps;
import org.epattern.register.Reflection;
import org.epattern.register.RegisterSettings;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;

/**
 * Shows patterns with their reflections, point by point, and registers them again with other settings. Reads only what
 * is asked for: at most nine patterns at a time, if neighbours are averaged. Not for several threads.
 */
final class Navigator {

    private static final String GREY = "grey levels";
    private static final String BEAM_X = "expected beam x";
    private static final String BEAM_Y = "expected beam y";
    private static final String NOISE_COLUMN = "column of the noise";
    private static final String THRESHOLD_COLUMN = "column of the threshold";
    private static final String COUNT_COLUMN = "column of the spot count";
    private static final String BEAM_X_COLUMN = "column of direct beam x";
    private static final String BEAM_Y_COLUMN = "column of direct beam y";
    private static final String CENTRED_COLUMN = "column of the centred patterns";

    private final BufferedDataTable m_patternTable;
    private final BufferedDataTable m_reflectionTable;
    private final StoredSettings m_stored;
    private final RegisterParameters m_parameters;
    private final RegisterWorker.Columns m_columns;
    private final int m_scanX;
    private final int m_scanY;
    private final int m_noise;
    private final int m_threshold;
    private ScanRows m_patterns;
    private ScanRows m_reflections;
    private ReflectionRows m_reader;

    /**
     * Columns that the node added to the table of patterns.
     *
     * @param count number of spots
     * @param noise noise of the pattern
     * @param threshold smallest prominence
     * @param beamX position of the direct beam before centring
     * @param beamY position of the direct beam before centring
     * @param centred centred patterns; null if there are none
     */
    record AddedColumns(String count, String noise, String threshold, String beamX, String beamY, String centred) {
    }

    /**
     * Keeps what the view needs; patterns and reflections are not copied, because they are outputs as well.
     *
     * @param patterns the registered patterns
     * @param reflections their reflections
     * @param parameters settings of the node
     * @param settings the engine's settings with the expected position of the direct beam
     * @param added columns of the patterns
     * @param exec context of the node
     * @return the tables to keep
     */
    static BufferedDataTable[] keep(final BufferedDataTable patterns, final BufferedDataTable reflections,
        final RegisterParameters parameters, final RegisterSettings settings, final AddedColumns added,
        final ExecutionContext exec) {
        final StoredSettings stored = new StoredSettings();
        stored.putAll(parameters);
        stored.put(BEAM_X, Double.toString(settings.beamX()));
        stored.put(BEAM_Y, Double.toString(settings.beamY()));
        stored.put(COUNT_COLUMN, added.count());
        stored.put(NOISE_COLUMN, added.noise());
        stored.put(THRESHOLD_COLUMN, added.threshold());
        stored.put(BEAM_X_COLUMN, added.beamX());
        stored.put(BEAM_Y_COLUMN, added.beamY());
        if (added.centred() != null) {
            stored.put(CENTRED_COLUMN, added.centred());
        }
        return new BufferedDataTable[]{patterns, reflections, stored.toTable(exec)};
    }

    /** @param kept the tables that the node kept */
    Navigator(final PortObject[] kept) {
        final BufferedDataTable[] tables = KeptTables.of(kept, 3);
        m_patternTable = tables[0];
        m_reflectionTable = tables[1];
        m_stored = new StoredSettings(tables[2]);
        m_parameters = restored();
        final DataTableSpec spec = m_patternTable.getDataTableSpec();
        m_scanX = spec.findColumnIndex(Schema.SCAN_X);
        m_scanY = spec.findColumnIndex(Schema.SCAN_Y);
        m_noise = spec.findColumnIndex(m_stored.get(NOISE_COLUMN));
        m_threshold = spec.findColumnIndex(m_stored.get(THRESHOLD_COLUMN));
        m_columns = new RegisterWorker.Columns(spec.findColumnIndex(m_parameters.m_patternColumn),
            m_parameters.m_rawSource == RegisterParameters.RawSource.COLUMN
                ? spec.findColumnIndex(m_parameters.m_rawColumn) : -1,
            m_parameters.m_noiseSource == RegisterParameters.NoiseSource.COLUMN
                ? spec.findColumnIndex(m_parameters.m_noiseColumn) : -1);
    }

    private RegisterParameters restored() {
        final RegisterParameters parameters = new RegisterParameters();
        m_stored.restore(parameters);
        return parameters;
    }

    /** @return what the page begins with */
    NavigatorStart start() {
        final DataTableSpec spec = m_patternTable.getDataTableSpec();
        final int count = spec.findColumnIndex(m_stored.get(COUNT_COLUMN));
        final PointMaps maps = new PointMaps(List.of(Schema.SPOT_COUNT, Schema.NOISE, Schema.THRESHOLD),
            List.of("", GREY, GREY));
        final Schema.Size[] size = {Schema.patternSize(spec.getColumnSpec(m_columns.pattern()))};
        m_patterns = new ScanRows(m_patternTable, m_scanX, m_scanY, (x, y, row) -> {
            maps.add(x, y, Numbers.in(row, count), Numbers.in(row, m_noise), Numbers.in(row, m_threshold));
            if (size[0] == null && row.getCell(m_columns.pattern()) instanceof DiffractionPatternValue pattern) {
                size[0] = new Schema.Size(pattern.getPatternWidth(), pattern.getPatternHeight());
            }
        });
        final Schema.Size scan = Schema.scanSize(spec.getColumnSpec(m_scanX));
        final PointMaps.Layout layout = maps.layOut(scan == null ? 0 : scan.width(), scan == null ? 0 : scan.height());
        final Schema.Size pattern = size[0] == null ? new Schema.Size(0, 0) : size[0];
        return new NavigatorStart("navigator", layout.width(), layout.height(), layout.firstX(), layout.firstY(),
            pattern.width(), pattern.height(), sources(), m_stored.get(CENTRED_COLUMN), MapPart.of(layout.maps()),
            Sliders.of(m_parameters, layout.maps().get(2).max()));
    }

    private List<String> sources() {
        final List<String> sources = new ArrayList<>();
        if (m_columns.raw() >= 0) {
            sources.add(m_parameters.m_rawColumn);
        }
        if (!sources.contains(m_parameters.m_patternColumn)) {
            sources.add(m_parameters.m_patternColumn);
        }
        if (m_stored.get(CENTRED_COLUMN) != null) {
            sources.add(m_stored.get(CENTRED_COLUMN));
        }
        return sources;
    }

    private DataRow rowAt(final int x, final int y) {
        if (m_patterns == null) {
            m_patterns = new ScanRows(m_patternTable, m_scanX, m_scanY);
        }
        final List<DataRow> rows = m_patterns.at(x, y);
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** @return the pattern of a scan point */
    PatternPart pattern(final int x, final int y, final String source) throws IOException {
        if (!sources().contains(source)) {
            throw new IllegalArgumentException("There are no patterns \"" + source + "\", only " + sources());
        }
        final DataRow row = rowAt(x, y);
        if (row == null) {
            throw new IllegalArgumentException("There is no pattern at scan point (" + x + ", " + y + ")");
        }
        return PatternPart.read(row, m_patternTable.getDataTableSpec().findColumnIndex(source));
    }

    /** @return what the tables hold about a scan point */
    FoundSpots reflections(final int x, final int y) throws InvalidSettingsException {
        final DataRow row = rowAt(x, y);
        if (row == null) {
            return FoundSpots.of(Double.NaN, Double.NaN, 0, 0, List.of());
        }
        if (m_reflections == null) {
            m_reader = new ReflectionRows(m_reflectionTable.getDataTableSpec());
            m_reflections = new ScanRows(m_reflectionTable, m_reader.scanX(), m_reader.scanY());
        }
        final List<Reflection> found = new ArrayList<>();
        for (final DataRow reflection : m_reflections.at(x, y)) {
            found.add(m_reader.read(reflection));
        }
        double dx = 0;
        double dy = 0;
        if (m_parameters.m_centring != RegisterParameters.Centring.OFF
            && row.getCell(m_columns.pattern()) instanceof DiffractionPatternValue pattern) {
            dx = pattern.getPatternWidth() / 2.0 - kept(row, BEAM_X_COLUMN);
            dy = pattern.getPatternHeight() / 2.0 - kept(row, BEAM_Y_COLUMN);
        }
        return FoundSpots.of(Numbers.in(row, m_noise), Numbers.in(row, m_threshold), dx, dy, found);
    }

    private double kept(final DataRow row, final String columnKey) {
        return Numbers.in(row, m_patternTable.getDataTableSpec().findColumnIndex(m_stored.get(columnKey)));
    }

    /** @return what would be found in a pattern with other settings */
    FoundSpots register(final int x, final int y, final double factor, final double floor, final Double blur)
        throws IOException, InvalidSettingsException {
        final RegisterParameters parameters = restored();
        Sliders.set(parameters, factor, floor, blur);
        parameters.validate();
        final DataRow row = rowAt(x, y);
        if (row == null) {
            return FoundSpots.of(Double.NaN, Double.NaN, 0, 0, List.of());
        }
        final RegisterSettings settings =
            parameters.settings().withBeamAt(m_stored.number(BEAM_X), m_stored.number(BEAM_Y));
        final RegisterWorker.Result result;
        try (PatternAccess access = new PatternAccess()) {
            result = new RegisterWorker(parameters, settings, access, m_columns).apply(withNeighbours(row, x, y));
        }
        if (result.found() == null) {
            return FoundSpots.of(Double.NaN, Double.NaN, 0, 0, List.of());
        }
        final boolean shifted = parameters.m_centring != RegisterParameters.Centring.OFF;
        return FoundSpots.of(result.found().noise(), result.found().threshold(), shifted ? result.dx() : 0,
            shifted ? result.dy() : 0,
            RegisterWorker.reflections(result, parameters).stream().map(ReflectionRows::rounded).toList());
    }

    private Neighbourhood withNeighbours(final DataRow row, final int x, final int y) {
        if (m_parameters.m_neighbourMean == RegisterParameters.Mean.OFF) {
            return Neighbourhood.alone(row, m_columns.pattern());
        }
        final DataRow[] around = new DataRow[8];
        int n = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if (dx != 0 || dy != 0) {
                    around[n++] = rowAt(x + dx, y + dy);
                }
            }
        }
        return new Neighbourhood(row, Neighbourhood.patternOf(row, m_columns.pattern()), around);
    }
}
