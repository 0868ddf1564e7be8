// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.epattern.crystal.CifFile;
import org.epattern.crystal.Crystal;
import org.epattern.crystal.Lattice;
import org.epattern.crystal.ScatteringFactors;
import org.epattern.grains.OrientationScan;
import org.epattern.match.DiffractionSettings;
import org.epattern.match.Relrod;
import org.epattern.match.SpotSimulator;
import org.epattern.orient.CrystalSymmetry;
import org.epattern.orient.LaueGroup;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DoubleCell.DoubleCellFactory;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Turns phases and the way they are simulated into rows of the phase table, and back. Lengths are 1/nm there. */
public final class PhaseRows {

    private static final String TABLE = "phases";
    /** 1/Angstrom is 10 / nm. */
    private static final double PER_NM = 10;

    private final DataTableSpec m_spec;

    /**
     * A phase of the table.
     *
     * @param simulator simulates its patterns
     * @param step angular step of its zone axes (degrees)
     */
    public record Phase(SpotSimulator simulator, double step) {
    }

    /**
     * @param spec a phase table
     * @throws InvalidSettingsException one sentence if a column is absent or of a wrong type
     */
    public PhaseRows(final DataTableSpec spec) throws InvalidSettingsException {
        m_spec = spec;
        Columns.find(spec, TABLE, MatchSchema.PHASE, StringValue.class, "texts");
        Columns.find(spec, TABLE, MatchSchema.CIF, StringValue.class, "texts");
        for (final String name : new String[] {MatchSchema.STEP, MatchSchema.BEAM_ENERGY, MatchSchema.LARGEST_RADIUS,
            MatchSchema.RELROD_LENGTH, MatchSchema.THICKNESS, MatchSchema.PRECESSION, MatchSchema.INTENSITY_POWER,
            MatchSchema.WEAKEST}) {
            Columns.find(spec, TABLE, name, DoubleValue.class, "numbers");
        }
    }

    /**
     * @param simulator simulates the phase
     * @param step angular step (degrees)
     * @param zoneAxes number of its zone axes
     * @param cif text of its CIF file
     * @return cells in the order of {@link MatchSchema#phases()}
     */
    public static DataCell[] cells(final SpotSimulator simulator, final double step, final int zoneAxes,
        final String cif) {
        final Crystal crystal = simulator.crystal();
        final Lattice lattice = crystal.lattice();
        final DiffractionSettings settings = simulator.settings();
        final boolean bell = settings.relrod().shape() == Relrod.Shape.BELL;
        return new DataCell[] {StringCellFactory.create(crystal.name()),
            StringCellFactory.create(crystal.symmetry().group().symbol()), number(lattice.a()), number(lattice.b()),
            number(lattice.c()), number(lattice.alpha()), number(lattice.beta()), number(lattice.gamma()),
            IntCellFactory.create(zoneAxes), number(step), number(settings.energyKeV()),
            number(settings.largestRadius() * PER_NM),
            bell ? number(settings.relrod().length() * PER_NM) : DataType.getMissingCell(),
            bell ? DataType.getMissingCell() : number(settings.relrod().length()), number(settings.precession()),
            number(settings.intensityPower()), number(settings.weakest()),
            StringCellFactory.create(String.join(" ", crystal.notes())), StringCellFactory.create(cif)};
    }

    /**
     * @param simulator simulates the phase
     * @param cif text of its CIF file
     * @return cells as above without zone axes and step, which only a bank has
     */
    public static DataCell[] cells(final SpotSimulator simulator, final String cif) {
        final DataCell[] cells = cells(simulator, 1, 0, cif);
        final DataTableSpec spec = MatchSchema.phases();
        cells[spec.findColumnIndex(MatchSchema.ZONE_AXES)] = DataType.getMissingCell();
        cells[spec.findColumnIndex(MatchSchema.STEP)] = DataType.getMissingCell();
        return cells;
    }

    private static DataCell number(final double value) {
        return DoubleCellFactory.create(value);
    }

