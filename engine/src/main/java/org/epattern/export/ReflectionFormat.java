// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.io.IOException;
import java.nio.file.Path;

import org.epattern.scan.Calibration;
import org.epattern.scan.ScanGeometry;

/** A kind of file that reflections can be written to. */
public enum ReflectionFormat {
    /** Comma-separated values with the column names of the reflection table. */
    CSV(".csv") {
        @Override
        public ReflectionOutput begin(final Path target, final ScanGeometry geometry, final Calibration calibration,
            final boolean replace) throws IOException {
            return new ReflectionCsv(target, ReflectionCsv.Names.TABLE, replace);
        }
    },
    /** Comma-separated values as the authors' ImageJ macros write them (Results_All.csv). */
    MACROS(".csv") {
        @Override
        public ReflectionOutput begin(final Path target, final ScanGeometry geometry, final Calibration calibration,
            final boolean replace) throws IOException {
            return new ReflectionCsv(target, ReflectionCsv.Names.MACROS, replace);
        }
    },
    /** Point lists in an HDF5 file that py4DSTEM reads. */
    EMD(".h5") {
        @Override
        public ReflectionOutput begin(final Path target, final ScanGeometry geometry, final Calibration calibration,
            final boolean replace) throws IOException {
            return new PointListExport(target, geometry, calibration, replace);
        }
    };

    private final String m_ending;

    ReflectionFormat(final String ending) {
        m_ending = ending;
    }

    /**
     * @param target path that the user gave
     * @return the path that is written: with the ending of the format where the user gave none
     */
    public Path complete(final Path target) {
        return FileNames.withEnding(target, m_ending);
    }

    /** @return ending of the files, e.g. ".csv" */
    public String ending() {
        return m_ending;
    }

    /**
     * Begins a file.
     *
     * @param target a completed path
     * @param geometry shape of the scan that the reflections belong to
     * @param calibration physical sizes
     * @param replace whether a file of that name may be replaced
     * @return the output
     * @throws IOException one sentence if it exists and must not be replaced, or cannot be written
     */
    public abstract ReflectionOutput begin(Path target, ScanGeometry geometry, Calibration calibration,
        boolean replace) throws IOException;
}
