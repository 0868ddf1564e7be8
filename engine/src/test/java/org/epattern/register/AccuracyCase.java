// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.register;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.epattern.scan.PatternReader;
import org.epattern.scan.SampleType;
import org.epattern.simulate.Difficulties;
import org.epattern.simulate.NoiseLevel;
import org.epattern.simulate.SimulatedScan;
import org.epattern.simulate.SimulationSettings;
import org.epattern.simulate.SpotProfile;
import org.epattern.simulate.TrueSpot;

/**
 * A kind of patterns on which registration is measured, with the settings that the Adaptive Peak Register node uses for
 * them by default.
 *
 * @param name what is special about the patterns
 * @param simulation the patterns
 * @param register how they are registered
 */
record AccuracyCase(String name, SimulationSettings simulation, RegisterSettings register) {

    /** Largest distance of the direct beam from the centre (px at 512 px), so that no pattern is centred on a pixel. */
    private static final double WANDER = 3;
    private static final double BEAM = 230;
    private static final double BRIGHT_BEAM = 900;
    private static final int LARGE = 512;
    private static final int MIDDLE = 256;
    private static final int SMALL = 128;

    /**
     * @param scanSize scan positions in a line, and lines
     * @return all kinds
     */
    static List<AccuracyCase> all(final int scanSize) {
        final SimulationSettings mid = reference(LARGE, scanSize, NoiseLevel.MID);
        final List<AccuracyCase> cases = new ArrayList<>();
        cases.add(of("low noise", reference(LARGE, scanSize, NoiseLevel.LOW)));
        cases.add(of("mid noise", mid));
        cases.add(of("high noise", reference(LARGE, scanSize, NoiseLevel.HIGH)));
        cases.add(of("no noise", mid.withNoise(Double.POSITIVE_INFINITY, 0).withIntensity(1, SampleType.FLOAT32)));
        cases.add(of("Gaussian spots", mid.withProfile(SpotProfile.GAUSSIAN)));
        cases.add(of("256 px", reference(MIDDLE, scanSize, NoiseLevel.MID)));
        cases.add(of("128 px", reference(SMALL, scanSize, NoiseLevel.MID)));
        cases.add(of("128 px, low noise", reference(SMALL, scanSize, NoiseLevel.LOW)));
        cases.add(of("counting, 10 e/px", mid.withCounting(10)));
        cases.add(of("counting, 3 e/px", mid.withCounting(3)));
        cases.add(of("counting, 1 e/px", mid.withCounting(1)));
        cases.add(of("counting, 3 e/px, 256 px", reference(MIDDLE, scanSize, NoiseLevel.MID).withCounting(3)));
        cases.add(of("pairs", mid.with(Difficulties.NONE.withPairs(0.5, 0.8, 3))));
        cases.add(of("at the edge", mid.with(Difficulties.NONE.withEdgeSpots(8))));
        cases.add(of("saturated beam", mid.withBeam(WANDER, BRIGHT_BEAM, false)));
        cases.add(of("detector ends at 60", mid.with(Difficulties.NONE.withCeiling(60))));
        final AccuracyCase stop = of("beam stop", mid.withBeam(WANDER, BEAM, true));
        cases.add(stop);
        cases.add(new AccuracyCase("beam stop, place known", stop.simulation,
            stop.register.withBeamAt(0.5 * LARGE, 0.5 * LARGE)));
        cases.add(of("hot pixels", mid.with(Difficulties.NONE.withHotPixels(50))));
        cases.add(of("strong halo and rings", mid.withBackground(3, 0)));
        cases.add(empty(MIDDLE, 2 * scanSize, NoiseLevel.LOW));
        cases.add(empty(MIDDLE, 2 * scanSize, NoiseLevel.MID));
        cases.add(empty(MIDDLE, 2 * scanSize, NoiseLevel.HIGH));
        cases.add(empty(LARGE, scanSize, NoiseLevel.LOW));
        cases.add(empty(LARGE, scanSize, NoiseLevel.MID));
        cases.add(of("no crystals, counting, 3 e/px", empty(MIDDLE, scanSize, NoiseLevel.MID).simulation
            .withCounting(3)));
        return cases;
    }

    /** @return patterns like those on which the released macros and other programs were measured */
    static SimulationSettings reference(final int patternSize, final int scanSize, final NoiseLevel noise) {
        return SimulationSettings.defaults().withSize(scanSize, scanSize, patternSize).withNoise(noise)
            .withBeam(WANDER, BEAM, false);
    }

    /** @return amorphous film and holes only */
    static AccuracyCase empty(final int patternSize, final int scanSize, final NoiseLevel noise) {
        return of("no crystals, " + noise.name().toLowerCase(java.util.Locale.ROOT) + " noise, " + patternSize + " px",
            reference(patternSize, scanSize, noise).withGrains(0));
    }

    /** @return patterns with default settings */
    static AccuracyCase of(final String name, final SimulationSettings simulation) {
        final double largest = simulation.sampleType().isInteger() ? simulation.sampleType().max()
            : Double.POSITIVE_INFINITY;
        return new AccuracyCase(name, simulation, RegisterSettings.defaults()
            .withSaturation(Math.min(largest, simulation.difficulties().ceiling())));
    }

    /**
     * Registers all patterns.
     *
     * @param score receives what is found
     * @param ideal receives what could be found; null if nobody asks
     */
    void run(final Score score, final IdealScore ideal) throws IOException {
        final int size = simulation.patternSize();
        final PatternRegistrar registrar = new PatternRegistrar(size, size, register);
        final float[] pixels = new float[size * size];
        try (SimulatedScan scan = new SimulatedScan(simulation); PatternReader reader = scan.openReader()) {
            for (long i = 0; i < scan.geometry().patternCount(); i++) {
                reader.read(i, pixels);
                final List<TrueSpot> truth = scan.truth(i);
                score.add(truth, registrar.register(pixels, Double.NaN));
                if (ideal != null) {
                    ideal.add(i, truth, pixels);
                }
            }
        }
    }
}
