// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

import org.epattern.crystal.CifFile;
import org.epattern.crystal.ScatteringFactors;
import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.Schema;
import org.epattern.match.DiffractionSettings;
import org.epattern.match.Relrod;
import org.epattern.match.SpotPattern;
import org.epattern.match.SpotSimulator;
import org.epattern.orient.Rotation;
import org.epattern.register.Reflection;
import org.epattern.scan.Calibration;
import org.epattern.scan.SampleType;
import org.epattern.scan.ScanGeometry;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;

/** Reflections of a crystal in known orientations: three scan points in a line, the second with two spots only. */
public final class CrystalScan {

    /** Side of the patterns (px). */
    public static final int PATTERN = 256;
    /** Size of a pixel (1/nm). */
    public static final double PIXEL = 0.08;
    /** Orientations of the first and the third scan point. */
    public static final List<Rotation> TRUTH = List.of(Rotation.ofEuler(25, 33, 12), Rotation.ofEuler(140, 71, 50));
    /** An orthorhombic crystal that does not exist. */
    public static final String CIF = """
        data_test
        _cell_length_a 10.329
        _cell_length_b 6.0065
        _cell_length_c 4.6908
        _cell_angle_alpha 90
        _cell_angle_beta 90
        _cell_angle_gamma 90
        loop_
        _space_group_symop_operation_xyz
        'x, y, z'
        '-x, -y, z'
        '-x, y, -z'
        'x, -y, -z'
        loop_
        _atom_site_label
        _atom_site_fract_x
        _atom_site_fract_y
        _atom_site_fract_z
        _atom_site_occupancy
        Fe1 0.2822 0.25 0.9747 1
        P1 0.0948 0.25 0.4182 0.9
        O1 0.1656 0.0465 0.2848 1
        """;

    private CrystalScan() {
    }

    /** @return the CIF file, written into the folder */
    public static Path cif(final Path folder, final String name, final String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the reflections of the three scan points, with or without the size of a pixel */
    public static BufferedDataTable reflections(final TestWorkflow workflow, final boolean calibrated) {
        final ScatteringFactors factors = new ScatteringFactors();
        final SpotSimulator simulator;
        try {
            simulator = new SpotSimulator(CifFile.parse("test.cif", CIF, factors), factors,
                new DiffractionSettings(200, 0.9, Relrod.ofLength(0.04), 0, 1, 0.001));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        final List<DataRow> rows = new ArrayList<>();
        add(rows, 0, simulator.simulate(TRUTH.get(0)), Integer.MAX_VALUE);
        add(rows, 1, simulator.simulate(TRUTH.get(0)), 2);
        add(rows, 2, simulator.simulate(TRUTH.get(1)), Integer.MAX_VALUE);
        final Calibration calibration = new Calibration(OptionalDouble.empty(),
            calibrated ? OptionalDouble.of(PIXEL) : OptionalDouble.empty(), OptionalDouble.empty());
        return workflow.table(Schema.describe(Schema.reflections(),
            new ScanGeometry(4, 1, PATTERN, PATTERN, SampleType.UINT8), calibration), rows);
    }

    private static void add(final List<DataRow> rows, final int x, final SpotPattern pattern, final int most) {
        // the direct beam wanders
        final double x0 = PATTERN / 2.0 + x;
        final double y0 = PATTERN / 2.0 - 2 * x;
        addRow(rows, x, new Reflection(x0, y0, 5, 200, 190, 1, 1, Set.of()));
        double strongest = 0;
        for (int i = 0; i < pattern.size(); i++) {
            strongest = Math.max(strongest, pattern.intensity(i));
        }
        for (int i = 0; i < Math.min(most, pattern.size()); i++) {
            final double mean = 150 * pattern.intensity(i) / strongest;
            addRow(rows, x, new Reflection(x0 + 10 * pattern.x(i) / PIXEL, y0 + 10 * pattern.y(i) / PIXEL, 3, mean,
                mean, 1, i + 2, Set.of()));
        }
    }

    private static void addRow(final List<DataRow> rows, final int x, final Reflection reflection) {
        rows.add(new DefaultRow(RowKey.createRowKey((long)rows.size()), ReflectionRows.cells(x, 0, reflection)));
    }
}
