// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.epattern.scan.Calibration;
import org.epattern.scan.SampleType;
import org.epattern.scan.ScanGeometry;

/**
 * Image file directories of TIFF (Adobe, TIFF 6.0) and BigTIFF (libtiff project) for uncompressed grey pages of one
 * strip each, little-endian. The first page has a description as ImageJ writes it, which opens the stack as a
 * hyperstack: slices along scan x, frames along scan y.
 */
final class TiffFields {

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int ASCII = 2;
    private static final int LONG8 = 16;
    private static final long LARGEST = 0xffffffffL;
    /** Fields of a page without description. */
    private static final int FIELDS = 12;

    private final boolean m_big;
    private final ScanGeometry m_geometry;
    private final byte[] m_description;
    private final long m_numerator;
    private final long m_denominator;

    /**
     * @param big whether positions have 64 bits
     * @param geometry shape; its scan size is that of the file
     * @param calibration physical sizes
     */
    TiffFields(final boolean big, final ScanGeometry geometry, final Calibration calibration) {
        m_big = big;
        m_geometry = geometry;
        m_description = (description(geometry, calibration) + "\0").getBytes(StandardCharsets.ISO_8859_1);
        final double perUnit = calibration.pixelPerNm().isPresent() ? 1 / calibration.pixelPerNm().getAsDouble() : 1;
        long denominator = 1;
        while (denominator < 1_000_000_000 && perUnit * denominator * 10 < LARGEST && perUnit != 1) {
            denominator *= 10;
        }
        m_numerator = Math.max(1, Math.min(LARGEST, Math.round(perUnit * denominator)));
        m_denominator = denominator;
    }

    private static String description(final ScanGeometry geometry, final Calibration calibration) {
        final StringBuilder text = new StringBuilder("ImageJ=1.54p\n");
        if (geometry.patternCount() > 1) {
            text.append("images=").append(geometry.patternCount()).append('\n');
            text.append("slices=").append(geometry.scanWidth()).append('\n');
            text.append("frames=").append(geometry.scanHeight()).append('\n');
            text.append("hyperstack=true\nmode=grayscale\n");
        }
        if (calibration.pixelPerNm().isPresent()) {
            text.append("unit=1/nm\n");
        }
        calibration.stepNm().ifPresent(v -> text.append("scan step (nm)=").append(v).append('\n'));
        calibration.beamEnergyKeV().ifPresent(v -> text.append("beam energy (keV)=").append(v).append('\n'));
        return text.toString();
    }

    /** @return bytes of a page's directory, with the description if it is the first page */
    int length(final boolean first) {
        final int fields = FIELDS + (first ? 1 : 0);
        return m_big ? 8 + 20 * fields + 8 : 2 + 12 * fields + 4 + 2 * 8 + (first ? m_description.length : 0)
            + (first ? m_description.length & 1 : 0);
    }

    /** @return bytes of the description that a BigTIFF's first directory is followed by */
    private int extra(final boolean first) {
        return m_big && first ? (m_description.length + 7) / 8 * 8 : 0;
    }

    /** @return bytes of a page's directory and of what it points to */
    int size(final boolean first) {
        return length(first) + extra(first);
    }

    /**
     * @param position where the directory is written
     * @param pixels where the pixels of the page lie
     * @param first whether it is the first page
     * @param next position of the next directory; 0 = none
     * @return the bytes
     */
    byte[] directory(final long position, final long pixels, final boolean first, final long next) {
        final ByteBuffer b = ByteBuffer.allocate(size(first)).order(ByteOrder.LITTLE_ENDIAN);
        final SampleType type = m_geometry.sampleType();
        final int fields = FIELDS + (first ? 1 : 0);
        final int tables = m_big ? 8 + 20 * fields + 8 : 2 + 12 * fields + 4;
        final long rational = position + tables;
        final long description = m_big ? rational : rational + 16;
        if (m_big) {
            b.putLong(fields);
        } else {
            b.putShort((short)fields);
        }
        field(b, 256, LONG, m_geometry.patternWidth());
        field(b, 257, LONG, m_geometry.patternHeight());
        field(b, 258, SHORT, type.bytes() * Byte.SIZE);
        field(b, 259, SHORT, 1);
        field(b, 262, SHORT, 1);
        if (first) {
            text(b, description);
        }
        field(b, 273, m_big ? LONG8 : LONG, pixels);
        field(b, 277, SHORT, 1);
        field(b, 278, LONG, m_geometry.patternHeight());
        field(b, 279, LONG, m_geometry.patternBytes());
        resolution(b, 282, rational);
        resolution(b, 283, rational + 8);
        field(b, 339, SHORT, !type.isInteger() ? 3 : type.isSigned() ? 2 : 1);
        if (m_big) {
            b.putLong(next);
        } else {
            b.putInt((int)next);
            b.putInt((int)m_numerator).putInt((int)m_denominator).putInt((int)m_numerator).putInt((int)m_denominator);
        }
        if (first) {
            b.put(m_description);
        }
        return b.array();
    }

    private void field(final ByteBuffer b, final int tag, final int type, final long value) {
        b.putShort((short)tag).putShort((short)type);
        if (m_big) {
            b.putLong(1).putLong(value);
        } else {
            // little-endian: a short lies in the first two of the four bytes
            b.putInt(1).putInt((int)value);
        }
    }

    private void text(final ByteBuffer b, final long position) {
        b.putShort((short)270).putShort((short)ASCII);
        if (m_big) {
            b.putLong(m_description.length).putLong(position);
        } else {
            b.putInt(m_description.length).putInt((int)position);
        }
    }

    private void resolution(final ByteBuffer b, final int tag, final long position) {
        b.putShort((short)tag).putShort((short)RATIONAL);
        if (m_big) {
            b.putLong(1).putInt((int)m_numerator).putInt((int)m_denominator);
        } else {
            b.putInt(1).putInt((int)position);
        }
    }
}
