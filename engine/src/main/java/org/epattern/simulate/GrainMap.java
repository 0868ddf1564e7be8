// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.epattern.orient.Rotation;

/**
 * The polycrystal: which grains the beam hits at a scan point and how thick they are. Grains are the cells of a Voronoi
 * diagram; the cells that are none of them cluster between them. Immutable.
 */
final class GrainMap {

    private static final long STREAM_CELLS = 11;
    private static final long STREAM_GRAIN = 12;
    private static final long STREAM_CLUSTER = 13;
    private static final long STREAM_LAYER = 14;
    private static final long STREAM_HOLES = 15;
    /** Places tried for each cell; the one farthest from the others is taken, which evens the sizes. */
    private static final int TRIES = 6;

    private final CrystalScanSettings m_settings;
    private final double[] m_x;
    private final double[] m_y;
    private final double[] m_inner;
    /** Number of the grain of a cell, -1 for none. */
    private final int[] m_grainOfCell;
    private final List<Grain> m_grains = new ArrayList<>();
    private final SmoothField m_layer;
    private final SmoothField m_holes;
    private final double m_holeLevel;

    /**
     * A grain.
     *
     * @param phase number of its phase, from 0
     * @param orientation from crystal to sample coordinates
     * @param thickness largest thickness (nm)
     * @param wedgeX direction in which a wedge rises
     * @param wedgeY direction in which a wedge rises
     */
    record Grain(int phase, Rotation orientation, double thickness, double wedgeX, double wedgeY) {
    }

    GrainMap(final CrystalScanSettings settings, final int phases) {
        m_settings = settings;
        final double width = settings.scanWidth() * settings.stepNm();
        final double height = settings.scanHeight() * settings.stepNm();
        final int grains = settings.grains().grains();
        final int cells = Math.max(1, Math.max(grains, (int)Math.rint(grains / settings.grains().share())));
        m_x = new double[cells];
        m_y = new double[cells];
        m_inner = new double[cells];
        scatter(new FastRandom(settings.seed(), STREAM_CELLS), width, height);
        m_grainOfCell = choose(grains, new SmoothField(new FastRandom(settings.seed(), STREAM_CLUSTER), width, height));
        for (int g = 0; g < grains; g++) {
            m_grains.add(grain(g, phases));
        }
        m_layer = new SmoothField(new FastRandom(settings.seed(), STREAM_LAYER), width, height);
        m_holes = new SmoothField(new FastRandom(settings.seed(), STREAM_HOLES), width, height);
        m_holeLevel = settings.layer().holes() == 0 ? Double.NEGATIVE_INFINITY
            : m_holes.quantile(settings.layer().holes());
    }

    private void scatter(final FastRandom random, final double width, final double height) {
        for (int i = 0; i < m_x.length; i++) {
            double farthest = -1;
            for (int t = 0; t < TRIES; t++) {
                final double x = random.between(0, width);
                final double y = random.between(0, height);
                double nearest = Double.POSITIVE_INFINITY;
                for (int j = 0; j < i; j++) {
                    nearest = Math.min(nearest, Math.hypot(x - m_x[j], y - m_y[j]));
                }
                if (nearest > farthest) {
                    farthest = nearest;
                    m_x[i] = x;
                    m_y[i] = y;
                }
            }
        }
        for (int i = 0; i < m_x.length; i++) {
            // a single cell has no border: half of the scan
            m_inner[i] = Math.min(width, height) / 2;
            for (int j = 0; j < m_x.length; j++) {
                if (j != i) {
                    m_inner[i] = Math.min(m_inner[i], Math.hypot(m_x[i] - m_x[j], m_y[i] - m_y[j]) / 2);
                }
            }
        }
    }

    private int[] choose(final int grains, final SmoothField cluster) {
        final List<Integer> order = new ArrayList<>(IntStream.range(0, m_x.length).boxed().toList());
        order.sort(Comparator.comparingDouble(i -> -cluster.at(m_x[i], m_y[i])));
        final int[] grainOfCell = new int[m_x.length];
        for (int i = 0; i < order.size(); i++) {
            grainOfCell[order.get(i)] = i < grains ? i : -1;
        }
        return grainOfCell;
    }

    private Grain grain(final int number, final int phases) {
        final FastRandom random = new FastRandom(m_settings.seed(), STREAM_GRAIN, number);
        // evenly distributed rotation: Shoemake, Graphics Gems III (1992) 124
        final double u = random.nextDouble();
        final double a = random.between(0, 2 * Math.PI);
        final double b = random.between(0, 2 * Math.PI);
        final Rotation orientation = new Rotation(Math.sqrt(1 - u) * Math.sin(a), Math.sqrt(1 - u) * Math.cos(a),
            Math.sqrt(u) * Math.sin(b), Math.sqrt(u) * Math.cos(b));
        final double thickness = random.between(m_settings.grains().thinnest(), m_settings.grains().thickest());
        final double wedge = random.between(0, 2 * Math.PI);
        // as many grains of each phase as of any other
        return new Grain(number % phases, orientation, thickness, Math.cos(wedge), Math.sin(wedge));
    }

    /** @return the grains by number */
    List<Grain> grains() {
        return m_grains;
    }

    CrystalPoint at(final int scanX, final int scanY) {
        final double x = (scanX + 0.5) * m_settings.stepNm();
        final double y = (scanY + 0.5) * m_settings.stepNm();
        final double layer = layer(x, y);
        int own = 0;
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < m_x.length; i++) {
            final double d = squared(i, x, y);
            if (d < best) {
                best = d;
                own = i;
            }
        }
        if (m_grainOfCell[own] < 0) {
            return new CrystalPoint(-1, 0, null, 0, -1, 0, layer);
        }
        double border = Double.POSITIVE_INFINITY;
        int other = -1;
        for (int j = 0; j < m_x.length; j++) {
            if (j != own) {
                final double d = (squared(j, x, y) - best) / (2 * Math.hypot(m_x[j] - m_x[own], m_y[j] - m_y[own]));
                if (d < border) {
                    border = d;
                    other = j;
                }
            }
        }
        final double half = m_settings.grains().overlap() / 2;
        final boolean both = other >= 0 && m_grainOfCell[other] >= 0 && border < half;
        final double share = both ? 0.5 + 0.5 * border / half : 1;
        final int grain = m_grainOfCell[own];
        return new CrystalPoint(grain, m_grains.get(grain).phase() + 1, m_grains.get(grain).orientation(),
            share * thickness(own, border, x, y), both ? m_grainOfCell[other] : -1,
            both ? (1 - share) * thickness(other, border, x, y) : 0, layer);
    }

    private double squared(final int cell, final double x, final double y) {
        return (x - m_x[cell]) * (x - m_x[cell]) + (y - m_y[cell]) * (y - m_y[cell]);
    }

    private double thickness(final int cell, final double border, final double x, final double y) {
        final Grain grain = m_grains.get(m_grainOfCell[cell]);
        final double along = ((x - m_x[cell]) * grain.wedgeX() + (y - m_y[cell]) * grain.wedgeY()) / m_inner[cell];
        return grain.thickness() * m_settings.grains().shape().thickness(Math.min(1, border / m_inner[cell]),
            0.5 + 0.5 * Math.max(-1, Math.min(1, along / 1.5)));
    }

    private double layer(final double x, final double y) {
        if (m_holes.at(x, y) < m_holeLevel) {
            return 0;
        }
        final double deviation = Math.max(-1, Math.min(1, m_layer.at(x, y) / 1.5));
        return m_settings.layer().thickness() * (1 + m_settings.layer().variation() * deviation);
    }
}
