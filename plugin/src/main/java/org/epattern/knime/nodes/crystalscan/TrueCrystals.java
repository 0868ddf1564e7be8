// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.crystalscan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.epattern.knime.data.KnimeWorkers;
import org.epattern.knime.data.MatchSchema;
import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.epattern.orient.EulerAngles;
import org.epattern.orient.Rotation;
import org.epattern.register.Reflection;
import org.epattern.scan.Progress;
import org.epattern.scan.ScanGeometry;
import org.epattern.simulate.CrystalPoint;
import org.epattern.simulate.CrystalScan;
import org.epattern.simulate.CrystalSpot;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell.DoubleCellFactory;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of what a simulated crystalline scan really is: orientations and spots. */
final class TrueCrystals {

    private static final DataCell MISSING = DataType.getMissingCell();
    /** Reliability (%) of what is known. */
    private static final double CERTAIN = 100;

    private final CrystalScan m_scan;
    private final TableOutput m_orientations;
    private final TableOutput m_reflections;

    private TrueCrystals(final CrystalScan scan, final TableOutput orientations, final TableOutput reflections) {
        m_scan = scan;
        m_orientations = orientations;
        m_reflections = reflections;
    }

    /**
     * @param scan the scan
     * @param exec context of the node
     * @param progress hears how far it is
     * @return true orientations and true reflections
     * @throws IOException never in practice
     */
    static BufferedDataTable[] tables(final CrystalScan scan, final ExecutionContext exec, final Progress progress)
        throws IOException {
        final ScanGeometry geometry = scan.geometry();
        try (TableOutput orientations = new TableOutput(exec,
            Schema.describe(MatchSchema.trueOrientations(), geometry, scan.calibration()));
                TableOutput reflections = new TableOutput(exec,
                    Schema.describe(MatchSchema.trueReflections(), geometry, scan.calibration()))) {
            final TrueCrystals tables = new TrueCrystals(scan, orientations, reflections);
            final Iterator<Long> indices = LongStream.range(0, geometry.patternCount()).iterator();
            final long[] done = new long[1];
            KnimeWorkers.<Long, List<CrystalSpot>>run(indices, () -> scan::truth, spots -> {
                tables.add(done[0]++, spots);
                progress.report(done[0] / (double)geometry.patternCount(),
                    "Truth of pattern " + done[0] + " of " + geometry.patternCount());
            }, progress);
            return new BufferedDataTable[] {orientations.finish(), reflections.finish()};
        }
    }

    private void add(final long index, final List<CrystalSpot> spots) {
        final CrystalPoint point = m_scan.point(index);
        final int x = m_scan.geometry().scanX(index);
        final int y = m_scan.geometry().scanY(index);
        final long visible = spots.stream().filter(s -> !s.isDirectBeam() && s.isVisible()).count();
        if (point.isCrystal()) {
            addGrain(x, y, 1, point.grain(), point.orientation(), point.thickness(), point.layer(), visible, spots);
            if (point.neighbour() >= 0) {
                addGrain(x, y, 2, point.neighbour(), m_scan.orientationOfGrain(point.neighbour()),
                    point.neighbourThickness(), point.layer(), visible, spots);
            }
        } else {
            m_orientations.add(IntCellFactory.create(x), IntCellFactory.create(y), IntCellFactory.create(1), MISSING,
                MISSING, MISSING, MISSING, DoubleCellFactory.create(0), DoubleCellFactory.create(0), MISSING,
                IntCellFactory.create(0), IntCellFactory.create(0), StringCellFactory.create(""),
                StringCellFactory.create("no crystal"),
                StringCellFactory.create(point.isAmorphous() ? "amorphous" : "vacuum"), MISSING,
                DoubleCellFactory.create(0), DoubleCellFactory.create(point.layer()));
        }
        addSpots(x, y, spots);
    }

    private void addGrain(final int x, final int y, final int solution, final int grain, final Rotation orientation,
        final double thickness, final double layer, final long visible, final List<CrystalSpot> spots) {
        final List<CrystalSpot> own = spots.stream().filter(s -> s.grain() == grain && s.isVisible()).toList();
        final EulerAngles euler = orientation.euler();
        m_orientations.add(IntCellFactory.create(x), IntCellFactory.create(y), IntCellFactory.create(solution),
            phase(grain), DoubleCellFactory.create(euler.phi1()), DoubleCellFactory.create(euler.capitalPhi()),
            DoubleCellFactory.create(euler.phi2()), DoubleCellFactory.create(1), DoubleCellFactory.create(CERTAIN),
            MISSING, IntCellFactory.create((int)visible), IntCellFactory.create(own.size()),
            StringCellFactory.create(own.stream().map(s -> s.h() + " " + s.k() + " " + s.l())
                .collect(Collectors.joining("; "))),
            StringCellFactory.create(""), StringCellFactory.create("crystal"), IntCellFactory.create(grain),
            DoubleCellFactory.create(thickness), DoubleCellFactory.create(layer));
    }

    private DataCell phase(final int grain) {
        return grain < 0 ? MISSING : StringCellFactory
            .create(m_scan.simulators().get(m_scan.phaseOfGrain(grain) - 1).crystal().name());
    }

    private void addSpots(final int x, final int y, final List<CrystalSpot> spots) {
        final List<CrystalSpot> sorted = new ArrayList<>(spots);
        sorted.sort(Comparator.comparing(CrystalSpot::isDirectBeam).thenComparing(CrystalSpot::electrons).reversed());
        int rank = Reflection.DIRECT_BEAM;
        for (final CrystalSpot spot : sorted) {
            final Reflection reflection = new Reflection(spot.x(), spot.y(), spot.radius(), spot.mean(),
                spot.amplitude(), Double.NaN, rank++, Set.of());
            m_reflections.add(Stream.concat(Stream.of(ReflectionRows.cells(x, y, reflection)),
                Stream.of(phase(spot.grain()), IntCellFactory.create(spot.h()), IntCellFactory.create(spot.k()),
                    IntCellFactory.create(spot.l()), ReflectionRows.number(spot.electrons()),
                    ReflectionRows.number(spot.significance())))
                .toArray(DataCell[]::new));
        }
    }
}
