// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;
import io.jhdf.filter.PipelineFilterWithData;

/**
 * The chunks of an HDF5 data set, unpacked, for all readers of a scan. Chunks that hold parts of several patterns are
 * kept, so many that the patterns of a scan line, read one after the other, unpack each of them once; but never more
 * than an eighth of the memory that Java may use.
 */
final class Hdf5Chunks {

    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int FLETCHER = 3;
    private static final int FLETCHER_BYTES = 4;
    private static final int LARGEST_CHUNK = 1 << 30;
    private static final String NO_CHUNK = "No chunk with offset";
    private static final long LEAST_MEMORY = 1L << 24;

    private final Path m_path;
    private final ChunkedDataset m_dataset;
    private final String m_name;
    private final int[] m_sizes;
    private final int[] m_strides;
    private final long[] m_counts;
    private final int m_elementBytes;
    private final int m_chunkBytes;
    /** Filters from the last one to the first, as they are undone; null if the library has to undo them. */
    private final int[] m_filters;
    private final byte[] m_fill;
    private final ChunkCache m_cache;

    /**
     * @param path the file, for messages
     * @param dataset the data set
     * @param set the same with its axes
     * @throws IOException one sentence if its chunks cannot be
     */
    Hdf5Chunks(final Path path, final ChunkedDataset dataset, final Hdf5Set set) throws IOException {
        m_path = path;
        m_dataset = dataset;
        m_name = set.path();
        m_sizes = dataset.getChunkDimensions().clone();
        final long[] sizes = dataset.getDimensionsAsLong();
        m_elementBytes = set.element().bytes();
        m_chunkBytes = chunkBytes(sizes.length);
        m_strides = new int[m_sizes.length];
        m_counts = new long[m_sizes.length];
        int stride = 1;
        for (int axis = m_sizes.length - 1; axis >= 0; axis--) {
            m_strides[axis] = stride;
            stride *= m_sizes[axis];
            m_counts[axis] = (sizes[axis] + m_sizes[axis] - 1) / m_sizes[axis];
        }
        m_filters = filters(dataset.getFilters());
        m_fill = fill(dataset, set.element());
        m_cache = new ChunkCache(this::load, memory(set));
    }

    private int chunkBytes(final int axes) throws IOException {
        long bytes = m_elementBytes;
        boolean possible = m_sizes.length == axes;
        for (final int size : m_sizes) {
            possible &= size >= 1 && bytes <= LARGEST_CHUNK / Math.max(1, size);
            bytes = possible ? bytes * size : bytes;
        }
        if (!possible) {
            throw new IOException(m_path + ": the data set " + m_name + " has chunks of " + Arrays.toString(m_sizes)
                + " elements, expected " + axes + " sizes of 1 or more and at most " + LARGEST_CHUNK + " bytes");
        }
        return (int)bytes;
    }

    private static int[] filters(final List<PipelineFilterWithData> filters) {
        final int[] ids = new int[filters.size()];
        for (int i = 0; i < ids.length; i++) {
            final int id = filters.get(i).getId();
            if (id != DEFLATE && id != SHUFFLE && id != FLETCHER) {
                return null;
            }
            ids[ids.length - 1 - i] = id;
        }
        return ids;
    }

    /** One element of a chunk that was never written; null = zeros. */
    private static byte[] fill(final ChunkedDataset dataset, final Hdf5Element element) {
        if (!(dataset.getFillValue() instanceof Number value) || value.doubleValue() == 0) {
            return null;
        }
        final ByteBuffer bytes = ByteBuffer.allocate(element.bytes()).order(element.order());
        switch (element.type()) {
            case FLOAT32 -> {
                if (element.bytes() == Float.BYTES) {
                    bytes.putFloat(value.floatValue());
                }
            }
            case FLOAT64 -> {
                if (element.kind() == Hdf5Element.Kind.PLAIN) {
                    bytes.putDouble(value.doubleValue());
                } else {
                    bytes.putLong(value.longValue());
                }
            }
            default -> {
                switch (element.bytes()) {
                    case 1 -> bytes.put(value.byteValue());
                    case 2 -> bytes.putShort(value.shortValue());
                    default -> bytes.putInt(value.intValue());
                }
            }
        }
        return bytes.array();
    }

