// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.epattern.scan.Calibration;
import org.epattern.scan.ScanGeometry;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageCellFactory;

/** Names and types of the columns of all tables that the nodes exchange. */
public final class Schema {

    /** Scan position along the fast axis, from 0. */
    public static final String SCAN_X = "scan x";
    /** Scan line, from 0. */
    public static final String SCAN_Y = "scan y";
    /** The pattern as measured. */
    public static final String PATTERN = "pattern";
    /** The pattern without background. */
    public static final String BACKGROUND_FREE_PATTERN = "background-free pattern";
    /** The pattern after the filters of ASTAR. */
    public static final String FILTERED_PATTERN = "filtered pattern";
    /** The pattern with the direct beam in its centre. */
    public static final String CENTRED_PATTERN = "centred pattern";
    /** The pattern drawn from its reflections. */
    public static final String REBUILT_PATTERN = "rebuilt pattern";
    /** The pattern kept inside its spots only. */
    public static final String MASKED_PATTERN = "masked pattern";
    /** Standard deviation at wide angle in the raw pattern (grey levels). */
    public static final String NOISE = "noise";
    /** Smallest prominence that counted as a spot (grey levels). */
    public static final String THRESHOLD = "threshold";
    /** Number of reflections of a pattern, the direct beam included. */
    public static final String SPOT_COUNT = "spot count";
    /** Position of the direct beam (px). */
    public static final String DIRECT_BEAM_X = "direct beam x";
    /** Position of the direct beam (px). */
    public static final String DIRECT_BEAM_Y = "direct beam y";
    /** What is unusual, words separated by comma. */
    public static final String FLAGS = "flags";
    /** Position of a reflection (px, to the right; the centre of pixel i is i + 0.5). */
    public static final String X = "x";
    /** Position of a reflection (px, downwards). */
    public static final String Y = "y";
    /** Radius of a reflection (px). */
    public static final String RADIUS = "radius";
    /** Mean grey level within the radius, background removed. */
    public static final String MEAN = "mean";
    /** Height above the highest saddle to a higher maximum (grey levels). */
    public static final String PROMINENCE = "prominence";
    /** 1 for the direct beam, then by falling significance. */
    public static final String RANK = "rank";
    /** Name of a property, a map or a metric. */
    public static final String NAME = "name";
    /** Value of a property. */
    public static final String VALUE = "value";
    /** Unit of a value. */
    public static final String UNIT = "unit";
    /** A picture for people. */
    public static final String PICTURE = "picture";
    /** Smallest value. */
    public static final String MIN = "min";
    /** Largest value. */
    public static final String MAX = "max";

    /** Whether a scan point is masked. */
    public static final String MASKED = "masked";
    /** Height of a true spot above the background (grey levels). */
    public static final String AMPLITUDE = "amplitude";
    /** Smallest possible standard deviation of x (px). */
    public static final String BOUND_X = "bound x";
    /** Smallest possible standard deviation of y (px). */
    public static final String BOUND_Y = "bound y";
    /** Smallest possible standard deviation of the amplitude (grey levels). */
    public static final String BOUND_AMPLITUDE = "bound amplitude";
    /** Name of a scan in the folder that was listed. */
    public static final String SCAN = "scan";
    /** Path of a file or folder. */
    public static final String FILE = "file";
    /** What a file holds: patterns or reflections. */
    public static final String CONTENT = "content";
    /** Kind of a file. */
    public static final String FORMAT = "format";
    /** How many. */
    public static final String COUNT = "count";
    /** Size of a file. */
    public static final String BYTES = "bytes";

    private static final String SCAN_WIDTH_PROPERTY = "epattern.scan.width";
    private static final String SCAN_HEIGHT_PROPERTY = "epattern.scan.height";
    private static final String STEP_PROPERTY = "epattern.scan.step.nm";
    private static final String ENERGY_PROPERTY = "epattern.beam.energy.kev";
    private static final String PATTERN_WIDTH_PROPERTY = "epattern.pattern.width";
    private static final String PATTERN_HEIGHT_PROPERTY = "epattern.pattern.height";
    private static final String CENTRED_PROPERTY = "epattern.pattern.centred";
    private static final String PIXEL_PROPERTY = "epattern.pattern.pixel.per.nm";

