// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.epattern.crystal.NearestZoneAxis;
import org.epattern.crystal.TestCrystals;
import org.epattern.formats.OpenOptions;
import org.epattern.formats.ScanFormats;
import org.epattern.formats.SharedData;
import org.epattern.register.PatternRegistrar;
import org.epattern.register.RegisterSettings;
import org.epattern.register.RegisteredPattern;
import org.epattern.scan.PatternReader;
import org.epattern.scan.Progress;
import org.epattern.scan.Scan;
import org.junit.jupiter.api.Test;

/** A real nanobeam pattern without calibration: what can be said about it, and what cannot. */
class RealPatternTest {

    private static RegisteredPattern pattern() throws IOException {
        try (Scan scan = ScanFormats.open(SharedData.require("dm3/dd020.dm3"), OpenOptions.AUTO);
                PatternReader reader = scan.openReader()) {
            final float[] pixels = new float[256 * 256];
            reader.read(0, pixels);
            return new PatternRegistrar(256, 256, RegisterSettings.defaults()).register(pixels, Double.NaN);
        }
    }

    @Test
    void spotsAreThoseOfAFaceCentredMetalAlong112() throws IOException {
        final RegisteredPattern pattern = pattern();
        final MatchSettings settings = new MatchSettings(SpotProfile.CAP, 0.04, 0.5, 4, 0, false, 5, 1);
        final TemplateBank bank = TestBanks.bank(3, TestBanks.simulator(TestCrystals.aluminium(), 2, 0.03));
        final PixelSizeFit.Fitted fitted =
            new PixelSizeFit(bank, settings).fit(List.of(pattern.reflections()), 128, 128, Progress.NONE);
        // the nearest spots, 29.9 px away, are 111: 0.4277 1/Angstrom
        assertEquals(0.4277 / 29.9, fitted.pixelSize(), 0.02 * fitted.pixelSize());
        assertTrue(fitted.otherIndex() < 0.8 * fitted.index(), fitted.toString());
        final Solution solution = new ReflectionMatcher(bank, settings)
            .match(MeasuredSpot.of(pattern.reflections(), 128, 128, fitted.pixelSize())).get(0);
        final NearestZoneAxis axis = NearestZoneAxis.ofBeam(
            bank.phases().get(0).simulator().crystal().lattice(), solution.orientation());
        assertEquals(6, axis.u() * axis.u() + axis.v() * axis.v() + axis.w() * axis.w(), axis.toString());
        assertTrue(solution.matched().size() >= 28, solution.matched().size() + " of 48");
        // turned by 180 degrees about the beam the pattern is nearly the same
        assertTrue(solution.reliability() < 10, solution.reliability() + " %");
    }
}
