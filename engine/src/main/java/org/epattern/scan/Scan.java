// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.io.Closeable;
import java.util.List;

/**
 * A 4D-STEM scan: a diffraction pattern at every point of a raster. Patterns are read by index when they are asked for;
 * nothing is held in memory. A scan may be shared between threads, each with a reader of its own.
 */
public interface Scan extends Closeable {

    /** @return shape of the scan and of its patterns */
    ScanGeometry geometry();

    /** @return physical sizes as far as they are known */
    Calibration calibration();

    /** @return what else the file says about itself (format, notes, detector …), for the scan description */
    List<ScanProperty> properties();

    /** @return where the patterns come from, for messages: a path, or a name such as "simulation" */
    String origin();

    /** @return a new reader with its own scratch memory, to be used by one thread and closed by it */
    PatternReader openReader();
}
