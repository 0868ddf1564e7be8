// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.metrics;

import java.util.stream.DoubleStream;

import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.epattern.knime.views.Numbers;
import org.epattern.knime.views.Packed;
import org.epattern.metrics.EvenSample;
import org.epattern.metrics.SpotKept;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * How well single spots were kept, as the page takes it: an even sample of all of them.
 *
 * @param measured mean grey level within the spot in the reference
 * @param rebuilt the same in the compared pattern
 * @param offset distance of the centres of mass (px)
 */
record KeptSpots(Packed measured, Packed rebuilt, Packed offset) {

    /** More points than a plot can show. */
    static final int MOST = 20_000;

    /** @return the sample as a table: measured, rebuilt, offset */
    static BufferedDataTable toTable(final EvenSample<SpotKept> sample, final ExecutionContext exec) {
        try (TableOutput table = new TableOutput(exec, new DataTableSpec(Schema.doubleColumn("measured"),
            Schema.doubleColumn("rebuilt"), Schema.doubleColumn("offset")))) {
            for (final SpotKept spot : sample.kept()) {
                table.add(ReflectionRows.number(spot.referenceMean()), ReflectionRows.number(spot.comparedMean()),
                    ReflectionRows.number(spot.positionOffset()));
            }
            return table.finish();
        }
    }

    /** @return the spots of such a table; null if it is empty */
    static KeptSpots of(final BufferedDataTable table) {
        final DoubleStream.Builder measured = DoubleStream.builder();
        final DoubleStream.Builder rebuilt = DoubleStream.builder();
        final DoubleStream.Builder offset = DoubleStream.builder();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                measured.add(Numbers.in(row, 0));
                rebuilt.add(Numbers.in(row, 1));
                offset.add(Numbers.in(row, 2));
            }
        }
        return table.size() == 0 ? null : new KeptSpots(Packed.of(measured.build()), Packed.of(rebuilt.build()),
            Packed.of(offset.build()));
    }
}
