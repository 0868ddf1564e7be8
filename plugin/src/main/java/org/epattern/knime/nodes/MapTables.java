// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import java.util.ArrayList;
import java.util.List;

import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.epattern.maps.ColourMap;
import org.epattern.maps.MapPicture;
import org.epattern.maps.ScanMap;
import org.epattern.scan.Calibration;
import org.epattern.scan.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.IntValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;

/** Writes maps of a scan: a table of their numbers, a table of their pictures, and the first picture at a port. */
public final class MapTables {

    /** Spec of the picture at an image port. */
    public static final ImagePortObjectSpec PICTURE = new ImagePortObjectSpec(PNGImageContent.TYPE);

    private MapTables() {
    }

    /**
     * @param png a picture
     * @return the picture for an image port
     */
    public static ImagePortObject picture(final byte[] png) {
        return new ImagePortObject(new PNGImageContent(png), PICTURE);
    }

    /**
     * @param table a table with scan positions
     * @param xColumn column with scan x, from 0
     * @param yColumn column with scan y, from 0
     * @param progress asked whether to stop
     * @return the smallest scan that holds all rows; 0 x 0 if there is none
     */
    public static Schema.Size extent(final BufferedDataTable table, final int xColumn, final int yColumn,
        final Progress progress) {
        int width = 0;
        int height = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCanceled();
                final DataRow row = rows.next();
                if (row.getCell(xColumn) instanceof IntValue x && row.getCell(yColumn) instanceof IntValue y) {
                    width = Math.max(width, x.getIntValue() + 1);
                    height = Math.max(height, y.getIntValue() + 1);
                }
            }
        }
        return new Schema.Size(width, height);
    }

    /**
     * Writes a row per scan point, line by line: scan x, scan y, and the value of each map.
     *
     * @param maps maps of one scan, at least one
     * @param output receives the rows
     * @param progress hears of it, from 70 to 90 %
     */
    public static void writeMaps(final List<ScanMap> maps, final TableOutput output, final Progress progress) {
        final int width = maps.get(0).width();
        final int height = maps.get(0).height();
        for (int y = 0; y < height; y++) {
            progress.checkCanceled();
            progress.report(0.7 + 0.2 * y / height, "Writing line " + (y + 1) + " of " + height);
            for (int x = 0; x < width; x++) {
                final List<DataCell> cells = new ArrayList<>();
                cells.add(IntCellFactory.create(x));
                cells.add(IntCellFactory.create(y));
                for (final ScanMap map : maps) {
                    cells.add(ReflectionRows.number(map.value(x, y)));
                }
                output.add(cells.toArray(DataCell[]::new));
            }
        }
    }

    /**
     * Writes a row per map: name, picture, smallest and largest value, unit.
     *
     * @param maps the maps, at least one
     * @param colours their colours
     * @param calibration with a step: scale bar
     * @param output receives the rows
     * @param progress hears of it, from 90 % to the end
     * @return the first picture (PNG)
     */
    public static byte[] writePictures(final List<ScanMap> maps, final ColourMap colours,
        final Calibration calibration, final TableOutput output, final Progress progress) {
        byte[] first = null;
        for (int i = 0; i < maps.size(); i++) {
            progress.checkCanceled();
            final ScanMap map = maps.get(i);
            progress.report(0.9 + 0.1 * i / maps.size(), "Picture \"" + map.name() + "\"");
            final byte[] png = MapPicture.png(map, colours, map.name(), calibration);
            first = first == null ? png : first;
            output.add(StringCellFactory.create(map.name()), PNGImageCellFactory.create(png),
                ReflectionRows.number(map.min()), ReflectionRows.number(map.max()),
                StringCellFactory.create(map.unit()));
        }
        return first;
    }
}
