// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import java.util.ArrayList;
import java.util.List;

import org.epattern.orient.Rotation;
import org.epattern.scan.Progress;

/**
 * The templates of all phases that a pattern may be of. Immutable: one bank serves all threads.
 *
 * @param phases the templates of each phase, at least one
 * @param turns number of turns in the plane, evenly over 360 degrees
 */
public record TemplateBank(List<PhaseTemplates> phases, int turns) {

    /** Copies the list. */
    public TemplateBank {
        phases = List.copyOf(phases);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("The template bank holds no phase; at least one crystal is expected");
        }
        Ranges.within("number of turns in the plane", turns, 4, 3600, "");
        for (final PhaseTemplates phase : phases) {
            if (phase.simulator().settings().largestRadius() != phases.get(0).simulator().settings().largestRadius()) {
                throw new IllegalArgumentException("The phases of the template bank have different largest reciprocal "
                    + "radii; the same radius is expected for all");
            }
        }
    }

    /**
     * Simulates a bank.
     *
     * @param simulators one per phase
     * @param stepDegrees angular step of zone axes: every one lies within half of it from one in the bank
     * @param turnDegrees largest step of the turns in the plane
     * @param progress hears how far it is
     * @return the bank
     */
    public static TemplateBank simulate(final List<SpotSimulator> simulators, final double stepDegrees,
        final double turnDegrees, final Progress progress) {
        Ranges.within("step in the plane", turnDegrees, 0.1, 30, "degrees");
        final List<PhaseTemplates> phases = new ArrayList<>();
        for (final SpotSimulator simulator : simulators) {
            phases.add(new PhaseTemplates(simulator, stepDegrees, progress));
        }
        return new TemplateBank(phases, (int)Math.ceil(360 / turnDegrees - 1e-9));
    }

    /** @return largest reciprocal radius of the templates (1/Angstrom) */
    public double largestRadius() {
        return phases.get(0).simulator().settings().largestRadius();
    }

    /** @return number of orientations: zone axes of all phases times turns */
    public long orientations() {
        return (long)turns * phases.stream().mapToInt(PhaseTemplates::zones).sum();
    }

    /**
     * @param phase number of the phase
     * @param zone number of its zone axis
     * @param turn number of the turn
     * @return the orientation
     */
    public Rotation orientation(final int phase, final int zone, final int turn) {
        return Rotation.about(0, 0, 1, 360.0 * turn / turns).after(phases.get(phase).zone(zone));
    }
}
