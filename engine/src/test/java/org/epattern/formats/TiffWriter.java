// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.epattern.scan.SampleType;

/** Makes small uncompressed TIFF files: classic or BigTIFF, in both byte orders, in strips or tiles. */
final class TiffWriter {

    private static final int SHORT = 3;
    private static final int LONG = 4;

    private final boolean m_big;
    private final ByteOrder m_order;
    private final List<byte[]> m_pages = new ArrayList<>();
    private final List<Map<Integer, long[]>> m_fields = new ArrayList<>();
    private String m_description = "";
    private long m_resolution;

    TiffWriter(final boolean big, final ByteOrder order) {
        m_big = big;
        m_order = order;
    }

    TiffWriter description(final String text, final long resolution) {
        m_description = text;
        m_resolution = resolution;
        return this;
    }

    /** Pixels 0, 1, 2 … plus a start, as they lie in a file. */
    static byte[] ramp(final int start, final int count, final SampleType type, final ByteOrder order) {
        final ByteBuffer b = ByteBuffer.allocate(count * type.bytes()).order(order);
        for (int i = start; i < start + count; i++) {
            switch (type) {
                case UINT8, INT8 -> b.put((byte)i);
                case UINT16, INT16 -> b.putShort((short)i);
                case UINT32, INT32 -> b.putInt(i);
                case FLOAT32 -> b.putFloat(i);
                case FLOAT64 -> b.putDouble(i);
            }
        }
        return b.array();
    }

    /** Adds a page in strips. */
    TiffWriter strips(final int width, final int height, final SampleType type, final int rows, final byte[] pixels) {
        final Map<Integer, long[]> fields = fields(width, height, type);
        final int strips = (height + rows - 1) / rows;
        final long[] offsets = new long[strips];
        final long[] counts = new long[strips];
        for (int i = 0; i < strips; i++) {
            offsets[i] = (long)i * rows * width * type.bytes();
            counts[i] = (long)Math.min(rows, height - i * rows) * width * type.bytes();
        }
        fields.put(273, offsets);
        fields.put(278, new long[] {rows});
        fields.put(279, counts);
        return page(fields, pixels);
    }

