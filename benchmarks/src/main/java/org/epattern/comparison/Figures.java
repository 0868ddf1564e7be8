// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.comparison;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import org.epattern.compare.ComparisonPictures;
import org.epattern.compare.Distribution;
import org.epattern.compare.LimitCurve;
import org.epattern.compare.OrientationComparison;
import org.epattern.compare.RegionSummary;
import org.epattern.compare.ScanRegion;
import org.epattern.grains.OrientationColours;
import org.epattern.grains.OrientationField;
import org.epattern.maps.ColourMap;
import org.epattern.maps.ColouredMap;
import org.epattern.maps.PatternPicture;
import org.epattern.maps.PictureSettings;
import org.epattern.maps.Png;
import org.epattern.maps.ScanMap;
import org.epattern.scan.PatternReader;

/** Draws a trial like the figures of Folastre et al. 2024. */
final class Figures {

    /** Side of a map (px). */
    private static final int SIDE = 144;
    private static final int GREY = 0x606060;
    private static final double FULL_RELIABILITY = 60;
    private static final double LOW = 5;
    private static final double HIGH = 15;
    private static final int BINS = 40;
    private static final int LIMITS = 101;
    /** Share of the amorphous points that a limit of the index takes away in the figure like 7. */
    private static final double TAKEN_AWAY = 0.95;
    private static final List<Method> SHOWN = List.of(Method.NO_FILTER, Method.ASTAR_DEFAULT, Method.ASTAR_OPTIMISED,
        Method.ASTAR_WIDE, Method.MASKED, Method.REBUILT, Method.REFLECTIONS);

    private final Trial m_trial;
    private final Path m_folder;
    private final String m_name;

    /**
     * @param trial what is drawn
     * @param folder receives the PNG files
     */
    Figures(final Trial trial, final Path folder) {
        m_trial = trial;
        m_folder = folder;
        m_name = trial.sample().name().toLowerCase(Locale.ROOT) + "-" + SummaryTable.number(trial.dose());
    }

    private void write(final String what, final BufferedImage picture) throws IOException {
        Files.write(m_folder.resolve(what + "-" + m_name + ".png"), Png.encode(picture));
    }

    private OrientationComparison comparison(final Method method) {
        return m_trial.outcomes().get(method).apart();
    }

