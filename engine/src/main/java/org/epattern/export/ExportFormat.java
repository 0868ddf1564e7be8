// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

import org.epattern.scan.Calibration;
import org.epattern.scan.SampleType;
import org.epattern.scan.ScanGeometry;

/** A kind of file, or of folder, that the patterns of a scan can be written to. */
public interface ExportFormat {

    /** @return short name for settings, lower case, e.g. "blo" */
    String name();

    /** @return what it is and who reads it, one line for people */
    String description();

    /** @return number types of a pixel that it can hold */
    Set<SampleType> sampleTypes();

    /**
     * @param target path that the user gave
     * @param geometry shape of the scan
     * @return the path that is written: with the ending of the format where the user gave none
     * @throws IOException one sentence if such a path cannot be written
     */
    Path complete(Path target, ScanGeometry geometry) throws IOException;

    /**
     * Begins a file or folder.
     *
     * @param target a completed path
     * @param geometry shape of the scan; its sample type is that of the file
     * @param calibration physical sizes
     * @param replace whether what exists may be replaced
     * @return the output
     * @throws IOException one sentence if it exists and must not be replaced, cannot be written, or cannot hold such
     *             patterns
     */
    PatternOutput begin(Path target, ScanGeometry geometry, Calibration calibration, boolean replace)
        throws IOException;
}
