// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.match;

import java.io.IOException;
import java.util.List;

import org.epattern.knime.data.PatternAccess;
import org.epattern.knime.data.Schema;
import org.epattern.match.ImageMatcher;
import org.epattern.match.MatchSettings;
import org.epattern.match.MeasuredSpot;
import org.epattern.match.ReflectionMatcher;
import org.epattern.match.Solution;
import org.epattern.match.TemplateBank;
import org.epattern.scan.OrderedWork;

/** Finds the orientations of single scan points. */
abstract class MatchWorker implements OrderedWork.Worker<MatchTask, MatchWorker.Result> {

    /**
     * What was found at a scan point.
     *
     * @param task the scan point
     * @param spots number of spots beside the direct beam; -1 when images are matched
     * @param solutions the solutions, the best one first
     */
    record Result(MatchTask task, int spots, List<Solution> solutions) {
    }

    /** Works on reflections. */
    static final class Reflections extends MatchWorker {

        private final ReflectionMatcher m_matcher;
        private final Schema.Size m_size;
        private final double m_pixel;

        /**
         * @param bank the templates
         * @param settings how to compare
         * @param size size of the registered patterns (px)
         * @param pixel size of a pixel (1/Angstrom)
         */
        Reflections(final TemplateBank bank, final MatchSettings settings, final Schema.Size size,
            final double pixel) {
            m_matcher = new ReflectionMatcher(bank, settings);
            m_size = size;
            m_pixel = pixel;
        }

        @Override
        public Result apply(final MatchTask task) {
            final List<MeasuredSpot> spots =
                MeasuredSpot.of(task.reflections(), m_size.width() / 2.0, m_size.height() / 2.0, m_pixel);
            return new Result(task, spots.size(), m_matcher.match(spots));
        }
    }

    /** Works on images. */
    static final class Images extends MatchWorker {

        private final TemplateBank m_bank;
        private final MatchSettings m_settings;
        private final double m_pixel;
        private final double m_beamRadius;
        private final PatternAccess m_access;
        private int m_width;
        private int m_height;
        private float[] m_pixels;
        private ImageMatcher m_matcher;

        /**
         * @param bank the templates
         * @param settings how to compare
         * @param pixel size of a pixel (1/Angstrom)
         * @param beamRadius radius of the direct beam (px)
         * @param access reads the patterns
         */
        Images(final TemplateBank bank, final MatchSettings settings, final double pixel, final double beamRadius,
            final PatternAccess access) {
            m_bank = bank;
            m_settings = settings;
            m_pixel = pixel;
            m_beamRadius = beamRadius;
            m_access = access;
        }

        @Override
        public Result apply(final MatchTask task) throws IOException {
            if (task.pattern() == null) {
                return new Result(task, -1, List.of());
            }
            prepareFor(task.pattern().getPatternWidth(), task.pattern().getPatternHeight());
            m_access.read(task.pattern(), m_pixels);
            final boolean known = Double.isFinite(task.beamX()) && Double.isFinite(task.beamY());
            return new Result(task, -1, m_matcher.match(m_pixels, known ? task.beamX() : m_width / 2.0,
                known ? task.beamY() : m_height / 2.0));
        }

        private void prepareFor(final int width, final int height) {
            if (m_matcher == null || width != m_width || height != m_height) {
                m_width = width;
                m_height = height;
                m_pixels = new float[width * height];
                m_matcher = new ImageMatcher(m_bank, m_settings, width, height, m_pixel, m_beamRadius);
            }
        }
    }
}
