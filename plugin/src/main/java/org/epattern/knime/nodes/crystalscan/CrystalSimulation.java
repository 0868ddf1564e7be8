// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.crystalscan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.epattern.crystal.CifFile;
import org.epattern.crystal.Crystal;
import org.epattern.crystal.KnownCrystal;
import org.epattern.crystal.ScatteringFactors;
import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.MatchSchema;
import org.epattern.knime.data.PhaseRows;
import org.epattern.knime.data.TableOutput;
import org.epattern.knime.nodes.CifFiles;
import org.epattern.knime.nodes.ScanTables;
import org.epattern.simulate.CrystalScan;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Reads the crystals and makes the tables of their scan. */
final class CrystalSimulation {

    private final SimulateCrystalScanParameters m_parameters;
    private final List<Crystal> m_crystals = new ArrayList<>();
    private final List<String> m_texts = new ArrayList<>();

    CrystalSimulation(final SimulateCrystalScanParameters parameters) {
        m_parameters = parameters;
    }

    void run(final ExecutionContext exec, final ExecuteOutput out) throws IOException {
        final ScatteringFactors factors = new ScatteringFactors();
        readCrystals(factors);
        try (CrystalScan scan = new CrystalScan(m_parameters.settings(), m_crystals, factors)) {
            final BufferedDataTable patterns =
                ScanTables.importPatterns(scan, exec, new EngineProgress(exec.createSubProgress(0.7)));
            final BufferedDataTable[] truth =
                TrueCrystals.tables(scan, exec, new EngineProgress(exec.createSubProgress(0.3)));
            out.setOutData(patterns, truth[0], truth[1], ScanTables.description(scan, "simulation", exec),
                phases(scan, exec));
        }
    }

    private void readCrystals(final ScatteringFactors factors) throws IOException {
        final KnownCrystal known = m_parameters.knownCrystal();
        if (known != null) {
            m_crystals.add(known.read(factors));
            m_texts.add(known.cif());
            return;
        }
        final Set<String> names = new HashSet<>();
        for (final Path file : CifFiles.of(m_parameters.m_files)) {
            final Crystal crystal = CifFile.read(file, factors);
            if (!names.add(crystal.name())) {
                throw new IOException("Two CIF files are named " + crystal.name()
                    + "; rename one, so that each phase has a name of its own");
            }
            m_crystals.add(crystal);
            m_texts.add(CifFile.text(file));
        }
    }

    private BufferedDataTable phases(final CrystalScan scan, final ExecutionContext exec) {
        try (TableOutput table = new TableOutput(exec, MatchSchema.phases())) {
            for (int i = 0; i < m_texts.size(); i++) {
                table.add(PhaseRows.cells(scan.simulators().get(i), m_texts.get(i)));
            }
            return table.finish();
        }
    }
}
