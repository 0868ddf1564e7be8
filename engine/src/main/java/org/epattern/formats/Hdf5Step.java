// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.lang.reflect.Array;

import io.jhdf.api.Dataset;
import io.jhdf.api.Node;

/**
 * Size of a step along an axis of a data set.
 *
 * @param size the size, not a number where it is not known
 * @param unit its unit as it stands in the file, empty where there is none
 */
record Hdf5Step(double size, String unit) {

    static final Hdf5Step UNKNOWN = new Hdf5Step(Double.NaN, "");

    /**
     * @param axis a data set with the positions along an axis, of which the first two are looked at; or null
     * @return the step between them, with the unit that its attribute {@code units} tells
     */
    static Hdf5Step ofValues(final Node axis) {
        if (axis instanceof Dataset values) {
            final long[] sizes = values.getDimensionsAsLong();
            if (sizes.length == 1 && sizes[0] >= 2 && Hdf5Element.of(values.getDataType()) != null) {
                final Object pair = values.getData(new long[] {0}, new int[] {2});
                return new Hdf5Step(
                    ((Number)Array.get(pair, 1)).doubleValue() - ((Number)Array.get(pair, 0)).doubleValue(),
                    Hdf5Nodes.text(values, "units"));
            }
        }
        return UNKNOWN;
    }
}
