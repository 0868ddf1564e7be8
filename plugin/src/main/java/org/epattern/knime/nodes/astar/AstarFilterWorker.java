// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.astar;

import java.io.IOException;

import org.epattern.knime.data.DiffractionPatternCell;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.PatternAccess;
import org.epattern.scan.OrderedWork;
import org.epattern.scan.PreparedPattern;
import org.epattern.scan.SampleType;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;

/** Makes the filtered pattern of one row after the other, with scratch memory of its own. */
final class AstarFilterWorker implements OrderedWork.Worker<DataRow, AstarFilterWorker.Result> {

    private final AstarFilterParameters m_parameters;
    private final PatternAccess m_access;
    private final int m_column;
    private float[] m_pixels;
    private PreparedPattern m_filter;
    private int m_width;
    private int m_height;
    private SampleType m_type;

    /**
     * What became of a row.
     *
     * @param row the row
     * @param computed the filtered pattern if it is computed when needed
     * @param stored the filtered pattern if it is to be stored; both are null if the pattern is missing
     */
    record Result(DataRow row, DataCell computed, Stored stored) {
    }

    /**
     * A filtered pattern.
     *
     * @param width pixels in a row
     * @param height pixel rows
     * @param type sample type
     * @param samples little-endian samples, row by row
     */
    record Stored(int width, int height, SampleType type, byte[] samples) {
    }

    AstarFilterWorker(final AstarFilterParameters parameters, final PatternAccess access, final int column) {
        m_parameters = parameters;
        m_access = access;
        m_column = column;
    }

    @Override
    public Result apply(final DataRow row) throws IOException {
        if (!(row.getCell(m_column) instanceof DiffractionPatternValue pattern)) {
            return new Result(row, null, null);
        }
        if (m_parameters.m_storage == AstarFilterParameters.Storage.COMPUTED
            && pattern instanceof DiffractionPatternCell measured && !measured.isComputed()) {
            return new Result(row, measured.prepared(m_parameters.filter(),
                m_parameters.m_resultType.of(measured.getSampleType())), null);
        }
        prepareFor(pattern);
        m_access.read(pattern, m_pixels);
        final byte[] samples = new byte[m_pixels.length * m_type.bytes()];
        m_filter.toSamples(m_pixels, samples);
        return new Result(row, null, new Stored(m_width, m_height, m_type, samples));
    }

    private void prepareFor(final DiffractionPatternValue pattern) {
        final int width = pattern.getPatternWidth();
        final int height = pattern.getPatternHeight();
        final SampleType type = m_parameters.m_resultType.of(pattern.getSampleType());
        if (m_pixels == null || width != m_width || height != m_height || type != m_type) {
            m_filter = new PreparedPattern(width, height, m_parameters.filter(), type);
            m_width = width;
            m_height = height;
            m_type = type;
            m_pixels = new float[width * height];
        }
    }
}
