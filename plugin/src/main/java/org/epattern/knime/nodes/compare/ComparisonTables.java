// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.epattern.compare.ComparisonPictures;
import org.epattern.compare.Distribution;
import org.epattern.compare.LimitCurve;
import org.epattern.compare.OrientationComparison;
import org.epattern.compare.RegionSummary;
import org.epattern.compare.ScanRegion;
import org.epattern.grains.OrientationField;
import org.epattern.knime.data.ReflectionRows;
import org.epattern.knime.data.TableOutput;
import org.epattern.maps.ColourMap;
import org.epattern.maps.ColouredMapPicture;
import org.epattern.maps.MapPicture;
import org.epattern.maps.Png;
import org.epattern.maps.ScanMap;
import org.epattern.scan.Calibration;
import org.epattern.scan.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;
import org.knime.core.data.def.DoubleCell.DoubleCellFactory;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.data.image.png.PNGImageCellFactory;

/** Writes a comparison into tables. */
final class ComparisonTables {

    private static final int BINS = 50;
    private static final int LIMITS = 51;
    private static final double ALL_RELIABILITY = 100;

    private final OrientationComparison m_comparison;
    private final String m_name;
    private final Calibration m_calibration;
    private final List<ScanRegion> m_regions;
    private final ScanMap m_index;
    private final ScanMap m_reliability;

    /**
     * @param comparison what is written
     * @param name name of the comparison, may be empty
     * @param calibration calibration of the scan
     */
    ComparisonTables(final OrientationComparison comparison, final String name, final Calibration calibration) {
        m_comparison = comparison;
        m_name = name;
        m_calibration = calibration;
        m_regions = Arrays.stream(ScanRegion.values())
            .filter(r -> r != ScanRegion.GRAIN_REGION || comparison.hasGrainRegion()).toList();
        m_index = comparison.results().index();
        m_reliability = comparison.results().reliability();
    }

    private static DataCell text(final String text) {
        return StringCellFactory.create(text);
    }

    private static DataCell count(final int count) {
        return IntCellFactory.create(count);
    }

    void points(final TableOutput table, final Progress progress) {
        final OrientationField found = m_comparison.results().field();
        for (int p = 0; p < m_comparison.points(); p++) {
            progress.checkCanceled();
            final boolean both = m_comparison.isCrystal(p) && found.phase(p) != OrientationField.NONE;
            table.add(count(p % found.width()), count(p / found.width()), phase(m_comparison.truth(), p),
                phase(found, p),
                both ? BooleanCellFactory.create(m_comparison.samePhase(p)) : DataType.getMissingCell(),
                ReflectionRows.number(m_comparison.disorientation(p)),
                BooleanCellFactory.create(m_comparison.halfTurn(p)),
                BooleanCellFactory.create(m_comparison.isIndexed(p)), text(m_comparison.verdict(p).label()));
        }
    }

    private static DataCell phase(final OrientationField field, final int point) {
        return field.phase(point) == OrientationField.NONE ? DataType.getMissingCell()
            : text(field.phases().get(field.phase(point)).name());
    }

    void summary(final TableOutput table) {
        for (final ScanRegion region : m_regions) {
            final RegionSummary s = m_comparison.summary(region);
            final List<DataCell> cells = new ArrayList<>(List.of(text(m_name), text(region.label()),
                count(s.points()), count(s.crystal()), count(s.amorphous()), ReflectionRows.number(s.meanIndex()),
                ReflectionRows.number(s.meanReliability()), ReflectionRows.number(s.medianReliability())));
            for (final int n : new int[] {s.withinOne(), s.withinTwo(), s.withinFive(), s.wrongOrientation(),
                s.halfTurn(), s.wrongPhase(), s.without(), s.indexedCrystal(), s.indexedRight()}) {
                cells.add(count(n));
                cells.add(ReflectionRows.number(s.ofCrystal(n)));
            }
            cells.add(count(s.falseOrientations()));
            cells.add(ReflectionRows.number(s.falseShare()));
            table.add(cells.toArray(DataCell[]::new));
        }
    }

