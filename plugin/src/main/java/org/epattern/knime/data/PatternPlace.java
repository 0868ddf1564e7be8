// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

import org.epattern.scan.SampleType;

/**
 * Shape of a pattern and where it lies in its file store.
 *
 * @param kind whether the store holds the pixels or a link
 * @param width pixels in a row
 * @param height pixel rows
 * @param type number type of a pixel
 * @param index number of the pattern in the store, or in the scan that the link opens, from 0
 */
record PatternPlace(Kind kind, int width, int height, SampleType type, long index) {

    private static final byte VERSION = 1;

    /** What a file store holds. */
    enum Kind {
        /** The pixels of many patterns. */
        STACK,
        /** A description of the original file and of how it was opened. */
        LINK
    }

    int pixels() {
        return width * height;
    }

    int bytes() {
        return pixels() * type.bytes();
    }

    boolean sameShape(final PatternPlace other) {
        return width == other.width && height == other.height && type == other.type;
    }

    void write(final DataOutput output) throws IOException {
        output.writeByte(VERSION);
        output.writeUTF(kind.name());
        output.writeInt(width);
        output.writeInt(height);
        output.writeUTF(type.name());
        output.writeLong(index);
    }

    static PatternPlace read(final DataInput input) throws IOException {
        final byte version = input.readByte();
        if (version != VERSION) {
            throw new IOException("A diffraction pattern was saved in version " + version
                + " of the cell format; this ePattern reads version " + VERSION + ", a newer one is needed");
        }
        final Kind kind = Kind.valueOf(input.readUTF());
        final int width = input.readInt();
        final int height = input.readInt();
        final SampleType type = SampleType.valueOf(input.readUTF());
        return new PatternPlace(kind, width, height, type, input.readLong());
    }

    /** @return name of a sample type for people */
    static String name(final SampleType type) {
        return switch (type) {
            case UINT8 -> "8 bit";
            case INT8 -> "8 bit signed";
            case UINT16 -> "16 bit";
            case INT16 -> "16 bit signed";
            case UINT32 -> "32 bit";
            case INT32 -> "32 bit signed";
            case FLOAT32 -> "32 bit float";
            case FLOAT64 -> "64 bit float";
        };
    }
}
