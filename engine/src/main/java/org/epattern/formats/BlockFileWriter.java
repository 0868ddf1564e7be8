// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

import org.epattern.scan.Calibration;
import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;
import org.epattern.scan.ScanGeometry;

/**
 * Writes a scan as NanoMEGAS block file (.blo, 8 or 16 bit), pattern after pattern in scan order. The file appears
 * under its name only when it is complete.
 */
public final class BlockFileWriter implements Closeable {

    private static final int LARGEST = 65535;
    private static final float BRIGHT = 255;
    /** Radius of the virtual aperture as a share of the pattern width; near that of the one real file examined. */
    private static final double APERTURE = 1.0 / 16;

    private final Path m_target;
    private final PendingFile m_file;
    private final BlockFileHeader m_header;
    private final ByteBuffer m_frame;
    private final byte[] m_samples;
    private final SampleType m_type;
    private final float[] m_brightField;
    private int m_written;
    private boolean m_ended;

    /**
     * Begins a file.
     *
     * @param target the file; it must not exist
     * @param geometry shape; patterns must be square. Its sample type is not used, the file holds 8 bit.
     * @param calibration physical sizes
     * @throws IOException if the file exists or cannot be written
     */
    public BlockFileWriter(final Path target, final ScanGeometry geometry, final Calibration calibration)
        throws IOException {
        this(target, geometry, calibration, SampleType.UINT8, false);
    }

    /**
     * Begins a file.
     *
     * @param target the file
     * @param geometry shape; patterns must be square. Its sample type is not used.
     * @param calibration physical sizes
     * @param type sample type of the file: UINT8, or UINT16 (version 0x0103, which a note marks)
     * @param replace whether an existing file may be replaced
     * @throws IOException if the file exists and must not be replaced, or cannot be written
     */
    public BlockFileWriter(final Path target, final ScanGeometry geometry, final Calibration calibration,
        final SampleType type, final boolean replace) throws IOException {
        if (type != SampleType.UINT8 && type != SampleType.UINT16) {
            throw new IllegalArgumentException("A block file holds UINT8 or UINT16, found " + type);
        }
        m_target = target;
        m_type = type;
        final int size = geometry.patternWidth();
        if (size != geometry.patternHeight()) {
            throw new IOException(target + ": a block file holds square patterns only, found " + size + " x "
                + geometry.patternHeight() + " px");
        }
        if (size > LARGEST || geometry.scanWidth() > LARGEST || geometry.scanHeight() > LARGEST
            || geometry.patternCount() > Integer.MAX_VALUE - 2 * BlockFileHeader.FIRST_BLOCK) {
            throw new IOException(target + ": a block file holds at most " + LARGEST + " x " + LARGEST
                + " px and a scan of 2147475455 patterns, at most " + LARGEST + " in a line; found " + geometry);
        }
        m_header = BlockFileHeader.of(geometry.scanWidth(), geometry.scanHeight(), size, calibration,
            type.bytes() * Byte.SIZE);
        m_samples = new byte[geometry.pixelCount() * type.bytes()];
        m_frame = ByteBuffer.allocate(BlockFileHeader.FRAME_HEADER + m_samples.length).order(ByteOrder.LITTLE_ENDIAN);
        m_brightField = new float[(int)m_header.patternCount()];
        m_file = new PendingFile(target, replace);
    }

    /**
     * Appends the next pattern.
     *
     * @param samples grey levels in the sample type of the file, little-endian, row by row
     * @throws IOException if the pattern cannot be written
     */
    public void write(final byte[] samples) throws IOException {
        if (samples.length != m_samples.length) {
            throw new IllegalArgumentException(
                "A pattern has " + m_samples.length + " samples, found " + samples.length);
        }
        if (m_written == m_header.patternCount()) {
            throw new IOException(m_target + ": all " + m_written + " patterns were written already");
        }
        m_frame.clear();
        m_frame.put((byte)0xAA).put((byte)0x55).putInt(m_written).put(samples).flip();
        m_file.write(m_header.patternStart() + (long)m_written * m_frame.limit(), m_frame);
        m_brightField[m_written] = brightField(samples);
        m_written++;
    }

    /**
     * Appends the next pattern, rounded and kept within the range of the sample type.
     *
     * @param pixels grey levels, row by row
     * @throws IOException if the pattern cannot be written
     */
    public void write(final float[] pixels) throws IOException {
        Samples.encode(pixels, m_type, m_samples);
        write(m_samples);
    }

    /** Drops what was written; nothing is left behind. */
    public void abort() throws IOException {
        m_ended = true;
        m_file.close();
    }

    /**
     * Completes the file and gives it its name. Where patterns are missing, what was written is dropped instead.
     *
     * @throws IOException if patterns are missing or the file cannot be completed
     */
    @Override
    public void close() throws IOException {
        if (m_ended) {
            return;
        }
        m_ended = true;
        try (m_file) {
            if (m_written < m_header.patternCount()) {
                throw new IOException(m_target + ": not written, because only " + m_written + " of "
                    + m_header.patternCount() + " patterns were given");
            }
            m_file.write(0, ByteBuffer.wrap(m_header.bytes()));
            m_file.write(m_header.brightFieldStart(), ByteBuffer.wrap(brightField()));
            m_file.publish();
        }
    }

    /** The bright field image, 8 bit: as it is, or with its largest value at 255 where the patterns have 16 bit. */
    private byte[] brightField() {
        float scale = 1;
        if (m_type == SampleType.UINT16) {
            float max = 1;
            for (final float level : m_brightField) {
                max = Math.max(max, level);
            }
            scale = BRIGHT / max;
        }
        final byte[] image = new byte[(int)(m_header.patternStart() - m_header.brightFieldStart())];
        for (int i = 0; i < m_brightField.length; i++) {
            image[i] = (byte)Math.round(m_brightField[i] * scale);
        }
        return image;
    }

    /** Mean grey level in a circle around the centre of the pattern. */
    private float brightField(final byte[] samples) {
        final int size = m_header.patternSize();
        final double centre = size / 2.0;
        final double radius = Math.max(1, size * APERTURE);
        long sum = 0;
        long count = 0;
        for (int y = (int)(centre - radius); y < centre + radius; y++) {
            for (int x = (int)(centre - radius); x < centre + radius; x++) {
                final boolean inside = x >= 0 && y >= 0 && x < size && y < size;
                if (inside && Math.hypot(x + 0.5 - centre, y + 0.5 - centre) <= radius) {
                    sum += (long)Samples.get(samples, m_type, y * size + x);
                    count++;
                }
            }
        }
        return (float)((double)sum / count);
    }
}
