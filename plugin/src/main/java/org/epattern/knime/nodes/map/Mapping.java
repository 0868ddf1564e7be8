// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.map;

import java.io.IOException;
import java.util.List;

import org.epattern.knime.data.Columns;
import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.epattern.knime.nodes.MapTables;
import org.epattern.knime.nodes.Warnings;
import org.epattern.maps.MapBuilder;
import org.epattern.maps.MapPicture;
import org.epattern.maps.MapSelection;
import org.epattern.maps.ScanMap;
import org.epattern.register.Reflection;
import org.knime.core.data.DataColumnSpec;
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

/** Makes the maps of a scan from its reflections and writes their tables. */
final class Mapping {

    private static final String PATTERNS = "Patterns";

    private final SpotCountMapParameters m_parameters;
    private final DataTableSpec m_reflectionSpec;
    private final DataTableSpec m_patternSpec;
    private final ReflectionRows m_reflections;
    private final MapSelection m_selection;
    private int m_scanX;
    private int m_scanY;
    private int m_count = -1;
    private int m_noise = -1;
    private int m_threshold = -1;

    /**
     * @param specs the reflections, and the patterns if they are connected
     * @param parameters settings of the node
     * @throws InvalidSettingsException one sentence if a column is absent or of a wrong type, or no map is left
     */
    Mapping(final DataTableSpec[] specs, final SpotCountMapParameters parameters) throws InvalidSettingsException {
        m_parameters = parameters;
        m_reflectionSpec = specs[0];
        m_reflections = new ReflectionRows(specs[0]);
        m_patternSpec = specs.length > 1 ? specs[1] : null;
        if (m_patternSpec != null) {
            m_scanX = Columns.find(m_patternSpec, PATTERNS, Schema.SCAN_X, IntValue.class, "whole numbers");
            m_scanY = Columns.find(m_patternSpec, PATTERNS, Schema.SCAN_Y, IntValue.class, "whole numbers");
            m_count = m_patternSpec.findColumnIndex(Schema.SPOT_COUNT);
            m_noise = number(Schema.NOISE);
            m_threshold = number(Schema.THRESHOLD);
        }
        m_selection = parameters.selection(m_noise >= 0, m_threshold >= 0);
        if (mapSpec().getNumColumns() == 2) {
            final String column = parameters.m_noise ? Schema.NOISE : Schema.THRESHOLD;
            throw new InvalidSettingsException("The " + column + " map needs the table of patterns at the second input,"
                + " with the column \"" + column + "\"; add it, or choose another map");
        }
    }

    private int number(final String name) {
        final int index = m_patternSpec.findColumnIndex(name);
        return index >= 0 && m_patternSpec.getColumnSpec(index).getType().isCompatible(DoubleValue.class) ? index : -1;
    }

    /** Without the second input nobody expects these maps; with it, their absence is a surprise. */
    private void warnOfAbsent(final boolean wanted, final int column, final String name, final Warnings warnings) {
        if (wanted && m_patternSpec != null && column < 0) {
            warnings.add("the " + name + " map was left out, because the table of patterns has no column \"" + name
                + "\" with numbers");
        }
    }

    /** @return spec of the map table */
    DataTableSpec mapSpec() {
        final DataTableSpecCreator spec = new DataTableSpecCreator(
            new DataTableSpec(Schema.intColumn(Schema.SCAN_X), Schema.intColumn(Schema.SCAN_Y)));
        for (final ScanMap map : new MapBuilder(1, 1, 1, 1, m_selection).maps()) {
            spec.addColumns(Schema.doubleColumn(map.name()));
        }
        return Schema.describeLike(spec.createSpec(), m_reflectionSpec.getColumnSpec(m_reflections.scanX()),
            m_reflectionSpec.getColumnSpec(m_reflections.x()));
    }

    /** Makes all maps. */
    void run(final BufferedDataTable[] tables, final ExecutionContext exec, final ExecuteOutput out)
        throws IOException, InvalidSettingsException {
        final EngineProgress progress = new EngineProgress(exec);
        final Warnings warnings = new Warnings();
        warnOfAbsent(m_parameters.m_noise, m_noise, Schema.NOISE, warnings);
        warnOfAbsent(m_parameters.m_threshold, m_threshold, Schema.THRESHOLD, warnings);
        try (TableOutput maps = new TableOutput(exec, mapSpec());
                TableOutput pictures = new TableOutput(exec, Schema.pictures())) {
            final Schema.Size size = scanSize(tables, warnings, progress);
            byte[] picture = MapPicture.nothing();
            if (size.width() > 0 && size.height() > 0) {
                final List<ScanMap> made = build(tables, size, warnings, progress);
                MapTables.writeMaps(made, maps, progress);
                picture = MapTables.writePictures(made, m_parameters.m_colours.colourMap(),
                    Schema.calibration(m_reflectionSpec.getColumnSpec(m_reflections.scanX())), pictures, progress);
            }
            final BufferedDataTable mapTable = maps.finish();
            final BufferedDataTable pictureTable = pictures.finish();
            out.setOutData(mapTable, pictureTable, MapTables.picture(picture));
            out.setInternalData(mapTable, pictureTable);
        }
        if (!warnings.isEmpty()) {
            out.setWarningMessage(warnings.toString());
        }
    }

