// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

import org.epattern.prepare.BackgroundMethod;
import org.epattern.prepare.BackgroundSettings;
import org.epattern.scan.SampleType;

/**
 * Shape of a pattern and where it lies in its file store.
 *
 * @param kind whether the store holds the pixels or a link
 * @param width pixels in a row
 * @param height pixel rows
 * @param type number type of a pixel
 * @param index number of the pattern in the store, or in the scan that the link opens, from 0
 * @param subtraction how the pattern is computed from the one that lies there; null if it is that one
 */
record PatternPlace(Kind kind, int width, int height, SampleType type, long index, Subtraction subtraction) {

    /** Cells that are not computed are saved in the first version, which every ePattern reads. */
    private static final byte PLAIN = 1;
    private static final byte COMPUTED = 2;

    /** What a file store holds. */
    enum Kind {
        /** The pixels of many patterns. */
        STACK,
        /** A description of the original file and of how it was opened. */
        LINK
    }

    /**
     * A background that is subtracted whenever the pattern is read.
     *
     * @param settings how
     * @param measured sample type of the pattern that lies in the store
     */
    record Subtraction(BackgroundSettings settings, SampleType measured) {
    }

    /** A pattern that is read as it lies there. */
    PatternPlace(final Kind kind, final int width, final int height, final SampleType type, final long index) {
        this(kind, width, height, type, index, null);
    }

    /** @return the same pattern without its background, computed when it is read */
    PatternPlace without(final BackgroundSettings settings, final SampleType result) {
        return new PatternPlace(kind, width, height, result, index, new Subtraction(settings, type));
    }

    /** @return sample type of the pattern that lies in the store */
    SampleType storedType() {
        return subtraction == null ? type : subtraction.measured();
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
        output.writeByte(subtraction == null ? PLAIN : COMPUTED);
        output.writeUTF(kind.name());
        output.writeInt(width);
        output.writeInt(height);
        output.writeUTF(type.name());
        output.writeLong(index);
        if (subtraction != null) {
            output.writeUTF(subtraction.settings().method().name());
            output.writeDouble(subtraction.settings().radius());
            output.writeBoolean(subtraction.settings().smooth());
            output.writeUTF(subtraction.measured().name());
        }
    }

    /**
     * @param version first byte of what {@link #write} wrote, which the caller has read
     * @param input what follows
     */
    static PatternPlace read(final byte version, final DataInput input) throws IOException {
        if (version != PLAIN && version != COMPUTED) {
            throw new IOException("A diffraction pattern was saved in version " + version
                + " of the cell format; this ePattern reads up to version " + DiffractionPatternCell.MARKED
                + ", a newer one is needed");
        }
        final Kind kind = Kind.valueOf(input.readUTF());
        final int width = input.readInt();
        final int height = input.readInt();
        final SampleType type = SampleType.valueOf(input.readUTF());
        final long index = input.readLong();
        return new PatternPlace(kind, width, height, type, index, version == PLAIN ? null : readSubtraction(input));
    }

    private static Subtraction readSubtraction(final DataInput input) throws IOException {
        final BackgroundMethod method = BackgroundMethod.valueOf(input.readUTF());
        final BackgroundSettings settings =
            new BackgroundSettings(method, input.readDouble(), input.readBoolean());
        return new Subtraction(settings, SampleType.valueOf(input.readUTF()));
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
