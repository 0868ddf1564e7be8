// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

import org.epattern.formats.BlockFileWriter;
import org.epattern.scan.Calibration;
import org.epattern.scan.SampleType;
import org.epattern.scan.ScanGeometry;

/** NanoMEGAS block file (.blo), which ASTAR opens; see {@link BlockFileWriter}. */
final class BlockExport implements ExportFormat {

    @Override
    public String name() {
        return "blo";
    }

    @Override
    public String description() {
        return "NanoMEGAS block file (.blo) for ASTAR, 8 or 16 bit";
    }

    @Override
    public Set<SampleType> sampleTypes() {
        return EnumSet.of(SampleType.UINT8, SampleType.UINT16);
    }

    @Override
    public Path complete(final Path target, final ScanGeometry geometry) {
        return FileNames.withEnding(target, ".blo");
    }

    @Override
    public PatternOutput begin(final Path target, final ScanGeometry geometry, final Calibration calibration,
        final boolean replace) throws IOException {
        final BlockFileWriter writer =
            new BlockFileWriter(target, geometry, calibration, geometry.sampleType(), replace);
        return new PatternOutput() {
            @Override
            public void write(final byte[] packed) throws IOException {
                writer.write(packed);
            }

            @Override
            public long publish() throws IOException {
                writer.close();
                return Files.size(target);
            }

            @Override
            public void close() throws IOException {
                writer.abort();
            }
        };
    }
}
