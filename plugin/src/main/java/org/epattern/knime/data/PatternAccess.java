// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.epattern.prepare.PatternStep;
import org.epattern.scan.PreparedPattern;
import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;

/**
 * Reads many patterns fast, by any number of threads: the files behind the cells stay open until this is closed (at
 * most {@value #MAX_OPEN} at a time), and so does the scratch memory for patterns that are computed. Made for one
 * execution of a node; nothing outlives it.
 */
public final class PatternAccess implements Closeable {

    private static final int MAX_OPEN = 48;

    /** In the order of use, the one not used for longest first. */
    private final Map<File, PatternBlock> m_open = new LinkedHashMap<>(16, 0.75f, true);
    /** Idle ones, as many as there were threads that computed such patterns at the same time. */
    private final Map<Task, Queue<Computation>> m_computations = new ConcurrentHashMap<>();

    /** All that tells one kind of computed patterns from another. */
    private record Task(int width, int height, SampleType type, PatternStep step) {
    }

    /** Computes patterns in a thread. */
    private record Computation(PreparedPattern computer, float[] pixels) {
    }

    /**
     * Reads a pattern as stored.
     *
     * @param value the pattern
     * @param samples receives the little-endian samples, row by row
     * @throws IOException one sentence: which file, what was found, what was expected
     */
    public void readSamples(final DiffractionPatternValue value, final byte[] samples) throws IOException {
        if (value instanceof DiffractionPatternCell cell) {
            if (cell.isComputed()) {
                final Computation computation = borrow(cell.place());
                readStored(cell, computation.pixels());
                computation.computer().toSamples(computation.pixels(), samples);
                giveBack(cell.place(), computation);
            } else {
                readStoredSamples(cell, samples);
            }
        } else {
            final byte[] read = value.readSamples();
            System.arraycopy(read, 0, samples, 0, read.length);
        }
    }

    /**
     * Reads the grey levels of a pattern.
     *
     * @param value the pattern
     * @param pixels receives the grey levels, row by row
     * @throws IOException one sentence: which file, what was found, what was expected
     */
    public void read(final DiffractionPatternValue value, final float[] pixels) throws IOException {
        if (value instanceof DiffractionPatternCell cell) {
            readStored(cell, pixels);
            if (cell.isComputed()) {
                final Computation computation = borrow(cell.place());
                computation.computer().toPixels(pixels);
                giveBack(cell.place(), computation);
            }
        } else {
            Samples.decode(value.readSamples(), value.getSampleType(), pixels);
        }
    }

    /** Reads the samples that lie in the file store, which are others than those of the pattern if it is computed. */
    void readStoredSamples(final DiffractionPatternCell cell, final byte[] samples) throws IOException {
        final PatternBlock block = acquire(cell);
        try {
            block.readSamples(cell.place().index(), samples);
        } finally {
            release(block);
        }
    }

    /** Reads the grey levels that lie in the file store, which are others than the pattern's if it is computed. */
    void readStored(final DiffractionPatternCell cell, final float[] pixels) throws IOException {
        final PatternBlock block = acquire(cell);
        try {
            block.read(cell.place().index(), pixels);
        } finally {
            release(block);
        }
    }

    private Computation borrow(final PatternPlace place) {
        final Computation idle = idle(place).poll();
        return idle != null ? idle : new Computation(new PreparedPattern(place.width(), place.height(),
            place.preparation().step(), place.type()), new float[place.pixels()]);
    }

    /** Not called after a failure: then the scratch memory is left to the garbage collector. */
    private void giveBack(final PatternPlace place, final Computation computation) {
        idle(place).add(computation);
    }

    private Queue<Computation> idle(final PatternPlace place) {
        return m_computations.computeIfAbsent(
            new Task(place.width(), place.height(), place.type(), place.preparation().step()),
            t -> new ConcurrentLinkedQueue<>());
    }

    /** The lock is held while a file is opened: all threads tend to want the same one at the same time. */
    private synchronized PatternBlock acquire(final DiffractionPatternCell cell) throws IOException {
        final File file = cell.file();
        PatternBlock block = m_open.get(file);
        if (block == null) {
            closeLeastUsed();
            block = PatternBlock.open(file, cell.place());
            m_open.put(file, block);
        }
        block.m_users++;
        return block;
    }

    private synchronized void release(final PatternBlock block) {
        block.m_users--;
    }

    private void closeLeastUsed() throws IOException {
        final Iterator<PatternBlock> blocks = m_open.values().iterator();
        while (m_open.size() >= MAX_OPEN && blocks.hasNext()) {
            final PatternBlock block = blocks.next();
            if (block.m_users == 0) {
                blocks.remove();
                block.close();
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            for (final PatternBlock block : m_open.values()) {
                block.close();
            }
        } finally {
            m_open.clear();
            m_computations.clear();
        }
    }
}
