// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;

import org.epattern.prepare.PatternStep;
import org.epattern.register.Reflection;
import org.epattern.scan.SampleType;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;
import org.knime.core.node.NodeLogger;

/**
 * A diffraction pattern whose pixels lie in a file store that it shares with many others. The cell itself holds only
 * the shape, the sample type and its place in the file, how the pattern is computed from the one that lies there if it
 * is another, and where spots were found in it. Immutable; two cells are equal if shape, sample type, spots and all
 * samples are equal, wherever they lie, and computed ones if the same is computed from equal samples: whether two cells
 * are equal is asked for every row that a table view may show, and must not take a computation.
 */
public final class DiffractionPatternCell extends FileStoreCell implements DiffractionPatternValue {

    /** The type of a column of such cells. */
    public static final DataType TYPE = DataType.getType(DiffractionPatternCell.class);

    /** Version of saved cells that know their spots; the others are saved as before. */
    static final byte MARKED = 3;

    private static final long serialVersionUID = 1;

    private final PatternPlace m_place;
    /** Null if nobody looked for spots. */
    private final SpotMarks m_marks;
    private transient volatile int m_hash;

    /**
     * @param store holds the pixels, or tells where they lie
     * @param place shape and place in the store
     */
    DiffractionPatternCell(final FileStore store, final PatternPlace place) {
        this(store, place, null);
    }

    private DiffractionPatternCell(final FileStore store, final PatternPlace place, final SpotMarks marks) {
        super(store);
        m_place = place;
        m_marks = marks;
    }

    /** For cells that were saved; KNIME adds the file store. */
    private DiffractionPatternCell(final PatternPlace place, final SpotMarks marks) {
        m_place = place;
        m_marks = marks;
    }

    @Override
    public int getPatternWidth() {
        return m_place.width();
    }

    @Override
    public int getPatternHeight() {
        return m_place.height();
    }

    @Override
    public SampleType getSampleType() {
        return m_place.type();
    }

    /** @return shape and place in the store */
    PatternPlace place() {
        return m_place;
    }

    /** @return the file that holds the pixels or the link to them */
    File file() {
        return getFileStores()[0].getFile();
    }

    /** @return whether the pattern is computed whenever it is read */
    public boolean isComputed() {
        return m_place.preparation() != null;
    }

    /**
     * The same pattern without its background, or filtered. Nothing is computed now, and nothing stored: the new cell
     * tells how it is made and shares the file store of this one, so it lasts as long as this one.
     *
     * @param step what is done
     * @param type sample type of the result
     * @return the cell
     * @throws IllegalStateException if this pattern is computed itself
     */
    public DiffractionPatternCell prepared(final PatternStep step, final SampleType type) {
        if (isComputed()) {
            throw new IllegalStateException("A computed pattern must be stored before another is computed from it");
        }
        return new DiffractionPatternCell(getFileStores()[0], m_place.prepared(step, type), m_marks);
    }

    /**
     * The same pattern with its spots, which a renderer circles. The pixels are not touched; the new cell shares the
     * file store of this one.
     *
     * @param reflections what was found in this pattern, in its own coordinates; the direct beam first, if it was found
     * @return the cell
     */
    public DiffractionPatternCell withSpots(final List<Reflection> reflections) {
        return new DiffractionPatternCell(getFileStores()[0], m_place, SpotMarks.of(reflections));
    }

    /** @return spots to be circled: position, radius (to 1/8 px) and rank; empty if none are known */
    List<Reflection> spots() {
        return m_marks == null ? List.of() : m_marks.reflections();
    }

    /**
     * @return the file or folder that the pixels lie in if they are linked; null if they lie in the workflow
     * @throws IOException one sentence if the link cannot be read
     */
    Path linkedTo() throws IOException {
        return m_place.kind() == PatternPlace.Kind.LINK ? ScanLink.read(file().toPath()).recipe().path() : null;
    }

