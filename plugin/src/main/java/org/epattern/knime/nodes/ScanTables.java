// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

import org.epattern.knime.data.DiffractionPatternCell;
import org.epattern.knime.data.KnimeWorkers;
import org.epattern.knime.data.PatternLinker;
import org.epattern.knime.data.PatternWriter;
import org.epattern.knime.data.ScanRecipe;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.epattern.maps.LinePicture;
import org.epattern.maps.Png;
import org.epattern.scan.FoundLines;
import org.epattern.scan.OrderedWork;
import org.epattern.scan.PatternReader;
import org.epattern.scan.Progress;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.epattern.scan.ScanProperty;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Makes the tables of a scan: its patterns, and its description. */
public final class ScanTables {

    private ScanTables() {
    }

    /**
     * Copies all patterns of a scan into file stores.
     *
     * @param scan the scan
     * @param exec context of the node
     * @param progress hears how far it is
     * @return scan x, scan y, pattern; a row per scan point in scan order
     * @throws IOException one sentence if a pattern cannot be read or written
     */
    public static BufferedDataTable importPatterns(final Scan scan, final ExecutionContext exec,
        final Progress progress) throws IOException {
        final ScanGeometry geometry = scan.geometry();
        try (TableOutput table = patternTable(scan, exec);
                PatternWriter writer = new PatternWriter(FileStoreFactory.createFileStoreFactory(exec), "patterns")) {
            final Iterator<Long> indices = LongStream.range(0, geometry.patternCount()).iterator();
            final PatternSink sink = new PatternSink() {
                @Override
                public void accept(final byte[] samples) throws IOException {
                    final DiffractionPatternCell cell = writer.append(geometry.patternWidth(),
                        geometry.patternHeight(), geometry.sampleType(), samples);
                    addPattern(table, geometry, cell, progress);
                }
            };
            KnimeWorkers.run(indices, () -> new SampleReader(scan.openReader(), geometry.patternBytes()), sink,
                progress);
            return table.finish();
        }
    }

    private interface PatternSink extends OrderedWork.Sink<byte[]> {
    }

    private record SampleReader(PatternReader reader, int bytes) implements OrderedWork.Worker<Long, byte[]> {
        @Override
        public byte[] apply(final Long index) throws IOException {
            final byte[] samples = new byte[bytes];
            reader.readSamples(index, samples);
            return samples;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    /**
     * Makes cells that leave the pixels in the original file.
     *
     * @param scan the scan, opened with the recipe
     * @param recipe how it was opened
     * @param address path or address as the user gave it
     * @param exec context of the node
     * @param progress hears how far it is
     * @return scan x, scan y, pattern; a row per scan point in scan order
     * @throws IOException one sentence if the link cannot be written
     */
    public static BufferedDataTable linkPatterns(final Scan scan, final ScanRecipe recipe, final String address,
        final ExecutionContext exec, final Progress progress) throws IOException {
        try (TableOutput table = patternTable(scan, exec)) {
            final PatternLinker linker =
                new PatternLinker(FileStoreFactory.createFileStoreFactory(exec), "link", recipe, address, scan);
            for (long i = 0; i < scan.geometry().patternCount(); i++) {
                progress.checkCanceled();
                addPattern(table, scan.geometry(), linker.cell(i), progress);
            }
            return table.finish();
        }
    }

    private static TableOutput patternTable(final Scan scan, final ExecutionContext exec) {
        return new TableOutput(exec, Schema.describe(Schema.patterns(), scan.geometry(), scan.calibration()));
    }

    private static void addPattern(final TableOutput table, final ScanGeometry geometry, final DataCell pattern,
        final Progress progress) {
        final long index = table.rows();
        table.add(IntCellFactory.create(geometry.scanX(index)), IntCellFactory.create(geometry.scanY(index)), pattern);
        progress.report((index + 1.0) / geometry.patternCount(),
            "Pattern " + (index + 1) + " of " + geometry.patternCount());
    }

    /**
     * @param scan the scan
     * @param source where it comes from: a path, or a name such as "simulation"
     * @param exec context of the node
     * @return name, value, unit: shape, calibration, and what the file says about itself
     */
    public static BufferedDataTable description(final Scan scan, final String source, final ExecutionContext exec) {
        return table(describe(scan, source), List.of(), Schema.description(), exec);
    }

    /**
     * @param scan the scan
     * @param source where it comes from
     * @param found the lines that the scan was made of
     * @param exec context of the node
     * @return name, value, unit and a picture: first the lines, then as above
     */
    public static BufferedDataTable descriptionWithLines(final Scan scan, final String source, final FoundLines found,
        final ExecutionContext exec) {
        final List<ScanProperty> lines = new ArrayList<>();
        lines.add(number("scan lines", found.lines().size(), "lines"));
        lines.add(number("usual length of a line", found.usualLength(), "frames"));
        for (final FoundLines.Kind kind : FoundLines.Kind.values()) {
            lines.add(number(kind.name().toLowerCase(Locale.ROOT) + " lines", found.count(kind), "lines"));
        }
        lines.add(number("pieces left out", found.left().size(), ""));
        lines.add(new ScanProperty("blanked below", Double.toString(found.threshold()), "grey levels"));
        lines.addAll(describe(scan, source));
        final DataCell picture = PNGImageCellFactory.create(Png.encode(LinePicture.draw(found)));
        return table(lines, List.of(picture), Schema.descriptionWithPicture(), exec);
    }

    private static List<ScanProperty> describe(final Scan scan, final String source) {
        final ScanGeometry geometry = scan.geometry();
        final List<ScanProperty> lines = new ArrayList<>();
        lines.add(new ScanProperty("source", source, ""));
        lines.add(number("scan width", geometry.scanWidth(), "points"));
        lines.add(number("scan height", geometry.scanHeight(), "points"));
        lines.add(number("patterns", geometry.patternCount(), ""));
        lines.add(number("pattern width", geometry.patternWidth(), "px"));
        lines.add(number("pattern height", geometry.patternHeight(), "px"));
        lines.add(new ScanProperty("sample type", geometry.sampleType().name(), ""));
        scan.calibration().stepNm().ifPresent(v -> lines.add(new ScanProperty("step", Double.toString(v), "nm")));
        scan.calibration().pixelPerNm()
            .ifPresent(v -> lines.add(new ScanProperty("pixel", Double.toString(v), "1/nm")));
        scan.calibration().beamEnergyKeV()
            .ifPresent(v -> lines.add(new ScanProperty("beam energy", Double.toString(v), "keV")));
        lines.addAll(scan.properties());
        return lines;
    }

    private static ScanProperty number(final String name, final long value, final String unit) {
        return new ScanProperty(name, Long.toString(value), unit);
    }

    /** @param pictures one for each of the first lines; the others have none */
    private static BufferedDataTable table(final List<ScanProperty> lines, final List<DataCell> pictures,
        final DataTableSpec spec, final ExecutionContext exec) {
        try (TableOutput table = new TableOutput(exec, spec)) {
            for (int i = 0; i < lines.size(); i++) {
                final ScanProperty line = lines.get(i);
                final List<DataCell> cells = new ArrayList<>(List.of(StringCellFactory.create(line.name()),
                    StringCellFactory.create(line.value()), StringCellFactory.create(line.unit())));
                if (!pictures.isEmpty()) {
                    cells.add(i < pictures.size() ? pictures.get(i) : DataType.getMissingCell());
                }
                table.add(cells.toArray(DataCell[]::new));
            }
            return table.finish();
        }
    }
}
