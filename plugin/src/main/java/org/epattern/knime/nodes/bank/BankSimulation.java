// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.bank;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.epattern.crystal.CifFile;
import org.epattern.crystal.Crystal;
import org.epattern.crystal.CrystalReflection;
import org.epattern.crystal.ScatteringFactors;
import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.MatchSchema;
import org.epattern.knime.data.PhaseRows;
import org.epattern.knime.data.TableOutput;
import org.epattern.knime.nodes.CifFiles;
import org.epattern.knime.nodes.Warnings;
import org.epattern.match.PhaseTemplates;
import org.epattern.match.SpotPattern;
import org.epattern.match.SpotSimulator;
import org.epattern.orient.EulerAngles;
import org.epattern.orient.Rotation;
import org.knime.core.data.def.DoubleCell.DoubleCellFactory;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.node.ExecutionContext;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Reads the CIF files and writes the templates of their crystals. */
final class BankSimulation {

    private final SimulateBankParameters m_parameters;

    BankSimulation(final SimulateBankParameters parameters) {
        m_parameters = parameters;
    }

    void run(final ExecutionContext exec, final ExecuteOutput out) throws IOException {
        final EngineProgress progress = new EngineProgress(exec);
        final ScatteringFactors factors = new ScatteringFactors();
        final List<Path> files = CifFiles.of(m_parameters.m_files);
        final Set<String> names = new HashSet<>();
        final Warnings warnings = new Warnings();
        try (TableOutput bank = new TableOutput(exec, MatchSchema.bank());
                TableOutput phases = new TableOutput(exec, MatchSchema.phases())) {
            for (final Path file : files) {
                final Crystal crystal = CifFile.read(file, factors);
                if (!names.add(crystal.name())) {
                    throw new IOException("Two CIF files are named " + crystal.name()
                        + "; rename one, so that each phase has a name of its own");
                }
                warnings.add(crystal.notes().size(), crystal.name() + ": 1 note about the CIF file",
                    "notes about the CIF file of " + crystal.name());
                final SpotSimulator simulator = new SpotSimulator(crystal, factors, m_parameters.diffraction());
                final List<Rotation> zones =
                    PhaseTemplates.orientations(crystal.symmetry(), m_parameters.m_step);
                for (int z = 0; z < zones.size(); z++) {
                    progress.checkCanceled();
                    progress.report((phases.rows() + (double)z / zones.size()) / files.size(),
                        crystal.name() + ", zone axis " + (z + 1) + " of " + zones.size());
                    addTemplate(bank, simulator, zones.get(z));
                }
                phases.add(PhaseRows.cells(simulator, m_parameters.m_step, zones.size(), CifFile.text(file)));
            }
            out.setOutData(bank.finish(), phases.finish());
        }
        if (!warnings.isEmpty()) {
            out.setWarningMessage(warnings + "; see the column \"" + MatchSchema.NOTES + "\" of the phases");
        }
    }

    private static void addTemplate(final TableOutput bank, final SpotSimulator simulator, final Rotation zone) {
        final SpotPattern pattern = simulator.simulate(zone);
        final StringBuilder spots = new StringBuilder();
        for (int i = 0; i < pattern.size(); i++) {
            final CrystalReflection r = simulator.reflections().get(pattern.reflection(i));
            spots.append(i == 0 ? "" : "; ").append(r.h()).append(' ').append(r.k()).append(' ').append(r.l())
                .append(String.format(Locale.ROOT, " %.4f %.4f %.4g", 10 * pattern.x(i), 10 * pattern.y(i),
                    pattern.intensity(i)));
        }
        final EulerAngles euler = zone.euler();
        bank.add(StringCellFactory.create(simulator.crystal().name()), DoubleCellFactory.create(euler.phi1()),
            DoubleCellFactory.create(euler.capitalPhi()), DoubleCellFactory.create(euler.phi2()),
            IntCellFactory.create(pattern.size()), StringCellFactory.create(spots.toString()));
    }
}