    @Override
    public byte[] readSamples() throws IOException {
        final byte[] samples = new byte[m_place.bytes()];
        try (PatternAccess access = new PatternAccess()) {
            access.readSamples(this, samples);
        }
        return samples;
    }

    @Override
    public float[] readPixels() throws IOException {
        final float[] pixels = new float[m_place.pixels()];
        try (PatternAccess access = new PatternAccess()) {
            access.read(this, pixels);
        }
        return pixels;
    }

    @Override
    public String toString() {
        return m_place.width() + " x " + m_place.height() + " px, " + PatternPlace.name(m_place.type());
    }

    /** The files alone do not tell: many patterns share one. */
    @Override
    protected boolean equalsDataCell(final DataCell cell) {
        final DiffractionPatternCell other = (DiffractionPatternCell)cell;
        if (!m_place.sameShape(other.m_place) || !Objects.equals(m_place.preparation(), other.m_place.preparation())
            || !Objects.equals(m_marks, other.m_marks)) {
            return false;
        }
        return isSamePlace(other) || same(this::storedSamples, other::storedSamples);
    }

    private boolean isSamePlace(final DiffractionPatternCell other) {
        return m_place.equals(other.m_place) && file().equals(other.file());
    }

    @Override
    protected boolean equalFileStoreContent(final DataCell cell) {
        return equalsDataCell(cell);
    }

    @Override
    protected boolean equalContent(final DataValue value) {
        if (!(value instanceof DiffractionPatternValue)) {
            return false;
        }
        final DiffractionPatternValue other = (DiffractionPatternValue)value;
        return other.getPatternWidth() == getPatternWidth() && other.getPatternHeight() == getPatternHeight()
            && other.getSampleType() == getSampleType() && same(this::readSamples, other::readSamples);
    }

    /** Reads the samples of a pattern. */
    @FunctionalInterface
    private interface Reading {
        byte[] read() throws IOException;
    }

    private static boolean same(final Reading one, final Reading other) {
        try {
            return Arrays.equals(one.read(), other.read());
        } catch (IOException e) {
            NodeLogger.getLogger(DiffractionPatternCell.class).debug("Patterns could not be compared", e);
            return false;
        }
    }

    /** @return samples of the pattern that lies in the file store */
    private byte[] storedSamples() throws IOException {
        final byte[] samples = new byte[m_place.pixels() * m_place.storedType().bytes()];
        try (PatternAccess access = new PatternAccess()) {
            access.readStoredSamples(this, samples);
        }
        return samples;
    }

    /** Equal samples give equal hash codes, so the stored pattern is read; once per cell. */
    @Override
    public int hashCode() {
        int hash = m_hash;
        if (hash == 0) {
            final CRC32C sum = new CRC32C();
            try {
                sum.update(storedSamples());
            } catch (IOException e) {
                NodeLogger.getLogger(DiffractionPatternCell.class).debug("A pattern could not be read", e);
            }
            hash = 31 * (31 * Objects.hash(m_place.width(), m_place.height(), m_marks)
                + Objects.hashCode(m_place.preparation())) + (int)sum.getValue();
            m_hash = hash == 0 ? 1 : hash;
        }
        return m_hash;
    }

    /** Saves shape, place and spots; KNIME saves which file store it is. */
    public static final class Serializer implements DataCellSerializer<DiffractionPatternCell> {

        @Override
        public void serialize(final DiffractionPatternCell cell, final DataCellDataOutput output) throws IOException {
            if (cell.m_marks != null) {
                output.writeByte(MARKED);
            }
            cell.m_place.write(output);
            if (cell.m_marks != null) {
                cell.m_marks.write(output);
            }
        }

        @Override
        public DiffractionPatternCell deserialize(final DataCellDataInput input) throws IOException {
            final byte version = input.readByte();
            if (version != MARKED) {
                return new DiffractionPatternCell(PatternPlace.read(version, input), null);
            }
            final PatternPlace place = PatternPlace.read(input.readByte(), input);
            return new DiffractionPatternCell(place, SpotMarks.read(input));
        }
    }
}
