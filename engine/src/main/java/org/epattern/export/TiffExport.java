// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

import org.epattern.formats.PendingFile;
import org.epattern.scan.Calibration;
import org.epattern.scan.SampleType;
import org.epattern.scan.ScanGeometry;

/**
 * TIFF file with a page per pattern; BigTIFF beyond 4 GB. All pixels lie one after the other from the start of the
 * file, as ImageJ expects of a stack, and the directories behind them.
 */
final class TiffExport implements ExportFormat {

    /** Number types that a page may have. */
    static final Set<SampleType> TYPES = EnumSet.of(SampleType.UINT8, SampleType.UINT16, SampleType.INT16,
        SampleType.UINT32, SampleType.INT32, SampleType.FLOAT32);

    private static final int START = 16;
    private static final long LARGEST_PLAIN = 0xffffffffL;
    private static final int BUFFERED = 1 << 16;

    private final long m_largestPlain;

    TiffExport() {
        this(LARGEST_PLAIN);
    }

    /** @param largestPlain bytes that a file may have before it becomes a BigTIFF */
    TiffExport(final long largestPlain) {
        m_largestPlain = largestPlain;
    }

    @Override
    public String name() {
        return "tif";
    }

    @Override
    public String description() {
        return "TIFF stack (.tif), one page per pattern, BigTIFF beyond 4 GB; opens in ImageJ as a hyperstack";
    }

    @Override
    public Set<SampleType> sampleTypes() {
        return TYPES;
    }

    @Override
    public Path complete(final Path target, final ScanGeometry geometry) {
        return FileNames.withEnding(target, ".tif");
    }

    @Override
    public PatternOutput begin(final Path target, final ScanGeometry geometry, final Calibration calibration,
        final boolean replace) throws IOException {
        final TiffFields plain = new TiffFields(false, geometry, calibration);
        final long size = START + geometry.patternCount() * (geometry.patternBytes() + plain.size(false))
            + plain.size(true);
        final TiffFields fields =
            size <= m_largestPlain ? plain : new TiffFields(true, geometry, calibration);
        return new Output(target, geometry, fields, fields != plain, new PendingFile(target, replace));
    }

    /**
     * @param samples grey levels, little-endian, row by row
     * @param geometry size and sample type of a pattern
     * @param calibration physical sizes
     * @return a TIFF file with this one page
     */
    static byte[] single(final byte[] samples, final ScanGeometry geometry, final Calibration calibration) {
        final ScanGeometry one = new ScanGeometry(1, 1, geometry.patternWidth(), geometry.patternHeight(),
            geometry.sampleType());
        final TiffFields fields = new TiffFields(false, one, calibration);
        final int directory = even(START + samples.length);
        final byte[] file = new byte[directory + fields.size(true)];
        final ByteBuffer b = ByteBuffer.wrap(file);
        b.put(header(false, directory)).position(START);
        b.put(samples).position(directory);
        b.put(fields.directory(directory, START, true, 0));
        return file;
    }

    private static int even(final int position) {
        return (position + 1) / 2 * 2;
    }

    private static byte[] header(final boolean big, final long directory) {
        final ByteBuffer b = ByteBuffer.allocate(big ? 16 : 8).order(ByteOrder.LITTLE_ENDIAN);
        b.put((byte)'I').put((byte)'I');
        if (big) {
            b.putShort((short)43).putShort((short)8).putShort((short)0).putLong(directory);
        } else {
            b.putShort((short)42).putInt((int)directory);
        }
        return b.array();
    }

    private static final class Output implements PatternOutput {

        private final Path m_target;
        private final ScanGeometry m_geometry;
        private final TiffFields m_fields;
        private final boolean m_big;
        private final PendingFile m_file;
        private final PatternCount m_count;

        Output(final Path target, final ScanGeometry geometry, final TiffFields fields, final boolean big,
            final PendingFile file) {
            m_target = target;
            m_geometry = geometry;
            m_fields = fields;
            m_big = big;
            m_file = file;
            m_count = new PatternCount(target, geometry);
        }

        @Override
        public void write(final byte[] packed) throws IOException {
            m_file.write(START + m_count.next(packed) * packed.length, ByteBuffer.wrap(packed));
        }

        @Override
        public long publish() throws IOException {
            m_count.checkComplete();
            final long bytes = m_geometry.patternBytes();
            final long patterns = m_geometry.patternCount();
            final long first = (START + patterns * bytes + 7) / 8 * 8;
            final ByteBuffer buffer = ByteBuffer.allocate(BUFFERED + m_fields.size(true));
            long position = first;
            long written = first;
            for (long i = 0; i < patterns; i++) {
                final long next = position + m_fields.size(i == 0);
                buffer.put(m_fields.directory(position, START + i * bytes, i == 0, i == patterns - 1 ? 0 : next));
                position = next;
                if (buffer.position() >= BUFFERED || i == patterns - 1) {
                    buffer.flip();
                    m_file.write(written, buffer);
                    buffer.clear();
                    written = position;
                }
            }
            m_file.write(0, ByteBuffer.wrap(header(m_big, first)));
            m_file.publish();
            return Files.size(m_target);
        }

        @Override
        public void close() throws IOException {
            m_file.close();
        }
    }
}
