// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.save;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.epattern.export.ExportFormat;
import org.epattern.export.GreyConversion;
import org.epattern.export.PatternOutput;
import org.epattern.export.ReflectionFormat;
import org.epattern.export.ReflectionOutput;
import org.epattern.knime.data.Columns;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.FileLocation;
import org.epattern.knime.data.KnimeWorkers;
import org.epattern.knime.data.PatternAccess;
import org.epattern.knime.data.PatternTable;
import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.ScanLookup;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.epattern.knime.nodes.Warnings;
import org.epattern.register.Reflection;
import org.epattern.scan.GreyRange;
import org.epattern.scan.SampleType;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanGeometry;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.IntValue;
import org.knime.core.data.def.LongCell.LongCellFactory;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Writes the patterns of a scan, and its reflections, to files. */
final class Saving {

    private static final String PATTERNS = "Patterns";
    /** Share of the progress bar for measuring the grey levels. */
    private static final double MEASURING = 0.3;

    private final SaveParameters m_parameters;
    private final int m_scanX;
    private final int m_scanY;
    private final int m_pattern;
    private final ReflectionRows m_reflections;

    /**
     * @param specs the patterns, and the reflections if they are connected
     * @param parameters settings of the node
     * @throws InvalidSettingsException one sentence if a column or the file is not given
     */
    Saving(final DataTableSpec[] specs, final SaveParameters parameters) throws InvalidSettingsException {
        m_parameters = parameters;
        m_scanX = Columns.find(specs[0], PATTERNS, Schema.SCAN_X, IntValue.class, "whole numbers");
        m_scanY = Columns.find(specs[0], PATTERNS, Schema.SCAN_Y, IntValue.class, "whole numbers");
        m_pattern = Columns.find(specs[0], PATTERNS, parameters.m_patternColumn, DiffractionPatternValue.class,
            "diffraction patterns");
        m_reflections = specs.length > 1 ? new ReflectionRows(specs[1]) : null;
        if (parameters.m_file.isBlank()) {
            throw new InvalidSettingsException(
                "No file is given; open the dialog of Save 4D-STEM and enter where to write");
        }
    }

    /** Where everything goes. */
    private record Targets(Path patterns, ReflectionFormat reflectionFormat, Path reflections) {
    }

    /** Writes all files. */
    void run(final BufferedDataTable[] tables, final ExecutionContext exec, final ExecuteOutput out)
        throws IOException, InvalidSettingsException {
        final EngineProgress progress = new EngineProgress(exec);
        final PatternTable patterns = new PatternTable(tables[0], m_scanX, m_scanY, m_pattern, progress);
        final ScanGeometry shape = patterns.geometry();
        final ExportFormat format = m_parameters.format();
        final SampleType type = fileType(format, shape.sampleType());
        final ScanGeometry geometry = new ScanGeometry(shape.scanWidth(), shape.scanHeight(), shape.patternWidth(),
            shape.patternHeight(), type);
        final Targets targets = targets(format, geometry);
        patterns.refuseOriginal(targets.patterns());
        final Warnings warnings = new Warnings();
        try (PatternAccess access = new PatternAccess();
                PatternOutput output =
                    format.begin(targets.patterns(), geometry, patterns.calibration(), m_parameters.m_replace);
                ReflectionOutput reflections = m_reflections == null ? null : targets.reflectionFormat()
                    .begin(targets.reflections(), geometry, patterns.calibration(), m_parameters.m_replace)) {
            writePatterns(patterns, new GreyConversion(type, range(patterns, access, exec)), access, output, warnings,
                exec);
            final long count = reflections == null ? 0 : writeReflections(tables[1], geometry, reflections, warnings,
                progress);
            final long bytes = output.publish();
            try (TableOutput files = new TableOutput(exec, Schema.files())) {
                addFile(files, targets.patterns(), "patterns", m_parameters.m_format, geometry.patternCount(), bytes);
                if (reflections != null) {
                    addFile(files, targets.reflections(), "reflections", m_parameters.m_reflectionFormat.name(), count,
                        reflections.publish());
                }
                out.setOutData(0, files.finish());
            }
        }
        if (!warnings.isEmpty()) {
            out.setWarningMessage(warnings.toString());
        }
    }

    private SampleType fileType(final ExportFormat format, final SampleType patterns)
        throws InvalidSettingsException {
        final SampleType type = m_parameters.m_fileType.of(patterns);
        if (!format.sampleTypes().contains(type)) {
            throw new InvalidSettingsException("The format " + m_parameters.m_format + " cannot hold " + type
                + (m_parameters.m_fileType == SaveParameters.FileType.AS_PATTERNS ? ", the type of the patterns" : "")
                + "; choose another format, or one of these number types: "
                + format.sampleTypes().stream().map(SampleType::name).collect(Collectors.joining(", ")));
        }
        return type;
    }

