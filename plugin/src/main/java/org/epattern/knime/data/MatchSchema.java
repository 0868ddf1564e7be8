// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.image.png.PNGImageCellFactory;

/** Names and types of the columns of template banks, phases and orientations. */
public final class MatchSchema {

    /** Name of a crystal. */
    public static final String PHASE = "phase";
    /** First Euler angle of Bunge (degrees). */
    public static final String PHI1 = "phi1";
    /** Second Euler angle of Bunge (degrees). */
    public static final String CAPITAL_PHI = "Phi";
    /** Third Euler angle of Bunge (degrees). */
    public static final String PHI2 = "phi2";
    /** Spots of a template as text. */
    public static final String REFLECTIONS = "reflections";
    /** Symbol of the Laue group. */
    public static final String LAUE_GROUP = "Laue group";
    /** Angular step of a bank (degrees). */
    public static final String STEP = "step";
    /** Number of zone axes in a bank. */
    public static final String ZONE_AXES = "zone axes";
    /** Beam energy (keV). */
    public static final String BEAM_ENERGY = "beam energy";
    /** Largest reciprocal radius (1/nm). */
    public static final String LARGEST_RADIUS = "largest radius";
    /** Half length of the relrods (1/nm). */
    public static final String RELROD_LENGTH = "relrod length";
    /** Thickness of the specimen (nm). */
    public static final String THICKNESS = "thickness";
    /** Precession angle (degrees). */
    public static final String PRECESSION = "precession";
    /** Power of the intensities. */
    public static final String INTENSITY_POWER = "intensity power";
    /** Weakest relative intensity. */
    public static final String WEAKEST = "weakest intensity";
    /** What is unusual about a crystal. */
    public static final String NOTES = "notes";
    /** Text of the CIF file. */
    public static final String CIF = "CIF";
    /** 1 for the best solution of a scan point. */
    public static final String SOLUTION = "solution";
    /** Index Q of equation 1. */
    public static final String INDEX = "index";
    /** Reliability R of equation 2 (%). */
    public static final String RELIABILITY = "reliability";
    /** The same against the other phases (%). */
    public static final String PHASE_RELIABILITY = "phase reliability";
    /** Number of measured spots that the solution explains. */
    public static final String MATCHED = "matched spots";
    /** Their indices as text. */
    public static final String MATCHED_REFLECTIONS = "matched reflections";

    /** Number of a grain. */
    public static final String GRAIN = "grain";

    /** What the beam hits: crystal, amorphous or vacuum. */
    public static final String CONTENT = "content";
    /** Thickness of the amorphous layer (nm). */
    public static final String LAYER_THICKNESS = "layer thickness";

    private MatchSchema() {
    }

    /**
     * @param scanX column that knows the size of the scan
     * @return a row per scan point with grain, boundary and misorientation
     */
    public static DataTableSpec grainMaps(final DataColumnSpec scanX) {
        return Schema.describeLike(new DataTableSpec(Schema.intColumn(Schema.SCAN_X), Schema.intColumn(Schema.SCAN_Y),
            Schema.intColumn(GRAIN), Schema.doubleColumn("grain boundaries"),
            Schema.doubleColumn("kernel average misorientation")), scanX, scanX);
    }

    /** @return a row per grain: phase, size, position, orientation and spread */
    public static DataTableSpec grains() {
        return new DataTableSpec(Schema.intColumn(GRAIN), Schema.stringColumn(PHASE), Schema.intColumn("points"),
            Schema.doubleColumn("mean scan x"), Schema.doubleColumn("mean scan y"), Schema.doubleColumn(PHI1),
            Schema.doubleColumn(CAPITAL_PHI), Schema.doubleColumn(PHI2), Schema.doubleColumn("mean misorientation"),
            Schema.doubleColumn("largest misorientation"));
    }

    /** @return the columns of orientations, then what else a simulation knows of a scan point */
    public static DataTableSpec trueOrientations() {
        return new DataTableSpecCreator(orientations(Schema.intColumn(Schema.SCAN_X)))
            .addColumns(Schema.stringColumn(CONTENT), Schema.intColumn(GRAIN), Schema.doubleColumn(THICKNESS),
                Schema.doubleColumn(LAYER_THICKNESS))
            .createSpec();
    }

    /** @return the reflection table, then what else a simulation of crystals knows of a spot */
    public static DataTableSpec trueReflections() {
        return new DataTableSpecCreator(Schema.reflections())
            .addColumns(Schema.stringColumn(PHASE), Schema.intColumn("h"), Schema.intColumn("k"),
                Schema.intColumn("l"), Schema.doubleColumn("electrons"), Schema.doubleColumn("significance"))
            .createSpec();
    }

    /**
     * @param scanX column that knows the size of the scan
     * @return a row per scan point: how far its orientation is from the truth, and what it is worth
     */
    public static DataTableSpec comparedPoints(final DataColumnSpec scanX) {
        return Schema.describeLike(new DataTableSpec(Schema.intColumn(Schema.SCAN_X), Schema.intColumn(Schema.SCAN_Y),
            Schema.stringColumn("true phase"), Schema.stringColumn(PHASE), Schema.booleanColumn("same phase"),
            Schema.doubleColumn("disorientation"), Schema.booleanColumn("half turn"),
            Schema.booleanColumn("indexed"), Schema.stringColumn("verdict")), scanX, scanX);
    }