    private Schema.Size scanSize(final BufferedDataTable[] tables, final Warnings warnings,
        final EngineProgress progress) {
        if (m_parameters.m_scanSize == SpotCountMapParameters.ScanSize.GIVEN) {
            return new Schema.Size(m_parameters.m_scanWidth, m_parameters.m_scanHeight);
        }
        final Schema.Size known = Schema.scanSize(m_reflectionSpec.getColumnSpec(m_reflections.scanX()));
        if (known != null) {
            return known;
        }
        final Schema.Size ofPatterns =
            m_patternSpec == null ? null : Schema.scanSize(m_patternSpec.getColumnSpec(m_scanX));
        if (ofPatterns != null) {
            return ofPatterns;
        }
        Schema.Size size = MapTables.extent(tables[0], m_reflections.scanX(), m_reflections.scanY(), progress);
        if (m_patternSpec != null) {
            final Schema.Size patterns = MapTables.extent(tables[1], m_scanX, m_scanY, progress);
            size = new Schema.Size(Math.max(size.width(), patterns.width()),
                Math.max(size.height(), patterns.height()));
        } else if (size.width() > 0) {
            warnings.add("the reflection table does not know the size of the scan; the smallest that holds all "
                + "reflections was taken, " + size.width() + " x " + size.height());
        }
        return size;
    }

    private List<ScanMap> build(final BufferedDataTable[] tables, final Schema.Size size, final Warnings warnings,
        final EngineProgress progress) throws InvalidSettingsException {
        final Schema.Size pattern = patternSize();
        final MapBuilder builder = new MapBuilder(size.width(), size.height(), pattern.width(), pattern.height(),
            m_selection);
        if (m_patternSpec != null) {
            addPatterns(tables[1], builder, progress);
        } else {
            for (int y = 0; y < size.height(); y++) {
                for (int x = 0; x < size.width(); x++) {
                    builder.addPattern(x, y, Double.NaN, Double.NaN);
                }
            }
        }
        addReflections(tables[0], builder, warnings, progress);
        return builder.maps();
    }

    private Schema.Size patternSize() {
        Schema.Size size = Schema.patternSize(m_reflectionSpec.getColumnSpec(m_reflections.x()));
        if (size == null && m_patternSpec != null) {
            for (final DataColumnSpec column : m_patternSpec) {
                size = size == null ? Schema.patternSize(column) : size;
            }
        }
        return size == null ? new Schema.Size(0, 0) : size;
    }

    private void addPatterns(final BufferedDataTable table, final MapBuilder builder, final EngineProgress progress) {
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCanceled();
                final DataRow row = rows.next();
                final boolean registered = m_count < 0 || !row.getCell(m_count).isMissing();
                if (registered && row.getCell(m_scanX) instanceof IntValue x
                    && row.getCell(m_scanY) instanceof IntValue y) {
                    builder.addPattern(x.getIntValue(), y.getIntValue(), number(row, m_noise),
                        number(row, m_threshold));
                }
            }
        }
    }

    private static double number(final DataRow row, final int column) {
        return column >= 0 && row.getCell(column) instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }

    private void addReflections(final BufferedDataTable table, final MapBuilder builder, final Warnings warnings,
        final EngineProgress progress) {
        long done = 0;
        long skipped = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCanceled();
                final DataRow row = rows.next();
                final Reflection reflection = m_reflections.read(row);
                if (reflection != null && row.getCell(m_reflections.scanX()) instanceof IntValue x
                    && row.getCell(m_reflections.scanY()) instanceof IntValue y) {
                    builder.addReflection(x.getIntValue(), y.getIntValue(), reflection);
                } else {
                    skipped++;
                }
                done++;
                progress.report(0.7 * done / table.size(), "Reflection " + done + " of " + table.size());
            }
        }
        warnings.add(skipped, "1 reflection with missing values was left out",
            "reflections with missing values were left out");
    }
}
