// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

import org.epattern.scan.SampleType;

/**
 * A file of equal patterns for data that comes and goes within the program: a header of 64 bytes, then pattern after
 * pattern, little-endian, row by row. Reading is safe from any number of threads at once.
 */
public final class PatternStack implements Closeable {

    private PatternStack() {
    }

    /** Appends patterns to a new stack. Belongs to one thread. */
    public static final class Writer implements Closeable {

        /**
         * Begins a stack; a file that exists is replaced.
         *
         * @param file the file
         * @param patternWidth pixels in a row
         * @param patternHeight pixel rows
         * @param type number type of a pixel
         * @throws IOException if the file cannot be written
         */
        public Writer(final Path file, final int patternWidth, final int patternHeight, final SampleType type)
            throws IOException {
            throw new UnsupportedOperationException();
        }

        /**
         * Appends a pattern as stored.
         *
         * @param samples little-endian samples, row by row
         * @return index of the pattern in the stack, from 0
         * @throws IOException if it cannot be written
         */
        public long append(final byte[] samples) throws IOException {
            throw new UnsupportedOperationException();
        }

        /**
         * Appends a pattern, converted as {@link org.epattern.scan.Samples#encode} does.
         *
         * @param pixels grey levels, row by row
         * @return index of the pattern in the stack, from 0
         * @throws IOException if it cannot be written
         */
        public long append(final float[] pixels) throws IOException {
            throw new UnsupportedOperationException();
        }

        /** @return number of patterns so far */
        public long count() {
            throw new UnsupportedOperationException();
        }

        /** Writes the number of patterns into the header; only then can the stack be opened. */
        @Override
        public void close() throws IOException {
            throw new UnsupportedOperationException();
        }
    }

    /**
     * Opens a stack.
     *
     * @param file the file
     * @return the stack
     * @throws IOException one sentence if it is not a complete stack
     */
    public static PatternStack open(final Path file) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** @return pixels in a row of a pattern */
    public int patternWidth() {
        throw new UnsupportedOperationException();
    }

    /** @return pixel rows of a pattern */
    public int patternHeight() {
        throw new UnsupportedOperationException();
    }

    /** @return number type of a pixel */
    public SampleType sampleType() {
        throw new UnsupportedOperationException();
    }

    /** @return number of patterns */
    public long count() {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads a pattern as stored.
     *
     * @param index from 0
     * @param samples receives the little-endian samples, row by row
     * @throws IOException if it cannot be read
     */
    public void readSamples(final long index, final byte[] samples) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** @return the samples of a pattern in a new array, as {@link #readSamples(long, byte[])} */
    public byte[] readSamples(final long index) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
