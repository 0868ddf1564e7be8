// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.KnimeWorkers;
import org.epattern.knime.data.ScanRecipe;
import org.epattern.knime.nodes.ScanTables;
import org.epattern.knime.nodes.Warnings;
import org.epattern.scan.FoundLines;
import org.epattern.scan.FrameBrightness;
import org.epattern.scan.GreyRange;
import org.epattern.scan.HotPixels;
import org.epattern.scan.Scan;
import org.epattern.scan.ScanViews;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Finds what has to be found in a scan before it can be opened, and makes the tables. */
final class Loading {

    /** Shares of the progress bar. */
    private static final double FINDING_LINES = 0.4;
    private static final double FINDING_HOT_PIXELS = 0.1;
    private static final double MEASURING_LEVELS = 0.3;
    private static final int LINES_IN_WARNING = 10;

    private final LoadParameters m_parameters;
    private final ExecutionContext m_exec;
    private final ExecuteOutput m_out;
    private final Warnings m_warnings = new Warnings();
    private double m_left = 1;

    Loading(final LoadParameters parameters, final ExecutionContext exec, final ExecuteOutput out) {
        m_parameters = parameters;
        m_exec = exec;
        m_out = out;
    }

    void run(final Path path) throws IOException, InvalidSettingsException {
        ScanRecipe recipe = m_parameters.recipe(path);
        FoundLines lines = null;
        if (m_parameters.m_scanSize == LoadParameters.ScanSize.LINES) {
            lines = findLines(recipe);
            recipe = recipe.withLines(lines.scan(m_parameters.m_lineWidth, m_parameters.lineFit()));
        }
        if (m_parameters.m_hotPixels == LoadParameters.HotPixelRepair.REPAIR) {
            recipe = recipe.withHotPixels(findHotPixels(recipe));
        }
        if (m_parameters.m_eightBit == LoadParameters.EightBit.PERCENTILES) {
            recipe = recipe.withEightBit(measureRange(recipe));
        }
        final EngineProgress progress = progress(m_left);
        try (Scan opened = recipe.open()) {
            final Scan scan =
                ScanViews.withCalibration(opened, m_parameters.calibration(opened.calibration()));
            final BufferedDataTable patterns = m_parameters.m_storage == LoadParameters.Storage.LINK
                ? ScanTables.linkPatterns(scan, recipe, m_parameters.address(), m_exec, progress)
                : ScanTables.importPatterns(scan, m_exec, progress);
            m_out.setOutData(patterns, lines == null ? ScanTables.description(scan, path.toString(), m_exec)
                : ScanTables.descriptionWithLines(scan, path.toString(), lines, m_exec));
        }
        if (!m_warnings.isEmpty()) {
            m_out.setWarningMessage(m_warnings.toString());
        }
    }

    private EngineProgress progress(final double share) {
        m_left -= share;
        return new EngineProgress(m_exec.createSubProgress(share));
    }

    private FoundLines findLines(final ScanRecipe recipe) throws IOException {
        final EngineProgress progress = progress(FINDING_LINES);
        try (Scan frames = recipe.openFrames()) {
            final int count = frames.geometry().scanWidth();
            final FrameBrightness.Trace brightness = new FrameBrightness.Trace(count, progress);
            final Iterator<Long> indices = LongStream.range(0, count).iterator();
            KnimeWorkers.run(indices, () -> new FrameBrightness(frames), brightness, progress);
            final FoundLines found = m_parameters.lineFinder().find(brightness.levels());
            warn(found);
            return found;
        }
    }

    private void warn(final FoundLines found) {
        final int[] unusual = IntStream.range(0, found.lines().size())
            .filter(i -> found.lines().get(i).kind() == FoundLines.Kind.UNUSUAL).toArray();
        if (unusual.length > 0) {
            m_warnings.add(unusual.length + (unusual.length == 1 ? " scan line has" : " scan lines have")
                + " not the usual " + found.usualLength() + " frames: "
                + IntStream.of(unusual).limit(LINES_IN_WARNING)
                    .mapToObj(i -> "line " + i + " has " + found.lines().get(i).run().length())
                    .collect(Collectors.joining(", "))
                + (unusual.length > LINES_IN_WARNING ? " …" : ""));
        }
        m_warnings.add(found.count(FoundLines.Kind.JOINED), "1 scan line was broken by dark frames and joined again",
            "scan lines were broken by dark frames and joined again");
        m_warnings.add(found.count(FoundLines.Kind.SPLIT), "1 scan line has no dark end and was cut where it should be",
            "scan lines have no dark end and were cut where it should be");
        m_warnings.add(found.count(FoundLines.Kind.SHORTENED), "the first scan line was cut to the usual length",
            "scan lines were cut to the usual length");
        final long frames = found.left().stream().mapToLong(run -> run.length()).sum();
        m_warnings.add(frames, "1 bright frame belongs to no scan line and was left out",
            "bright frames belong to no scan line and were left out");
    }

    private HotPixels findHotPixels(final ScanRecipe recipe) throws IOException {
        try (Scan scan = recipe.plain().open()) {
            return HotPixels.find(scan, m_parameters.m_hotPixelFactor, progress(FINDING_HOT_PIXELS));
        }
    }

    private GreyRange measureRange(final ScanRecipe recipe) throws IOException {
        final EngineProgress progress = progress(MEASURING_LEVELS);
        progress.report(0, "Measuring the grey levels of the scan");
        try (Scan scan = recipe.open()) {
            return GreyRange.ofScan(scan, m_parameters.m_lowPercent, m_parameters.m_highPercent, progress);
        }
    }
}
