// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.orientation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.epattern.grains.Grain;
import org.epattern.grains.Grains;
import org.epattern.grains.OrientationColours;
import org.epattern.grains.OrientationField;
import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.MatchSchema;
import org.epattern.knime.data.OrientationRows;
import org.epattern.knime.data.PhaseRows;
import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.epattern.knime.nodes.MapTables;
import org.epattern.knime.nodes.Warnings;
import org.epattern.maps.ColouredMap;
import org.epattern.maps.ColouredMapPicture;
import org.epattern.maps.Png;
import org.epattern.maps.ScanMap;
import org.epattern.orient.EulerAngles;
import org.epattern.scan.Calibration;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
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

    private final OrientationMapParameters m_parameters;
    private final DataTableSpec m_spec;
    private final PhaseRows m_phases;
    private final OrientationRows m_rows;
    private final CombinedMaps m_combined;

    /**
     * @param specs specs of orientations and phases, and of maps to combine if they are connected
     * @param parameters the settings
     * @throws InvalidSettingsException one sentence if a column is absent or of a wrong type
     */
    OrientationMapping(final DataTableSpec[] specs, final OrientationMapParameters parameters)
        throws InvalidSettingsException {
        m_parameters = parameters;
        m_spec = specs[0];
        m_phases = new PhaseRows(specs[1]);
        m_rows = new OrientationRows(specs[0]);
        m_combined = new CombinedMaps(specs, parameters);
    }

    /** @return spec of the map table */
    DataTableSpec mapSpec() {
        return MatchSchema.grainMaps(m_spec.getColumnSpec(m_rows.scanX()));
    }

    void run(final BufferedDataTable[] tables, final ExecutionContext exec, final ExecuteOutput out)
        throws IOException, InvalidSettingsException {
        final EngineProgress progress = new EngineProgress(exec);
        final Warnings warnings = new Warnings();
        try (TableOutput maps = new TableOutput(exec, mapSpec());
                TableOutput pictures = new TableOutput(exec, Schema.pictures());
                TableOutput grainTable = new TableOutput(exec, MatchSchema.grains())) {
            final Schema.Size size = m_rows.size(tables[0], progress);
            if (size.width() > 0 && size.height() > 0) {
                final OrientationRows.Content content = m_rows.read(tables[0], m_phases.readCells(tables[1]), size,
                    m_parameters.m_index, m_parameters.m_reliability, progress);
                warnings.add(content.hidden(), "1 point has a smaller index or reliability than asked for and is shown "
                    + "without solution", "points have a smaller index or reliability than asked for and are shown "
                    + "without solution");
                final Grains grains =
                    new Grains(content.field(), m_parameters.m_limit, m_parameters.m_fewest, progress);
                final ScanMap kernel = Grains.kernelAverage(content.field(), m_parameters.m_limit);
                writeMaps(grains, kernel, maps);
                writePictures(content, grains, kernel, tables, pictures, progress);
                grains.grains().forEach(g -> grainTable.add(cells(g, content.field())));
            }
            out.setOutData(maps.finish(), pictures.finish(), grainTable.finish());
        }
        if (!warnings.isEmpty()) {
            out.setWarningMessage(warnings.toString());
        }
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

    private void writePictures(final OrientationRows.Content content, final Grains grains, final ScanMap kernel,
        final BufferedDataTable[] tables, final TableOutput pictures, final EngineProgress progress)
        throws InvalidSettingsException {
        final Calibration calibration = Schema.calibration(m_spec.getColumnSpec(m_rows.scanX()));
        final List<ColouredMap> coloured = new ArrayList<>();
        if (!m_combined.isEmpty()) {
            coloured.add(m_combined.combine(
                OrientationColours.inversePole(content.field(), OrientationColours.Direction.Z), tables, progress));
        }
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
        MapTables.writePictures(numbers, m_parameters.m_colours.colourMap(), calibration, pictures, progress);
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
