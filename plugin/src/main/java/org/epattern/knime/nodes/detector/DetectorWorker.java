// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.detector;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.epattern.detector.DetectorShape;
import org.epattern.detector.DetectorSignal;
import org.epattern.detector.SpotPixels;
import org.epattern.detector.VirtualDetector;
import org.epattern.knime.data.PatternAccess;
import org.epattern.scan.OrderedWork;

/** Measures the signals of one pattern after the other, with scratch memory of its own. */
final class DetectorWorker implements OrderedWork.Worker<DetectorTask, DetectorWorker.Result> {

    private final VirtualDetectorParameters m_parameters;
    private final Map<String, DetectorShape> m_shapes;
    private final PatternAccess m_access;
    private int m_width;
    private int m_height;
    private float[] m_pixels;
    private List<VirtualDetector> m_detectors;
    private SpotPixels m_spots;

    /**
     * The signals of a pattern.
     *
     * @param task what was measured
     * @param signals one per detector; none if the pattern is missing
     */
    record Result(DetectorTask task, List<DetectorSignal> signals) {
    }

    DetectorWorker(final VirtualDetectorParameters parameters, final Map<String, DetectorShape> shapes,
        final PatternAccess access) {
        m_parameters = parameters;
        m_shapes = shapes;
        m_access = access;
    }

    @Override
    public Result apply(final DetectorTask task) throws IOException {
        if (task.pattern() == null) {
            return new Result(task, List.of());
        }
        prepareFor(task.pattern().getPatternWidth(), task.pattern().getPatternHeight());
        m_access.read(task.pattern(), m_pixels);
        final double x = Double.isNaN(task.centreX()) ? m_width / 2.0 : task.centreX();
        final double y = Double.isNaN(task.centreY()) ? m_height / 2.0 : task.centreY();
        if (task.spots() != null) {
            m_spots.mark(task.spots());
        }
        final List<DetectorSignal> signals = new ArrayList<>(m_detectors.size());
        int i = 0;
        for (final String name : m_shapes.keySet()) {
            final boolean leavesOut = task.spots() != null && name.equals(Detecting.ANNULUS);
            signals.add(m_detectors.get(i++).measure(m_pixels, x, y, leavesOut ? m_spots : null));
        }
        return new Result(task, signals);
    }

    private void prepareFor(final int width, final int height) {
        if (m_pixels == null || width != m_width || height != m_height) {
            m_detectors = m_shapes.values().stream().map(
                shape -> new VirtualDetector(width, height, shape, m_parameters.edges(), m_parameters.m_mass)).toList();
            m_spots = new SpotPixels(width, height, m_parameters.m_margin);
            m_width = width;
            m_height = height;
            m_pixels = new float[width * height];
        }
    }
}
