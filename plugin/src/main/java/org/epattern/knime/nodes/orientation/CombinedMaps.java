// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.orientation;

import java.util.Arrays;

import org.epattern.grains.CombinedColours;
import org.epattern.knime.data.Columns;
import org.epattern.knime.data.Schema;
import org.epattern.maps.ColouredMap;
import org.epattern.maps.ScanMap;
import org.epattern.scan.Progress;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Maps of other nodes, spot counts and an amorphous phase, that are shown together with the orientations. */
final class CombinedMaps {

    /** The first input that holds such maps. */
    private static final int FIRST = 2;
    private static final String TABLE = "maps to combine";

    private final OrientationMapParameters m_parameters;
    private final DataTableSpec[] m_specs;
    private int m_spots = -1;
    private int m_amorphous = -1;

    /**
     * Which input holds which map is told by the columns.
     *
     * @param specs specs of all inputs
     * @param parameters settings of the node
     * @throws InvalidSettingsException one sentence if an input holds none of the maps
     */
    CombinedMaps(final DataTableSpec[] specs, final OrientationMapParameters parameters)
        throws InvalidSettingsException {
        m_parameters = parameters;
        m_specs = specs;
        for (int i = FIRST; i < specs.length; i++) {
            Columns.find(specs[i], TABLE, Schema.SCAN_X, IntValue.class, "whole numbers");
            Columns.find(specs[i], TABLE, Schema.SCAN_Y, IntValue.class, "whole numbers");
            if (m_spots < 0 && holds(specs[i], Schema.SPOT_COUNT)) {
                m_spots = i;
            } else if (m_amorphous < 0 && holds(specs[i], parameters.m_amorphousColumn)) {
                m_amorphous = i;
            } else {
                throw new InvalidSettingsException("Input " + (i + 1) + " has neither a column \"" + Schema.SPOT_COUNT
                    + "\" nor a column \"" + parameters.m_amorphousColumn + "\" with numbers that another input does "
                    + "not have already; connect the maps of Spot Count Map or Virtual Detector, or change \"Column of "
                    + "the amorphous phase\"");
            }
        }
    }

    private static boolean holds(final DataTableSpec spec, final String column) {
        return spec.containsName(column) && spec.getColumnSpec(column).getType().isCompatible(DoubleValue.class);
    }

    /** @return whether no map is connected */
    boolean isEmpty() {
        return m_spots < 0 && m_amorphous < 0;
    }

    /**
     * @param orientations colours of the orientations
     * @param tables all inputs
     * @param progress asked whether to stop
     * @return all maps in one
     * @throws InvalidSettingsException one sentence if a map is of another scan
     */
    ColouredMap combine(final ColouredMap orientations, final BufferedDataTable[] tables, final Progress progress)
        throws InvalidSettingsException {
        final Schema.Size size = new Schema.Size(orientations.width(), orientations.height());
        final ScanMap spots = m_spots < 0 ? null : read(tables[m_spots], m_spots, Schema.SPOT_COUNT, size, progress);
        final ScanMap amorphous = m_amorphous < 0 ? null
            : read(tables[m_amorphous], m_amorphous, m_parameters.m_amorphousColumn, size, progress);
        return new CombinedColours(m_parameters.m_fewestSpots, m_parameters.m_assuredSpots).combine(orientations, spots,
            amorphous);
    }

    private ScanMap read(final BufferedDataTable table, final int input, final String column, final Schema.Size size,
        final Progress progress) throws InvalidSettingsException {
        final int scanX = m_specs[input].findColumnIndex(Schema.SCAN_X);
        final int scanY = m_specs[input].findColumnIndex(Schema.SCAN_Y);
        final int value = m_specs[input].findColumnIndex(column);
        final float[] none = new float[size.width() * size.height()];
        Arrays.fill(none, Float.NaN);
        final ScanMap map = new ScanMap(column, "", size.width(), size.height(), none);
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCanceled();
                final DataRow row = rows.next();
                if (row.getCell(scanX) instanceof IntValue x && row.getCell(scanY) instanceof IntValue y
                    && row.getCell(value) instanceof DoubleValue number) {
                    if (x.getIntValue() < 0 || y.getIntValue() < 0 || x.getIntValue() >= size.width()
                        || y.getIntValue() >= size.height()) {
                        throw new InvalidSettingsException("Input " + (input + 1) + " holds the scan point ("
                            + x.getIntValue() + ", " + y.getIntValue() + "), the orientations are a scan of "
                            + size.width() + " x " + size.height() + " points; connect maps of the same scan");
                    }
                    map.set(x.getIntValue(), y.getIntValue(), (float)number.getDoubleValue());
                }
            }
        }
        return map;
    }
}
