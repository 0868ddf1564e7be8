// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.save;

import java.io.IOException;

import org.epattern.export.GreyConversion;
import org.epattern.export.PatternOutput;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.PatternAccess;
import org.epattern.knime.data.PatternTable;
import org.epattern.scan.OrderedWork;

/** Reads one pattern after the other and makes the bytes of the file, with scratch memory of its own. */
final class SaveWorker implements OrderedWork.Worker<PatternTable.Point, SaveWorker.Result> {

    private final PatternAccess m_access;
    private final GreyConversion m_conversion;
    private final PatternOutput m_output;
    private final float[] m_pixels;

    /**
     * What became of a pattern.
     *
     * @param packed bytes for the output
     * @param cut what was cut off
     */
    record Result(byte[] packed, GreyConversion.Cut cut) {
    }

    /**
     * @param access reads the patterns
     * @param conversion grey levels to numbers of the file
     * @param output packs the patterns
     * @param pixels pixels of a pattern
     */
    SaveWorker(final PatternAccess access, final GreyConversion conversion, final PatternOutput output,
        final int pixels) {
        m_access = access;
        m_conversion = conversion;
        m_output = output;
        m_pixels = new float[pixels];
    }

    @Override
    public Result apply(final PatternTable.Point point) throws IOException {
        // a new array for every pattern: the output may hold it until it is written; black where there is no pattern
        final byte[] samples = new byte[m_pixels.length * m_conversion.type().bytes()];
        GreyConversion.Cut cut = GreyConversion.Cut.NONE;
        final DiffractionPatternValue pattern = point.pattern();
        if (pattern != null && m_conversion.range() == null && pattern.getSampleType() == m_conversion.type()) {
            m_access.readSamples(pattern, samples);
        } else if (pattern != null) {
            m_access.read(pattern, m_pixels);
            cut = m_conversion.convert(m_pixels, samples);
        }
        return new Result(m_output.pack(samples), cut);
    }
}
