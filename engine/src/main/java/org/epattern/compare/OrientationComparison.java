// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.compare;

import java.util.Arrays;
import java.util.List;

import org.epattern.grains.OrientationField;
import org.epattern.maps.ColouredMap;
import org.epattern.maps.ScanMap;
import org.epattern.orient.CrystalSymmetry;
import org.epattern.orient.Rotation;
import org.epattern.scan.Progress;

/**
 * Orientations of a scan judged point by point against the truth. Phases are the same if their names are; orientations
 * that are equivalent by symmetry are the same.
 */
public final class OrientationComparison {

    private static final double ONE = 1;
    private static final double TWO = 2;
    private static final double FIVE = 5;
    private static final Rotation HALF_TURN = Rotation.about(0, 0, 1, 180);

    private final OrientationResults m_results;
    private final TrueOrientations m_truth;
    private final ScanMap m_spots;
    private final ComparisonSettings m_settings;
    private final double[] m_angle;
    private final boolean[] m_halfTurn;

    /**
     * Compares all points.
     *
     * @param results what is judged
     * @param truth what it is judged against
     * @param spots spot count of each point; not a number where it is not known, such points are not in the grain
     *            region; null if nobody knows any
     * @param settings what counts as indexed
     * @param progress asked whether to stop
     */
    public OrientationComparison(final OrientationResults results, final TrueOrientations truth, final ScanMap spots,
        final ComparisonSettings settings, final Progress progress) {
        Sizes.check(results.field(), "the truth", truth.field().width(), truth.field().height());
        if (spots != null) {
            Sizes.check(results.field(), spots);
        } else if (settings.grainRegionOnly()) {
            throw new IllegalArgumentException("Only points of the grain region shall count as indexed, and there are "
                + "no spot counts; spot counts are expected");
        }
        m_results = results;
        m_truth = truth;
        m_spots = spots;
        m_settings = settings;
        m_angle = new double[points()];
        m_halfTurn = new boolean[points()];
        final int width = results.field().width();
        for (int p = 0; p < m_angle.length; p++) {
            if (p % width == 0) {
                progress.checkCanceled();
                progress.report((double)p / m_angle.length, "Comparison, line " + (p / width + 1));
            }
            compare(p);
        }
    }

    private void compare(final int point) {
        m_angle[point] = Double.NaN;
        if (hasOrientation(point) && isCrystal(point) && samePhase(point)) {
            final CrystalSymmetry symmetry =
                m_results.field().phases().get(m_results.field().phase(point)).symmetry();
            final Rotation truth = m_truth.field().orientation(point);
            final Rotation found = m_results.field().orientation(point);
            m_angle[point] = symmetry.disorientation(truth, found);
            m_halfTurn[point] =
                m_angle[point] > FIVE && symmetry.disorientation(truth, HALF_TURN.after(found)) <= FIVE;
        }
    }

    /** @return number of points */
    public int points() {
        return m_results.field().width() * m_results.field().height();
    }

    private boolean hasOrientation(final int point) {
        return m_results.field().phase(point) != OrientationField.NONE;
    }

    /**
     * @param point number of a point, line by line
     * @return whether it is a crystal by the truth
     */
    public boolean isCrystal(final int point) {
        return m_truth.known()[point] && m_truth.field().phase(point) != OrientationField.NONE;
    }

    /**
     * @param point number of a point, line by line
     * @return whether it is none by the truth; false as well where the truth does not know
     */
    public boolean isAmorphous(final int point) {
        return m_truth.known()[point] && m_truth.field().phase(point) == OrientationField.NONE;
    }

    /**
     * @param point number of a point, line by line
     * @return whether it is a crystal by both, of the same phase
     */
    public boolean samePhase(final int point) {
        return hasOrientation(point) && isCrystal(point)
            && m_results.field().phases().get(m_results.field().phase(point)).name()
                .equals(m_truth.field().phases().get(m_truth.field().phase(point)).name());
    }

    /**
     * @param point number of a point, line by line
     * @return disorientation from the truth (degrees); not a number unless both are a crystal of the same phase
     */
    public double disorientation(final int point) {
        return m_angle[point];
    }

    /**
     * @param point number of a point, line by line
     * @return whether the orientation is more than 5 degrees off, and no longer so after half a turn about the beam
     */
    public boolean halfTurn(final int point) {
        return m_halfTurn[point];
    }

    /**
     * @param point number of a point, line by line
     * @return whether it has an orientation that reaches the limits
     */
    public boolean isIndexed(final int point) {
        // an index that is not known reaches no limit but 0
        return hasOrientation(point) && reaches(m_results.index(), point, m_settings.smallestIndex())
            && reaches(m_results.reliability(), point, m_settings.smallestReliability())
            && (!m_settings.grainRegionOnly() || isIn(ScanRegion.GRAIN_REGION, point));
    }

    private static boolean reaches(final ScanMap map, final int point, final double limit) {
        return limit == 0 || map.values()[point] >= limit;
    }

