// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedDeque;

import org.epattern.formats.PatternStack;
import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;

/** An open file store: hands out readers, one per thread that reads at the same time, and keeps them for the next. */
abstract class PatternBlock implements Closeable {

    /** Number of threads that read just now; guarded by the {@link PatternAccess} that opened it. */
    int m_users;

    private final ConcurrentLinkedDeque<PatternReader> m_idle = new ConcurrentLinkedDeque<>();

    /**
     * @param file the file store
     * @param place what a cell says about it
     * @return the open block
     * @throws IOException one sentence if it is missing, or does not hold what the cell says
     */
    static PatternBlock open(final File file, final PatternPlace place) throws IOException {
        final PatternBlock block = switch (place.kind()) {
            case STACK -> new StackBlock(PatternStack.open(file.toPath()));
            case LINK -> new LinkBlock(ScanLink.read(file.toPath()).open());
        };
        final PatternPlace found = block.shape();
        if (found.width() != place.width() || found.height() != place.height()
            || found.type() != place.storedType()) {
            block.close();
            throw new IOException(file + " holds patterns of " + text(found, found.type())
                + " where the table says " + text(place, place.storedType()));
        }
        return block;
    }

    private static String text(final PatternPlace place, final SampleType type) {
        return place.width() + " x " + place.height() + " px, " + PatternPlace.name(type);
    }

    abstract PatternPlace shape();

    abstract PatternReader openReader();

    void readSamples(final long index, final byte[] samples) throws IOException {
        final PatternReader reader = borrow();
        try {
            reader.readSamples(index, samples);
        } finally {
            m_idle.add(reader);
        }
    }

    void read(final long index, final float[] pixels) throws IOException {
        final PatternReader reader = borrow();
        try {
            reader.read(index, pixels);
        } finally {
            m_idle.add(reader);
        }
    }

    private PatternReader borrow() {
        final PatternReader idle = m_idle.poll();
        return idle == null ? openReader() : idle;
    }

    @Override
    public void close() throws IOException {
        for (PatternReader reader = m_idle.poll(); reader != null; reader = m_idle.poll()) {
            reader.close();
        }
    }

    /** Patterns that lie in the file store. */
    private static final class StackBlock extends PatternBlock {

        private final PatternStack m_stack;

        StackBlock(final PatternStack stack) {
            m_stack = stack;
        }

        @Override
        PatternPlace shape() {
            return new PatternPlace(PatternPlace.Kind.STACK, m_stack.patternWidth(), m_stack.patternHeight(),
                m_stack.sampleType(), 0);
        }

        @Override
        PatternReader openReader() {
            final PatternStack stack = m_stack;
            final SampleType type = stack.sampleType();
            final byte[] scratch = new byte[shape().bytes()];
            return new PatternReader() {
                @Override
                public void readSamples(final long index, final byte[] samples) throws IOException {
                    stack.readSamples(index, samples);
                }

                @Override
                public void read(final long index, final float[] pixels) throws IOException {
                    stack.readSamples(index, scratch);
                    Samples.decode(scratch, type, pixels);
                }

                @Override
                public void close() {
                    // the stack is closed by the block
                }
            };
        }

        @Override
        public void close() throws IOException {
            super.close();
            m_stack.close();
        }
    }

    /** Patterns that lie in the original file. */
    private static final class LinkBlock extends PatternBlock {

        private final Scan m_scan;

        LinkBlock(final Scan scan) {
            m_scan = scan;
        }

        @Override
        PatternPlace shape() {
            final ScanGeometry geometry = m_scan.geometry();
            return new PatternPlace(PatternPlace.Kind.LINK, geometry.patternWidth(), geometry.patternHeight(),
                geometry.sampleType(), 0);
        }

        @Override
        PatternReader openReader() {
            return m_scan.openReader();
        }

        @Override
        public void close() throws IOException {
            super.close();
            m_scan.close();
        }
    }
}
