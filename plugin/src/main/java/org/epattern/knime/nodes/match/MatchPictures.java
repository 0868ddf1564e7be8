// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.epattern.crystal.Crystal;
import org.epattern.crystal.NearestZoneAxis;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.PatternAccess;
import org.epattern.knime.data.Schema;
import org.epattern.maps.OverlayPicture;
import org.epattern.maps.Png;
import org.epattern.match.Solution;
import org.epattern.match.SpotPattern;
import org.epattern.match.SpotSimulator;
import org.epattern.match.TemplateBank;
import org.epattern.reconstruct.DrawSettings;
import org.epattern.reconstruct.PatternDrawer;
import org.epattern.register.Reflection;

/** Draws patterns with the template of their best solution over them. */
final class MatchPictures {

    private static final int WIDTH = 512;
    /** Room beside the outermost spot where the size of the patterns is not known (px). */
    private static final double MARGIN = 8;

    private final TemplateBank m_bank;
    private final double m_pixel;
    private final Schema.Size m_size;
    private final PatternAccess m_access;

    /**
     * @param bank the templates
     * @param pixel size of a pixel (1/Angstrom)
     * @param size size of the registered patterns; null if nobody knows
     * @param access reads patterns; null where reflections are matched
     */
    MatchPictures(final TemplateBank bank, final double pixel, final Schema.Size size, final PatternAccess access) {
        m_bank = bank;
        m_pixel = pixel;
        m_size = size;
        m_access = access;
    }

    /**
     * @param result a scan point with a solution
     * @param rank its rank by index
     * @param points number of points with a solution
     * @return the picture as PNG: the pattern, or what its reflections look like
     * @throws IOException if the pattern cannot be read
     */
    byte[] draw(final MatchWorker.Result result, final int rank, final int points) throws IOException {
        final MatchTask task = result.task();
        final Solution solution = result.solutions().get(0);
        final SpotSimulator simulator = m_bank.phases().get(solution.phase()).simulator();
        final SpotPattern pattern = simulator.simulate(solution.orientation());
        final Set<Integer> met = new HashSet<>();
        solution.matched().forEach(m -> met.add(m.reflection()));
        final List<String> caption = caption(task, solution, simulator.crystal(), met.size(), pattern.size(),
            "rank " + rank + " of " + points);
        if (task.reflections() == null) {
            final DiffractionPatternValue value = task.pattern();
            final int width = value.getPatternWidth();
            final int height = value.getPatternHeight();
            final float[] pixels = new float[width * height];
            m_access.read(value, pixels);
            final boolean known = Double.isFinite(task.beamX()) && Double.isFinite(task.beamY());
            return png(pixels, width, height, known ? task.beamX() : width / 2.0, known ? task.beamY() : height / 2.0,
                pattern, met, caption);
        }
        final Schema.Size size = m_size == null ? around(task.reflections()) : m_size;
        final float[] pixels = new float[size.width() * size.height()];
        new PatternDrawer(size.width(), size.height(), DrawSettings.likeInput(size.width(), size.height()))
            .draw(task.reflections(), pixels);
        double beamX = size.width() / 2.0;
        double beamY = size.height() / 2.0;
        for (final Reflection r : task.reflections()) {
            if (r.isDirectBeam()) {
                beamX = r.x();
                beamY = r.y();
            }
        }
        return png(pixels, size.width(), size.height(), beamX, beamY, pattern, met, caption);
    }

    private byte[] png(final float[] pixels, final int width, final int height, final double beamX, final double beamY,
        final SpotPattern pattern, final Set<Integer> met, final List<String> caption) throws IOException {
        double strongest = 0;
        for (int j = 0; j < pattern.size(); j++) {
            strongest = Math.max(strongest, pattern.intensity(j));
        }
        final List<OverlayPicture.Mark> marks = new ArrayList<>();
        for (int j = 0; j < pattern.size(); j++) {
            marks.add(new OverlayPicture.Mark(beamX + pattern.x(j) / m_pixel, beamY + pattern.y(j) / m_pixel,
                pattern.intensity(j) / strongest, met.contains(pattern.reflection(j))));
        }
        return Png.encode(OverlayPicture.draw(pixels, width, height, beamX, beamY, marks, caption, WIDTH));
    }

    private static Schema.Size around(final List<Reflection> reflections) {
        double width = 1;
        double height = 1;
        for (final Reflection r : reflections) {
            width = Math.max(width, r.x() + MARGIN);
            height = Math.max(height, r.y() + MARGIN);
        }
        return new Schema.Size((int)Math.ceil(width), (int)Math.ceil(height));
    }

    private static List<String> caption(final MatchTask task, final Solution solution, final Crystal crystal,
        final int met, final int reflections, final String rank) {
        final NearestZoneAxis axis = NearestZoneAxis.ofBeam(crystal.lattice(), solution.orientation());
        return List.of(
            String.format(Locale.ROOT, "x %d, y %d: %s, beam %.1f\u00b0 from %s", task.x(), task.y(), crystal.name(),
                axis.degrees(), axis),
            String.format(Locale.ROOT, "index %.3f (%s), reliability %.1f %%, %d of %d reflections met",
                solution.index(), rank, solution.reliability(), met, reflections));
    }
}
