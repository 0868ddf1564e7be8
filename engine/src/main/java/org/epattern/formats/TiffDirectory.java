// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

import org.epattern.scan.SampleType;

/**
 * One image file directory of a TIFF file: the numbers that describe a page, after TIFF 6.0 (Adobe 1992) and the
 * BigTIFF description of the libtiff project. Lists are read value by value when they are needed.
 */
final class TiffDirectory {

    static final int DESCRIPTION = 270;
    static final int X_RESOLUTION = 282;
    static final int X_UNIT = 65003;
    static final int X_SCALE = 65009;

    private static final int SUBFILE_TYPE = 254;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int FILL_ORDER = 266;
    private static final int STRIP_OFFSETS = 273;
    private static final int SAMPLES_PER_PIXEL = 277;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_BYTES = 279;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;
    private static final int SAMPLE_FORMAT = 339;
    private static final int BLACK_IS_ZERO = 1;
    /** Bytes of the field types 0 to 18; 0 = no such type. */
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
    private static final int MOST_FIELDS = 4096;
    private static final int LONGEST_SIDE = 1 << 20;

    private final ScanFile m_file;
    private final TiffReader m_reader;
    private final String m_page;
    private final Map<Integer, Field> m_fields = new HashMap<>();
    private final long m_next;

    /** A field: number type, number of values, and where the first one lies. */
    private record Field(int type, long count, long position) {
    }

    /** A rectangle of pixels that lies in one piece: a strip or a tile. */
    record Piece(long offset, int x, int y, int rowPixels, int rows) {
    }

    /**
     * Reads the fields but not their lists.
     *
     * @param reader the file
     * @param position first byte of the directory
     * @param page what it is, for messages
     */
    TiffDirectory(final TiffReader reader, final long position, final String page) throws IOException {
        m_file = reader.file();
        m_reader = reader;
        m_page = page;
        reader.at(position, page);
        final long count = reader.big() ? reader.numbers().i64() : reader.numbers().u16();
        if (count < 1 || count > MOST_FIELDS) {
            throw damaged("found " + count + " fields, expected 1 to " + MOST_FIELDS);
        }
        final HeaderReader numbers = reader.numbers();
        final int inline = reader.big() ? 8 : 4;
        for (int i = 0; i < count; i++) {
            final int tag = numbers.u16();
            final int type = numbers.u16();
            final long values = reader.count();
            final long here = numbers.position();
            final long inPlace = reader.offset();
            if (type >= TYPE_BYTES.length || TYPE_BYTES[type] == 0) {
                continue; // readers should skip fields of types that they do not know
            }
            if (values < 0 || values > m_file.size() / TYPE_BYTES[type]) {
                throw damaged("field " + tag + " has " + values + " values, which cannot be in a file of "
                    + m_file.size() + " bytes");
            }
            final long bytes = values * TYPE_BYTES[type];
            final long at = bytes <= inline ? here : inPlace;
            if (at < 0 || at > m_file.size() - bytes) {
                throw damaged("the values of field " + tag + " lie at byte " + at + ", but the file has "
                    + m_file.size());
            }
            m_fields.put(tag, new Field(type, values, at));
        }
        m_next = reader.offset();
    }

    private IOException damaged(final String what) {
        return new IOException(m_file.path() + ": damaged " + m_page + "; " + what);
    }

    /** @return position of the next directory, 0 = there is none */
    long next() {
        return m_next;
    }

    /** @return whether the page is a smaller copy of another one */
    boolean isReduced() throws IOException {
        return (whole(SUBFILE_TYPE, 0, 0) & 1) == 1;
    }

    private long count(final int tag) {
        final Field field = m_fields.get(tag);
        return field == null ? 0 : field.count();
    }

    private long whole(final int tag, final long index, final long missing) throws IOException {
        final Field field = m_fields.get(tag);
        if (field == null || index >= field.count()) {
            return missing;
        }
        final HeaderReader numbers = m_reader.at(field.position() + index * TYPE_BYTES[field.type()], m_page);
        return switch (field.type()) {
            case 1, 6, 7 -> numbers.u8();
            case 3, 8 -> numbers.u16();
            case 4, 9, 13 -> numbers.u32();
            case 16, 17, 18 -> numbers.i64();
            default -> throw damaged("field " + tag + " has the type " + field.type() + ", expected whole numbers");
        };
    }

    /** @return the number of a field of fractions or floating point numbers, 0 where there is none */
    double real(final int tag) throws IOException {
        final Field field = m_fields.get(tag);
        if (field == null || field.count() < 1) {
            return 0;
        }
        final HeaderReader numbers = m_reader.at(field.position(), m_page);
        return switch (field.type()) {
            case 5 -> numbers.u32() / (double)numbers.u32();
            case 11 -> numbers.f32();
            case 12 -> numbers.f64();
            default -> 0;
        };
    }

    /** @return the start of a text, empty where there is none */
    String text(final int tag) throws IOException {
        final Field field = m_fields.get(tag);
        final int longest = 8192;
        if (field == null || field.type() != 2) {
            return "";
        }
        final String text =
            m_reader.at(field.position(), m_page).text((int)Math.min(longest, field.count()));
        final int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }

