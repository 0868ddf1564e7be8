// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

import org.epattern.formats.PatternStack;
import org.epattern.scan.SampleType;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreFactory;

/**
 * Appends patterns to file stores, about {@value #BLOCK_MEGABYTES} MB in each, and gives the cells. A new file store
 * begins when one is full, or when the shape of the patterns changes. Belongs to one thread; the cells can be read
 * once this is closed.
 */
public final class PatternWriter implements Closeable {

    private static final int BLOCK_MEGABYTES = 48;
    private static final long BLOCK_BYTES = BLOCK_MEGABYTES * 1024L * 1024L;

    private final FileStoreFactory m_factory;
    private final String m_name;
    private int m_blocks;
    private FileStore m_store;
    private PatternStack.Writer m_stack;
    private PatternPlace m_shape;

    /**
     * @param factory makes the file stores
     * @param name name of the file stores, different for each writer of an execution
     */
    public PatternWriter(final FileStoreFactory factory, final String name) {
        m_factory = factory;
        m_name = name;
    }

    /**
     * Appends a pattern as stored.
     *
     * @param width pixels in a row
     * @param height pixel rows
     * @param type number type of a pixel
     * @param samples little-endian samples, row by row
     * @return the cell
     * @throws IOException one sentence if it cannot be written
     */
    public DiffractionPatternCell append(final int width, final int height, final SampleType type,
        final byte[] samples) throws IOException {
        open(new PatternPlace(PatternPlace.Kind.STACK, width, height, type, 0));
        final long index = m_stack.append(samples);
        return new DiffractionPatternCell(m_store,
            new PatternPlace(PatternPlace.Kind.STACK, width, height, type, index));
    }

    private void open(final PatternPlace shape) throws IOException {
        if (m_stack != null) {
            final boolean full = m_stack.count() > 0 && (m_stack.count() + 1) * shape.bytes() > BLOCK_BYTES;
            if (!full && m_shape.sameShape(shape)) {
                return;
            }
            close();
        }
        m_store = m_factory.createFileStore(m_name + "-" + m_blocks);
        m_blocks++;
        final Path file = m_store.getFile().toPath();
        m_stack = new PatternStack.Writer(file, shape.width(), shape.height(), shape.type());
        m_shape = shape;
    }

    /** Completes the last file store. */
    @Override
    public void close() throws IOException {
        if (m_stack != null) {
            final PatternStack.Writer stack = m_stack;
            m_stack = null;
            stack.close();
        }
    }
}
