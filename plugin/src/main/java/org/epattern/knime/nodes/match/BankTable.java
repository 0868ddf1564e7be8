// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.epattern.crystal.ScatteringFactors;
import org.epattern.knime.data.Columns;
import org.epattern.knime.data.MatchSchema;
import org.epattern.knime.data.PhaseRows;
import org.epattern.match.PhaseTemplates;
import org.epattern.match.TemplateBank;
import org.epattern.orient.Rotation;
import org.epattern.scan.Progress;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Makes the engine's template bank from the tables of zone axes and phases. */
final class BankTable {

    private static final String TABLE = "template bank";

    private final int m_phase;
    private final int m_phi1;
    private final int m_capitalPhi;
    private final int m_phi2;
    private final PhaseRows m_phases;

    /**
     * @param bank spec of the zone axes
     * @param phases spec of the phases
     * @throws InvalidSettingsException one sentence if a column is absent or of a wrong type
     */
    BankTable(final DataTableSpec bank, final DataTableSpec phases) throws InvalidSettingsException {
        m_phase = Columns.find(bank, TABLE, MatchSchema.PHASE, StringValue.class, "texts");
        m_phi1 = Columns.find(bank, TABLE, MatchSchema.PHI1, DoubleValue.class, "numbers");
        m_capitalPhi = Columns.find(bank, TABLE, MatchSchema.CAPITAL_PHI, DoubleValue.class, "numbers");
        m_phi2 = Columns.find(bank, TABLE, MatchSchema.PHI2, DoubleValue.class, "numbers");
        m_phases = new PhaseRows(phases);
    }

    /**
     * @param bank zone axes
     * @param phases phases
     * @param turnStep largest step of the turns in the plane (degrees)
     * @param progress hears how far it is
     * @return the templates; their phases are those that the bank has zone axes of
     */
    TemplateBank read(final BufferedDataTable bank, final BufferedDataTable phases, final double turnStep,
        final Progress progress) throws IOException, InvalidSettingsException {
        final Map<String, List<Rotation>> zones = zones(bank, progress);
        if (zones.isEmpty()) {
            throw new InvalidSettingsException("The template bank has no row with a phase and three Euler angles; "
                + "connect the bank of Simulate Template Bank");
        }
        final Map<String, PhaseRows.Phase> known = m_phases.read(phases, new ScatteringFactors());
        final List<PhaseTemplates> templates = new ArrayList<>();
        for (final Map.Entry<String, List<Rotation>> entry : zones.entrySet()) {
            final PhaseRows.Phase phase = known.get(entry.getKey());
            if (phase == null) {
                throw new InvalidSettingsException("The template bank has the phase \"" + entry.getKey()
                    + "\", which the table \"phases\" has not (" + String.join(", ", known.keySet())
                    + "); connect bank and phases of the same Simulate Template Bank");
            }
            templates.add(new PhaseTemplates(phase.simulator(), entry.getValue(), phase.step(), progress));
        }
        return new TemplateBank(templates, TemplateBank.turns(turnStep));
    }

    private Map<String, List<Rotation>> zones(final BufferedDataTable bank, final Progress progress) {
        final Map<String, List<Rotation>> zones = new LinkedHashMap<>();
        try (CloseableRowIterator rows = bank.iterator()) {
            while (rows.hasNext()) {
                progress.checkCanceled();
                final DataRow row = rows.next();
                if (row.getCell(m_phase) instanceof StringValue phase && row.getCell(m_phi1) instanceof DoubleValue a
                    && row.getCell(m_capitalPhi) instanceof DoubleValue b
                    && row.getCell(m_phi2) instanceof DoubleValue c) {
                    zones.computeIfAbsent(phase.getStringValue(), p -> new ArrayList<>())
                        .add(Rotation.ofEuler(a.getDoubleValue(), b.getDoubleValue(), c.getDoubleValue()));
                }
            }
        }
        return zones;
    }
}