    private BufferedImage map(final IntUnaryOperator colour, final IntPredicate shown) {
        final int width = m_trial.spots().width();
        final int height = m_trial.spots().height();
        final int zoom = Math.max(1, SIDE / width);
        final BufferedImage image = new BufferedImage(width * zoom, height * zoom, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                final int point = y / zoom * width + x / zoom;
                image.setRGB(x, y, shown.test(point) ? colour.applyAsInt(point) : GREY);
            }
        }
        return image;
    }

    private BufferedImage orientations(final OrientationField field, final IntPredicate shown) {
        final int[] colours = OrientationColours.inversePole(field, OrientationColours.Direction.Z).colours();
        return map(p -> colours[p], p -> shown.test(p) && colours[p] != ColouredMap.NONE);
    }

    private static int viridis(final double share) {
        return ColourMap.VIRIDIS.rgb(Math.max(0, Math.min(1, share)));
    }

    private boolean inGrains(final int point) {
        return m_trial.spots().values()[point] >= Trial.LIMITS.leastSpots();
    }

    /** Orientation and reliability maps, raw and of the grain region, and verdicts: Figure 5 and 6. */
    void maps() throws IOException {
        final List<String> columns = new ArrayList<>(List.of("truth"));
        SHOWN.forEach(m -> columns.add(m.label()));
        final FigureGrid grid = new FigureGrid(columns);
        grid.row("orientation along the beam", with(orientations(m_trial.truth(), p -> true),
            m -> orientations(comparison(m).results().field(), p -> true)));
        grid.row("grain region", with(orientations(m_trial.truth(), this::inGrains),
            m -> orientations(comparison(m).results().field(), this::inGrains)));
        final float[] spots = m_trial.spots().values();
        final double most = m_trial.spots().max();
        grid.row("R, 0 to 60 (truth: spots)", with(map(p -> viridis(spots[p] / most), p -> true),
            m -> map(p -> viridis(reliability(m, p) / FULL_RELIABILITY), p -> true)));
        grid.row("R of the grain region", with(null,
            m -> map(p -> viridis(reliability(m, p) / FULL_RELIABILITY), this::inGrains)));
        grid.row("R, 5 to 15, spots >= 5", with(null,
            m -> map(p -> viridis((reliability(m, p) - LOW) / (HIGH - LOW)),
                p -> inGrains(p) && reliability(m, p) >= LOW)));
        grid.row("verdict, R >= 5", with(null, m -> map(p -> comparison(m).verdict(p).colour(), p -> true)));
        write("maps", grid.draw());
    }

    private double reliability(final Method method, final int point) {
        return comparison(method).results().reliability().values()[point];
    }

    /** Makes a picture of what a way of preparing patterns led to. */
    private interface Drawing {
        BufferedImage of(Method method);
    }

    private static List<BufferedImage> with(final BufferedImage first, final Drawing drawing) {
        final List<BufferedImage> pictures = new ArrayList<>();
        pictures.add(first);
        SHOWN.forEach(m -> pictures.add(drawing.of(m)));
        return pictures;
    }

    /** Distributions of Q of the whole map and of R of the grain region and the whole map: Figure 5m, n, and 6e, f. */
    void distributions() throws IOException {
        final List<Method> images = SHOWN.stream().filter(m -> m != Method.REFLECTIONS).toList();
        double top = 0;
        for (final Method m : images) {
            top = Math.max(top, comparison(m).results().index().max());
        }
        final double topIndex = Math.ceil(top * 20) / 20;
        final FigureGrid grid = new FigureGrid(List.of("Q, images, whole map", "R, grain region", "R, whole map"));
        grid.row("", List.of(
            distribution("", images, ScanRegion.WHOLE_MAP, topIndex, true),
            distribution("", SHOWN, ScanRegion.GRAIN_REGION, FULL_RELIABILITY, false),
            distribution("", SHOWN, ScanRegion.WHOLE_MAP, FULL_RELIABILITY, false)));
        write("distributions", grid.draw());
    }

    private BufferedImage distribution(final String title, final List<Method> methods, final ScanRegion region,
        final double top, final boolean index) {
        return ComparisonPictures.distributions(title, methods.stream().map(Method::label).toList(),
            methods.stream().map(m -> Distribution.of(comparison(m),
                index ? comparison(m).results().index() : comparison(m).results().reliability(), region, top, BINS))
                .toList());
    }

    /** What limits of index, reliability and spot count leave: Figure 7. */
    void limits() throws IOException {
        final FigureGrid grid = new FigureGrid(List.of("all points", "index", "R >= 15", "both", "spots >= 5"));
        for (final Method method : List.of(Method.NO_FILTER, Method.ASTAR_DEFAULT, Method.ASTAR_WIDE,
            Method.REBUILT)) {
            final OrientationComparison c = comparison(method);
            final OrientationField field = c.results().field();
            final float[] index = c.results().index().values();
            final double least = indexLimit(c);
            grid.row(method.label(), List.of(orientations(field, p -> true),
                orientations(field, p -> index[p] >= least),
                orientations(field, p -> reliability(method, p) >= HIGH),
                orientations(field, p -> reliability(method, p) >= HIGH && index[p] >= least),
                orientations(field, this::inGrains)));
        }
        write("limits", grid.draw());
        final List<String> names = new ArrayList<>();
        final List<LimitCurve> curves = new ArrayList<>();
        for (final Method method : List.of(Method.NO_FILTER, Method.ASTAR_WIDE, Method.REBUILT)) {
            final OrientationComparison c = comparison(method);
            names.add(method.label() + ": R");
            curves.add(LimitCurve.of(c, c.results().reliability(), 100, LIMITS));
            names.add(method.label() + ": Q");
            curves.add(LimitCurve.of(c, c.results().index(), c.results().index().max(), LIMITS));
        }
        final OrientationComparison none = comparison(Method.NO_FILTER);
        final ScanMap spots = m_trial.spots();
        names.add("spot count");
        curves.add(LimitCurve.of(none, spots, Math.ceil(spots.max()), (int)Math.ceil(spots.max()) + 1));
        final RegionSummary whole = none.summary(ScanRegion.WHOLE_MAP);
        write("kept", ComparisonPictures.limits("Points kept above rising limits", names, curves, whole.crystal(),
            whole.amorphous()));
    }

    /** @return the index that takes most of the amorphous points away */
    private static double indexLimit(final OrientationComparison comparison) {
        final float[] index = comparison.results().index().values();
        final double[] amorphous = IntStream.range(0, comparison.points()).filter(comparison::isAmorphous)
            .mapToDouble(p -> index[p]).sorted().toArray();
        return amorphous.length == 0 ? 0
            : Math.nextUp(amorphous[Math.min(amorphous.length - 1, (int)(TAKEN_AWAY * amorphous.length))]);
    }

    /**
     * @return share of the crystal points (%) that are kept by limits of index, of reliability, and by spot count, each
     *         such that 95 % of the amorphous points are taken away; a row per way of preparing patterns, as Markdown
     */
    String kept() {
        final StringBuilder text = new StringBuilder();
        for (final Method method : SHOWN) {
            final OrientationComparison c = comparison(method);
            text.append(String.format(Locale.ROOT, "| %s, %s | %s | %.1f | %.1f | %.1f |%n", m_trial.sample().label(),
                SummaryTable.number(m_trial.dose()), method.label(), kept(c, c.results().index()),
                kept(c, c.results().reliability()), kept(c, m_trial.spots())));
        }
        return text.toString();
    }

    private static double kept(final OrientationComparison comparison, final ScanMap map) {
        final double[] amorphous = IntStream.range(0, comparison.points()).filter(comparison::isAmorphous)
            .mapToDouble(p -> map.values()[p]).sorted().toArray();
        final double limit = amorphous[(int)Math.min(amorphous.length - 1, TAKEN_AWAY * amorphous.length)];
        final int[] crystal = IntStream.range(0, comparison.points()).filter(comparison::isCrystal).toArray();
        return 100.0 * Arrays.stream(crystal).filter(p -> map.values()[p] > limit).count() / crystal.length;
    }

    /** Patterns of a thin, a middle and a thick crystal and of no crystal, prepared in each way: Figure 6g, h. */
    void patterns(final Preparation preparation) throws IOException {
        final List<Method> methods = SHOWN.stream().filter(m -> m != Method.REFLECTIONS).toList();
        final FigureGrid grid = new FigureGrid(methods.stream().map(Method::label).toList());
        final OrientationComparison c = comparison(Method.REBUILT);
        final int[] crystals = IntStream.range(0, c.points()).filter(c::isCrystal).boxed()
            .sorted((a, b) -> Double.compare(m_trial.scan().point(a).thickness(), m_trial.scan().point(b).thickness()))
            .mapToInt(Integer::intValue).toArray();
        final int amorphous = IntStream.range(0, c.points()).filter(c::isAmorphous).findFirst().orElseThrow();
        final int[] points = {crystals[crystals.length / 10], crystals[crystals.length / 2],
            crystals[crystals.length * 9 / 10], amorphous};
        try (PatternReader reader = m_trial.scan().openReader()) {
            final int size = m_trial.scan().geometry().patternWidth();
            final float[] pixels = new float[size * size];
            for (final int point : points) {
                reader.read(point, pixels);
                final List<BufferedImage> row = new ArrayList<>();
                for (final Method method : methods) {
                    row.add(PatternPicture.draw(preparation.image(method, pixels), size, size,
                        PictureSettings.DEFAULTS, List.of(), SIDE));
                }
                grid.row(c.isAmorphous(point) ? "amorphous"
                    : Math.round(m_trial.scan().point(point).thickness()) + " nm", row);
            }
        }
        write("patterns", grid.draw());
    }
}
