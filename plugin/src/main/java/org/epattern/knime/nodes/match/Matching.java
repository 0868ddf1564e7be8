// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.match;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.epattern.crystal.CrystalReflection;
import org.epattern.knime.data.Columns;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.KnimeWorkers;
import org.epattern.knime.data.MatchSchema;
import org.epattern.knime.data.PatternAccess;
import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.ScanLookup;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.epattern.knime.nodes.Warnings;
import org.epattern.match.MatchSettings;
import org.epattern.match.PixelSizeFit;
import org.epattern.match.Solution;
import org.epattern.match.SpotSimulator;
import org.epattern.match.TemplateBank;
import org.epattern.orient.EulerAngles;
import org.epattern.register.Reflection;
import org.epattern.scan.OrderedWork;
import org.epattern.scan.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DoubleCell.DoubleCellFactory;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Finds the orientations of all scan points of a table. */
final class Matching {

    private static final String PATTERNS = "reflections or patterns";
    /** 1/Angstrom is 10 / nm. */
    private static final double PER_NM = 10;
    /** Of this many patterns the best are taken to fit the size of a pixel. */
    private static final int FITTED_PATTERNS = 24;
    /** A mean index below this is no fit that could be trusted without looking. */
    private static final double TRUSTED = 0.6;
    /** A second best size that fits almost as well as the best one. */
    private static final double DOUBTFUL = 0.9;

    private final MatchPatternsParameters m_parameters;
    private final DataTableSpec m_spec;
    private final BankTable m_bankTable;
    private final ReflectionRows m_reflections;
    private final int m_scanX;
    private final int m_scanY;
    private final int m_pattern;
    private final int m_beamX;
    private final int m_beamY;
    private final MatchRanking m_ranking = new MatchRanking();
    private TableOutput m_output;
    private TemplateBank m_bank;
    private long m_few;
    private long m_unmet;
    private long m_missing;
    private long m_points;

    /**
     * @param specs specs of reflections or patterns, bank and phases
     * @param parameters the settings
     * @throws InvalidSettingsException one sentence if a column is absent or of a wrong type
     */
    Matching(final DataTableSpec[] specs, final MatchPatternsParameters parameters) throws InvalidSettingsException {
        m_parameters = parameters;
        m_spec = specs[0];
        m_bankTable = new BankTable(specs[1], specs[2]);
        if (isImages()) {
            m_reflections = null;
            m_scanX = Columns.find(m_spec, PATTERNS, Schema.SCAN_X, IntValue.class, "whole numbers");
            m_scanY = Columns.find(m_spec, PATTERNS, Schema.SCAN_Y, IntValue.class, "whole numbers");
            m_pattern = Columns.find(m_spec, PATTERNS, parameters.m_patternColumn, DiffractionPatternValue.class,
                "diffraction patterns");
            final boolean centre = parameters.m_beam == MatchPatternsParameters.Beam.CENTRE
                || Schema.isCentred(m_spec.getColumnSpec(m_pattern));
            m_beamX = centre ? -1 : number(Schema.DIRECT_BEAM_X);
            m_beamY = centre ? -1 : number(Schema.DIRECT_BEAM_Y);
        } else {
            m_reflections = new ReflectionRows(m_spec);
            m_scanX = m_reflections.scanX();
            m_scanY = m_reflections.scanY();
            m_pattern = m_reflections.x();
            m_beamX = -1;
            m_beamY = -1;
        }
    }

    private boolean isImages() {
        return m_parameters.m_compare == MatchPatternsParameters.Compare.IMAGES;
    }

    private int number(final String name) {
        final int index = m_spec.findColumnIndex(name);
        return index >= 0 && m_spec.getColumnSpec(index).getType().isCompatible(DoubleValue.class) ? index : -1;
    }

    /** @return spec of the output */
    DataTableSpec outputSpec() {
        return MatchSchema.orientations(m_spec.getColumnSpec(m_scanX));
    }

