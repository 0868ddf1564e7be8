// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.orientation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.epattern.crystal.ScatteringFactors;
import org.epattern.grains.Grain;
import org.epattern.grains.Grains;
import org.epattern.grains.OrientationColours;
import org.epattern.grains.OrientationField;
import org.epattern.knime.data.Columns;
import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.MatchSchema;
import org.epattern.knime.data.PhaseRows;
import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.epattern.knime.nodes.Warnings;
import org.epattern.maps.ColouredMap;
import org.epattern.maps.ColouredMapPicture;
import org.epattern.maps.MapPicture;
import org.epattern.maps.Png;
import org.epattern.maps.ScanMap;
import org.epattern.orient.EulerAngles;
import org.epattern.orient.Rotation;
import org.epattern.scan.Calibration;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DoubleCell.DoubleCellFactory;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Makes maps, pictures and grains from a table of orientations. */
final class OrientationMapping {

    private static final String TABLE = "orientations";

    private final OrientationMapParameters m_parameters;
    private final DataTableSpec m_spec;
    private final PhaseRows m_phases;
    private final int m_scanX;
    private final int m_scanY;
    private final int m_solution;
    private final int m_phase;
    private final int m_phi1;
    private final int m_capitalPhi;
    private final int m_phi2;
    private final int m_index;
    private final int m_reliability;

    /**
     * @param orientations spec of the orientations
     * @param phases spec of the phases
     * @param parameters the settings
     * @throws InvalidSettingsException one sentence if a column is absent or of a wrong type
     */
    OrientationMapping(final DataTableSpec orientations, final DataTableSpec phases,
        final OrientationMapParameters parameters) throws InvalidSettingsException {
        m_parameters = parameters;
        m_spec = orientations;
        m_phases = new PhaseRows(phases);
        m_scanX = Columns.find(orientations, TABLE, Schema.SCAN_X, IntValue.class, "whole numbers");
        m_scanY = Columns.find(orientations, TABLE, Schema.SCAN_Y, IntValue.class, "whole numbers");
        m_phase = Columns.find(orientations, TABLE, MatchSchema.PHASE, StringValue.class, "texts");
        m_phi1 = Columns.find(orientations, TABLE, MatchSchema.PHI1, DoubleValue.class, "numbers");
        m_capitalPhi = Columns.find(orientations, TABLE, MatchSchema.CAPITAL_PHI, DoubleValue.class, "numbers");
        m_phi2 = Columns.find(orientations, TABLE, MatchSchema.PHI2, DoubleValue.class, "numbers");
        m_index = Columns.find(orientations, TABLE, MatchSchema.INDEX, DoubleValue.class, "numbers");
        m_reliability = Columns.find(orientations, TABLE, MatchSchema.RELIABILITY, DoubleValue.class, "numbers");
        m_solution = orientations.findColumnIndex(MatchSchema.SOLUTION);
    }

    /** @return spec of the map table */
    DataTableSpec mapSpec() {
        return MatchSchema.grainMaps(m_spec.getColumnSpec(m_scanX));
    }

    /** What the table of orientations holds. */
    private record Content(OrientationField field, ScanMap index, ScanMap reliability) {
    }

    void run(final BufferedDataTable orientations, final BufferedDataTable phases, final ExecutionContext exec,
        final ExecuteOutput out) throws IOException, InvalidSettingsException {
        final EngineProgress progress = new EngineProgress(exec);
        final Warnings warnings = new Warnings();
        try (TableOutput maps = new TableOutput(exec, mapSpec());
                TableOutput pictures = new TableOutput(exec, Schema.pictures());
                TableOutput grainTable = new TableOutput(exec, MatchSchema.grains())) {
            final Schema.Size size = size(orientations, progress);
            if (size.width() > 0 && size.height() > 0) {
                final Content content = read(orientations, phases, size, warnings, progress);
                final Grains grains =
                    new Grains(content.field(), m_parameters.m_limit, m_parameters.m_fewest, progress);
                final ScanMap kernel = Grains.kernelAverage(content.field(), m_parameters.m_limit);
                writeMaps(grains, kernel, maps);
                writePictures(content, grains, kernel, pictures, progress);
                grains.grains().forEach(g -> grainTable.add(cells(g, content.field())));
            }
            out.setOutData(maps.finish(), pictures.finish(), grainTable.finish());
        }
        if (!warnings.isEmpty()) {
            out.setWarningMessage(warnings.toString());
        }
    }

