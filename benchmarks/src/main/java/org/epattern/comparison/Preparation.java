// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.comparison;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.epattern.match.ImageMatcher;
import org.epattern.match.MatchSettings;
import org.epattern.match.MeasuredSpot;
import org.epattern.match.ReflectionMatcher;
import org.epattern.match.Solution;
import org.epattern.match.SpotProfile;
import org.epattern.match.TemplateBank;
import org.epattern.prepare.AstarFilter;
import org.epattern.prepare.AstarFilterSettings;
import org.epattern.prepare.BackgroundSettings;
import org.epattern.prepare.BackgroundSubtractor;
import org.epattern.reconstruct.DrawSettings;
import org.epattern.reconstruct.MaskSettings;
import org.epattern.reconstruct.PatternDrawer;
import org.epattern.reconstruct.PatternMasker;
import org.epattern.register.PatternRegistrar;
import org.epattern.register.Reflection;
import org.epattern.register.RegisterSettings;
import org.epattern.register.RegisteredPattern;

/** Prepares one pattern after the other in every way, and matches it. Belongs to one thread. */
final class Preparation {

    /** Share of the pattern width that the nodes leave out around the direct beam: 12 px of 512. */
    private static final double BEAM_SHARE = 12.0 / 512;
    /** Radius of a spot (1/Angstrom) when reflections are matched: the default of the node. */
    private static final double SPOT_RADIUS = 0.04;
    /** Share of the pattern width of a softening circle that is larger than the spots: 16 px of 512. */
    private static final double WIDE_SHARE = 16.0 / 512;
    private static final int FEWEST = 4;

    private final Set<Method> m_methods;
    private final int m_size;
    private final double m_pixel;
    private final BackgroundSubtractor m_background;
    private final PatternRegistrar m_registrar;
    private final PatternRegistrar m_paper;
    private final AstarFilter m_astarDefault;
    private final AstarFilter m_astarOptimised;
    private final AstarFilter m_astarWide;
    private final PatternMasker m_masker;
    private final PatternDrawer m_drawer;
    private final ImageMatcher m_images;
    private final ImageMatcher m_imagesApart;
    private final ReflectionMatcher m_reflections;
    private final ReflectionMatcher m_reflectionsApart;
    private final float[] m_free;
    private final float[] m_out;

    /**
     * What was found for a pattern.
     *
     * @param spots registered spots, the direct beam included
     * @param solutions what was found by each way of preparing it; nothing where there is no orientation
     */
    record Result(int spots, Map<Method, Found> solutions) {
    }

    /**
     * An orientation.
     *
     * @param solution the best one; its reliability takes any other orientation for second best, as the paper does
     * @param apart the reliability if the second best is {@value MatchChoice#APART} degrees or more away, also after
     *            half a turn about the beam (%)
     */
    record Found(Solution solution, double apart) {
    }

    /**
     * @param methods ways of preparing patterns
     * @param size width and height of the patterns (px)
     * @param pixel size of a pixel (1/Angstrom)
     * @param bank the templates
     * @param choice how patterns are matched
     */
    Preparation(final Set<Method> methods, final int size, final double pixel, final TemplateBank bank,
        final MatchChoice choice) {
        m_methods = methods;
        m_size = size;
        m_pixel = pixel;
        m_background = new BackgroundSubtractor(size, size, BackgroundSettings.DEFAULT);
        m_registrar = new PatternRegistrar(size, size, RegisterSettings.defaults());
        m_paper = new PatternRegistrar(size, size, RegisterSettings.paper());
        m_astarDefault = new AstarFilter(size, size, AstarFilterSettings.DEFAULT);
        m_astarOptimised = new AstarFilter(size, size, AstarFilterSettings.OPTIMISED);
        m_astarWide =
            new AstarFilter(size, size, new AstarFilterSettings(1, 4, 10, (int)Math.round(size * WIDE_SHARE)));
        m_masker = new PatternMasker(size, size, MaskSettings.DEFAULTS);
        m_drawer = new PatternDrawer(size, size, DrawSettings.likeInput(size, size));
        final MatchSettings any = new MatchSettings(SpotProfile.CAP, SPOT_RADIUS, choice.power(), FEWEST, 0, false,
            choice.refined(), 1);
        final MatchSettings apart = new MatchSettings(SpotProfile.CAP, SPOT_RADIUS, choice.power(), FEWEST,
            MatchChoice.APART, true, choice.refined(), 1);
        m_images = new ImageMatcher(bank, any, size, size, pixel, size * BEAM_SHARE);
        m_imagesApart = new ImageMatcher(bank, apart, size, size, pixel, size * BEAM_SHARE);
        m_reflections = new ReflectionMatcher(bank, any);
        m_reflectionsApart = new ReflectionMatcher(bank, apart);
        m_free = new float[size * size];
        m_out = new float[size * size];
    }

    /**
     * @param pixels a measured pattern
     * @return what was found
     */
    Result apply(final float[] pixels) {
        m_background.subtract(pixels, m_free);
        final RegisteredPattern registered = m_registrar.register(m_free, pixels, Double.NaN);
        final Map<Method, Found> solutions = new EnumMap<>(Method.class);
        for (final Method method : m_methods) {
            final List<Solution> any;
            final List<Solution> apart;
            if (method == Method.REFLECTIONS) {
                final List<MeasuredSpot> spots =
                    MeasuredSpot.of(registered.reflections(), m_size / 2.0, m_size / 2.0, m_pixel);
                any = m_reflections.match(spots);
                apart = m_reflectionsApart.match(spots);
            } else {
                final float[] image = image(method, pixels, registered);
                any = m_images.match(image, m_size / 2.0, m_size / 2.0);
                apart = m_imagesApart.match(image, m_size / 2.0, m_size / 2.0);
            }
            // the same best orientation by both: with too few reflections neither gives one
            if (!any.isEmpty() && !apart.isEmpty()) {
                solutions.put(method, new Found(any.get(0), apart.get(0).reliability()));
            }
        }
        return new Result(registered.reflections().size(), solutions);
    }

    /**
     * @param method a way of preparing images
     * @param pixels a measured pattern
     * @return the pattern prepared in this way; overwritten by the next
     */
    float[] image(final Method method, final float[] pixels) {
        m_background.subtract(pixels, m_free);
        return image(method, pixels, m_registrar.register(m_free, pixels, Double.NaN));
    }

    private float[] image(final Method method, final float[] pixels, final RegisteredPattern registered) {
        switch (method) {
            case NO_FILTER -> System.arraycopy(pixels, 0, m_out, 0, pixels.length);
            case ASTAR_DEFAULT -> m_astarDefault.apply(pixels, m_out);
            case ASTAR_OPTIMISED -> m_astarOptimised.apply(pixels, m_out);
            case ASTAR_WIDE -> m_astarWide.apply(pixels, m_out);
            case MASKED -> m_masker.mask(m_free, registered.reflections(), m_out);
            case REBUILT_PAPER -> draw(m_paper.register(m_free, pixels, Double.NaN).reflections());
            default -> draw(registered.reflections());
        }
        return m_out;
    }

    private void draw(final List<Reflection> reflections) {
        m_drawer.draw(reflections, m_out);
    }
}
