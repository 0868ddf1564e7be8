// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.epattern.compare.TrueOrientations;
import org.epattern.grains.OrientationField;
import org.epattern.maps.ScanMap;
import org.epattern.orient.CrystalSymmetry;
import org.epattern.orient.LaueGroup;
import org.epattern.orient.Rotation;
import org.epattern.scan.Progress;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Reads a table of orientations; only the first solution of a scan point counts. */
public final class OrientationRows {

    private static final String TABLE = "orientations";
    private static final String TRUTH = "truth";

    private final String m_table;
    private final DataTableSpec m_spec;
    private final int m_scanX;
    private final int m_scanY;
    private final int m_solution;
    private final int m_phase;
    private final int m_phi1;
    private final int m_capitalPhi;
    private final int m_phi2;
    private final int m_index;
    private final int m_reliability;

    /**
     * @param spec a table of orientations
     * @throws InvalidSettingsException one sentence if a column is absent or of a wrong type
     */
    public OrientationRows(final DataTableSpec spec) throws InvalidSettingsException {
        this(spec, TABLE, true);
    }

    private OrientationRows(final DataTableSpec spec, final String table, final boolean judged)
        throws InvalidSettingsException {
        m_table = table;
        m_spec = spec;
        m_scanX = Columns.find(spec, table, Schema.SCAN_X, IntValue.class, "whole numbers");
        m_scanY = Columns.find(spec, table, Schema.SCAN_Y, IntValue.class, "whole numbers");
        m_phase = Columns.find(spec, table, MatchSchema.PHASE, StringValue.class, "texts");
        m_phi1 = Columns.find(spec, table, MatchSchema.PHI1, DoubleValue.class, "numbers");
        m_capitalPhi = Columns.find(spec, table, MatchSchema.CAPITAL_PHI, DoubleValue.class, "numbers");
        m_phi2 = Columns.find(spec, table, MatchSchema.PHI2, DoubleValue.class, "numbers");
        m_index = judged ? Columns.find(spec, table, MatchSchema.INDEX, DoubleValue.class, "numbers") : -1;
        m_reliability =
            judged ? Columns.find(spec, table, MatchSchema.RELIABILITY, DoubleValue.class, "numbers") : -1;
        m_solution = spec.findColumnIndex(MatchSchema.SOLUTION);
    }

    /**
     * @param spec a table of true orientations; index and reliability need not be there
     * @return reads it
     * @throws InvalidSettingsException one sentence if a column is absent or of a wrong type
     */
    public static OrientationRows ofTruth(final DataTableSpec spec) throws InvalidSettingsException {
        return new OrientationRows(spec, TRUTH, false);
    }

    /**
     * What a table of orientations holds.
     *
     * @param field phases and orientations
     * @param index index of each point
     * @param reliability reliability of each point (%)
     * @param hidden number of points that were left out because of a small index or reliability
     */
    public record Content(OrientationField field, ScanMap index, ScanMap reliability, long hidden) {
    }

    /** @return index of the column scan x */
    public int scanX() {
        return m_scanX;
    }