    /** The size that the table knows, or the smallest that holds all its points. */
    private Schema.Size size(final BufferedDataTable table, final EngineProgress progress) {
        final Schema.Size known = Schema.scanSize(m_spec.getColumnSpec(m_scanX));
        int width = known == null ? 0 : known.width();
        int height = known == null ? 0 : known.height();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCanceled();
                final DataRow row = rows.next();
                if (row.getCell(m_scanX) instanceof IntValue x && row.getCell(m_scanY) instanceof IntValue y) {
                    width = Math.max(width, x.getIntValue() + 1);
                    height = Math.max(height, y.getIntValue() + 1);
                }
            }
        }
        return new Schema.Size(width, height);
    }

    private Content read(final BufferedDataTable table, final BufferedDataTable phaseTable, final Schema.Size size,
        final Warnings warnings, final EngineProgress progress) throws IOException, InvalidSettingsException {
        final Map<String, PhaseRows.Phase> known = m_phases.read(phaseTable, new ScatteringFactors());
        final List<String> names = List.copyOf(known.keySet());
        final OrientationField field = new OrientationField(size.width(), size.height(), known.entrySet().stream()
            .map(e -> new OrientationField.Phase(e.getKey(), e.getValue().simulator().crystal().symmetry())).toList());
        final ScanMap index = empty(MatchSchema.INDEX, "", size);
        final ScanMap reliability = empty(MatchSchema.RELIABILITY, "%", size);
        long hidden = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCanceled();
                final DataRow row = rows.next();
                if (isFirst(row) && row.getCell(m_scanX) instanceof IntValue x
                    && row.getCell(m_scanY) instanceof IntValue y) {
                    final double q = number(row, m_index);
                    final double r = number(row, m_reliability);
                    index.set(x.getIntValue(), y.getIntValue(), (float)q);
                    reliability.set(x.getIntValue(), y.getIntValue(), (float)r);
                    if (row.getCell(m_phase) instanceof StringValue phase) {
                        if (q >= m_parameters.m_index && r >= m_parameters.m_reliability) {
                            field.set(x.getIntValue(), y.getIntValue(), number(names, phase.getStringValue()),
                                Rotation.ofEuler(number(row, m_phi1), number(row, m_capitalPhi), number(row, m_phi2)));
                        } else {
                            hidden++;
                        }
                    }
                }
            }
        }
        warnings.add(hidden, "1 point has a smaller index or reliability than asked for and is shown without solution",
            "points have a smaller index or reliability than asked for and are shown without solution");
        return new Content(field, index, reliability);
    }

    private static ScanMap empty(final String name, final String unit, final Schema.Size size) {
        final float[] values = new float[size.width() * size.height()];
        Arrays.fill(values, Float.NaN);
        return new ScanMap(name, unit, size.width(), size.height(), values);
    }

    private static int number(final List<String> names, final String phase) throws InvalidSettingsException {
        final int number = names.indexOf(phase);
        if (number < 0) {
            throw new InvalidSettingsException("The table \"" + TABLE + "\" has the phase \"" + phase
                + "\", which the table \"phases\" has not (" + String.join(", ", names)
                + "); connect the phases that Match Patterns got");
        }
        return number;
    }

    private boolean isFirst(final DataRow row) {
        return m_solution < 0 || !(row.getCell(m_solution) instanceof IntValue n) || n.getIntValue() == 1;
    }

    private static double number(final DataRow row, final int column) {
        return row.getCell(column) instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }

    private static void writeMaps(final Grains grains, final ScanMap kernel, final TableOutput maps) {
        final ScanMap boundaries = grains.boundaries();
        for (int y = 0; y < kernel.height(); y++) {
            for (int x = 0; x < kernel.width(); x++) {
                final int grain = grains.grain(y * kernel.width() + x);
                maps.add(IntCellFactory.create(x), IntCellFactory.create(y),
                    grain == OrientationField.NONE ? DataType.getMissingCell() : IntCellFactory.create(grain),
                    ReflectionRows.number(boundaries.value(x, y)), ReflectionRows.number(kernel.value(x, y)));
            }
        }
    }

    private void writePictures(final Content content, final Grains grains, final ScanMap kernel,
        final TableOutput pictures, final EngineProgress progress) {
        final Calibration calibration = Schema.calibration(m_spec.getColumnSpec(m_scanX));
        final List<ColouredMap> coloured = new ArrayList<>();
        final boolean[] chosen = {m_parameters.m_alongX, m_parameters.m_alongY, m_parameters.m_alongBeam};
        for (final OrientationColours.Direction direction : OrientationColours.Direction.values()) {
            if (chosen[direction.ordinal()]) {
                coloured.add(OrientationColours.inversePole(content.field(), direction));
            }
        }
        if (m_parameters.m_phases) {
            coloured.add(OrientationColours.phases(content.field()));
        }
        for (final ColouredMap map : coloured) {
            progress.checkCanceled();
            pictures.add(StringCellFactory.create(map.name()), PNGImageCellFactory.create(
                Png.encode(ColouredMapPicture.draw(map, map.name(), calibration))), DataType.getMissingCell(),
                DataType.getMissingCell(), StringCellFactory.create(""));
        }
        final List<ScanMap> numbers = new ArrayList<>();
        if (m_parameters.m_quality) {
            numbers.add(content.index());
            numbers.add(content.reliability());
        }
        if (m_parameters.m_grains) {
            numbers.addAll(List.of(grains.numbers(), grains.boundaries(), kernel));
        }
        for (final ScanMap map : numbers) {
            progress.checkCanceled();
            pictures.add(StringCellFactory.create(map.name()),
                PNGImageCellFactory.create(MapPicture.png(map, m_parameters.colourMap(), map.name(), calibration)),
                ReflectionRows.number(map.min()), ReflectionRows.number(map.max()),
                StringCellFactory.create(map.unit()));
        }
    }

    private static DataCell[] cells(final Grain grain, final OrientationField field) {
        final EulerAngles euler = grain.orientation().euler();
        return new DataCell[] {IntCellFactory.create(grain.number()),
            StringCellFactory.create(field.phases().get(grain.phase()).name()), IntCellFactory.create(grain.points()),
            DoubleCellFactory.create(grain.x()), DoubleCellFactory.create(grain.y()),
            DoubleCellFactory.create(euler.phi1()), DoubleCellFactory.create(euler.capitalPhi()),
            DoubleCellFactory.create(euler.phi2()), DoubleCellFactory.create(grain.spread()),
            DoubleCellFactory.create(grain.largest())};
    }
}
