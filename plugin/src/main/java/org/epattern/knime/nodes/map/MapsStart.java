// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.epattern.knime.data.Schema;
import org.epattern.knime.views.KeptTables;
import org.epattern.knime.views.MapPart;
import org.epattern.knime.views.Numbers;
import org.epattern.knime.views.ScanRows;
import org.epattern.maps.PointMaps;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;

/**
 * What the page "Map View" begins with.
 *
 * @param view name of the view
 * @param scanWidth points in a line of the maps
 * @param scanHeight number of lines
 * @param firstX scan x of the first column
 * @param firstY scan y of the first line
 * @param stepX distance of two points in a line; null if it is not known
 * @param stepY distance of two lines; null if it is not known
 * @param unit unit of these distances; null if they are not known
 * @param maps the maps
 */
record MapsStart(String view, int scanWidth, int scanHeight, int firstX, int firstY, Double stepX, Double stepY,
    String unit, List<MapPart> maps) {

    /** Columns before the first map: scan x and scan y. */
    private static final int POSITION = 2;

    /**
     * @param kept the table of maps, and the table of their pictures, which knows their units
     * @return what the page begins with
     */
    static MapsStart of(final PortObject[] kept) {
        final BufferedDataTable[] tables = KeptTables.of(kept, 2);
        final DataTableSpec spec = tables[0].getDataTableSpec();
        final Map<String, String> unitsByName = unitsByName(tables[1]);
        final List<String> names = new ArrayList<>();
        final List<String> units = new ArrayList<>();
        for (int i = POSITION; i < spec.getNumColumns(); i++) {
            names.add(spec.getColumnSpec(i).getName());
            units.add(unitsByName.getOrDefault(spec.getColumnSpec(i).getName(), ""));
        }
        final PointMaps maps = new PointMaps(names, units);
        final int scanX = spec.findColumnIndex(Schema.SCAN_X);
        new ScanRows(tables[0], scanX, spec.findColumnIndex(Schema.SCAN_Y),
            (x, y, row) -> maps.add(x, y, Numbers.from(row, POSITION, names.size())));
        final PointMaps.Layout layout = maps.layOut(0, 0);
        final OptionalDouble step = Schema.calibration(spec.getColumnSpec(scanX)).stepNm();
        final Double distance = step.isPresent() ? (Double)step.getAsDouble() : null;
        return new MapsStart("maps", layout.width(), layout.height(), layout.firstX(), layout.firstY(), distance,
            distance, distance == null ? null : "nm", MapPart.of(layout.maps()));
    }

    private static Map<String, String> unitsByName(final BufferedDataTable pictures) {
        final int name = pictures.getDataTableSpec().findColumnIndex(Schema.NAME);
        final int unit = pictures.getDataTableSpec().findColumnIndex(Schema.UNIT);
        final Map<String, String> units = new HashMap<>();
        try (CloseableRowIterator rows = pictures.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                units.put(row.getCell(name).toString(), row.getCell(unit).toString());
            }
        }
        return units;
    }
}
