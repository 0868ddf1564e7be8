// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads the tag tree of a DigitalMicrograph file, version 3 or 4. The maker never published it; this follows what the
 * public readers of HyperSpy (RosettaSciIO) and ncempy agree on. All numbers that describe the structure are big-endian
 * and have 4 bytes in version 3, 8 bytes in version 4; the values are in the byte order that the header says.
 *
 * <pre>
 *   header   u32 version, n length of the root, u32 1 = values are little-endian
 *   group    u8 sorted, u8 open, n number of tags, tags
 *   tag      u8 kind (20 group, 21 value), u16 length of the name, name, in version 4 u64 bytes to come,
 *            then a group, or "%%%%", n length of the type, n[] type, value
 *   type     [2 … 12] number; [15, …] structure; [18, length] text; [20, type …, length] array
 * </pre>
 */
final class DmTags {

    private static final int VERSION_3 = 3;
    private static final int VERSION_4 = 4;
    private static final int GROUP = 20;
    private static final int VALUE = 21;
    private static final int STRUCTURE = 15;
    private static final int TEXT = 18;
    private static final int ARRAY = 20;
    private static final int CHARACTER = 4;
    /** Bytes of the number types 0 to 12; 0 = no such type. */
    private static final int[] NUMBER_BYTES = {0, 0, 2, 4, 2, 4, 4, 8, 1, 1, 1, 8, 8};
    private static final int DEEPEST = 64;
    private static final int LONGEST_TYPE = 4096;
    private static final int LONGEST_TEXT = 1024;
    /** Real files have some ten thousand. */
    private static final int MOST_TAGS = 500_000;
    private static final String DELIMITER = "%%%%";
    /** The pixels of an image; never taken for text, whatever their type. */
    private static final String PIXELS = "Data";

    private final ScanFile m_file;
    private final HeaderReader m_reader;
    private final Deque<String> m_path = new ArrayDeque<>();
    private int m_version;
    private ByteOrder m_order;
    private int m_tags;

    private DmTags(final ScanFile file) {
        m_file = file;
        m_reader = new HeaderReader(file, ByteOrder.BIG_ENDIAN, this::place);
    }

    /**
     * What a file holds.
     *
     * @param version 3 or 4
     * @param order byte order of the values
     * @param root all tags
     */
    record Content(int version, ByteOrder order, DmGroup root) {
    }

    /** @return whether the first bytes are those of a DigitalMicrograph file */
    static boolean recognises(final ScanFile file) throws IOException {
        final int shortest = 22;
        if (file.size() < shortest) {
            return false;
        }
        final HeaderReader header = new HeaderReader(file, ByteOrder.BIG_ENDIAN, () -> "the header");
        final int version = header.i32();
        if (version != VERSION_3 && version != VERSION_4) {
            return false;
        }
        header.at(version == VERSION_3 ? 8 : 12);
        final int littleEndian = header.i32();
        // two truth values of the outermost group follow
        return (littleEndian == 0 || littleEndian == 1) && header.u8() <= 1 && header.u8() <= 1;
    }

    /**
     * Reads all tags but the pixels and other long arrays.
     *
     * @throws IOException one sentence if the file is no DigitalMicrograph file or is damaged
     */
    static Content read(final ScanFile file) throws IOException {
        return new DmTags(file).read();
    }

    private Content read() throws IOException {
        m_version = m_reader.i32();
        if (m_version != VERSION_3 && m_version != VERSION_4) {
            throw new IOException(
                m_file.path() + ": DigitalMicrograph file version " + m_version + " is not known, expected 3 or 4");
        }
        number();
        final int littleEndian = m_reader.i32();
        if (littleEndian != 0 && littleEndian != 1) {
            throw new IOException(m_file.path() + ": damaged header; found " + littleEndian
                + " for the byte order, expected 0 (big-endian) or 1 (little-endian)");
        }
        m_order = littleEndian == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        return new Content(m_version, m_order, group());
    }

    private String place() {
        return m_path.isEmpty() ? "the header" : "tag \"" + String.join("/", m_path) + "\"";
    }

    private IOException damaged(final String what) {
        return new IOException(m_file.path() + ": damaged " + (m_path.isEmpty() ? "header" : place()) + "; " + what);
    }

    /** A number that describes the structure. */
    private long number() throws IOException {
        return m_version == VERSION_3 ? m_reader.u32() : m_reader.i64();
    }

    private DmGroup group() throws IOException {
        if (m_path.size() >= DEEPEST) {
            throw damaged("found groups within groups more than " + DEEPEST + " deep");
        }
        m_reader.at(m_reader.position() + 2);
        final long count = number();
        if (count < 0 || count > m_reader.remaining()) {
            throw damaged("found a group of " + count + " tags, but only " + m_reader.remaining() + " bytes are left");
        }
        final DmGroup group = new DmGroup();
        for (long i = 0; i < count; i++) {
            tag(group);
        }
        return group;
    }

