// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.Function;

import org.epattern.scan.OrderedWork;
import org.epattern.scan.Progress;
import org.knime.core.data.DataRow;

/**
 * Work on all rows of an input table, in their order: what goes wrong is said together with the row it went wrong at.
 *
 * @param <I> what is worked on, one for each row
 * @param port input port of the table, from 0
 * @param column index of the column with the patterns, from 0
 * @param row tells the row
 */
public record RowWork<I>(int port, int column, Function<I, DataRow> row) {

    /** An item and the index of its row. */
    private record Numbered<I>(I item, long index) {
    }

    /**
     * Runs over all items; see {@link KnimeWorkers#run}.
     *
     * @param <O> result
     * @param items the items, one for each row, in the order of the rows
     * @param factory makes the workers
     * @param sink receives the results in order, in the calling thread
     * @param progress asked several times a second whether to stop
     * @throws IOException from worker, with its row, or sink
     */
    public <O> void run(final Iterator<? extends I> items, final OrderedWork.WorkerFactory<I, O> factory,
        final OrderedWork.Sink<? super O> sink, final Progress progress) throws IOException {
        final Iterator<Numbered<I>> numbered = new Iterator<>() {
            private long m_next;

            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public Numbered<I> next() {
                return new Numbered<>(items.next(), m_next++);
            }
        };
        KnimeWorkers.run(numbered, () -> naming(factory.create()), sink, progress);
    }

    private <O> OrderedWork.Worker<Numbered<I>, O> naming(final OrderedWork.Worker<I, O> worker) {
        return new OrderedWork.Worker<>() {
            @Override
            public O apply(final Numbered<I> item) throws IOException {
                try {
                    return worker.apply(item.item());
                } catch (IOException | IllegalArgumentException e) {
                    throw new RowException(e, port, column, item.index(), row.apply(item.item()).getKey());
                }
            }

            @Override
            public void close() throws IOException {
                worker.close();
            }
        };
    }
}
