// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import io.jhdf.exceptions.HdfException;

/** Undoes the filters that nearly all compressed HDF5 files use; into memory of the size that the header tells. */
final class ChunkFilters {

    private ChunkFilters() {
    }

    /**
     * @param packed compressed bytes (zlib)
     * @param most the most bytes that may come out
     * @return the bytes
     * @throws HdfException if they are damaged or become more
     */
    static byte[] inflate(final byte[] packed, final int most) {
        final Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            final byte[] bytes = new byte[most];
            int length = 0;
            while (!inflater.finished()) {
                final int count = inflater.inflate(bytes, length, most - length);
                if (count == 0 && !inflater.finished()) {
                    throw new HdfException(length == most ? "found more than the expected " + most
                        + " bytes in a compressed chunk" : "found a compressed chunk that ends too early");
                }
                length += count;
            }
            return Arrays.copyOf(bytes, length);
        } catch (DataFormatException e) {
            throw new HdfException("found a damaged compressed chunk", e);
        } finally {
            inflater.end();
        }
    }

    /**
     * Puts the bytes of each element together again, which shuffling had sorted: all first bytes, all second ones …
     *
     * @param shuffled the sorted bytes; those left over behind the last whole element stay where they are
     * @param size bytes of an element
     * @return the elements
     */
    static byte[] unshuffle(final byte[] shuffled, final int size) {
        if (size == 1) {
            return shuffled;
        }
        final byte[] elements = new byte[shuffled.length];
        final int count = shuffled.length / size;
        for (int part = 0; part < size; part++) {
            final int start = part * count;
            for (int i = 0, to = part; i < count; i++, to += size) {
                elements[to] = shuffled[start + i];
            }
        }
        System.arraycopy(shuffled, count * size, elements, count * size, shuffled.length - count * size);
        return elements;
    }
}
