// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.util.ArrayList;
import java.util.List;

import io.jhdf.api.Dataset;

/**
 * A data set of an HDF5 file whose numbers can be patterns, and which of its axes is which.
 *
 * @param dataset the data set
 * @param layout what kind of program wrote it
 * @param element number type
 * @param scanY index of the axis of the scan lines, {@value #NONE} where there is none
 * @param scanX index of the axis along a line, {@value #NONE} where there is none
 * @param patternY index of the axis of the rows of a pattern
 * @param patternX index of the axis along a row
 */
record Hdf5Set(Dataset dataset, Hdf5Layout layout, Hdf5Element element, int scanY, int scanX, int patternY,
    int patternX) {

    static final int NONE = -1;

    private static final int MOST_AXES = 8;

    /**
     * @param dataset a data set
     * @return the same with its axes; null if its numbers cannot be patterns
     */
    static Hdf5Set of(final Dataset dataset) {
        final long[] sizes = dataset.getDimensionsAsLong();
        if (sizes.length < 2 || sizes.length > MOST_AXES) {
            return null;
        }
        for (final long size : sizes) {
            if (size < 1 || size > Integer.MAX_VALUE) {
                return null;
            }
        }
        final Hdf5Element element = Hdf5Element.of(dataset.getDataType());
        if (element == null) {
            return null;
        }
        final Hdf5Layout layout = Hdf5Layout.of(dataset);
        final int[] pattern = layout.patternAxes(dataset);
        if (pattern == null) {
            return null;
        }
        final List<Integer> scan = new ArrayList<>();
        for (int axis = 0; axis < sizes.length; axis++) {
            if (axis != pattern[0] && axis != pattern[1]) {
                scan.add(axis);
            }
        }
        // an axis of one step more, such as the colour channel of the fpd layout, says nothing
        for (int i = scan.size() - 1; i >= 0 && scan.size() > 2; i--) {
            if (sizes[scan.get(i)] == 1) {
                scan.remove(i);
            }
        }
        if (scan.size() > 2) {
            return null;
        }
        return new Hdf5Set(dataset, layout, element, scan.size() < 2 ? NONE : scan.get(0),
            scan.isEmpty() ? NONE : scan.get(scan.size() - 1), pattern[0], pattern[1]);
    }

    /** @return name of the data set within the file, by which it is chosen */
    String path() {
        return dataset.getPath();
    }

    /** @return steps along an axis, 1 where there is no such axis */
    int size(final int axis) {
        return axis == NONE ? 1 : (int)dataset.getDimensionsAsLong()[axis];
    }

    /** @return number of axes with more than one step: 4 for a scan, 3 for a line of patterns, 2 for one pattern */
    int rank() {
        int rank = 0;
        for (final int axis : new int[] {scanY, scanX, patternY, patternX}) {
            rank += size(axis) > 1 ? 1 : 0;
        }
        return rank;
    }

    /** @return whether it is worth offering: a pattern is more than a row of numbers, unless a known program says so */
    boolean isLikely() {
        return layout != Hdf5Layout.OTHER || size(patternY) > 1 && size(patternX) > 1;
    }

    /** @return sizes, for messages */
    String text() {
        return path() + " (" + size(scanX) + " x " + size(scanY) + " patterns of " + size(patternX) + " x "
            + size(patternY) + " px)";
    }
}
