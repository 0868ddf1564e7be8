// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.reconstruct;

import java.io.IOException;

import org.epattern.knime.data.PatternAccess;
import org.epattern.reconstruct.DrawSettings;
import org.epattern.reconstruct.MaskSettings;
import org.epattern.reconstruct.PatternDrawer;
import org.epattern.reconstruct.PatternMasker;
import org.epattern.scan.OrderedWork;
import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;

/** Draws or masks one pattern after the other, with scratch memory of its own. */
abstract class ReconstructWorker implements OrderedWork.Worker<Task, ReconstructWorker.Result> {

    /**
     * A new pattern.
     *
     * @param task what was to be made
     * @param width pixels in a row
     * @param height pixel rows
     * @param type sample type
     * @param samples the pattern; null if it could not be made because something is missing
     * @param cut number of pixels that were cut at the largest value of the sample type
     */
    record Result(Task task, int width, int height, SampleType type, byte[] samples, int cut) {

        static Result missing(final Task task) {
            return new Result(task, 0, 0, null, null, 0);
        }
    }

    static byte[] encode(final float[] pixels, final SampleType type) {
        final byte[] samples = new byte[pixels.length * type.bytes()];
        Samples.encode(pixels, type, samples);
        return samples;
    }

    /** Draws reflections anew. */
    static final class Drawing extends ReconstructWorker {

        private final DrawSettings m_settings;
        private final PatternDrawer m_drawer;
        private final float[] m_pixels;

        Drawing(final int inputWidth, final int inputHeight, final DrawSettings settings) {
            m_settings = settings;
            m_drawer = new PatternDrawer(inputWidth, inputHeight, settings);
            m_pixels = new float[settings.width() * settings.height()];
        }

        @Override
        public Result apply(final Task task) {
            if (task.reflections() == null) {
                return Result.missing(task);
            }
            final int cut = m_drawer.draw(task.reflections(), m_pixels);
            return new Result(task, m_settings.width(), m_settings.height(), m_settings.sampleType(),
                encode(m_pixels, m_settings.sampleType()), cut);
        }
    }

    /** Keeps measured patterns inside the spots. */
    static final class Masking extends ReconstructWorker {

        private final MaskSettings m_settings;
        private final PatternAccess m_access;
        private int m_width;
        private int m_height;
        private float[] m_pixels;
        private PatternMasker m_masker;

        Masking(final MaskSettings settings, final PatternAccess access) {
            m_settings = settings;
            m_access = access;
        }

        @Override
        public Result apply(final Task task) throws IOException {
            if (task.reflections() == null || task.pattern() == null) {
                return Result.missing(task);
            }
            prepareFor(task.pattern().getPatternWidth(), task.pattern().getPatternHeight());
            m_access.read(task.pattern(), m_pixels);
            m_masker.mask(m_pixels, task.reflections(), m_pixels);
            final SampleType type = task.pattern().getSampleType();
            return new Result(task, m_width, m_height, type, encode(m_pixels, type), 0);
        }

        private void prepareFor(final int width, final int height) {
            if (m_pixels == null || width != m_width || height != m_height) {
                m_width = width;
                m_height = height;
                m_pixels = new float[width * height];
                m_masker = new PatternMasker(width, height, m_settings);
            }
        }
    }
}
