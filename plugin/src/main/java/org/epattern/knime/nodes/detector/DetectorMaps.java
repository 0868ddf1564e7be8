// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.detector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.epattern.detector.DetectorSignal;
import org.epattern.maps.ScanMap;

/** The maps of all detectors, filled point by point. */
final class DetectorMaps {

    private static final String GREY_LEVELS = "grey levels";

    private final List<ScanMap> m_maps = new ArrayList<>();
    private final List<Quantity> m_quantities = new ArrayList<>();
    private final int m_detectors;

    /** A number of a signal. */
    private record Quantity(String name, String unit, ToDoubleFunction<DetectorSignal> value) {
    }

    /**
     * @param detectors names of the detectors
     * @param parameters which quantities are wanted
     * @param width scan positions in a line
     * @param height number of lines
     */
    DetectorMaps(final List<String> detectors, final VirtualDetectorParameters parameters, final int width,
        final int height) {
        m_detectors = detectors.size();
        if (parameters.m_sum) {
            m_quantities.add(
                new Quantity("sum", GREY_LEVELS, s -> s.weight() > 0 ? s.sum() : Double.NaN));
        }
        if (parameters.m_mean) {
            m_quantities.add(new Quantity("mean", GREY_LEVELS, DetectorSignal::mean));
        }
        if (parameters.m_mass) {
            m_quantities.add(new Quantity("shift x", "px", DetectorSignal::x));
            m_quantities.add(new Quantity("shift y", "px", DetectorSignal::y));
            m_quantities.add(new Quantity("shift", "px", DetectorSignal::shift));
            m_quantities.add(new Quantity("shift direction", "degrees", DetectorSignal::direction));
        }
        for (final String detector : detectors) {
            for (final Quantity quantity : m_quantities) {
                final float[] values = new float[width * height];
                Arrays.fill(values, Float.NaN);
                m_maps.add(new ScanMap(detector + " " + quantity.name(), quantity.unit(), width, height, values));
            }
        }
    }

    /** @param signals one per detector */
    void set(final int x, final int y, final List<DetectorSignal> signals) {
        for (int d = 0; d < m_detectors; d++) {
            for (int q = 0; q < m_quantities.size(); q++) {
                m_maps.get(d * m_quantities.size() + q).set(x, y,
                    (float)m_quantities.get(q).value().applyAsDouble(signals.get(d)));
            }
        }
    }

    /** @return all quantities of the first detector, then those of the next */
    List<ScanMap> maps() {
        return m_maps;
    }
}
