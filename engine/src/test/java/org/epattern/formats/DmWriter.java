// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes small DigitalMicrograph files: the tags of a real one that matter, in both versions and byte orders. */
final class DmWriter {

    private final int m_version;
    private final ByteOrder m_order;
    private final List<byte[]> m_images = new ArrayList<>();
    private final List<Integer> m_thumbnails = new ArrayList<>();

    DmWriter(final int version, final ByteOrder order) {
        m_version = version;
        m_order = order;
    }

    /** An axis as the tags tell it. */
    record Axis(long size, double scale, String unit) {

        Axis(final long size) {
            this(size, 1, "");
        }
    }

    private static byte[] join(final byte[]... parts) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (final byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private byte[] number(final long value) {
        return m_version == 3 ? ByteBuffer.allocate(4).putInt((int)value).array()
            : ByteBuffer.allocate(8).putLong(value).array();
    }

    private byte[] tag(final int kind, final String name, final byte[] content) {
        final byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
        final byte[] head = ByteBuffer.allocate(3 + text.length).put((byte)kind).putShort((short)text.length).put(text)
            .array();
        return m_version == 3 ? join(head, content)
            : join(head, ByteBuffer.allocate(8).putLong(content.length).array(), content);
    }

    private byte[] content(final byte[]... tags) {
        return join(new byte[] {1, 0}, number(tags.length), join(tags));
    }

    byte[] group(final String name, final byte[]... tags) {
        return tag(20, name, content(tags));
    }

    private byte[] value(final String name, final byte[] data, final long... type) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("%%%%".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(number(type.length));
        for (final long part : type) {
            out.writeBytes(number(part));
        }
        out.writeBytes(data);
        return tag(21, name, out.toByteArray());
    }

    byte[] uint(final String name, final long value) {
        return value(name, ByteBuffer.allocate(4).order(m_order).putInt((int)value).array(), 5);
    }

    byte[] real(final String name, final double value) {
        return value(name, ByteBuffer.allocate(4).order(m_order).putFloat((float)value).array(), 6);
    }

    byte[] text(final String name, final String text) {
        return value(name, text.getBytes(m_order == ByteOrder.BIG_ENDIAN ? StandardCharsets.UTF_16BE
            : StandardCharsets.UTF_16LE), 20, 4, text.length());
    }

    /** A structure and an array of structures, as real files have among their tags. */
    private byte[] structures() {
        return group("Structures", value("rectangle", new byte[8], 15, 0, 2, 0, 6, 0, 6),
            value("points", new byte[3 * 12], 20, 15, 0, 2, 0, 5, 0, 7, 3),
            value("text", new byte[6], 18, 6), value("matrix", new byte[24], 20, 20, 2, 4, 3));
    }

    /** Adds a small colour image that the file calls its thumbnail. */
    DmWriter thumbnail() {
        m_thumbnails.add(m_images.size());
        m_images.add(image(23, 5, new byte[4 * 4], List.of(new Axis(2), new Axis(2))));
        return this;
    }

    /**
     * Adds an image.
     *
     * @param dataType code of the maker's program
     * @param elementType number type of the array that holds the pixels
     * @param pixels the bytes of the pixels
     * @param axes the axes, fastest first
     * @param tags tags about the acquisition
     */
    DmWriter add(final int dataType, final int elementType, final byte[] pixels, final List<Axis> axes,
        final byte[]... tags) {
        m_images.add(image(dataType, elementType, pixels, axes, tags));
        return this;
    }

    private byte[] image(final int dataType, final int elementType, final byte[] pixels, final List<Axis> axes,
        final byte[]... tags) {
        final int elementBytes = new int[] {0, 0, 2, 4, 2, 4, 4, 8, 1, 1, 1}[elementType];
        final byte[][] calibrations = axes.stream().map(axis -> group("", real("Origin", 0),
            real("Scale", axis.scale()), text("Units", axis.unit()))).toArray(byte[][]::new);
        final byte[][] sizes = axes.stream().map(axis -> uint("", axis.size())).toArray(byte[][]::new);
        return group("", group("ImageData", group("Calibrations", group("Dimension", calibrations)),
            value("Data", pixels, 20, elementType, pixels.length / elementBytes), uint("DataType", dataType),
            group("Dimensions", sizes)), group("ImageTags", tags), text("Name", "test"));
    }

    byte[] bytes() {
        final byte[][] thumbnails =
            m_thumbnails.stream().map(index -> group("", uint("ImageIndex", index))).toArray(byte[][]::new);
        final byte[] root =
            content(structures(), group("ImageList", m_images.toArray(byte[][]::new)), group("Thumbnails", thumbnails));
        return join(ByteBuffer.allocate(4).putInt(m_version).array(), number(root.length),
            ByteBuffer.allocate(4).putInt(m_order == ByteOrder.LITTLE_ENDIAN ? 1 : 0).array(), root, new byte[8]);
    }

    Path write(final Path file) throws IOException {
        return Files.write(file, bytes());
    }
}