    private Schema() {
    }

    /**
     * Size of a scan as the columns of a table know it.
     *
     * @param width scan positions in a line
     * @param height number of lines
     */
    public record Size(int width, int height) {
    }

    /** @return an integer column */
    public static DataColumnSpec intColumn(final String name) {
        return column(name, IntCell.TYPE);
    }

    /** @return a floating-point column */
    public static DataColumnSpec doubleColumn(final String name) {
        return column(name, DoubleCell.TYPE);
    }

    /** @return a text column */
    public static DataColumnSpec stringColumn(final String name) {
        return column(name, StringCell.TYPE);
    }

    /** @return a column of yes and no */
    public static DataColumnSpec booleanColumn(final String name) {
        return column(name, BooleanCell.TYPE);
    }

    /** @return a column of patterns */
    public static DataColumnSpec patternColumn(final String name) {
        return column(name, DiffractionPatternCell.TYPE);
    }

    static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    /** @return scan x, scan y, pattern */
    public static DataTableSpec patterns() {
        return new DataTableSpec(intColumn(SCAN_X), intColumn(SCAN_Y), patternColumn(PATTERN));
    }

    /** @return the reflection table: a row per spot (Table 1 of Folastre et al. 2024) */
    public static DataTableSpec reflections() {
        return new DataTableSpec(intColumn(SCAN_X), intColumn(SCAN_Y), doubleColumn(X), doubleColumn(Y),
            doubleColumn(RADIUS), doubleColumn(MEAN), doubleColumn(PROMINENCE), doubleColumn(NOISE), intColumn(RANK),
            stringColumn(FLAGS));
    }

    /** @return the reflection table, then the height of each spot and the smallest errors that are possible */
    public static DataTableSpec truth() {
        return new DataTableSpecCreator(reflections()).addColumns(doubleColumn(AMPLITUDE), doubleColumn(BOUND_X),
            doubleColumn(BOUND_Y), doubleColumn(BOUND_AMPLITUDE)).createSpec();
    }

    /** @return name, and a figure inside the mask, outside of it, and of all points */
    public static DataTableSpec maskSummary() {
        return new DataTableSpec(stringColumn(NAME), doubleColumn("inside"), doubleColumn("outside"),
            doubleColumn("all"));
    }

    /** @return name and unit of a figure, number of values, mean, median and spread */
    public static DataTableSpec metricSummary() {
        return new DataTableSpec(stringColumn(NAME), stringColumn(UNIT), intColumn(COUNT), doubleColumn(MEAN),
            doubleColumn("median"), doubleColumn("standard deviation"), doubleColumn("percentile 5"),
            doubleColumn("percentile 95"));
    }

    /** @return name, value, unit */
    public static DataTableSpec description() {
        return new DataTableSpec(stringColumn(NAME), stringColumn(VALUE), stringColumn(UNIT));
    }

    /** @return name, value, unit, and a picture of what was found */
    public static DataTableSpec descriptionWithPicture() {
        return new DataTableSpec(stringColumn(NAME), stringColumn(VALUE), stringColumn(UNIT),
            column(PICTURE, PNGImageCellFactory.TYPE));
    }

    /** @return scan, file, format: a row per scan of a folder */
    public static DataTableSpec scans() {
        return new DataTableSpec(stringColumn(SCAN), stringColumn(FILE), stringColumn(FORMAT));
    }

    /** @return file, content, format, number of patterns or reflections, size: a row per file that was written */
    public static DataTableSpec files() {
        return new DataTableSpec(stringColumn(FILE), stringColumn(CONTENT), stringColumn(FORMAT),
            column(COUNT, LongCell.TYPE), column(BYTES, LongCell.TYPE));
    }

    /** @return name, picture, min, max, unit */
    public static DataTableSpec pictures() {
        return new DataTableSpec(stringColumn(NAME), column(PICTURE, PNGImageCellFactory.TYPE), doubleColumn(MIN),
            doubleColumn(MAX), stringColumn(UNIT));
    }

