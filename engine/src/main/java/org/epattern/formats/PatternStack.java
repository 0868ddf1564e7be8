// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;

import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;

/**
 * A file of equal patterns for data that comes and goes within the program: a header of 64 bytes, then pattern after
 * pattern, little-endian, row by row. Reading is safe from any number of threads at once.
 *
 * <p>Header, little-endian: 8 bytes "ePATSTK1", i32 pattern width, i32 pattern height, i32 place of the sample type in
 * {@link SampleType}, i32 zero, i64 number of patterns, zeros. The number is written last, so a stack that was not
 * finished has none.</p>
 */
public final class PatternStack implements Closeable {

    private static final long MAGIC = 0x314B545354415065L;
    private static final int HEADER_BYTES = 64;
    private static final int COUNT_AT = 24;

    private final ScanFile m_file;
    private final int m_width;
    private final int m_height;
    private final SampleType m_type;
    private final int m_patternBytes;
    private final long m_count;

    private PatternStack(final ScanFile file) throws IOException {
        m_file = file;
        if (file.size() < HEADER_BYTES) {
            throw new IOException(file.path() + ": not a pattern stack; it has " + file.size()
                + " bytes, expected a header of " + HEADER_BYTES);
        }
        final byte[] bytes = new byte[HEADER_BYTES];
        file.read(0, bytes, 0, HEADER_BYTES, "the header");
        final ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (header.getLong() != MAGIC) {
            throw new IOException(file.path() + ": not a pattern stack of version 1; it does not start with ePATSTK1");
        }
        m_width = header.getInt();
        m_height = header.getInt();
        final int type = header.getInt();
        m_count = header.getLong(COUNT_AT);
        if (m_width < 1 || m_height < 1 || type < 0 || type >= SampleType.values().length) {
            throw new IOException(file.path() + ": damaged header; found patterns of " + m_width + " x " + m_height
                + " px of sample type " + type);
        }
        m_type = SampleType.values()[type];
        m_patternBytes = patternBytes(file.path(), m_width, m_height, m_type);
        final long complete = (file.size() - HEADER_BYTES) / m_patternBytes;
        if (m_count < 1 || m_count > complete) {
            throw new IOException(file.path() + ": the stack is not complete; its header says " + m_count
                + " patterns of " + m_width + " x " + m_height + " px " + m_type + ", the file holds " + complete);
        }
    }

    private static int patternBytes(final Path file, final int width, final int height, final SampleType type)
        throws IOException {
        // the pixels are checked first: the product of both with the bytes may overflow even a long
        final long pixels = (long)width * height;
        if (pixels > Integer.MAX_VALUE || pixels * type.bytes() > Integer.MAX_VALUE - HEADER_BYTES) {
            throw new IOException(file + ": a pattern of " + width + " x " + height + " px " + type
                + " does not fit in memory; at most 2 GB per pattern are possible");
        }
        return (int)(pixels * type.bytes());
    }

    /** Appends patterns to a new stack. Belongs to one thread. */
    public static final class Writer implements Closeable {

        private final Path m_path;
        private final FileChannel m_channel;
        private final SampleType m_type;
        private final ByteBuffer m_samples;
        private final int m_pixels;
        private long m_count;

        /**
         * Begins a stack; a file that exists is replaced.
         *
         * @param file the file
         * @param patternWidth pixels in a row, at least 1
         * @param patternHeight pixel rows, at least 1
         * @param type number type of a pixel
         * @throws IOException if the file cannot be written
         */
        public Writer(final Path file, final int patternWidth, final int patternHeight, final SampleType type)
            throws IOException {
            if (patternWidth < 1 || patternHeight < 1) {
                throw new IllegalArgumentException("A pattern needs at least 1 x 1 px, found " + patternWidth + " x "
                    + patternHeight);
            }
            m_path = file;
            m_type = type;
            m_pixels = patternWidth * patternHeight;
            m_samples = ByteBuffer.allocate(patternBytes(file, patternWidth, patternHeight, type));
            m_channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
            final ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            header.putLong(MAGIC).putInt(patternWidth).putInt(patternHeight).putInt(type.ordinal());
            write(header.position(0), 0);
        }

        /**
         * Appends a pattern as stored.
         *
         * @param samples little-endian samples, row by row
         * @return index of the pattern in the stack, from 0
         * @throws IOException if it cannot be written
         */
        public long append(final byte[] samples) throws IOException {
            if (samples.length != m_samples.capacity()) {
                throw new IllegalArgumentException("A pattern of this stack has " + m_samples.capacity()
                    + " bytes, found " + samples.length);
            }
            write(ByteBuffer.wrap(samples), HEADER_BYTES + m_count * m_samples.capacity());
            return m_count++;
        }

        /**
         * Appends a pattern, converted as {@link Samples#encode} does.
         *
         * @param pixels grey levels, row by row
         * @return index of the pattern in the stack, from 0
         * @throws IOException if it cannot be written
         */
        public long append(final float[] pixels) throws IOException {
            if (pixels.length != m_pixels) {
                throw new IllegalArgumentException("A pattern of this stack has " + m_pixels + " pixels, found "
                    + pixels.length);
            }
            Samples.encode(pixels, m_type, m_samples.array());
            return append(m_samples.array());
        }

        /** @return number of patterns so far */
        public long count() {
            return m_count;
        }

        /** Writes the number of patterns into the header; only then can the stack be opened. */
        @Override
        public void close() throws IOException {
            if (m_channel.isOpen()) {
                try (m_channel) {
                    write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, m_count), COUNT_AT);
                }
            }
        }

        private void write(final ByteBuffer bytes, final long position) throws IOException {
            try {
                while (bytes.hasRemaining()) {
                    m_channel.write(bytes, position + bytes.position());
                }
            } catch (ClosedByInterruptException e) {
                throw (CancellationException)new CancellationException("interrupted").initCause(e);
            } catch (IOException e) {
                throw new IOException(m_path + ": cannot be written (" + e.getMessage() + ")", e);
            }
        }
    }

    /**
     * Opens a stack.
     *
     * @param file the file
     * @return the stack
     * @throws IOException one sentence if it is not a complete stack of at least one pattern
     */
    public static PatternStack open(final Path file) throws IOException {
        final ScanFile opened = new ScanFile(file);
        try {
            return new PatternStack(opened);
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** @return pixels in a row of a pattern */
    public int patternWidth() {
        return m_width;
    }

    /** @return pixel rows of a pattern */
    public int patternHeight() {
        return m_height;
    }

    /** @return number type of a pixel */
    public SampleType sampleType() {
        return m_type;
    }

    /** @return number of patterns, at least 1 */
    public long count() {
        return m_count;
    }

    /**
     * Reads a pattern as stored.
     *
     * @param index from 0
     * @param samples receives the little-endian samples, row by row
     * @throws IOException if it cannot be read
     */
    public void readSamples(final long index, final byte[] samples) throws IOException {
        if (index < 0 || index >= m_count) {
            throw new IOException(m_file.path() + ": there is no pattern " + index + "; the stack has " + m_count);
        }
        m_file.read(HEADER_BYTES + index * m_patternBytes, samples, 0, m_patternBytes, "pattern " + index);
    }

    /**
     * Reads a pattern as stored.
     *
     * @param index from 0
     * @return the little-endian samples, row by row
     * @throws IOException if it cannot be read
     */
    public byte[] readSamples(final long index) throws IOException {
        final byte[] samples = new byte[m_patternBytes];
        readSamples(index, samples);
        return samples;
    }

    @Override
    public void close() throws IOException {
        m_file.close();
    }
}
