// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.io.IOException;
import java.nio.file.Path;

import org.epattern.scan.ScanGeometry;

/** Counts the patterns of an output, so that none is missing and none too many. */
final class PatternCount {

    private final Path m_target;
    private final ScanGeometry m_geometry;
    private long m_count;

    PatternCount(final Path target, final ScanGeometry geometry) {
        m_target = target;
        m_geometry = geometry;
    }

    /**
     * @param samples the next pattern
     * @return its index, from 0
     */
    long next(final byte[] samples) throws IOException {
        if (samples.length != m_geometry.patternBytes()) {
            throw new IllegalArgumentException(
                "A pattern has " + m_geometry.patternBytes() + " bytes, found " + samples.length);
        }
        return next();
    }

    /** @return index of the next pattern, from 0 */
    long next() throws IOException {
        if (m_count == m_geometry.patternCount()) {
            throw new IOException(m_target + ": all " + m_count + " patterns were written already");
        }
        return m_count++;
    }

    /** @throws IOException if patterns are missing */
    void checkComplete() throws IOException {
        if (m_count < m_geometry.patternCount()) {
            throw new IOException(m_target + ": not written, because only " + m_count + " of "
                + m_geometry.patternCount() + " patterns were given");
        }
    }
}
