// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the orientation of a crystal from the measured spots of its pattern, by the index of equation 1 of Folastre et
 * al. 2024 for every orientation of a bank.
 *
 * <p><b>What Q means for spots.</b> The pattern is P(x, y) = sum over its spots k of p_k w(d / radius_k), where p_k is
 * the mean grey level raised to the intensity power, d the distance of (x, y) from the spot, and w the profile: the
 * pattern that would be reconstructed from the spots. The template T has points (x_j, y_j) with intensities t_j. Then
 * Q = sum_j P(x_j, y_j) t_j / ( sqrt(sum_k p_k^2) sqrt(sum_j t_j^2) ): the numerator is that of equation 1, P read at
 * the points of the template; the norm of P runs over the pattern's own spots, whatever the template, so that spots
 * that no template point explains lower Q. A template that lies on all spots in their centres with proportional
 * intensities, and on nothing else, has Q = 1. Only spots within the largest radius of the bank are considered. The
 * direct beam is part of neither.</p>
 *
 * <p>Holds scratch memory: one instance per thread.</p>
 */
public final class ReflectionMatcher {

    private final TemplateBank m_bank;
    private final MatchSettings m_settings;
    private final TurnSums m_sums;
    private final SpotFit m_fit;
    private final OrientationSearch m_search;

    /**
     * @param bank the templates
     * @param settings how to compare
     */
    public ReflectionMatcher(final TemplateBank bank, final MatchSettings settings) {
        m_bank = bank;
        m_settings = settings;
        m_sums = new TurnSums(bank.turns(), bank.largestRadius(), settings.profile());
        m_fit = new SpotFit(settings.profile());
        m_search = new OrientationSearch(bank, settings, new BankSearch.Numerators() {
            @Override
            public double[] of(final int phase, final int zone) {
                return m_sums.sums(bank.phases().get(phase), zone);
            }

            @Override
            public double bound(final int phase, final int zone) {
                return m_sums.bound(bank.phases().get(phase), zone);
            }
        }, m_sums.offset(), m_fit::index);
    }

    /**
     * @param spots spots of one pattern, in any order
     * @return the solutions, the best one first; none where fewer spots than the settings demand lie within the largest
     *         radius of the bank, or no template meets them. The numbers of matched spots count in the given list.
     */
    public List<Solution> match(final List<MeasuredSpot> spots) {
        final List<Integer> left = new ArrayList<>();
        for (int i = 0; i < spots.size(); i++) {
            if (Math.hypot(spots.get(i).x(), spots.get(i).y()) <= m_bank.largestRadius()) {
                left.add(i);
            }
        }
        final List<Solution> solutions = new ArrayList<>();
        while (solutions.size() < m_settings.solutions() && left.size() >= m_settings.fewest()) {
            final Solution solution = solve(spots, left);
            if (solution == null) {
                break;
            }
            solutions.add(solution);
            solution.matched().forEach(m -> left.remove((Integer)m.spot()));
        }
        return solutions;
    }

    private Solution solve(final List<MeasuredSpot> spots, final List<Integer> numbers) {
        final int n = numbers.size();
        final List<MeasuredSpot> own = new ArrayList<>(n);
        final double[] radii = new double[n];
        final double[] intensities = new double[n];
        double squares = 0;
        for (int k = 0; k < n; k++) {
            final MeasuredSpot spot = spots.get(numbers.get(k));
            own.add(spot);
            radii[k] = m_settings.radius() > 0 ? m_settings.radius() : spot.radius();
            intensities[k] = SpotPattern.power(spot.intensity(), m_settings.intensityPower());
            squares += intensities[k] * intensities[k];
        }
        m_sums.setSpots(own, radii, intensities);
        m_fit.setSpots(own, radii, intensities);
        final Solution solution = m_search.solve(Math.sqrt(squares));
        if (solution == null) {
            return null;
        }
        final SpotPattern pattern =
            m_bank.phases().get(solution.phase()).simulator().simulate(solution.orientation());
        final List<Solution.MatchedSpot> matched = new ArrayList<>();
        for (final Solution.MatchedSpot m : m_fit.matched(pattern)) {
            matched.add(new Solution.MatchedSpot(numbers.get(m.spot()), m.reflection(), m.distance()));
        }
        return solution.withMatched(matched);
    }
}
