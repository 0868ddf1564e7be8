// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

import org.epattern.prepare.AstarFilterSettings;
import org.epattern.prepare.BackgroundMethod;
import org.epattern.prepare.BackgroundSettings;
import org.epattern.prepare.PatternStep;
import org.epattern.scan.SampleType;

/**
 * Shape of a pattern and where it lies in its file store.
 *
 * @param kind whether the store holds the pixels or a link
 * @param width pixels in a row
 * @param height pixel rows
 * @param type number type of a pixel
 * @param index number of the pattern in the store, or in the scan that the link opens, from 0
 * @param preparation how the pattern is computed from the one that lies there; null if it is that one
 */
record PatternPlace(Kind kind, int width, int height, SampleType type, long index, Preparation preparation) {

    /** Cells that are not computed are saved in the first version, which every ePattern reads. */
    private static final byte PLAIN = 1;
    private static final byte WITHOUT_BACKGROUND = 2;
    /** 3 is {@link DiffractionPatternCell#MARKED}. */
    private static final byte FILTERED = 4;

    /** What a file store holds. */
    enum Kind {
        /** The pixels of many patterns. */
        STACK,
        /** A description of the original file and of how it was opened. */
        LINK
    }

    /**
     * What is done whenever the pattern is read.
     *
     * @param step background or filter
     * @param measured sample type of the pattern that lies in the store
     */
    record Preparation(PatternStep step, SampleType measured) {
    }

    /** A pattern that is read as it lies there. */
    PatternPlace(final Kind kind, final int width, final int height, final SampleType type, final long index) {
        this(kind, width, height, type, index, null);
    }

    /** @return the same pattern after a step, computed when it is read */
    PatternPlace prepared(final PatternStep step, final SampleType result) {
        return new PatternPlace(kind, width, height, result, index, new Preparation(step, type));
    }

    /** @return sample type of the pattern that lies in the store */
    SampleType storedType() {
        return preparation == null ? type : preparation.measured();
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
        output.writeByte(version());
        output.writeUTF(kind.name());
        output.writeInt(width);
        output.writeInt(height);
        output.writeUTF(type.name());
        output.writeLong(index);
        if (preparation != null) {
            if (preparation.step() instanceof BackgroundSettings background) {
                output.writeUTF(background.method().name());
                output.writeDouble(background.radius());
                output.writeBoolean(background.smooth());
            } else if (preparation.step() instanceof AstarFilterSettings filter) {
                output.writeInt(filter.softeningLoops());
                output.writeInt(filter.spotEnhanceLoops());
                output.writeDouble(filter.noiseThreshold());
                output.writeInt(filter.softeningRadius());
            }
            output.writeUTF(preparation.measured().name());
        }
    }

    private byte version() {
        if (preparation == null) {
            return PLAIN;
        }
        return preparation.step() instanceof BackgroundSettings ? WITHOUT_BACKGROUND : FILTERED;
    }

    /**
     * @param version first byte of what {@link #write} wrote, which the caller has read
     * @param input what follows
     */
    static PatternPlace read(final byte version, final DataInput input) throws IOException {
        if (version != PLAIN && version != WITHOUT_BACKGROUND && version != FILTERED) {
            throw new IOException("A diffraction pattern was saved in version " + version
                + " of the cell format; this ePattern reads up to version " + FILTERED + ", a newer one is needed");
        }
        final Kind kind = Kind.valueOf(input.readUTF());
        final int width = input.readInt();
        final int height = input.readInt();
        final SampleType type = SampleType.valueOf(input.readUTF());
        final long index = input.readLong();
        return new PatternPlace(kind, width, height, type, index, readPreparation(version, input));
    }

    private static Preparation readPreparation(final byte version, final DataInput input) throws IOException {
        if (version == PLAIN) {
            return null;
        }
        final PatternStep step = version == FILTERED ? readFilter(input) : readBackground(input);
        return new Preparation(step, SampleType.valueOf(input.readUTF()));
    }

    private static BackgroundSettings readBackground(final DataInput input) throws IOException {
        final BackgroundMethod method = BackgroundMethod.valueOf(input.readUTF());
        return new BackgroundSettings(method, input.readDouble(), input.readBoolean());
    }

    private static AstarFilterSettings readFilter(final DataInput input) throws IOException {
        final int softeningLoops = input.readInt();
        final int spotEnhanceLoops = input.readInt();
        return new AstarFilterSettings(softeningLoops, spotEnhanceLoops, input.readDouble(), input.readInt());
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