    /** Largest index rounded up to a tenth, so that bins have round borders. */
    private double topIndex() {
        final double largest = m_index.max();
        return largest > 0 ? Math.ceil(largest * 10 - 1e-6) / 10 : 1;
    }

    private List<Distribution> distributions(final ScanMap map, final double top) {
        return m_regions.stream().map(r -> Distribution.of(m_comparison, map, r, top, BINS)).toList();
    }

    void distributions(final TableOutput table) {
        final List<Distribution> all = new ArrayList<>(distributions(m_index, topIndex()));
        all.addAll(distributions(m_reliability, ALL_RELIABILITY));
        for (final Distribution d : all) {
            for (int i = 0; i < d.counts().length; i++) {
                table.add(text(m_name), text(d.quantity()), text(d.region().label()),
                    DoubleCellFactory.create(i * d.width()), DoubleCellFactory.create((i + 1) * d.width()),
                    count(d.counts()[i]), share(d.counts()[i], d.total()));
            }
        }
    }

    private static DataCell share(final int count, final int all) {
        return ReflectionRows.number(all == 0 ? Double.NaN : 100.0 * count / all);
    }

    private List<LimitCurve> curves() {
        final List<LimitCurve> curves = new ArrayList<>();
        curves.add(LimitCurve.of(m_comparison, m_reliability, ALL_RELIABILITY, LIMITS));
        curves.add(LimitCurve.of(m_comparison, m_index, topIndex(), LIMITS));
        if (m_comparison.hasGrainRegion()) {
            final int most = (int)Math.max(1, Math.ceil(m_comparison.spots().max()));
            curves.add(LimitCurve.of(m_comparison, m_comparison.spots(), most, most + 1));
        }
        return curves;
    }

    void limits(final TableOutput table) {
        final RegionSummary whole = m_comparison.summary(ScanRegion.WHOLE_MAP);
        for (final LimitCurve curve : curves()) {
            for (final LimitCurve.Step step : curve.steps()) {
                table.add(text(m_name), text(curve.quantity()), DoubleCellFactory.create(step.limit()),
                    count(step.crystal()), share(step.crystal(), whole.crystal()), count(step.right()),
                    share(step.right(), whole.crystal()), count(step.amorphous()),
                    share(step.amorphous(), whole.amorphous()));
            }
        }
    }

    void pictures(final TableOutput table, final Progress progress) {
        final DataCell none = DataType.getMissingCell();
        add(table, "verdict", Png.encode(ColouredMapPicture.draw(m_comparison.verdicts("verdict"), title("verdict"),
            m_calibration)), none, none, "");
        progress.checkCanceled();
        final ScanMap angles = m_comparison.disorientations("disorientation");
        add(table, angles.name(), MapPicture.png(angles, ColourMap.VIRIDIS, title(angles.name()), m_calibration),
            ReflectionRows.number(angles.min()), ReflectionRows.number(angles.max()), angles.unit());
        progress.checkCanceled();
        final List<String> names = m_regions.stream().map(ScanRegion::label).toList();
        for (final ScanMap map : List.of(m_index, m_reliability)) {
            final String name = "distribution of " + map.name();
            final double top = map == m_index ? topIndex() : ALL_RELIABILITY;
            add(table, name, Png.encode(ComparisonPictures.distributions(title(name), names,
                distributions(map, top))), ReflectionRows.number(map.min()), ReflectionRows.number(map.max()),
                map.unit());
            progress.checkCanceled();
        }
        final RegionSummary whole = m_comparison.summary(ScanRegion.WHOLE_MAP);
        if (whole.crystal() > 0 && whole.amorphous() > 0) {
            final List<LimitCurve> curves = curves();
            add(table, "limits", Png.encode(ComparisonPictures.limits(title("points kept above a limit"),
                curves.stream().map(LimitCurve::quantity).toList(), curves, whole.crystal(), whole.amorphous())), none,
                none, "%");
        }
    }

    private String title(final String what) {
        return m_name.isEmpty() ? what : m_name + ": " + what;
    }

    private static void add(final TableOutput table, final String name, final byte[] png, final DataCell min,
        final DataCell max, final String unit) {
        table.add(text(name), PNGImageCellFactory.create(png), min, max, text(unit));
    }
}
