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
        final DiffractionSettings first = phases.get(0).simulator().settings();
        for (final PhaseTemplates phase : phases) {
            final DiffractionSettings own = phase.simulator().settings();
            if (own.largestRadius() != first.largestRadius() || own.intensityPower() != first.intensityPower()) {
                throw new IllegalArgumentException("The phases of the template bank have different largest reciprocal "
                    + "radii or intensity powers; the same are expected for all");
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
        final List<PhaseTemplates> phases = new ArrayList<>();
        for (final SpotSimulator simulator : simulators) {
            final List<Rotation> zones =
                PhaseTemplates.orientations(simulator.crystal().symmetry(), stepDegrees);
            phases.add(new PhaseTemplates(simulator, zones, stepDegrees, progress));
        }
        return new TemplateBank(phases, turns(turnDegrees));
    }

    /**
     * @param degrees largest step of the turns in the plane, 0.1 to 30 degrees
     * @return number of turns
     * @throws IllegalArgumentException if the step is out of range
     */
    public static int turns(final double degrees) {
        Ranges.within("step in the plane", degrees, 0.1, 30, "degrees");
        return (int)Math.ceil(360 / degrees - 1e-9);
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