    /**
     * @param table a phase table
     * @param factors scattering factors
     * @return the phases by name, in the order of the table
     * @throws IOException one sentence if a CIF text is not fit
     * @throws InvalidSettingsException one sentence if a value is missing or a name is there twice
     */
    public Map<String, Phase> read(final BufferedDataTable table, final ScatteringFactors factors)
        throws IOException, InvalidSettingsException {
        final Map<String, Phase> phases = new LinkedHashMap<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final String name = text(row, MatchSchema.PHASE);
                final Crystal crystal = CifFile.parse(name + ".cif", text(row, MatchSchema.CIF), factors);
                final Relrod relrod = row.getCell(m_spec.findColumnIndex(MatchSchema.RELROD_LENGTH)).isMissing()
                    ? Relrod.ofThickness(number(row, MatchSchema.THICKNESS))
                    : Relrod.ofLength(number(row, MatchSchema.RELROD_LENGTH) / PER_NM);
                final DiffractionSettings settings = new DiffractionSettings(number(row, MatchSchema.BEAM_ENERGY),
                    number(row, MatchSchema.LARGEST_RADIUS) / PER_NM, relrod, number(row, MatchSchema.PRECESSION),
                    number(row, MatchSchema.INTENSITY_POWER), number(row, MatchSchema.WEAKEST));
                final Phase phase =
                    new Phase(new SpotSimulator(crystal, factors, settings), number(row, MatchSchema.STEP));
                if (phases.put(name, phase) != null) {
                    throw new InvalidSettingsException("The table \"" + TABLE + "\" has the phase \"" + name
                        + "\" twice; give each phase a name of its own");
                }
            }
        }
        return phases;
    }

    /**
     * Cell and symmetry of a phase.
     *
     * @param lattice unit cell
     * @param symmetry its symmetry
     */
    public record Cell(Lattice lattice, CrystalSymmetry symmetry) {
    }

    /**
     * Reads cells and symmetries only: from the CIF text where there is one, else from Laue group, edges and angles, as
     * maps of other programs know them.
     *
     * @param table a phase table
     * @return the phases by name, in the order of the table
     * @throws IOException one sentence if a CIF text is not fit
     * @throws InvalidSettingsException one sentence if a value is missing
     */
    public Map<String, Cell> readCells(final BufferedDataTable table) throws IOException, InvalidSettingsException {
        final ScatteringFactors factors = new ScatteringFactors();
        final Map<String, Cell> cells = new LinkedHashMap<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final String name = text(row, MatchSchema.PHASE);
                if (row.getCell(m_spec.findColumnIndex(MatchSchema.CIF)) instanceof StringValue cif) {
                    final Crystal crystal = CifFile.parse(name + ".cif", cif.getStringValue(), factors);
                    cells.put(name, new Cell(crystal.lattice(), crystal.symmetry()));
                } else {
                    cells.put(name, new Cell(new Lattice(number(row, "a"), number(row, "b"), number(row, "c"),
                        number(row, "alpha"), number(row, "beta"), number(row, "gamma")),
                        OrientationScan.symmetry(group(text(row, MatchSchema.LAUE_GROUP)))));
                }
            }
        }
        return cells;
    }

    private static LaueGroup group(final String symbol) throws InvalidSettingsException {
        for (final LaueGroup group : LaueGroup.values()) {
            if (group.symbol().equals(symbol)) {
                return group;
            }
        }
        throw new InvalidSettingsException("The table \"" + TABLE + "\" has the Laue group \"" + symbol
            + "\"; expected one of the eleven, e.g. m-3m");
    }

    /**
     * @param name name of a phase that a file of another program knows
     * @param cell its cell and symmetry
     * @return cells in the order of {@link MatchSchema#phases()}; what only a simulation knows is missing
     */
    public static DataCell[] cells(final String name, final Cell cell) {
        final Lattice l = cell.lattice();
        final DataCell none = DataType.getMissingCell();
        return new DataCell[] {StringCellFactory.create(name),
            StringCellFactory.create(cell.symmetry().group().symbol()), number(l.a()), number(l.b()), number(l.c()),
            number(l.alpha()), number(l.beta()), number(l.gamma()), none, none, none, none, none, none, none, none,
            none, none, none};
    }

    private String text(final DataRow row, final String column) throws InvalidSettingsException {
        if (row.getCell(m_spec.findColumnIndex(column)) instanceof StringValue value) {
            return value.getStringValue();
        }
        throw missing(row, column);
    }

    private double number(final DataRow row, final String column) throws InvalidSettingsException {
        if (row.getCell(m_spec.findColumnIndex(column)) instanceof DoubleValue value) {
            return value.getDoubleValue();
        }
        throw missing(row, column);
    }

    private static InvalidSettingsException missing(final DataRow row, final String column) {
        return new InvalidSettingsException("In the table \"" + TABLE + "\" the row " + row.getKey().getString()
            + " has no \"" + column + "\"; connect the phases of Simulate Template Bank as they are");
    }
}