    private Targets targets(final ExportFormat format, final ScanGeometry geometry)
        throws IOException, InvalidSettingsException {
        final Path patterns = format.complete(FileLocation.resolve(m_parameters.m_file), geometry);
        final ReflectionFormat reflectionFormat =
            ReflectionFormat.valueOf(m_parameters.m_reflectionFormat.name());
        final String given = m_parameters.m_reflectionFile;
        final String name = patterns.getFileName().toString();
        final int point = name.lastIndexOf('.');
        final Path reflections = given.isBlank()
            ? patterns.resolveSibling(
                (point > 0 ? name.substring(0, point) : name) + " reflections" + reflectionFormat.ending())
            : reflectionFormat.complete(FileLocation.resolve(given));
        if (m_reflections != null && reflections.equals(patterns)) {
            throw new InvalidSettingsException(
                "Patterns and reflections cannot both be written to " + patterns + "; give another reflection file");
        }
        return new Targets(patterns, reflectionFormat, reflections);
    }

    /** @return grey levels that become black and white; null = as they are */
    private GreyRange range(final PatternTable patterns, final PatternAccess access, final ExecutionContext exec)
        throws IOException {
        return switch (m_parameters.m_range) {
            case KEEP -> null;
            case GIVEN -> new GreyRange(m_parameters.m_lowLevel, m_parameters.m_highLevel);
            case WHOLE -> measured(patterns, access, 0, 100, exec);
            case PERCENTILES -> measured(patterns, access, m_parameters.m_lowPercent, m_parameters.m_highPercent, exec);
        };
    }

    private static GreyRange measured(final PatternTable patterns, final PatternAccess access, final double low,
        final double high, final ExecutionContext exec) throws IOException {
        try (Scan scan = patterns.scan(access)) {
            return GreyRange.ofScan(scan, low, high, new EngineProgress(exec.createSubProgress(MEASURING)));
        }
    }

    private void writePatterns(final PatternTable patterns, final GreyConversion conversion,
        final PatternAccess access, final PatternOutput output, final Warnings warnings, final ExecutionContext exec)
        throws IOException {
        final ScanGeometry geometry = patterns.geometry();
        final EngineProgress progress =
            new EngineProgress(exec.createSubProgress(conversion.range() == null ? 1 : 1 - MEASURING));
        final long total = geometry.patternCount();
        final long[] done = new long[1];
        final GreyConversion.Cut[] cut = {GreyConversion.Cut.NONE};
        try (PatternTable.Points points = patterns.points()) {
            KnimeWorkers.run(points, () -> new SaveWorker(access, conversion, output, geometry.pixelCount()),
                result -> {
                    output.write(result.packed());
                    cut[0] = cut[0].plus(result.cut());
                    done[0]++;
                    progress.report(done[0] / (double)total, "Pattern " + done[0] + " of " + total);
                }, progress);
            warnings.add(points.missing(), "1 scan point has no pattern; it became black",
                "scan points have no pattern; they became black");
            warnings.add(points.surplus(), "1 row was left out because another one has the same scan position",
                "rows were left out because others have the same scan position");
        }
        warnings.add(cut[0].below(), "1 pixel was below the range of the file and became its smallest number",
            "pixels were below the range of the file and became its smallest number");
        warnings.add(cut[0].above(), "1 pixel was above the range of the file and became its largest number",
            "pixels were above the range of the file and became its largest number");
    }

    private long writeReflections(final BufferedDataTable table, final ScanGeometry geometry,
        final ReflectionOutput output, final Warnings warnings, final EngineProgress progress) throws IOException {
        long count = 0;
        long outside = 0;
        try (ScanLookup<Reflection> lookup = new ScanLookup<>(table, m_reflections.scanX(), m_reflections.scanY(),
            m_reflections::read, progress)) {
            for (long i = 0; i < geometry.patternCount(); i++) {
                progress.checkCanceled();
                final int x = geometry.scanX(i);
                final int y = geometry.scanY(i);
                for (final Reflection reflection : lookup.at(x, y)) {
                    output.write(x, y, reflection);
                    count++;
                }
            }
            outside = table.size() - lookup.skipped() - count;
            warnings.add(lookup.skipped(), "1 reflection with missing values was left out",
                "reflections with missing values were left out");
        }
        warnings.add(outside, "1 reflection outside of the scan was left out",
            "reflections outside of the scan were left out");
        return count;
    }

    private static void addFile(final TableOutput files, final Path file, final String content, final String format,
        final long count, final long bytes) {
        files.add(StringCellFactory.create(file.toString()), StringCellFactory.create(content),
            StringCellFactory.create(format), LongCellFactory.create(count), LongCellFactory.create(bytes));
    }
}