    /** Adds a page in tiles; pixels of tiles beyond the page are 99. */
    TiffWriter tiles(final int width, final int height, final SampleType type, final int size, final byte[] pixels) {
        final Map<Integer, long[]> fields = fields(width, height, type);
        final int across = (width + size - 1) / size;
        final int down = (height + size - 1) / size;
        final int bytes = type.bytes();
        final int tileBytes = size * size * bytes;
        final byte[] tiled = new byte[across * down * tileBytes];
        Arrays.fill(tiled, (byte)99);
        final long[] offsets = new long[across * down];
        final long[] counts = new long[across * down];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = (long)i * tileBytes;
            counts[i] = tileBytes;
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                final int tile = y / size * across + x / size;
                System.arraycopy(pixels, (y * width + x) * bytes, tiled,
                    tile * tileBytes + (y % size * size + x % size) * bytes, bytes);
            }
        }
        fields.put(322, new long[] {size});
        fields.put(323, new long[] {size});
        fields.put(324, offsets);
        fields.put(325, counts);
        return page(fields, tiled);
    }

    private static Map<Integer, long[]> fields(final int width, final int height, final SampleType type) {
        final Map<Integer, long[]> fields = new TreeMap<>();
        fields.put(256, new long[] {width});
        fields.put(257, new long[] {height});
        fields.put(258, new long[] {type.bytes() * 8});
        fields.put(259, new long[] {1});
        fields.put(262, new long[] {1});
        fields.put(277, new long[] {1});
        fields.put(339, new long[] {type.isInteger() ? type.isSigned() ? 2 : 1 : 3});
        return fields;
    }

    private TiffWriter page(final Map<Integer, long[]> fields, final byte[] pixels) {
        m_fields.add(fields);
        m_pages.add(pixels);
        return this;
    }

    /** Changes a field of the last page. */
    TiffWriter with(final int tag, final long... values) {
        m_fields.get(m_fields.size() - 1).put(tag, values);
        return this;
    }

    private ByteBuffer allocate(final int length) {
        return ByteBuffer.allocate(length).order(m_order);
    }

    private void putOffset(final ByteBuffer b, final long offset) {
        if (m_big) {
            b.putLong(offset);
        } else {
            b.putInt((int)offset);
        }
    }

    byte[] bytes() {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteBuffer header = allocate(m_big ? 16 : 8);
        header.putShort((short)(m_order == ByteOrder.BIG_ENDIAN ? 0x4D4D : 0x4949)).putShort((short)(m_big ? 43 : 42));
        if (m_big) {
            header.putShort((short)8).putShort((short)0);
        }
        putOffset(header, header.capacity());
        out.writeBytes(header.array());
        for (int i = 0; i < m_pages.size(); i++) {
            directory(out, i);
        }
        return out.toByteArray();
    }

    /** Directory, then lists of values, then pixels. */
    private void directory(final ByteArrayOutputStream out, final int page) {
        final Map<Integer, long[]> fields = m_fields.get(page);
        final boolean described = !m_description.isEmpty() && page == 0;
        final int entry = m_big ? 20 : 12;
        final int inline = m_big ? 8 : 4;
        final int count = fields.size() + (described ? 2 : 0);
        final int length = (m_big ? 8 : 2) + count * entry + inline;
        final int start = out.size();
        int extra = start + length;
        final ByteArrayOutputStream lists = new ByteArrayOutputStream();
        int listBytes = described ? m_description.length() + 1 + 8 : 0;
        for (final long[] values : fields.values()) {
            listBytes += values.length * 4 > inline ? values.length * 4 : 0;
        }
        final int pixels = start + length + listBytes;
        final ByteBuffer b = allocate(length);
        if (m_big) {
            b.putLong(count);
        } else {
            b.putShort((short)count);
        }
        boolean isDescribed = !described;
        for (final Map.Entry<Integer, long[]> field : fields.entrySet()) {
            if (!isDescribed && field.getKey() > 270) {
                isDescribed = true;
                extra = text(b, lists, extra);
            }
            final int tag = field.getKey();
            final long[] values = field.getValue();
            final boolean isOffset = tag == 273 || tag == 324;
            b.putShort((short)tag).putShort((short)(tag == 339 || tag == 258 ? SHORT : LONG));
            putOffset(b, values.length);
            final ByteBuffer list = allocate(Math.max(inline, values.length * 4));
            for (final long value : values) {
                final long shown = isOffset ? value + pixels : value;
                if (tag == 339 || tag == 258) {
                    list.putShort((short)shown);
                } else {
                    list.putInt((int)shown);
                }
            }
            if (values.length * 4 > inline) {
                putOffset(b, extra);
                lists.writeBytes(list.array());
                extra += list.capacity();
            } else {
                b.put(list.array());
            }
        }
        putOffset(b, page + 1 < m_pages.size() ? pixels + m_pages.get(page).length : 0);
        out.writeBytes(b.array());
        out.writeBytes(lists.toByteArray());
        out.writeBytes(m_pages.get(page));
    }

    private int text(final ByteBuffer b, final ByteArrayOutputStream lists, final int extra) {
        final byte[] text = (m_description + '\0').getBytes(StandardCharsets.ISO_8859_1);
        b.putShort((short)270).putShort((short)2);
        putOffset(b, text.length);
        putOffset(b, extra);
        lists.writeBytes(text);
        b.putShort((short)282).putShort((short)5);
        putOffset(b, 1);
        final ByteBuffer resolution = allocate(8).putInt((int)m_resolution).putInt(1);
        if (m_big) {
            b.put(resolution.array());
            lists.writeBytes(new byte[8]);
        } else {
            putOffset(b, extra + text.length);
            lists.writeBytes(resolution.array());
        }
        return extra + text.length + 8;
    }
}
