// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

import org.epattern.scan.ScanGeometry;

/**
 * A data set of four axes (scan y, scan x, pattern y, pattern x) in an HDF5 file, one compressed chunk per pattern.
 * Chunks are shuffled (first bytes of all pixels, then second bytes) and deflated, and found by a B-tree of version 1.
 */
final class Hdf5Chunks {

    private static final int DATASPACE = 0x01;
    private static final int DATATYPE = 0x03;
    private static final int FILL_VALUE = 0x05;
    private static final int LAYOUT = 0x08;
    private static final int FILTERS = 0x0b;
    private static final int AXES = 4;
    /** Entries of a node: twice the library's default for chunks. */
    private static final int NODE = 64;
    private static final int LEVEL = 4;

    private final Hdf5File m_file;
    private final ScanGeometry m_geometry;
    private long[] m_addresses = new long[1024];
    private int[] m_sizes = new int[1024];
    private int m_count;

    Hdf5Chunks(final Hdf5File file, final ScanGeometry geometry) {
        m_file = file;
        m_geometry = geometry;
    }

    /** @return a pattern shuffled and deflated */
    static byte[] pack(final byte[] samples, final int bytesPerSample) {
        final byte[] shuffled = bytesPerSample == 1 ? samples : new byte[samples.length];
        if (bytesPerSample > 1) {
            final int pixels = samples.length / bytesPerSample;
            for (int k = 0; k < bytesPerSample; k++) {
                for (int i = 0; i < pixels; i++) {
                    shuffled[k * pixels + i] = samples[i * bytesPerSample + k];
                }
            }
        }
        final Deflater deflater = new Deflater(LEVEL);
        try {
            deflater.setInput(shuffled);
            deflater.finish();
            byte[] packed = new byte[shuffled.length + shuffled.length / 100 + 64];
            int length = 0;
            while (!deflater.finished()) {
                if (length == packed.length) {
                    packed = Arrays.copyOf(packed, packed.length * 2);
                }
                length += deflater.deflate(packed, length, packed.length - length);
            }
            return Arrays.copyOf(packed, length);
        } finally {
            deflater.end();
        }
    }

    void write(final byte[] packed) throws IOException {
        if (m_count == m_sizes.length) {
            m_addresses = Arrays.copyOf(m_addresses, 2 * m_count);
            m_sizes = Arrays.copyOf(m_sizes, 2 * m_count);
        }
        m_addresses[m_count] = m_file.append(packed);
        m_sizes[m_count] = packed.length;
        m_count++;
    }

    /**
     * Writes what describes the data set.
     *
     * @return where the data set lies
     */
    long end() throws IOException {
        final ScanGeometry g = m_geometry;
        final List<Hdf5File.Message> messages = new ArrayList<>();
        messages.add(new Hdf5File.Message(DATASPACE,
            Hdf5Types.shape(g.scanHeight(), g.scanWidth(), g.patternHeight(), g.patternWidth())));
        messages.add(new Hdf5File.Message(DATATYPE, Hdf5Types.of(g.sampleType())));
        // space is allocated chunk by chunk, and there is no fill value
        messages.add(new Hdf5File.Message(FILL_VALUE, new byte[]{3, 0x0b}));
        messages.add(new Hdf5File.Message(LAYOUT, Hdf5File.buffer(11 + 4 * (AXES + 1)).put((byte)3).put((byte)2)
            .put((byte)(AXES + 1)).putLong(tree()).putInt(1).putInt(1).putInt(g.patternHeight())
            .putInt(g.patternWidth()).putInt(g.sampleType().bytes()).array()));
        messages.add(new Hdf5File.Message(FILTERS, filters(g.sampleType().bytes())));
        return m_file.object(messages);
    }

    private static byte[] filters(final int bytesPerSample) {
        final boolean shuffled = bytesPerSample > 1;
        final ByteBuffer b = Hdf5File.buffer(2 + 10 * (shuffled ? 2 : 1));
        b.put((byte)2).put((byte)(shuffled ? 2 : 1));
        if (shuffled) {
            b.putShort((short)2).putShort((short)1).putShort((short)1).putInt(bytesPerSample);
        }
        b.putShort((short)1).putShort((short)1).putShort((short)1).putInt(LEVEL);
        return b.array();
    }

    /** Writes the tree from its leaves to its root. */
    private long tree() throws IOException {
        List<Child> level = new ArrayList<>();
        for (int i = 0; i < m_count; i++) {
            level.add(new Child(i, m_addresses[i]));
        }
        int height = 0;
        do {
            level = nodes(level, height);
            height++;
        } while (level.size() > 1);
        return level.get(0).address();
    }

    /** A chunk or a node: the first pattern in it, and where it lies. */
    private record Child(int first, long address) {
    }

    private List<Child> nodes(final List<Child> children, final int height) throws IOException {
        final int size = 24 + NODE * 8 + (NODE + 1) * keyBytes();
        final int count = (children.size() + NODE - 1) / NODE;
        final List<Child> nodes = new ArrayList<>();
        // nodes of a level lie one behind the other, so each knows its neighbours
        final long start = m_file.reserve((long)count * size);
        for (int n = 0; n < count; n++) {
            final int from = n * NODE;
            final int to = Math.min(children.size(), from + NODE);
            final ByteBuffer b = Hdf5File.buffer(size);
            b.put("TREE".getBytes(StandardCharsets.US_ASCII)).put((byte)1).put((byte)height);
            b.putShort((short)(to - from));
            b.putLong(n == 0 ? Hdf5File.UNDEFINED : start + (long)(n - 1) * size);
            b.putLong(n == count - 1 ? Hdf5File.UNDEFINED : start + (long)(n + 1) * size);
            for (int i = from; i < to; i++) {
                key(b, children.get(i).first());
                b.putLong(children.get(i).address());
            }
            key(b, to < children.size() ? children.get(to).first() : m_count);
            b.clear();
            m_file.write(start + (long)n * size, b);
            nodes.add(new Child(children.get(from).first(), start + (long)n * size));
        }
        return nodes;
    }

    private static int keyBytes() {
        return 8 + 8 * (AXES + 1);
    }

    /** Size of the chunk, and where it begins along each axis; behind the last pattern a place outside of the scan. */
    private void key(final ByteBuffer b, final int pattern) {
        b.putInt(pattern < m_count ? m_sizes[pattern] : 0).putInt(0);
        b.putLong(m_geometry.scanY(pattern)).putLong(m_geometry.scanX(pattern)).putLong(0).putLong(0).putLong(0);
    }
}