    /** @return a row per part of the scan: figures of the comparison with the truth */
    public static DataTableSpec comparison() {
        return new DataTableSpec(Schema.stringColumn(Schema.NAME), Schema.stringColumn("region"),
            Schema.intColumn("points"), Schema.intColumn("crystal points"), Schema.intColumn("amorphous points"),
            Schema.doubleColumn("mean index"), Schema.doubleColumn("mean reliability"),
            Schema.doubleColumn("median reliability"), Schema.intColumn("within 1 degree"),
            Schema.doubleColumn("within 1 degree (%)"), Schema.intColumn("within 2 degrees"),
            Schema.doubleColumn("within 2 degrees (%)"), Schema.intColumn("within 5 degrees"),
            Schema.doubleColumn("within 5 degrees (%)"), Schema.intColumn("wrong orientation"),
            Schema.doubleColumn("wrong orientation (%)"), Schema.intColumn("half turn"),
            Schema.doubleColumn("half turn (%)"), Schema.intColumn("wrong phase"),
            Schema.doubleColumn("wrong phase (%)"), Schema.intColumn("no orientation"),
            Schema.doubleColumn("no orientation (%)"), Schema.intColumn("indexed"), Schema.doubleColumn("indexed (%)"),
            Schema.intColumn("indexed and right"), Schema.doubleColumn("indexed and right (%)"),
            Schema.intColumn("false orientations"), Schema.doubleColumn("false orientations (%)"));
    }

    /** @return a row per bin: how often values occur in a part of the scan */
    public static DataTableSpec distributions() {
        return new DataTableSpec(Schema.stringColumn(Schema.NAME), Schema.stringColumn("quantity"),
            Schema.stringColumn("region"), Schema.doubleColumn("from"), Schema.doubleColumn("to"),
            Schema.intColumn("points"), Schema.doubleColumn("points (%)"));
    }

    /** @return a row per limit: what is left of the scan above it */
    public static DataTableSpec limits() {
        return new DataTableSpec(Schema.stringColumn(Schema.NAME), Schema.stringColumn("quantity"),
            Schema.doubleColumn("limit"), Schema.intColumn("crystal points"), Schema.doubleColumn("crystal points (%)"),
            Schema.intColumn("right points"), Schema.doubleColumn("right points (%)"),
            Schema.intColumn("amorphous points"), Schema.doubleColumn("amorphous points (%)"));
    }

    /** @return phase, Euler angles, number of spots and spots as text: a row per zone axis */
    public static DataTableSpec bank() {
        return new DataTableSpec(Schema.stringColumn(PHASE), Schema.doubleColumn(PHI1),
            Schema.doubleColumn(CAPITAL_PHI), Schema.doubleColumn(PHI2), Schema.intColumn(Schema.SPOT_COUNT),
            Schema.stringColumn(REFLECTIONS));
    }

    /** @return a row per phase: cell, symmetry, how it was simulated, and the text of its CIF file */
    public static DataTableSpec phases() {
        return new DataTableSpec(Schema.stringColumn(PHASE), Schema.stringColumn(LAUE_GROUP), Schema.doubleColumn("a"),
            Schema.doubleColumn("b"), Schema.doubleColumn("c"), Schema.doubleColumn("alpha"),
            Schema.doubleColumn("beta"), Schema.doubleColumn("gamma"), Schema.intColumn(ZONE_AXES),
            Schema.doubleColumn(STEP), Schema.doubleColumn(BEAM_ENERGY), Schema.doubleColumn(LARGEST_RADIUS),
            Schema.doubleColumn(RELROD_LENGTH), Schema.doubleColumn(THICKNESS), Schema.doubleColumn(PRECESSION),
            Schema.doubleColumn(INTENSITY_POWER), Schema.doubleColumn(WEAKEST), Schema.stringColumn(NOTES),
            Schema.stringColumn(CIF));
    }

    /**
     * @param scanX column that knows the size of the scan
     * @return a row per scan point and solution
     */
    public static DataTableSpec orientations(final DataColumnSpec scanX) {
        return Schema.describeLike(new DataTableSpec(Schema.intColumn(Schema.SCAN_X), Schema.intColumn(Schema.SCAN_Y),
            Schema.intColumn(SOLUTION), Schema.stringColumn(PHASE), Schema.doubleColumn(PHI1),
            Schema.doubleColumn(CAPITAL_PHI), Schema.doubleColumn(PHI2), Schema.doubleColumn(INDEX),
            Schema.doubleColumn(RELIABILITY), Schema.doubleColumn(PHASE_RELIABILITY),
            Schema.intColumn(Schema.SPOT_COUNT), Schema.intColumn(MATCHED), Schema.stringColumn(MATCHED_REFLECTIONS),
            Schema.stringColumn(Schema.FLAGS)), scanX, scanX);
    }

    /** @return a row per scan point of which a picture is made */
    public static DataTableSpec matchPictures() {
        return new DataTableSpec(Schema.intColumn(Schema.SCAN_X), Schema.intColumn(Schema.SCAN_Y),
            Schema.stringColumn(PHASE), Schema.doubleColumn(INDEX), Schema.doubleColumn(RELIABILITY),
            Schema.intColumn(Schema.RANK), Schema.column(Schema.PICTURE, PNGImageCellFactory.TYPE));
    }
}