    private void tag(final DmGroup parent) throws IOException {
        if (++m_tags > MOST_TAGS) {
            throw damaged("found more than " + MOST_TAGS + " tags");
        }
        final int kind = m_reader.u8();
        final String name = m_reader.text(Math.min(m_reader.u16(), 1 << 14));
        m_path.addLast(name.isEmpty() ? "?" : Printable.of(name));
        if (m_version == VERSION_4) {
            final long length = m_reader.i64();
            if (length < 0 || length > m_reader.remaining()) {
                throw damaged("found a length of " + length + " bytes, but only " + m_reader.remaining()
                    + " are left; the file is truncated or damaged");
            }
        }
        switch (kind) {
            case GROUP -> parent.put(name, group());
            case VALUE -> parent.put(name, value(name));
            default -> throw damaged(
                "found the kind " + kind + ", expected " + GROUP + " for a group or " + VALUE + " for a value");
        }
        m_path.removeLast();
    }

    private Object value(final String name) throws IOException {
        final String delimiter = m_reader.text(DELIMITER.length());
        if (!delimiter.equals(DELIMITER)) {
            throw damaged("found \"" + Printable.of(delimiter) + "\" before the value, expected \""
                + DELIMITER + "\"");
        }
        final long length = number();
        if (length < 1 || length > LONGEST_TYPE) {
            throw damaged("found a type of " + length + " numbers, expected 1 to " + LONGEST_TYPE);
        }
        final long[] type = new long[(int)length];
        for (int i = 0; i < type.length; i++) {
            type[i] = number();
        }
        if (type.length == 1) {
            return number(type[0]);
        }
        final long bytes = bytes(type);
        if (bytes < 0 || bytes > m_reader.remaining()) {
            throw damaged("found a value of " + bytes + " bytes, but only " + m_reader.remaining()
                + " are left; the file is truncated or damaged");
        }
        final long end = m_reader.position() + bytes;
        final Object value;
        if (type[0] == TEXT && bytes <= LONGEST_TEXT) {
            value = m_reader.text((int)bytes);
        } else if (type.length == 3 && type[1] == CHARACTER && bytes <= LONGEST_TEXT && !name.equals(PIXELS)) {
            m_reader.order(m_order);
            value = m_reader.wideText((int)bytes / 2);
            m_reader.order(ByteOrder.BIG_ENDIAN);
        } else {
            value = new DmArray(m_reader.position(), bytes);
        }
        m_reader.at(end);
        return value;
    }

    private Number number(final long type) throws IOException {
        m_reader.order(m_order);
        final Number number = switch ((int)Math.max(0, Math.min(type, NUMBER_BYTES.length))) {
            case 2 -> m_reader.i16();
            case 3 -> m_reader.i32();
            case 4 -> m_reader.u16();
            case 5 -> m_reader.u32();
            case 6 -> m_reader.f32();
            case 7 -> m_reader.f64();
            case 8, 10 -> m_reader.u8();
            case 9 -> (byte)m_reader.u8();
            case 11, 12 -> m_reader.i64();
            default -> throw damaged("found a number of the type " + type + ", expected 2 to 12");
        };
        m_reader.order(ByteOrder.BIG_ENDIAN);
        return number;
    }

    private long bytes(final long[] type) throws IOException {
        try {
            return switch ((int)Math.max(0, Math.min(type[0], 100))) {
                case TEXT -> type[1];
                case STRUCTURE -> structureBytes(type, 1);
                case ARRAY -> Math.multiplyExact(elementBytes(type), type[type.length - 1]);
                default -> throw damaged("found the type " + type[0] + ", expected 15 for a structure, 18 for a text "
                    + "or 20 for an array");
            };
        } catch (ArithmeticException e) {
            throw damaged("found an array of " + type[type.length - 1] + " elements, which is more than any file has");
        }
    }

    private long elementBytes(final long[] type) throws IOException {
        return switch ((int)Math.max(0, Math.min(type[1], 100))) {
            case STRUCTURE -> structureBytes(type, 2);
            case TEXT -> type.length > 3 ? type[2] : 0;
            case ARRAY -> type.length > 4 ? Math.multiplyExact((long)numberBytes(type[2]), type[3]) : 0;
            default -> numberBytes(type[1]);
        };
    }

    /** Structure from {@code type[start]}: length of its name, number of fields, and per field length of name, type. */
    private long structureBytes(final long[] type, final int start) throws IOException {
        final long fields = start + 1 < type.length ? type[start + 1] : -1;
        if (fields < 0 || start + 2 + 2 * Math.min(fields, LONGEST_TYPE) > type.length) {
            throw damaged("found a structure of " + fields + " fields in a type of " + type.length + " numbers");
        }
        long bytes = 0;
        for (int i = 0; i < fields; i++) {
            bytes += numberBytes(type[start + 3 + 2 * i]);
        }
        return bytes;
    }

    private int numberBytes(final long type) throws IOException {
        if (type < 2 || type >= NUMBER_BYTES.length) {
            throw damaged("found a number of the type " + type + ", expected 2 to 12");
        }
        return NUMBER_BYTES[(int)type];
    }
}
