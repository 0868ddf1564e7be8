// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.background;

import java.io.IOException;

import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.PatternAccess;
import org.epattern.prepare.BackgroundSubtractor;
import org.epattern.register.WideAngleNoise;
import org.epattern.scan.OrderedWork;
import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;
import org.knime.core.data.DataRow;

/** Makes the background-free pattern and the noise of one row after the other, with scratch memory of its own. */
final class BackgroundWorker implements OrderedWork.Worker<DataRow, BackgroundWorker.Result> {

    private final SubtractBackgroundParameters m_parameters;
    private final PatternAccess m_access;
    private final int m_column;
    private int m_width;
    private int m_height;
    private float[] m_pixels;
    private WideAngleNoise m_noise;
    private BackgroundSubtractor m_subtractor;

    /**
     * What became of a row.
     *
     * @param row the row
     * @param width pixels in a row of the pattern
     * @param height pixel rows of the pattern
     * @param type sample type of the background-free pattern
     * @param samples the background-free pattern; null if the pattern is missing
     * @param noise standard deviation at wide angle in the raw pattern (grey levels)
     */
    record Result(DataRow row, int width, int height, SampleType type, byte[] samples, double noise) {
    }

    BackgroundWorker(final SubtractBackgroundParameters parameters, final PatternAccess access, final int column) {
        m_parameters = parameters;
        m_access = access;
        m_column = column;
    }

    @Override
    public Result apply(final DataRow row) throws IOException {
        if (!(row.getCell(m_column) instanceof DiffractionPatternValue pattern)) {
            return new Result(row, 0, 0, null, null, Double.NaN);
        }
        prepareFor(pattern.getPatternWidth(), pattern.getPatternHeight());
        m_access.read(pattern, m_pixels);
        final double noise = m_noise.standardDeviation(m_pixels);
        m_subtractor.subtract(m_pixels, m_pixels);
        final SampleType type = m_parameters.resultType(pattern.getSampleType());
        final byte[] samples = new byte[m_pixels.length * type.bytes()];
        Samples.encode(m_pixels, type, samples);
        return new Result(row, m_width, m_height, type, samples, noise);
    }

    private void prepareFor(final int width, final int height) {
        if (m_pixels == null || width != m_width || height != m_height) {
            m_width = width;
            m_height = height;
            m_pixels = new float[width * height];
            m_noise = new WideAngleNoise(width, height, m_parameters.noiseRegion());
            m_subtractor = new BackgroundSubtractor(width, height, m_parameters.background());
        }
    }
}
