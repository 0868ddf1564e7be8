// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

import org.epattern.formats.PendingFile;
import org.epattern.formats.ScanSidecar;
import org.epattern.scan.Calibration;
import org.epattern.scan.SampleType;
import org.epattern.scan.ScanGeometry;

/** Raw binary file, pattern after pattern, with a text file beside it that tells its layout ({@link ScanSidecar}). */
final class RawExport implements ExportFormat {

    @Override
    public String name() {
        return "raw";
    }

    @Override
    public String description() {
        return "Raw binary (.raw) with a text file beside it that tells its layout";
    }

    @Override
    public Set<SampleType> sampleTypes() {
        return EnumSet.allOf(SampleType.class);
    }

    @Override
    public Path complete(final Path target, final ScanGeometry geometry) {
        return FileNames.withEnding(target, ".raw");
    }

    @Override
    public PatternOutput begin(final Path target, final ScanGeometry geometry, final Calibration calibration,
        final boolean replace) throws IOException {
        final PendingFile sidecar = new PendingFile(ScanSidecar.of(target), replace);
        try {
            return new Output(target, new PendingFile(target, replace), sidecar,
                new ScanSidecar(geometry, calibration));
        } catch (IOException e) {
            sidecar.close();
            throw e;
        }
    }

    private static final class Output implements PatternOutput {

        private final Path m_target;
        private final PendingFile m_file;
        private final PendingFile m_sidecar;
        private final ScanSidecar m_text;
        private final PatternCount m_count;

        Output(final Path target, final PendingFile file, final PendingFile sidecar, final ScanSidecar text) {
            m_target = target;
            m_file = file;
            m_sidecar = sidecar;
            m_text = text;
            m_count = new PatternCount(target, text.geometry());
        }

        @Override
        public void write(final byte[] packed) throws IOException {
            m_file.write(m_count.next(packed) * packed.length, ByteBuffer.wrap(packed));
        }

        @Override
        public long publish() throws IOException {
            m_count.checkComplete();
            final byte[] text = m_text.bytes();
            m_sidecar.write(0, ByteBuffer.wrap(text));
            m_file.publish();
            try {
                m_sidecar.publish();
            } catch (IOException e) {
                Files.deleteIfExists(m_target);
                throw e;
            }
            return Files.size(m_target) + text.length;
        }

        @Override
        public void close() throws IOException {
            try (m_sidecar) {
                m_file.close();
            }
        }
    }
}