    /**
     * @param table the table
     * @param progress asked whether to stop
     * @return the size that the table knows, or the smallest that holds all its points
     */
    public Schema.Size size(final BufferedDataTable table, final Progress progress) {
        final Schema.Size known = Schema.scanSize(m_spec.getColumnSpec(m_scanX));
        int width = known == null ? 0 : known.width();
        int height = known == null ? 0 : known.height();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCanceled();
                final DataRow row = rows.next();
                if (row.getCell(m_scanX) instanceof IntValue x && row.getCell(m_scanY) instanceof IntValue y) {
                    width = Math.max(width, x.getIntValue() + 1);
                    height = Math.max(height, y.getIntValue() + 1);
                }
            }
        }
        return new Schema.Size(width, height);
    }

    /**
     * @param table the table
     * @param phases cells and symmetries by name
     * @param size size of the scan
     * @param smallestIndex points with a smaller index count as without solution
     * @param smallestReliability points with a smaller reliability (%) count as without solution
     * @param progress asked whether to stop
     * @return what it holds
     * @throws InvalidSettingsException one sentence if a phase is not known
     */
    public Content read(final BufferedDataTable table, final Map<String, PhaseRows.Cell> phases,
        final Schema.Size size, final double smallestIndex, final double smallestReliability, final Progress progress)
        throws InvalidSettingsException {
        final List<String> names = List.copyOf(phases.keySet());
        final OrientationField field = new OrientationField(size.width(), size.height(), phases.entrySet().stream()
            .map(e -> new OrientationField.Phase(e.getKey(), e.getValue().symmetry())).toList());
        final ScanMap index = empty(MatchSchema.INDEX, "", size);
        final ScanMap reliability = empty(MatchSchema.RELIABILITY, "%", size);
        long hidden = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCanceled();
                final DataRow row = rows.next();
                if (isFirst(row) && row.getCell(m_scanX) instanceof IntValue x
                    && row.getCell(m_scanY) instanceof IntValue y) {
                    final double q = number(row, m_index);
                    final double r = number(row, m_reliability);
                    index.set(x.getIntValue(), y.getIntValue(), (float)q);
                    reliability.set(x.getIntValue(), y.getIntValue(), (float)r);
                    if (row.getCell(m_phase) instanceof StringValue phase) {
                        if (reaches(q, smallestIndex) && reaches(r, smallestReliability)) {
                            field.set(x.getIntValue(), y.getIntValue(), number(names, phase.getStringValue()),
                                Rotation.ofEuler(number(row, m_phi1), number(row, m_capitalPhi), number(row, m_phi2)));
                        } else {
                            hidden++;
                        }
                    }
                }
            }
        }
        return new Content(field, index, reliability, hidden);
    }

    /** What is not known reaches no limit but 0. */
    private static boolean reaches(final double value, final double limit) {
        return limit == 0 || value >= limit;
    }

    /**
     * @param table the table of true orientations
     * @param phases symmetries by name
     * @param size size of the scan
     * @param progress asked whether to stop
     * @return the truth; a row without phase is no crystal, a point without row is not known
     */
    public TrueOrientations readTruth(final BufferedDataTable table, final Map<String, PhaseRows.Cell> phases,
        final Schema.Size size, final Progress progress) {
        final List<OrientationField.Phase> all = new ArrayList<>();
        phases.forEach((name, cell) -> all.add(new OrientationField.Phase(name, cell.symmetry())));
        foreignPhases(table, phases.keySet(), progress)
            .forEach(name -> all.add(new OrientationField.Phase(name, CrystalSymmetry.standard(LaueGroup.TRICLINIC))));
        final List<String> names = all.stream().map(OrientationField.Phase::name).toList();
        final OrientationField field = new OrientationField(size.width(), size.height(), all);
        final boolean[] known = new boolean[size.width() * size.height()];
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCanceled();
                final DataRow row = rows.next();
                if (isFirst(row) && row.getCell(m_scanX) instanceof IntValue x
                    && row.getCell(m_scanY) instanceof IntValue y) {
                    known[y.getIntValue() * size.width() + x.getIntValue()] = true;
                    final String phase = phase(row);
                    if (!phase.isEmpty()) {
                        field.set(x.getIntValue(), y.getIntValue(), names.indexOf(phase),
                            Rotation.ofEuler(number(row, m_phi1), number(row, m_capitalPhi), number(row, m_phi2)));
                    }
                }
            }
        }
        return new TrueOrientations(field, known);
    }

    /**
     * @param table the table
     * @param known names of phases
     * @param progress asked whether to stop
     * @return names of all other phases of the table
     */
    public Set<String> foreignPhases(final BufferedDataTable table, final Set<String> known,
        final Progress progress) {
        final Set<String> foreign = new LinkedHashSet<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCanceled();
                final String phase = phase(rows.next());
                if (!phase.isEmpty() && !known.contains(phase)) {
                    foreign.add(phase);
                }
            }
        }
        return foreign;
    }

    private String phase(final DataRow row) {
        return row.getCell(m_phase) instanceof StringValue phase ? phase.getStringValue().strip() : "";
    }

    private static ScanMap empty(final String name, final String unit, final Schema.Size size) {
        final float[] values = new float[size.width() * size.height()];
        Arrays.fill(values, Float.NaN);
        return new ScanMap(name, unit, size.width(), size.height(), values);
    }

    private int number(final List<String> names, final String phase) throws InvalidSettingsException {
        final int number = names.indexOf(phase);
        if (number < 0) {
            throw new InvalidSettingsException("The table \"" + m_table + "\" has the phase \"" + phase
                + "\", which the table \"phases\" has not (" + String.join(", ", names)
                + "); connect the phases that belong to these orientations");
        }
        return number;
    }

    private boolean isFirst(final DataRow row) {
        return m_solution < 0 || !(row.getCell(m_solution) instanceof IntValue n) || n.getIntValue() == 1;
    }

    private static double number(final DataRow row, final int column) {
        return row.getCell(column) instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }
}
