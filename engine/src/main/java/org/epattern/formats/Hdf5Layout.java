// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;

/**
 * How programs arrange patterns in an HDF5 file, and where they note the sizes of steps. The facts come from the
 * readers of RosettaSciIO, py4DSTEM and ncempy and from real files.
 */
enum Hdf5Layout {
    /** HyperSpy (.hspy): {@code /Experiments/<name>/data}, groups {@code axis-<i>} with scale, units, navigate. */
    HYPERSPY("HyperSpy") {

        @Override
        boolean isMine(final Dataset dataset, final Node group) {
            return "data".equals(dataset.getName()) && group instanceof Group axes && axes.getChild("axis-0") != null;
        }

        @Override
        int[] patternAxes(final Dataset dataset) {
            final Group group = dataset.getParent();
            final List<Integer> signal = new ArrayList<>();
            final int axes = dataset.getDimensionsAsLong().length;
            for (int axis = 0; axis < axes; axis++) {
                final Node node = group.getChild("axis-" + axis);
                if (node == null || !Hdf5Nodes.isTrue(node, "navigate")) {
                    signal.add(axis);
                }
            }
            if (signal.size() == axes) {
                // files of old versions and of other programs do not say it
                return super.patternAxes(dataset);
            }
            return signal.size() == 2 ? new int[] {signal.get(0), signal.get(1)} : null;
        }

        @Override
        Hdf5Step step(final Dataset dataset, final int axis) {
            final Node node = dataset.getParent().getChild("axis-" + axis);
            return node == null ? Hdf5Step.UNKNOWN
                : new Hdf5Step(Hdf5Nodes.number(node, "scale"), Hdf5Nodes.text(node, "units"));
        }
    },
    /** Velox (.emd): {@code /Data/Image/<id>/Data} with the frames along the last axis, {@code Metadata} as JSON. */
    VELOX("Velox") {

        @Override
        boolean isMine(final Dataset dataset, final Node group) {
            return VELOX_IMAGE.matcher(dataset.getPath()).matches();
        }

        @Override
        int[] patternAxes(final Dataset dataset) {
            return dataset.getDimensionsAsLong().length == 3 ? new int[] {0, 1} : null;
        }

        @Override
        Hdf5Step step(final Dataset dataset, final int axis) {
            return VeloxMetadata.of(dataset).step(axis);
        }
    },
    /**
     * EMD of Berkeley, py4DSTEM and fpd: a group with {@code emd_group_type}, axes in {@code dim0} or {@code dim1} on.
     */
    EMD("EMD") {

        @Override
        boolean isMine(final Dataset dataset, final Node group) {
            final String name = dataset.getName();
            return !name.startsWith("dim") && !Hdf5Nodes.text(group, "emd_group_type").isEmpty();
        }

        @Override
        Hdf5Step step(final Dataset dataset, final int axis) {
            final Group group = dataset.getParent();
            final int first = group.getChild("dim0") == null ? 1 : 0;
            return Hdf5Step.ofValues(group.getChild("dim" + (first + axis)));
        }
    },
    /** NeXus: a group of class NXdata, whose attributes name the signal and its axes. */
    NEXUS("NeXus") {

        @Override
        boolean isMine(final Dataset dataset, final Node group) {
            if (!"NXdata".equals(Hdf5Nodes.text(group, "NX_class"))) {
                return false;
            }
            final String signal = Hdf5Nodes.text(group, "signal");
            return signal.isEmpty() ? Hdf5Nodes.number(dataset, "signal") == 1 || "data".equals(dataset.getName())
                : signal.equals(dataset.getName());
        }

        @Override
        Hdf5Step step(final Dataset dataset, final int axis) {
            final Group group = dataset.getParent();
            final List<String> names = Hdf5Nodes.texts(group, "axes");
            return axis < names.size() ? Hdf5Step.ofValues(group.getChild(names.get(axis))) : Hdf5Step.UNKNOWN;
        }
    },
    /** Any other: the last two axes are those of a pattern. */
    OTHER("HDF5") {

        @Override
        boolean isMine(final Dataset dataset, final Node group) {
            return true;
        }
    };

    private static final Pattern VELOX_IMAGE = Pattern.compile("/Data/Image/[^/]+/Data");

    private final String m_text;

    Hdf5Layout(final String text) {
        m_text = text;
    }

    /** @return the layout of a data set */
    static Hdf5Layout of(final Dataset dataset) {
        final Node group = dataset.getParent();
        for (final Hdf5Layout layout : values()) {
            if (layout.isMine(dataset, group)) {
                return layout;
            }
        }
        return OTHER;
    }

    abstract boolean isMine(Dataset dataset, Node group);

    /** @return axes of the rows and along a row of a pattern; null if the data set holds no patterns */
    int[] patternAxes(final Dataset dataset) {
        final int axes = dataset.getDimensionsAsLong().length;
        return new int[] {axes - 2, axes - 1};
    }

    /** @return size of a step along an axis, as far as the file tells */
    Hdf5Step step(final Dataset dataset, final int axis) {
        return Hdf5Step.UNKNOWN;
    }

    /** @return who arranges it so, for people */
    String text() {
        return m_text;
    }
}
