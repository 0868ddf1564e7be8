// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.simulate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.epattern.knime.data.KnimeWorkers;
import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.epattern.register.Reflection;
import org.epattern.scan.Progress;
import org.epattern.scan.ScanGeometry;
import org.epattern.simulate.SimulatedScan;
import org.epattern.simulate.TrueSpot;
import org.knime.core.data.DataCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The table of the spots that a simulated scan really has. */
final class TruthTable {

    private TruthTable() {
    }

    static BufferedDataTable of(final SimulatedScan scan, final ExecutionContext exec, final Progress progress)
        throws IOException {
        final ScanGeometry geometry = scan.geometry();
        try (TableOutput table = new TableOutput(exec, Schema.describe(Schema.truth(), geometry, scan.calibration()))) {
            final Iterator<Long> indices = LongStream.range(0, geometry.patternCount()).iterator();
            final long[] done = new long[1];
            KnimeWorkers.<Long, List<TrueSpot>>run(indices, () -> scan::truth, spots -> {
                final long index = done[0]++;
                int rank = Reflection.DIRECT_BEAM;
                for (final TrueSpot spot : bySignificance(spots)) {
                    rank = spot.directBeam() ? Reflection.DIRECT_BEAM : rank + 1;
                    table.add(cells(geometry.scanX(index), geometry.scanY(index), spot, rank));
                }
                progress.report(done[0] / (double)geometry.patternCount(),
                    "True spots of pattern " + done[0] + " of " + geometry.patternCount());
            }, progress);
            return table.finish();
        }
    }

    private static List<TrueSpot> bySignificance(final List<TrueSpot> spots) {
        final List<TrueSpot> sorted = new ArrayList<>(spots);
        sorted.sort(Comparator.comparing(TrueSpot::directBeam).thenComparing(TrueSpot::amplitude).reversed());
        return sorted;
    }

    private static DataCell[] cells(final int x, final int y, final TrueSpot spot, final int rank) {
        final Reflection reflection = new Reflection(spot.x(), spot.y(), spot.radius(), spot.mean(), spot.amplitude(),
            Double.NaN, rank, flags(spot));
        return Stream.concat(Stream.of(ReflectionRows.cells(x, y, reflection)),
            Stream.of(ReflectionRows.number(spot.amplitude()), ReflectionRows.number(spot.boundX()),
                ReflectionRows.number(spot.boundY()), ReflectionRows.number(spot.boundAmplitude())))
            .toArray(DataCell[]::new);
    }

    private static Set<Reflection.Flag> flags(final TrueSpot spot) {
        final Set<Reflection.Flag> flags = EnumSet.noneOf(Reflection.Flag.class);
        if (spot.edge()) {
            flags.add(Reflection.Flag.EDGE);
        }
        if (spot.overlapping()) {
            flags.add(Reflection.Flag.OVERLAP);
        }
        if (spot.saturated()) {
            flags.add(Reflection.Flag.SATURATED);
        }
        return flags;
    }
}