    /**
     * Writes shape and calibration of a scan into the properties of its columns, so that later nodes know the size of
     * the scan where points are empty. Names and types stay as they are.
     *
     * @param spec a table with scan x and scan y
     * @param geometry shape of the scan
     * @param calibration physical sizes
     * @return the same table with properties
     */
    public static DataTableSpec describe(final DataTableSpec spec, final ScanGeometry geometry,
        final Calibration calibration) {
        final Map<String, String> scan = new LinkedHashMap<>();
        scan.put(SCAN_WIDTH_PROPERTY, Integer.toString(geometry.scanWidth()));
        scan.put(SCAN_HEIGHT_PROPERTY, Integer.toString(geometry.scanHeight()));
        calibration.stepNm().ifPresent(step -> scan.put(STEP_PROPERTY, Double.toString(step)));
        calibration.beamEnergyKeV().ifPresent(energy -> scan.put(ENERGY_PROPERTY, Double.toString(energy)));
        final Map<String, String> pattern = new LinkedHashMap<>();
        pattern.put(PATTERN_WIDTH_PROPERTY, Integer.toString(geometry.patternWidth()));
        pattern.put(PATTERN_HEIGHT_PROPERTY, Integer.toString(geometry.patternHeight()));
        calibration.pixelPerNm().ifPresent(pixel -> pattern.put(PIXEL_PROPERTY, Double.toString(pixel)));
        final Map<String, Map<String, String>> byColumn = new LinkedHashMap<>();
        byColumn.put(SCAN_X, scan);
        byColumn.put(SCAN_Y, scan);
        byColumn.put(PATTERN, pattern);
        byColumn.put(X, pattern);
        byColumn.put(Y, pattern);
        return withProperties(spec, byColumn);
    }

    /**
     * Hands shape and calibration on from one table to another that describes the same scan.
     *
     * @param spec the table that receives the properties at scan x, scan y, x and y, as far as it has these columns
     * @param scanX column of the source that knows the size of the scan
     * @param patterns column of the source that knows the size of the patterns, e.g. a pattern column
     * @return the same table with properties
     */
    public static DataTableSpec describeLike(final DataTableSpec spec, final DataColumnSpec scanX,
        final DataColumnSpec patterns) {
        final Map<String, String> scan =
            ours(scanX, SCAN_WIDTH_PROPERTY, SCAN_HEIGHT_PROPERTY, STEP_PROPERTY, ENERGY_PROPERTY);
        final Map<String, String> pattern =
            ours(patterns, PATTERN_WIDTH_PROPERTY, PATTERN_HEIGHT_PROPERTY, PIXEL_PROPERTY);
        final Map<String, Map<String, String>> byColumn = new LinkedHashMap<>();
        byColumn.put(SCAN_X, scan);
        byColumn.put(SCAN_Y, scan);
        byColumn.put(X, pattern);
        byColumn.put(Y, pattern);
        return withProperties(spec, byColumn);
    }

    /**
     * @param name name of the new column
     * @param like a pattern column whose size and calibration hold for the new one as well
     * @return a column of patterns with these properties
     */
    public static DataColumnSpec patternColumnLike(final String name, final DataColumnSpec like) {
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(name, DiffractionPatternCell.TYPE);
        creator.setProperties(new DataColumnProperties(
            ours(like, PATTERN_WIDTH_PROPERTY, PATTERN_HEIGHT_PROPERTY, PIXEL_PROPERTY)));
        return creator.createSpec();
    }

    /**
     * @param column a column of patterns, or of positions in patterns
     * @param centred whether they were shifted, so that they no longer lie over those they were made from
     * @return the column, marked if they were
     */
    public static DataColumnSpec centred(final DataColumnSpec column, final boolean centred) {
        if (!centred) {
            return column;
        }
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
        creator.setProperties(column.getProperties().cloneAndOverwrite(Map.of(CENTRED_PROPERTY, "true")));
        return creator.createSpec();
    }

    /** @return whether the patterns or positions of a column were shifted to bring the direct beam to the centre */
    public static boolean isCentred(final DataColumnSpec column) {
        return "true".equals(column.getProperties().getProperty(CENTRED_PROPERTY));
    }

    /**
     * @param name name of the new column
     * @param width pixels in a row of its patterns
     * @param height pixel rows of its patterns
     * @return a column of patterns of this size
     */
    public static DataColumnSpec patternColumn(final String name, final int width, final int height) {
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(name, DiffractionPatternCell.TYPE);
        creator.setProperties(new DataColumnProperties(Map.of(PATTERN_WIDTH_PROPERTY, Integer.toString(width),
            PATTERN_HEIGHT_PROPERTY, Integer.toString(height))));
        return creator.createSpec();
    }