    /** Size of a pixel (1/Angstrom); not a number where it is fitted. */
    private double pixel() throws InvalidSettingsException {
        if (m_parameters.m_pixelSize == MatchPatternsParameters.PixelSize.GIVEN) {
            return m_parameters.m_pixel / PER_NM;
        }
        if (m_parameters.m_pixelSize == MatchPatternsParameters.PixelSize.FITTED) {
            return Double.NaN;
        }
        final OptionalDouble known =
            Schema.calibration(m_spec.getColumnSpec(m_scanX), m_spec.getColumnSpec(m_pattern)).pixelPerNm();
        if (known.isEmpty()) {
            throw new InvalidSettingsException("The table does not know the size of a pixel; give \"Size of a pixel\" "
                + "in the dialog of Match Patterns: 1 / d of a known reflection or ring (1/nm) divided by its distance "
                + "from the direct beam (px); or, for a crystal that is known, choose \"Fitted\" there");
        }
        return known.getAsDouble() / PER_NM;
    }

    private double fitted(final BufferedDataTable table, final MatchSettings settings, final Progress progress,
        final Warnings warnings) {
        final PointReflections reflections = new PointReflections(table, m_reflections, progress);
        final Schema.Size patterns = Schema.patternSize(m_spec.getColumnSpec(m_pattern));
        final PixelSizeFit.Fitted fitted = new PixelSizeFit(m_bank, settings).fit(
            reflections.of(reflections.richest(FITTED_PATTERNS)).values().stream().map(r -> usable(r, patterns))
                .toList(),
            patterns == null ? 0 : patterns.width() / 2.0, patterns == null ? 0 : patterns.height() / 2.0, progress);
        final String other = fitted.otherIndex() > 0 ? String.format(Locale.ROOT, "; second best: %.5f 1/nm, %.2f",
            PER_NM * fitted.otherSize(), fitted.otherIndex()) : "";
        warnings.add(String.format(Locale.ROOT,
            "the templates fit best with a pixel size of %.5f 1/nm (mean index %.2f of %d patterns%s)",
            PER_NM * fitted.pixelSize(), fitted.index(), fitted.patterns(), other));
        if (fitted.index() < TRUSTED || fitted.otherIndex() > DOUBTFUL * fitted.index()) {
            warnings.add("this fit is doubtful: look at the pictures, and whether the bank holds the right crystal");
        }
        return fitted.pixelSize();
    }

    /** Finds all orientations. */
    void run(final BufferedDataTable[] tables, final ExecutionContext exec, final ExecuteOutput out)
        throws IOException, InvalidSettingsException {
        final double known = pixel();
        m_bank = m_bankTable.read(tables[1], tables[2], m_parameters.m_turnStep,
            new EngineProgress(exec.createSubProgress(0.05)));
        final EngineProgress progress = new EngineProgress(exec.createSubProgress(0.95));
        final MatchSettings settings =
            m_parameters.settings(m_bank.phases().get(0).simulator().settings().intensityPower());
        final Warnings warnings = new Warnings();
        final double pixel = Double.isNaN(known) ? fitted(tables[0], settings, progress, warnings) : known;
        try (TableOutput output = new TableOutput(exec, outputSpec());
                TableOutput pictures = new TableOutput(exec, MatchSchema.matchPictures())) {
            m_output = output;
            if (isImages()) {
                images(tables[0], settings, pixel, progress, pictures);
            } else {
                reflections(tables[0], settings, pixel, progress, warnings);
                reflectionPictures(tables[0], settings, pixel, progress, pictures);
            }
            out.setOutData(0, output.finish());
            out.setOutData(1, pictures.finish());
        }
        warnings.add(m_missing, "1 pattern is missing and has no solution",
            "patterns are missing and have no solution");
        warnings.add(m_few, "1 scan point has fewer than " + m_parameters.m_fewest + " reflections and no solution",
            "scan points have fewer than " + m_parameters.m_fewest + " reflections and no solution");
        warnings.add(m_unmet, "1 scan point meets no template and has no solution",
            "scan points meet no template and have no solution");
        if (!warnings.isEmpty()) {
            out.setWarningMessage(warnings.toString());
        }
    }

