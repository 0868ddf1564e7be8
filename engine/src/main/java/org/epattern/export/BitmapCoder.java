// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.epattern.scan.Calibration;
import org.epattern.scan.ScanGeometry;

/** Makes 8-bit grey BMP files: header, palette of 256 greys, rows from the bottom up, each filled to four bytes. */
final class BitmapCoder implements ImageFolderExport.Coder {

    private static final int HEADER = 14;
    private static final int INFO = 40;
    private static final int GREYS = 256;

    @Override
    public byte[] encode(final byte[] samples, final ScanGeometry geometry, final Calibration calibration) {
        final int width = geometry.patternWidth();
        final int height = geometry.patternHeight();
        final int row = (width + 3) / 4 * 4;
        final int start = HEADER + INFO + 4 * GREYS;
        final ByteBuffer b = ByteBuffer.allocate(start + row * height).order(ByteOrder.LITTLE_ENDIAN);
        b.put((byte)'B').put((byte)'M').putInt(b.capacity()).putInt(0).putInt(start);
        b.putInt(INFO).putInt(width).putInt(height).putShort((short)1).putShort((short)8).putInt(0);
        b.putInt(row * height).putInt(0).putInt(0).putInt(GREYS).putInt(GREYS);
        for (int grey = 0; grey < GREYS; grey++) {
            b.put((byte)grey).put((byte)grey).put((byte)grey).put((byte)0);
        }
        for (int y = height - 1; y >= 0; y--) {
            b.put(samples, y * width, width);
            b.position(b.position() + row - width);
        }
        return b.array();
    }
}