    private int side(final int tag, final String name, final long missing) throws IOException {
        final long side = whole(tag, 0, missing);
        if (side < 1 || side > LONGEST_SIDE) {
            throw damaged("found a " + name + " of " + side + " px, expected 1 to " + LONGEST_SIDE);
        }
        return (int)side;
    }

    int width() throws IOException {
        return side(WIDTH, "width", 0);
    }

    int height() throws IOException {
        return side(HEIGHT, "height", 0);
    }

    /** @return whether the pixels are uncompressed grey levels of whole bytes, which are read as they lie */
    boolean isPlain() throws IOException {
        final long bits = whole(BITS, 0, 1);
        return whole(COMPRESSION, 0, 1) == 1 && whole(PHOTOMETRIC, 0, BLACK_IS_ZERO) == BLACK_IS_ZERO
            && whole(SAMPLES_PER_PIXEL, 0, 1) == 1 && whole(FILL_ORDER, 0, 1) == 1
            && (bits == 8 || bits == 16 || bits == 32 || bits == 64);
    }

    /** @return number type of the pixels of a plain page */
    SampleType type() throws IOException {
        final long bits = whole(BITS, 0, 1);
        final long format = whole(SAMPLE_FORMAT, 0, 1);
        final boolean isSigned = format == 2;
        if (format == 3 && (bits == 32 || bits == 64)) {
            return bits == 32 ? SampleType.FLOAT32 : SampleType.FLOAT64;
        }
        if (format == 3 || bits == 64 || format > 4) {
            throw new IOException(m_file.path() + ": " + m_page + " has pixels of " + bits
                + " bits in the sample format " + format + ", expected whole numbers of 8, 16 or 32 bits, or floating "
                + "point numbers of 32 or 64");
        }
        return switch ((int)bits) {
            case 8 -> isSigned ? SampleType.INT8 : SampleType.UINT8;
            case 16 -> isSigned ? SampleType.INT16 : SampleType.UINT16;
            default -> isSigned ? SampleType.INT32 : SampleType.UINT32;
        };
    }

    private boolean isTiled() {
        return m_fields.containsKey(TILE_OFFSETS);
    }

    private int pieceWidth() throws IOException {
        return isTiled() ? side(TILE_WIDTH, "tile width", 0) : width();
    }

    private int pieceHeight() throws IOException {
        if (isTiled()) {
            return side(TILE_HEIGHT, "tile height", 0);
        }
        final long rows = whole(ROWS_PER_STRIP, 0, height());
        if (rows < 1) {
            throw damaged("found " + rows + " rows per strip, expected at least 1");
        }
        return (int)Math.min(rows, height());
    }

    /** @return number of strips or tiles; there are offsets for all of them */
    int pieces() throws IOException {
        final long across = (width() + pieceWidth() - 1L) / pieceWidth();
        final long down = (height() + pieceHeight() - 1L) / pieceHeight();
        final long offsets = count(isTiled() ? TILE_OFFSETS : STRIP_OFFSETS);
        if (across * down != offsets) {
            throw damaged("found " + offsets + " positions of strips or tiles, expected " + across * down);
        }
        return (int)offsets;
    }

    /**
     * @param index number of a strip or tile, from 0
     * @param bytes bytes per pixel
     * @return where its pixels lie; all of them are within the file
     */
    Piece piece(final int index, final int bytes) throws IOException {
        final int across = (width() + pieceWidth() - 1) / pieceWidth();
        final int x = index % across * pieceWidth();
        final int y = index / across * pieceHeight();
        final int rows = isTiled() ? pieceHeight() : Math.min(pieceHeight(), height() - y);
        final long offset = whole(isTiled() ? TILE_OFFSETS : STRIP_OFFSETS, index, -1);
        final long needed = (long)pieceWidth() * rows * bytes;
        if (offset < 0 || needed > m_file.size() || offset > m_file.size() - needed) {
            throw new IOException(m_file.path() + ": " + m_page + " should have " + needed + " bytes of pixels at byte "
                + offset + ", but the file has only " + m_file.size() + "; it is truncated or damaged");
        }
        return new Piece(offset, x, y, pieceWidth(), rows);
    }

    /** Refuses coded strips and tiles that are not within the file. */
    void checkCodedPieces() throws IOException {
        final int tag = isTiled() ? TILE_BYTES : STRIP_BYTES;
        final int count = pieces();
        for (int i = 0; i < count; i++) {
            final long offset = whole(isTiled() ? TILE_OFFSETS : STRIP_OFFSETS, i, -1);
            final long length = whole(tag, i, -1);
            if (offset < 0 || length < 0 || offset > m_file.size() || length > m_file.size() - offset) {
                throw new IOException(m_file.path() + ": " + m_page + " should have " + length
                    + " bytes of compressed pixels at byte " + offset + ", but the file has " + m_file.size()
                    + "; it is truncated or damaged");
            }
        }
        if ((long)pieceWidth() * pieceHeight() > Math.max(1 << 24, 4L * width() * height())) {
            throw damaged("found tiles of " + pieceWidth() + " x " + pieceHeight() + " px in an image of " + width()
                + " x " + height() + " px");
        }
    }

    /** @return byte order of the pixels */
    ByteOrder order() {
        return m_reader.order();
    }
}
