// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.background;

import java.io.IOException;

import org.epattern.knime.data.DiffractionPatternCell;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.PatternAccess;
import org.epattern.register.WideAngleNoise;
import org.epattern.scan.OrderedWork;
import org.epattern.scan.PreparedPattern;
import org.epattern.scan.SampleType;
import org.knime.core.data.DataCell;
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
    private SampleType m_resultType;
    private PreparedPattern m_subtractor;

    /**
     * What became of a row.
     *
     * @param row the row
     * @param width pixels in a row of the pattern
     * @param height pixel rows of the pattern
     * @param type sample type of the background-free pattern
     * @param samples the background-free pattern if it is to be stored
     * @param computed the background-free pattern if it is computed when needed; both are null if the pattern is
     *            missing
     * @param noise standard deviation at wide angle in the raw pattern (grey levels)
     */
    record Result(DataRow row, int width, int height, SampleType type, byte[] samples, DataCell computed,
        double noise) {

        static Result missing(final DataRow row) {
            return new Result(row, 0, 0, null, null, null, Double.NaN);
        }

        boolean isMissing() {
            return samples == null && computed == null;
        }
    }

    BackgroundWorker(final SubtractBackgroundParameters parameters, final PatternAccess access, final int column) {
        m_parameters = parameters;
        m_access = access;
        m_column = column;
    }

    @Override
    public Result apply(final DataRow row) throws IOException {
        if (!(row.getCell(m_column) instanceof DiffractionPatternValue pattern)) {
            return Result.missing(row);
        }
        prepareFor(pattern);
        m_access.read(pattern, m_pixels);
        final double noise = m_noise.standardDeviation(m_pixels);
        final DataCell computed = computed(row.getCell(m_column));
        if (computed != null) {
            return new Result(row, m_width, m_height, m_resultType, null, computed, noise);
        }
        final byte[] samples = new byte[m_pixels.length * m_resultType.bytes()];
        m_subtractor.toSamples(m_pixels, samples);
        return new Result(row, m_width, m_height, m_resultType, samples, null, noise);
    }

    /** @return the cell of a pattern that is computed when needed; null if it must be stored */
    private DataCell computed(final DataCell cell) {
        if (m_parameters.m_storage == SubtractBackgroundParameters.Storage.STORED
            || !(cell instanceof DiffractionPatternCell measured) || measured.isComputed()) {
            return null;
        }
        return m_parameters.m_method == SubtractBackgroundParameters.Method.NONE ? cell
            : measured.prepared(m_parameters.background(), m_resultType);
    }

    private void prepareFor(final DiffractionPatternValue pattern) {
        final int width = pattern.getPatternWidth();
        final int height = pattern.getPatternHeight();
        final SampleType resultType = m_parameters.resultType(pattern.getSampleType());
        if (m_pixels == null || width != m_width || height != m_height || resultType != m_resultType) {
            // what can fail comes first: the worker may be used again for another row
            m_noise = new WideAngleNoise(width, height, m_parameters.noiseRegion());
            m_subtractor = new PreparedPattern(width, height, m_parameters.background(), resultType);
            m_width = width;
            m_height = height;
            m_resultType = resultType;
            m_pixels = new float[width * height];
        }
    }
}
