// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.epattern.crystal.Crystal;
import org.epattern.crystal.KnownCrystal;
import org.epattern.crystal.ScatteringFactors;
import org.epattern.crystal.StructureFactors;
import org.epattern.orient.Rotation;
import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CrystalScanTest {

    private static final ScatteringFactors FACTORS = new ScatteringFactors();
    private static final Crystal NASICON = KnownCrystal.NMVP_LIKE.read(FACTORS);
    private static final Crystal IODIDE = KnownCrystal.LEAD_IODIDE.read(FACTORS);
    private static final int SIZE = 256;
    private static final CrystalScanSettings FILM = CrystalScanSettings.carbonFilm(SIZE).withSize(24, 24);
    private static final CrystalScanSettings WATER = CrystalScanSettings.inWater(SIZE).withSize(24, 24);

    private static CrystalScan scan(final CrystalScanSettings settings, final Crystal... phases) {
        return new CrystalScan(settings, List.of(phases), FACTORS);
    }

    private static CrystalScanSettings camera(final CrystalScanSettings settings, final double gain,
        final double readout, final boolean shot, final SampleType type) {
        return settings.with(new CameraSettings(settings.camera().patternSize(), settings.camera().pixelSize(), gain,
            readout, 3, shot, type));
    }

    private static float[] pattern(final CrystalScan scan, final long index) throws IOException {
        final float[] pixels = new float[scan.geometry().pixelCount()];
        try (PatternReader reader = scan.openReader()) {
            reader.read(index, pixels);
        }
        return pixels;
    }

    private static float[] noiseFree(final CrystalScan scan, final long index) {
        final float[] pixels = new float[scan.geometry().pixelCount()];
        scan.noiseFree(index, pixels);
        return pixels;
    }

    private static double sum(final float[] pixels) {
        return IntStream.range(0, pixels.length).mapToDouble(i -> pixels[i]).sum();
    }

    private static long first(final CrystalScan scan, final Predicate<CrystalPoint> wanted) {
        long index = 0;
        while (!wanted.test(scan.point(index))) {
            index++;
        }
        return index;
    }

    @Test
    void theSameSeedGivesTheSamePatternInAnyOrderAndWithAnyReader() throws IOException {
        final CrystalScan first = scan(FILM, NASICON);
        final CrystalScan second = scan(FILM, NASICON);
        final float[] pixels = new float[SIZE * SIZE];
        try (PatternReader reader = first.openReader()) {
            reader.read(500, pixels);
            reader.read(33, pixels);
        }
        assertArrayEquals(pixels, pattern(second, 33));
        assertEquals(first.truth(33), second.truth(33));
        assertEquals(first.point(33), second.point(33));
        assertFalse(Arrays.equals(pixels, pattern(scan(FILM.withSeed(2), NASICON), 33)));
    }

    @Test
    void readersOfSeveralThreadsGiveWhatOneGives() {
        final CrystalScan scan = scan(FILM, NASICON);
        final List<float[]> together = IntStream.range(0, 16).parallel().mapToObj(i -> read(scan, i)).toList();
        for (int i = 0; i < 16; i++) {
            assertArrayEquals(read(scan, i), together.get(i));
        }
    }

    private static float[] read(final CrystalScan scan, final long index) {
        try {
            return pattern(scan, index);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void spotsLieWhereTheIndicesPutThem() {
        final CrystalScan scan = scan(FILM, NASICON);
        final double perPixel = scan.settings().camera().pixelSize();
        final double k = 1 / scan.settings().beam().wavelength();
        int checked = 0;
        for (long i = 0; i < 576; i += 7) {
            final CrystalPoint point = scan.point(i);
            for (final CrystalSpot spot : scan.truth(i)) {
                if (spot.grain() >= 0 && spot.grain() == point.grain()) {
                    final double q = perPixel * Math.hypot(spot.x() - SIZE / 2.0, spot.y() - SIZE / 2.0);
                    // the lattice vector minus its part along the beam, which Ewald's sphere leaves: |s| + q^2 / 2K
                    final double g = 1 / NASICON.lattice().spacing(spot.h(), spot.k(), spot.l());
                    final double along = 0.005 + Math.tan(Math.toRadians(1.4)) * g + q * q / (2 * k) + 1e-3;
                    assertTrue(q <= g + 1e-9 && q >= Math.sqrt(Math.max(0, g * g - along * along)) - 1e-9,
                        spot.toString());
                    checked++;
                }
            }
        }
        assertTrue(checked > 500, "spots: " + checked);
    }

    @Test
    void spotsTurnWithTheOrientationOfThePoint() {
        final CrystalScan scan = scan(FILM, NASICON);
        final long index = first(scan, p -> p.isCrystal() && p.neighbour() < 0);
        final Rotation orientation = scan.point(index).orientation();
        final double[] reciprocal = NASICON.lattice().reciprocal();
        int checked = 0;
        for (final CrystalSpot spot : scan.truth(index).subList(1, scan.truth(index).size())) {
            final double[] g = orientation.apply(
                reciprocal[0] * spot.h() + reciprocal[1] * spot.k() + reciprocal[2] * spot.l(),
                reciprocal[3] * spot.h() + reciprocal[4] * spot.k() + reciprocal[5] * spot.l(),
                reciprocal[6] * spot.h() + reciprocal[7] * spot.k() + reciprocal[8] * spot.l());
            assertEquals(SIZE / 2.0 + g[0] / scan.settings().camera().pixelSize(), spot.x(), 1e-9);
            assertEquals(SIZE / 2.0 + g[1] / scan.settings().camera().pixelSize(), spot.y(), 1e-9);
            checked++;
        }
        assertTrue(checked > 20, "spots: " + checked);
    }

    @Test
    void trueCentreIsTheCentreOfTheDrawnDisc() {
        final CrystalScan scan =
            scan(camera(FILM.with(AmorphousLayer.NONE), 1, 0, false, SampleType.FLOAT32), IODIDE);
        int checked = 0;
        for (long i = 0; i < 576; i += 5) {
            final List<CrystalSpot> truth = scan.truth(i);
            final float[] pixels = checked < 40 && scan.point(i).isCrystal() ? noiseFree(scan, i) : new float[0];
            for (final CrystalSpot spot : truth) {
                final boolean alone = truth.stream()
                    .allMatch(o -> o == spot || Math.hypot(o.x() - spot.x(), o.y() - spot.y()) > 24);
                final double r = 6;
                if (pixels.length > 0 && alone && !spot.isDirectBeam() && spot.electrons() > 1000
                    && Math.min(spot.x(), spot.y()) > 9 && Math.max(spot.x(), spot.y()) < SIZE - 9) {
                    assertCentre(pixels, spot, r);
                    checked++;
                }
            }
        }
        assertTrue(checked > 20, "spots: " + checked);
    }

    /** Centre of mass after the diffuse scattering, a plane at this scale, is taken off. */
    private static void assertCentre(final float[] pixels, final CrystalSpot spot, final double reach) {
        final int left = (int)Math.floor(spot.x() - reach);
        final int top = (int)Math.floor(spot.y() - reach);
        final int n = (int)(2 * reach) + 1;
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int y = top; y <= top + n; y++) {
            for (int x = left; x <= left + n; x++) {
                final double fx = (x - left) / (double)n;
                final double fy = (y - top) / (double)n;
                final double plane = (1 - fx) * (1 - fy) * pixels[top * SIZE + left]
                    + fx * (1 - fy) * pixels[top * SIZE + left + n] + (1 - fx) * fy * pixels[(top + n) * SIZE + left]
                    + fx * fy * pixels[(top + n) * SIZE + left + n];
                final double value = pixels[y * SIZE + x] - plane;
                sum += value;
                sumX += value * (x + 0.5);
                sumY += value * (y + 0.5);
            }
        }
        assertEquals(spot.x(), sumX / sum, 0.02);
        assertEquals(spot.y(), sumY / sum, 0.02);
        assertEquals(spot.electrons(), sum, 0.02 * spot.electrons());
    }

    @Test
    void noElectronIsLostButBeyondTheEdges() {
        final CrystalScan scan =
            scan(camera(FILM, 1, 0, false, SampleType.FLOAT32).with(AmorphousLayer.NONE), NASICON);
        final long crystal = first(scan, p -> p.isCrystal() && p.thickness() > 100);
        final long vacuum = first(scan, p -> !p.isCrystal());
        final double electrons = scan.settings().beam().electrons();
        assertEquals(520_000, electrons, 1e-6);
        assertEquals(electrons, sum(noiseFree(scan, vacuum)), 0.001 * electrons);
        final double shown = sum(noiseFree(scan, crystal));
        assertTrue(shown < electrons && shown > 0.85 * electrons, "shown: " + shown);
    }

    @Test
    void countsFollowTheDose() throws IOException {
        for (final double dose : new double[] {52, 5.2, 0.52}) {
            final CrystalScan scan = scan(camera(FILM, 1, 0, true, SampleType.UINT16).withDose(dose), NASICON);
            final long index = first(scan, CrystalPoint::isCrystal);
            final float[] expected = noiseFree(scan, index);
            final float[] counted = pattern(scan, index);
            final double electrons = sum(expected);
            assertEquals(electrons, sum(counted), 5 * Math.sqrt(electrons));
            assertTrue(electrons > 0.7 * dose * 10_000 && electrons <= dose * 10_000, "electrons: " + electrons);
            double chi = 0;
            int pixels = 0;
            for (int i = 0; i < expected.length; i++) {
                if (expected[i] > 0.05) {
                    chi += (counted[i] - expected[i]) * (counted[i] - expected[i]) / expected[i];
                    pixels++;
                }
            }
            // Poisson: mean 1, variance of a term 2 + 1 / expected
            assertEquals(1, chi / pixels, 6 * Math.sqrt(22.0 / pixels));
        }
    }

    @Test
    void readoutNoiseHasTheStatedSize() throws IOException {
        final CrystalScan scan = scan(camera(FILM, 2, 3, true, SampleType.UINT16).with(AmorphousLayer.NONE), NASICON);
        final float[] pixels = pattern(scan, first(scan, p -> !p.isCrystal()));
        double sum = 0;
        double squares = 0;
        final int n = SIZE * 64;
        for (int i = 0; i < n; i++) {
            sum += pixels[i];
            squares += pixels[i] * pixels[i];
        }
        // offset of three standard deviations; what is below 0 is cut
        assertEquals(18, scan.offset(), 1e-9);
        assertEquals(18, sum / n, 0.3);
        assertEquals(Math.sqrt(36 + 1.0 / 12), Math.sqrt(squares / n - sum / n * sum / n), 0.15);
    }

    @Test
    void withoutOffsetHalfOfTheNoiseIsCut() throws IOException {
        final CrystalScanSettings settings =
            camera(FILM, 2, 3, true, SampleType.UINT16).with(AmorphousLayer.NONE);
        final CrystalScan scan = scan(settings.with(settings.camera().withOffset(0)), NASICON);
        final float[] pixels = pattern(scan, first(scan, p -> !p.isCrystal()));
        int zero = 0;
        for (int i = 0; i < SIZE * 64; i++) {
            zero += pixels[i] == 0 ? 1 : 0;
        }
        // all below half a grey level, 1/12 of a standard deviation of 6
        assertEquals(0.533, zero / (SIZE * 64.0), 0.02);
    }

    @Test
    void diffuseScatteringGrowsWithThicknessAndWeakensTheDirectBeam() {
        final GrainSettings plates = new GrainSettings(1, 1, GrainShape.PLATE, 20, 20, 0);
        double lastHalo = 0;
        double lastBeam = Double.POSITIVE_INFINITY;
        for (final double thickness : new double[] {20, 60, 180}) {
            final CrystalScan scan = scan(camera(FILM, 1, 0, false, SampleType.FLOAT32).with(AmorphousLayer.NONE)
                .with(new GrainSettings(1, 1, plates.shape(), thickness, thickness, 0)), NASICON);
            final CrystalPoint point = scan.point(0);
            assertEquals(thickness, point.thickness(), 1e-9);
            final List<CrystalSpot> truth = scan.truth(0);
            final double spots = truth.stream().mapToDouble(CrystalSpot::electrons).sum();
            // of the coherent share exp(-t / path), only what leaves the pattern is missing
            assertEquals(520_000 * Math.exp(-thickness / 150), spots, 0.05 * spots);
            final double halo = noiseFree(scan, 0)[SIZE / 2 * SIZE + SIZE / 2 + 12];
            assertTrue(halo > lastHalo, "halo: " + halo);
            assertTrue(truth.get(0).electrons() < lastBeam);
            lastHalo = halo;
            lastBeam = truth.get(0).electrons();
        }
    }

    @Test
    void thinGrainsScatterAsKinematicTheorySays() {
        // mean over all orientations of the sum of all intensities: t (gamma lambda / V)^2 sum of |F|^2 / 2 g
        final double thickness = 0.5;
        final double gamma = 1 + 200 / 510.99895;
        final double lambda = FILM.beam().wavelength();
        final double perAmplitude = gamma * lambda / IODIDE.lattice().volume();
        final double expected = 10 * thickness * perAmplitude * perAmplitude * StructureFactors
            .reflections(IODIDE, FACTORS, 0.9).stream().mapToDouble(r -> r.intensity() / (2 * r.length())).sum();
        final CrystalScan scan = scan(camera(FILM, 1, 0, false, SampleType.FLOAT32).withSize(120, 120)
            .with(AmorphousLayer.NONE).with(new GrainSettings(1500, 1, GrainShape.PLATE, thickness, thickness, 0)),
            IODIDE);
        final double[] share = new double[1500];
        for (long i = 0; i < scan.geometry().patternCount(); i++) {
            final int grain = scan.point(i).grain();
            if (share[grain] == 0) {
                share[grain] = scan.truth(i).stream().filter(s -> !s.isDirectBeam()
                    && 1 / IODIDE.lattice().spacing(s.h(), s.k(), s.l()) <= 0.9)
                    .mapToDouble(CrystalSpot::electrons).sum() / 520_000;
            }
        }
        assertEquals(expected, Arrays.stream(share).filter(s -> s > 0).average().orElse(0), 0.06 * expected);
    }

    @Test
    void ringsOfCarbonAndWaterLieWhereTheyAreKnown() {
        assertRing(FILM.with(new AmorphousLayer(AmorphousMaterial.CARBON, 40, 0, 0)), 1 / 2.1);
        assertRing(FILM.with(new AmorphousLayer(AmorphousMaterial.WATER, 100, 0, 0)), 0.318);
        assertEquals(235, AmorphousMaterial.CARBON.meanFreePath(200), 10);
    }

    private static void assertRing(final CrystalScanSettings settings, final double radius) {
        final CrystalScan scan = scan(camera(settings, 1, 0, false, SampleType.FLOAT32), NASICON);
        final float[] pixels = noiseFree(scan, first(scan, CrystalPoint::isAmorphous));
        final int at = (int)Math.rint(radius / settings.camera().pixelSize());
        int highest = at - 12;
        for (int r = at - 12; r <= at + 12; r++) {
            final int row = SIZE / 2 * SIZE + SIZE / 2;
            highest = pixels[row + r] > pixels[row + highest] ? r : highest;
        }
        assertEquals(at, highest, 4);
    }

    @Test
    void orientationsAreEvenlyDistributed() {
        final CrystalScan scan =
            scan(FILM.withSize(100, 100).with(new GrainSettings(1000, 1, GrainShape.PLATE, 10, 10, 0)), IODIDE);
        final double[] sum = new double[9];
        final double[] squares = new double[9];
        final boolean[] seen = new boolean[1000];
        int n = 0;
        for (long i = 0; i < 10_000; i++) {
            final CrystalPoint point = scan.point(i);
            if (!seen[point.grain()]) {
                seen[point.grain()] = true;
                n++;
                final double[] m = point.orientation().matrix();
                for (int j = 0; j < 9; j++) {
                    sum[j] += m[j];
                    squares[j] += m[j] * m[j];
                }
            }
        }
        assertTrue(n > 950, "grains: " + n);
        for (int j = 0; j < 9; j++) {
            assertEquals(0, sum[j] / n, 4 * Math.sqrt(1.0 / 3 / n));
            assertEquals(1.0 / 3, squares[j] / n, 4 * Math.sqrt(4.0 / 45 / n));
        }
    }

    @Test
    void grainsCoverTheirShareInAllPhases() {
        final CrystalScan scan = scan(FILM.withSize(60, 60), NASICON, IODIDE);
        final int[] points = new int[3];
        int amorphous = 0;
        for (long i = 0; i < 3600; i++) {
            final CrystalPoint point = scan.point(i);
            points[point.phase()]++;
            amorphous += point.isAmorphous() ? 1 : 0;
            assertEquals(point.phase() > 0, point.isCrystal());
            assertTrue(!point.isCrystal() || point.thickness() > 0);
            assertTrue(!point.isCrystal() || scan.phaseOfGrain(point.grain()) == point.phase());
        }
        assertEquals(0.5, points[0] / 3600.0, 0.15);
        assertTrue(points[1] > 400 && points[2] > 400, Arrays.toString(points));
        assertTrue(amorphous > 0.6 * points[0] && amorphous < points[0], "amorphous: " + amorphous);
    }

    @Test
    void borderOfTwoGrainsShowsBoth() {
        final CrystalScan scan = scan(FILM.with(new GrainSettings(20, 1, GrainShape.PLATE, 50, 50, 40)), NASICON);
        final long index = first(scan, p -> p.neighbour() >= 0);
        final CrystalPoint point = scan.point(index);
        assertEquals(50, point.thickness() + point.neighbourThickness(), 1e-9);
        assertTrue(point.thickness() >= point.neighbourThickness());
        final List<CrystalSpot> truth = scan.truth(index);
        assertTrue(truth.stream().anyMatch(s -> s.grain() == point.grain()));
        assertTrue(truth.stream().anyMatch(s -> s.grain() == point.neighbour()));
    }

    @Test
    void automaticGainFillsEightBitsAtAnyUsualDose() throws IOException {
        for (final CrystalScanSettings settings : List.of(FILM, FILM.withDose(5.2), WATER)) {
            final CrystalScan scan = scan(settings, settings == WATER ? IODIDE : NASICON);
            int saturated = 0;
            int bright = 0;
            int crystals = 0;
            for (long i = 0; i < 576; i++) {
                final double brightest = scan.truth(i).stream().filter(s -> !s.isDirectBeam())
                    .mapToDouble(CrystalSpot::amplitude).max().orElse(0);
                crystals += scan.point(i).isCrystal() ? 1 : 0;
                saturated += brightest > 255 ? 1 : 0;
                bright += brightest > 15 ? 1 : 0;
            }
            assertTrue(saturated <= 0.1 * crystals, "saturated: " + saturated);
            assertTrue(bright > 0.5 * crystals, "bright: " + bright + " of " + crystals);
        }
    }

    @Test
    void visibleSpotsGetFewerWithTheDose() {
        long last = Long.MAX_VALUE;
        for (final double dose : new double[] {52, 5.2, 0.52}) {
            final CrystalScan scan = scan(FILM.withDose(dose), NASICON);
            long visible = 0;
            for (long i = 0; i < 576; i += 5) {
                visible += scan.truth(i).stream().filter(CrystalSpot::isVisible).count();
            }
            assertTrue(visible < 0.7 * last, dose + ": " + visible);
            last = visible;
        }
    }

    @Test
    void refusesWhatCannotBeInASentence() {
        assertSentence("Phases", () -> scan(FILM));
        assertSentence("Radius of the discs", () -> FILM.with(new CameraSettings(256, 0.08, 0, 0, 3, true,
            SampleType.UINT8)));
        assertSentence("Electrons per pattern", () -> FILM.withDose(0));
        assertSentence("Thickness of the grains", () -> new GrainSettings(5, 1, GrainShape.PLATE, 30, 20, 0));
        assertSentence("Share of the grains", () -> new GrainSettings(5, 0, GrainShape.PLATE, 20, 30, 0));
        assertSentence("Sample type", () -> new CameraSettings(256, 0.01, 0, 0, 3, true, SampleType.INT32));
        assertSentence("Offset", () -> FILM.camera().withOffset(-1));
        assertSentence("Holes of the layer", () -> new AmorphousLayer(AmorphousMaterial.CARBON, 10, 0, 1));
        assertSentence("Precession angle", () -> new BeamSettings(200, 1, 0, 9, 1000));
        assertSentence("Step", () -> new CrystalScanSettings(4, 4, 0, 1, FILM.grains(), FILM.layer(), 0.01, 100,
            FILM.beam(), FILM.camera()));
    }

    private static void assertSentence(final String setting, final Executable maker) {
        final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, maker);
        assertTrue(e.getMessage().startsWith(setting), e.getMessage());
        assertTrue(e.getMessage().contains("expected"), e.getMessage());
    }
}
