// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.epattern.orient.Rotation;

/**
 * Makes a solution of a pattern: the best orientation of the bank over all phases, the second best, both reliabilities,
 * and the refinement. Holds scratch memory: one instance per thread.
 */
final class OrientationSearch {

    private final TemplateBank m_bank;
    private final MatchSettings m_settings;
    private final BankSearch m_search;
    private final OrientationRefiner m_refiner;

    /**
     * @param bank the templates
     * @param settings how to compare
     * @param numerators of equation 1 for the pattern at hand
     * @param offset place of turn 0 in them
     * @param index of a simulated pattern, for the refinement: numerator of equation 1 divided by the pattern's norm
     */
    OrientationSearch(final TemplateBank bank, final MatchSettings settings, final BankSearch.Numerators numerators,
        final int offset, final ToDoubleFunction<SpotPattern> index) {
        m_bank = bank;
        m_settings = settings;
        m_search = new BankSearch(bank, numerators, offset, settings.fewest());
        m_refiner = new OrientationRefiner(index);
    }

    /**
     * @param norm norm of the measured pattern, above 0
     * @return the solution without matched spots; null where no template meets the pattern
     */
    Solution solve(final double norm) {
        BankSearch.Found best = null;
        double bestOther = 0;
        for (int p = 0; p < m_bank.phases().size(); p++) {
            final BankSearch.Found found = m_search.best(p);
            if (found != null && (best == null || found.index() > best.index())) {
                bestOther = best == null ? 0 : best.index();
                best = found;
            } else if (found != null) {
                bestOther = Math.max(bestOther, found.index());
            }
        }
        if (best == null) {
            return null;
        }
        final BankSearch.Found second =
            m_search.next(List.of(best), m_settings.misorientation(), m_settings.halfTurnIsSame());
        final double secondIndex = second == null ? 0 : second.index();
        final OrientationRefiner.Refined refined = refined(best);
        return new Solution(best.phase(), refined.orientation(), refined.index() / norm, best.index() / norm,
            secondIndex / norm, Solution.reliability(best.index(), secondIndex),
            m_bank.phases().size() == 1 ? Double.NaN : Solution.reliability(best.index(), bestOther), List.of());
    }

    /** The best orientation after refinement, of those that are best in the bank and not near to each other. */
    private OrientationRefiner.Refined refined(final BankSearch.Found best) {
        final PhaseTemplates phase = m_bank.phases().get(best.phase());
        final double step = Math.max(phase.step(), 360.0 / m_bank.turns());
        OrientationRefiner.Refined refined = null;
        final List<BankSearch.Found> starts = new ArrayList<>();
        for (BankSearch.Found start = best; start != null && starts.size() < m_settings.refined();) {
            starts.add(start);
            final OrientationRefiner.Refined candidate =
                m_refiner.refine(phase.simulator(), orientation(start), step / 2);
            if (refined == null || candidate.index() > refined.index()) {
                refined = candidate;
            }
            if (starts.size() < m_settings.refined()) {
                start = m_search.next(starts, 2 * step, false);
            }
        }
        return refined == null ? new OrientationRefiner.Refined(orientation(best), best.index()) : refined;
    }

    private Rotation orientation(final BankSearch.Found found) {
        return m_bank.orientation(found.phase(), found.zone(), found.turn());
    }
}