    /**
     * @param name name of the new column
     * @param width pixels in a row of its patterns
     * @param height pixel rows of its patterns
     * @param like column of patterns, or of positions in patterns, that may know the size of a pixel
     * @param scale how many pixels of the new column lie on a pixel of that one
     * @return a column of patterns of this size
     */
    public static DataColumnSpec patternColumnScaled(final String name, final int width, final int height,
        final DataColumnSpec like, final double scale) {
        final DataColumnSpec column = patternColumn(name, width, height);
        final OptionalDouble pixel = positive(like, PIXEL_PROPERTY);
        if (pixel.isEmpty()) {
            return column;
        }
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
        creator.setProperties(column.getProperties()
            .cloneAndOverwrite(Map.of(PIXEL_PROPERTY, Double.toString(pixel.getAsDouble() / scale))));
        return creator.createSpec();
    }

    private static Map<String, String> ours(final DataColumnSpec column, final String... keys) {
        final Map<String, String> found = new LinkedHashMap<>();
        for (final String key : keys) {
            final String value = column.getProperties().getProperty(key);
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }

    private static DataTableSpec withProperties(final DataTableSpec spec,
        final Map<String, Map<String, String>> byColumn) {
        final DataTableSpecCreator table = new DataTableSpecCreator(spec);
        for (int i = 0; i < spec.getNumColumns(); i++) {
            final DataColumnSpec column = spec.getColumnSpec(i);
            final Map<String, String> properties = byColumn.get(column.getName());
            if (properties != null && !properties.isEmpty()) {
                final DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
                creator.setProperties(column.getProperties().cloneAndOverwrite(properties));
                table.replaceColumn(i, creator.createSpec());
            }
        }
        return table.createSpec();
    }

    /** @return size of the scan as the column knows it; null if it does not */
    public static Size scanSize(final DataColumnSpec scanX) {
        return size(scanX, SCAN_WIDTH_PROPERTY, SCAN_HEIGHT_PROPERTY);
    }

    /** @return size of the patterns (px) as the column knows it; null if it does not */
    public static Size patternSize(final DataColumnSpec column) {
        return size(column, PATTERN_WIDTH_PROPERTY, PATTERN_HEIGHT_PROPERTY);
    }

    private static Size size(final DataColumnSpec column, final String widthKey, final String heightKey) {
        final OptionalInt width = number(column, widthKey);
        final OptionalInt height = number(column, heightKey);
        return width.isPresent() && height.isPresent() ? new Size(width.getAsInt(), height.getAsInt()) : null;
    }

    /** Properties are text that any node may have changed: what is no positive number is not there. */
    private static OptionalInt number(final DataColumnSpec column, final String key) {
        final String text = column.getProperties().getProperty(key);
        if (text == null || !text.matches("[1-9][0-9]{0,8}")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /** What is no positive number is not there. */
    private static OptionalDouble positive(final DataColumnSpec column, final String key) {
        final String text = column.getProperties().getProperty(key);
        if (text == null || !text.matches("[0-9.]+(E-?[0-9]+)?")) {
            return OptionalDouble.empty();
        }
        final double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
        return value > 0 && value < Double.POSITIVE_INFINITY ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /**
     * @param scanX column that may know the step of the scan and the beam energy
     * @return what it knows
     */
    public static Calibration calibration(final DataColumnSpec scanX) {
        return new Calibration(positive(scanX, STEP_PROPERTY), OptionalDouble.empty(),
            positive(scanX, ENERGY_PROPERTY));
    }

    /**
     * @param scanX column that may know the step of the scan and the beam energy
     * @param patterns column of patterns, or of positions in patterns, that may know the size of a pixel
     * @return what they know
     */
    public static Calibration calibration(final DataColumnSpec scanX, final DataColumnSpec patterns) {
        final Calibration scan = calibration(scanX);
        return new Calibration(scan.stepNm(), positive(patterns, PIXEL_PROPERTY), scan.beamEnergyKeV());
    }
}