    /**
     * @param point number of a point, line by line
     * @return what its orientation is worth
     */
    public Verdict verdict(final int point) {
        if (!m_truth.known()[point]) {
            return Verdict.NO_TRUTH;
        }
        final boolean indexed = isIndexed(point);
        if (isAmorphous(point)) {
            return indexed ? Verdict.FALSE_ORIENTATION : Verdict.RIGHTLY_EMPTY;
        }
        if (!indexed) {
            return Verdict.MISSED;
        }
        if (!samePhase(point)) {
            return Verdict.WRONG_PHASE;
        }
        final double angle = m_angle[point];
        return angle <= ONE ? Verdict.WITHIN_ONE : angle <= TWO ? Verdict.WITHIN_TWO
            : angle <= FIVE ? Verdict.WITHIN_FIVE : Verdict.WRONG_ORIENTATION;
    }

    /** @return whether spot counts are known, so that there is a grain region */
    public boolean hasGrainRegion() {
        return m_spots != null;
    }

    /**
     * @param region part of the scan
     * @param point number of a point, line by line
     * @return whether it belongs to the part
     */
    public boolean isIn(final ScanRegion region, final int point) {
        return switch (region) {
            case GRAIN_REGION -> m_spots != null && m_spots.values()[point] >= m_settings.leastSpots();
            case WHOLE_MAP -> true;
            case TRUE_CRYSTAL -> isCrystal(point);
            case TRUE_AMORPHOUS -> isAmorphous(point);
        };
    }

    /**
     * @param region part of the scan
     * @return its figures
     */
    public RegionSummary summary(final ScanRegion region) {
        final Counter c = new Counter();
        final double[] reliabilities = new double[points()];
        int known = 0;
        for (int p = 0; p < points(); p++) {
            if (isIn(region, p)) {
                c.add(p);
                final double r = m_results.reliability().values()[p];
                if (Double.isFinite(r)) {
                    reliabilities[known++] = r;
                }
            }
        }
        Arrays.sort(reliabilities, 0, known);
        final double median = known == 0 ? Double.NaN
            : (reliabilities[(known - 1) / 2] + reliabilities[known / 2]) / 2;
        return new RegionSummary(region, c.m_points, c.m_crystal, c.m_amorphous, mean(region, m_results.index()),
            mean(region, m_results.reliability()), median, c.m_one, c.m_two, c.m_five, c.m_wrong, c.m_turned,
            c.m_phase, c.m_without, c.m_indexed, c.m_indexedRight, c.m_false);
    }

    private double mean(final ScanRegion region, final ScanMap map) {
        double sum = 0;
        int count = 0;
        for (int p = 0; p < points(); p++) {
            if (isIn(region, p) && Float.isFinite(map.values()[p])) {
                sum += map.values()[p];
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** Counts the points of a region. */
    private final class Counter {
        private int m_points;
        private int m_crystal;
        private int m_amorphous;
        private int m_one;
        private int m_two;
        private int m_five;
        private int m_wrong;
        private int m_turned;
        private int m_phase;
        private int m_without;
        private int m_indexed;
        private int m_indexedRight;
        private int m_false;

        void add(final int point) {
            m_points++;
            if (isAmorphous(point)) {
                m_amorphous++;
                m_false += isIndexed(point) ? 1 : 0;
            } else if (isCrystal(point)) {
                m_crystal++;
                m_indexed += isIndexed(point) ? 1 : 0;
                addCrystal(point);
            }
        }

        private void addCrystal(final int point) {
            if (!hasOrientation(point)) {
                m_without++;
            } else if (!samePhase(point)) {
                m_phase++;
            } else if (m_angle[point] <= FIVE) {
                m_one += m_angle[point] <= ONE ? 1 : 0;
                m_two += m_angle[point] <= TWO ? 1 : 0;
                m_five++;
                m_indexedRight += isIndexed(point) ? 1 : 0;
            } else {
                m_wrong++;
                m_turned += m_halfTurn[point] ? 1 : 0;
            }
        }
    }

    /**
     * @param name name of the map
     * @return the disorientations (degrees); not a number where there is none
     */
    public ScanMap disorientations(final String name) {
        final float[] values = new float[points()];
        for (int p = 0; p < values.length; p++) {
            values[p] = (float)m_angle[p];
        }
        return new ScanMap(name, "degrees", m_results.field().width(), m_results.field().height(), values);
    }

    /**
     * @param name name of the map
     * @return the verdicts as colours, with a legend of those that occur and their number of points
     */
    public ColouredMap verdicts(final String name) {
        final int[] colours = new int[points()];
        final int[] counts = new int[Verdict.values().length];
        for (int p = 0; p < colours.length; p++) {
            final Verdict verdict = verdict(p);
            colours[p] = verdict.colour();
            counts[verdict.ordinal()]++;
        }
        return new ColouredMap(name, m_results.field().width(), m_results.field().height(), colours,
            List.of(), Arrays.stream(Verdict.values()).filter(v -> counts[v.ordinal()] > 0)
                .map(v -> new ColouredMap.Entry(v.label() + ": " + counts[v.ordinal()], v.colour())).toList());
    }

    /** @return phases and orientations of the truth */
    public OrientationField truth() {
        return m_truth.field();
    }

    /** @return what is judged */
    public OrientationResults results() {
        return m_results;
    }

    /** @return spot count of each point; null if nobody knows any */
    public ScanMap spots() {
        return m_spots;
    }
}