    /** Bytes of chunks to keep: those of the scan lines that share chunks, within the limit; 0 if nothing is shared. */
    private long memory(final Hdf5Set set) {
        final long across = set.scanX() == Hdf5Set.NONE ? 1 : m_sizes[set.scanX()];
        final long down = set.scanY() == Hdf5Set.NONE ? 1 : m_sizes[set.scanY()];
        if (across == 1 && down == 1) {
            return 0;
        }
        final long line = set.scanX() == Hdf5Set.NONE ? 1 : m_counts[set.scanX()];
        // twice, since some threads are on the next line while others finish the last one
        final double bytes =
            2.0 * line * m_counts[set.patternY()] * m_counts[set.patternX()] * m_chunkBytes;
        return (long)Math.min(Math.max(LEAST_MEMORY, Runtime.getRuntime().maxMemory() / 8), bytes);
    }

    int axes() {
        return m_sizes.length;
    }

    /** @return elements of a chunk along an axis */
    int size(final int axis) {
        return m_sizes[axis];
    }

    /** @return elements of a chunk from one step along an axis to the next */
    int stride(final int axis) {
        return m_strides[axis];
    }

    /**
     * @param number number of the chunk along each axis
     * @param pattern number of the pattern, for messages
     * @return the elements of the chunk as they lie in the file, unpacked; not to be changed
     * @throws IOException one sentence if it is damaged
     */
    byte[] chunk(final long[] number, final long pattern) throws IOException {
        long index = 0;
        for (int axis = 0; axis < number.length; axis++) {
            index = index * m_counts[axis] + number[axis];
        }
        final long chunk = index;
        return m_cache.get(chunk, pattern);
    }

    private byte[] load(final long index, final long pattern) throws IOException {
        final int[] offset = new int[m_sizes.length];
        long rest = index;
        for (int axis = offset.length - 1; axis >= 0; axis--) {
            offset[axis] = (int)(rest % m_counts[axis]) * m_sizes[axis];
            rest /= m_counts[axis];
        }
        final byte[] chunk = Hdf5Damage.sentence(m_path, "pattern " + pattern + " of " + m_name, () -> read(offset));
        if (chunk.length != m_chunkBytes) {
            throw new IOException(m_path + ": the chunk at " + Arrays.toString(offset) + " of " + m_name + " has "
                + chunk.length + " bytes, expected " + m_chunkBytes);
        }
        return chunk;
    }

    private byte[] read(final int[] offset) {
        try {
            if (m_filters == null) {
                return m_dataset.getDecompressedChunk(offset);
            }
            final ByteBuffer raw = m_dataset.getRawChunkBuffer(offset);
            if (raw.hasArray() && raw.remaining() == raw.array().length) {
                return undoFilters(raw.array());
            }
            final byte[] bytes = new byte[raw.remaining()];
            raw.get(bytes);
            return undoFilters(bytes);
        } catch (HdfException e) {
            // the library has no other way to ask whether a chunk was ever written
            if (e.getMessage() != null && e.getMessage().startsWith(NO_CHUNK)) {
                return filled();
            }
            throw e;
        }
    }

    private byte[] filled() {
        final byte[] chunk = new byte[m_chunkBytes];
        if (m_fill != null) {
            for (int i = 0; i < chunk.length; i += m_fill.length) {
                System.arraycopy(m_fill, 0, chunk, i, m_fill.length);
            }
        }
        return chunk;
    }

    private byte[] undoFilters(final byte[] packed) {
        byte[] bytes = packed;
        for (final int filter : m_filters) {
            bytes = switch (filter) {
                case DEFLATE -> ChunkFilters.inflate(bytes, m_chunkBytes + FLETCHER_BYTES);
                case SHUFFLE -> ChunkFilters.unshuffle(bytes, m_elementBytes);
                default -> Arrays.copyOf(bytes, Math.max(0, bytes.length - FLETCHER_BYTES));
            };
        }
        return bytes;
    }
}