    private void images(final BufferedDataTable table, final MatchSettings settings, final double pixel,
        final EngineProgress progress, final TableOutput pictures) throws IOException {
        try (CloseableRowIterator rows = table.iterator(); PatternAccess access = new PatternAccess()) {
            final Iterator<MatchTask> tasks = new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public MatchTask next() {
                    return task(rows.next());
                }
            };
            run(tasks, () -> new MatchWorker.Images(m_bank, settings, pixel, m_parameters.m_beamRadius, access),
                table.size(), progress);
            imagePictures(table, new MatchWorker.Images(m_bank, settings, pixel, m_parameters.m_beamRadius, access),
                new MatchPictures(m_bank, pixel, null, access), progress, pictures);
        }
    }

    private void imagePictures(final BufferedDataTable table, final MatchWorker worker, final MatchPictures drawing,
        final EngineProgress progress, final TableOutput pictures) throws IOException {
        final Map<MatchRanking.Point, Integer> chosen = m_ranking.chosen(m_parameters.m_pictures);
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext() && !chosen.isEmpty()) {
                progress.checkCanceled();
                final MatchTask task = task(rows.next());
                final Integer rank = chosen.remove(new MatchRanking.Point(task.x(), task.y()));
                if (rank != null) {
                    addPicture(worker.apply(task), rank, drawing, pictures);
                }
            }
        }
    }

    private void reflectionPictures(final BufferedDataTable table, final MatchSettings settings, final double pixel,
        final EngineProgress progress, final TableOutput pictures) throws IOException {
        final Map<MatchRanking.Point, Integer> chosen = m_ranking.chosen(m_parameters.m_pictures);
        if (chosen.isEmpty()) {
            return;
        }
        final Schema.Size patterns = Schema.patternSize(m_spec.getColumnSpec(m_pattern));
        final MatchWorker worker = new MatchWorker.Reflections(m_bank, settings,
            patterns == null ? new Schema.Size(0, 0) : patterns, pixel);
        final MatchPictures drawing = new MatchPictures(m_bank, pixel, patterns, null);
        for (final Map.Entry<MatchRanking.Point, List<Reflection>> entry : new PointReflections(table, m_reflections,
            progress).of(chosen.keySet()).entrySet()) {
            progress.checkCanceled();
            final MatchRanking.Point point = entry.getKey();
            addPicture(worker.apply(
                new MatchTask(point.x(), point.y(), entry.getValue(), null, Double.NaN, Double.NaN)), chosen.get(point),
                drawing, pictures);
        }
    }

    private void addPicture(final MatchWorker.Result result, final int rank, final MatchPictures drawing,
        final TableOutput pictures) throws IOException {
        if (result.solutions().isEmpty()) {
            // another row of the same scan point than the one that was ranked
            return;
        }
        final Solution solution = result.solutions().get(0);
        pictures.add(position(result.task().x()), position(result.task().y()),
            StringCellFactory.create(m_bank.phases().get(solution.phase()).simulator().crystal().name()),
            DoubleCellFactory.create(solution.index()), DoubleCellFactory.create(solution.reliability()),
            IntCellFactory.create(rank), PNGImageCellFactory.create(drawing.draw(result, rank, m_ranking.size())));
    }

    private MatchTask task(final DataRow row) {
        final int x = row.getCell(m_scanX) instanceof IntValue value ? value.getIntValue() : -1;
        final int y = row.getCell(m_scanY) instanceof IntValue value ? value.getIntValue() : -1;
        return new MatchTask(x, y, null,
            row.getCell(m_pattern) instanceof DiffractionPatternValue pattern ? pattern : null, number(row, m_beamX),
            number(row, m_beamY));
    }

    private static double number(final DataRow row, final int column) {
        return column >= 0 && row.getCell(column) instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }

    private void reflections(final BufferedDataTable table, final MatchSettings settings, final double pixel,
        final EngineProgress progress, final Warnings warnings) throws IOException {
        try (ScanLookup<Reflection> lookup =
            new ScanLookup<>(table, m_scanX, m_scanY, m_reflections::read, progress)) {
            warnings.add(lookup.skipped(), "1 reflection with missing values was left out",
                "reflections with missing values were left out");
            final DataColumnSpec scan = m_spec.getColumnSpec(m_scanX);
            final Schema.Size known = Schema.scanSize(scan);
            final int width = Math.max(lookup.width(), known == null ? 0 : known.width());
            final int height = Math.max(lookup.height(), known == null ? 0 : known.height());
            final Schema.Size patterns = Schema.patternSize(m_spec.getColumnSpec(m_pattern));
            if (patterns == null) {
                warnings.add("the reflection table does not know the size of the patterns; patterns without direct "
                    + "beam have no solution");
            }
            final long points = (long)width * height;
            final Iterator<MatchTask> tasks = LongStream.range(0, points).mapToObj(i -> {
                final int x = (int)(i % width);
                final int y = (int)(i / width);
                return new MatchTask(x, y, usable(lookup.at(x, y), patterns), null, Double.NaN, Double.NaN);
            }).iterator();
            final Schema.Size size = patterns == null ? new Schema.Size(0, 0) : patterns;
            run(tasks, () -> new MatchWorker.Reflections(m_bank, settings, size, pixel), points, progress);
        }
    }

    /** Without direct beam and size of the pattern nobody knows where the origin is. */
    private static List<Reflection> usable(final List<Reflection> reflections, final Schema.Size patterns) {
        return patterns != null || reflections.stream().anyMatch(Reflection::isDirectBeam) ? reflections : List.of();
    }

    private void run(final Iterator<MatchTask> tasks,
        final OrderedWork.WorkerFactory<MatchTask, MatchWorker.Result> workers, final long total,
        final EngineProgress progress) throws IOException {
        KnimeWorkers.run(tasks, workers, result -> {
            add(result);
            m_points++;
            progress.report(m_points / (double)total, "Pattern " + m_points + " of " + total);
        }, progress);
    }

    private void add(final MatchWorker.Result result) {
        if (result.solutions().isEmpty()) {
            addWithout(result);
            return;
        }
        m_ranking.add(result.task().x(), result.task().y(), result.solutions().get(0).index());
        for (int i = 0; i < result.solutions().size(); i++) {
            final Solution solution = result.solutions().get(i);
            final SpotSimulator simulator = m_bank.phases().get(solution.phase()).simulator();
            final EulerAngles euler = solution.orientation().euler();
            final String matched = solution.matched().stream()
                .map(m -> simulator.reflections().get(m.reflection())).map(Matching::indices)
                .collect(Collectors.joining("; "));
            m_output.add(position(result.task().x()), position(result.task().y()), IntCellFactory.create(i + 1),
                StringCellFactory.create(simulator.crystal().name()), DoubleCellFactory.create(euler.phi1()),
                DoubleCellFactory.create(euler.capitalPhi()), DoubleCellFactory.create(euler.phi2()),
                DoubleCellFactory.create(solution.index()), DoubleCellFactory.create(solution.reliability()),
                ReflectionRows.number(solution.phaseReliability()), count(result.spots()),
                IntCellFactory.create(solution.matched().size()), StringCellFactory.create(matched),
                StringCellFactory.create(""));
        }
    }

    private void addWithout(final MatchWorker.Result result) {
        final String flag;
        if (isImages() && result.task().pattern() == null) {
            m_missing++;
            flag = "no pattern";
        } else if (isImages() || result.spots() < m_parameters.m_fewest) {
            m_few++;
            flag = "few reflections";
        } else {
            m_unmet++;
            flag = "no template";
        }
        final DataCell missing = DataType.getMissingCell();
        m_output.add(position(result.task().x()), position(result.task().y()), IntCellFactory.create(1), missing,
            missing, missing, missing, DoubleCellFactory.create(0), DoubleCellFactory.create(0), missing,
            count(result.spots()), IntCellFactory.create(0), StringCellFactory.create(""),
            StringCellFactory.create(flag));
    }

    private static DataCell position(final int value) {
        return value < 0 ? DataType.getMissingCell() : IntCellFactory.create(value);
    }

    private static DataCell count(final int spots) {
        return spots < 0 ? DataType.getMissingCell() : IntCellFactory.create(spots);
    }

    private static String indices(final CrystalReflection r) {
        return r.h() + " " + r.k() + " " + r.l();
    }
}
