// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.simulate;

import java.util.Locale;

import org.epattern.scan.SampleType;

/**
 * What a simulated scan of a polycrystal looks like, but for its phases.
 *
 * @param scanWidth scan points in a line, at least 1
 * @param scanHeight lines, at least 1
 * @param stepNm distance of two scan points (nm)
 * @param seed everything random follows from it
 * @param grains the grains
 * @param layer the amorphous layer
 * @param relrod excitation error (1/Angstrom) at which a reflection has vanished; see {@link org.epattern.match.Relrod}
 * @param diffusePath thickness of crystal (nm) over which a share of 1 - 1/e of the electrons is scattered diffusely
 * @param beam the beam
 * @param camera the camera
 */
public record CrystalScanSettings(int scanWidth, int scanHeight, double stepNm, long seed, GrainSettings grains,
    AmorphousLayer layer, double relrod, double diffusePath, BeamSettings beam, CameraSettings camera) {

    private static final double PAPER_DOSE = 52;
    private static final double PAPER_STEP = 10;

    /** Refuses what is out of range. */
    public CrystalScanSettings {
        Limits.check(scanWidth >= 1 && scanHeight >= 1, "Scan size", scanWidth + " x " + scanHeight, "at least 1 x 1");
        Limits.within("Step", stepNm, 0.01, 10_000, " nm");
        Limits.within("Relrod length", relrod, 0.001, 0.2, " 1/Angstrom");
        Limits.within("Mean free path of diffuse scattering", diffusePath, 1, 1e6, " nm");
        final double radius = beam.convergence() * 1e-3 / beam.wavelength() / camera.pixelSize();
        Limits.check(radius >= 0.5 && radius <= camera.patternSize() / 4.0, "Radius of the discs",
            String.format(Locale.ROOT, "%.2f px", radius), "0.5 px to a quarter of the pattern, from "
                + "convergence / (wavelength * pixel size)");
        Limits.check(camera.largestRadius() <= 5, "Largest reciprocal radius of the pattern", camera.largestRadius(),
            "at most 5 1/Angstrom, from the pixel size and the pattern size");
    }

    /**
     * The scan of Folastre et al. 2024, Fig. 2 and 5: Na4MnV(PO4)3 on amorphous carbon, 200 keV, 0.4 mrad, precession
     * 1.4 degrees, steps of 10 nm, 52 electrons per square Angstrom. Thicknesses are estimates.
     *
     * @param patternSize width and height of a pattern (px); 512 in the paper
     * @return 40 x 40 points
     */
    public static CrystalScanSettings carbonFilm(final int patternSize) {
        return new CrystalScanSettings(40, 40, PAPER_STEP, 1,
            new GrainSettings(14, 0.5, GrainShape.ROUNDED, 60, 220, 20),
            new AmorphousLayer(AmorphousMaterial.CARBON, 80, 0.6, 0.15), 0.005, 150, paperBeam(),
            paperCamera(patternSize));
    }

    /**
     * The scan of Folastre et al. 2024, Fig. 6: PbI2 in liquid water, the rest as in {@link #carbonFilm}.
     *
     * @param patternSize width and height of a pattern (px); 512 in the paper
     * @return 40 x 40 points
     */
    public static CrystalScanSettings inWater(final int patternSize) {
        return new CrystalScanSettings(40, 40, PAPER_STEP, 1,
            new GrainSettings(14, 0.6, GrainShape.ROUNDED, 20, 90, 20),
            new AmorphousLayer(AmorphousMaterial.WATER, 700, 0.6, 0), 0.005, 80, paperBeam(), paperCamera(patternSize));
    }

    private static BeamSettings paperBeam() {
        return new BeamSettings(200, 0.4, 0.15, 1.4, BeamSettings.electrons(PAPER_DOSE, PAPER_STEP));
    }

    private static CameraSettings paperCamera(final int patternSize) {
        // 512 px reach 1 1/Angstrom to each side
        return new CameraSettings(patternSize, 2.048 / patternSize, 0, 2, 3, true, SampleType.UINT8);
    }

    /**
     * @param width scan points in a line
     * @param height lines
     * @return the same settings with a scan of this size
     */
    public CrystalScanSettings withSize(final int width, final int height) {
        return new CrystalScanSettings(width, height, stepNm, seed, grains, layer, relrod, diffusePath, beam, camera);
    }

    /**
     * @param newSeed seed
     * @return the same settings with this seed
     */
    public CrystalScanSettings withSeed(final long newSeed) {
        return new CrystalScanSettings(scanWidth, scanHeight, stepNm, newSeed, grains, layer, relrod, diffusePath, beam,
            camera);
    }

    /**
     * @param newGrains the grains
     * @return the same settings with these grains
     */
    public CrystalScanSettings with(final GrainSettings newGrains) {
        return new CrystalScanSettings(scanWidth, scanHeight, stepNm, seed, newGrains, layer, relrod, diffusePath, beam,
            camera);
    }

    /**
     * @param newLayer the amorphous layer
     * @return the same settings with this layer
     */
    public CrystalScanSettings with(final AmorphousLayer newLayer) {
        return new CrystalScanSettings(scanWidth, scanHeight, stepNm, seed, grains, newLayer, relrod, diffusePath, beam,
            camera);
    }

    /**
     * @param newCamera the camera
     * @return the same settings with this camera
     */
    public CrystalScanSettings with(final CameraSettings newCamera) {
        return new CrystalScanSettings(scanWidth, scanHeight, stepNm, seed, grains, layer, relrod, diffusePath, beam,
            newCamera);
    }

    /**
     * @param newBeam the beam
     * @return the same settings with this beam
     */
    public CrystalScanSettings with(final BeamSettings newBeam) {
        return new CrystalScanSettings(scanWidth, scanHeight, stepNm, seed, grains, layer, relrod, diffusePath, newBeam,
            camera);
    }

    /**
     * @param dose electrons per square Angstrom, with a beam that covers the square of a step
     * @return the same settings with this dose
     */
    public CrystalScanSettings withDose(final double dose) {
        return with(new BeamSettings(beam.energyKeV(), beam.convergence(), beam.blur(), beam.precession(),
            BeamSettings.electrons(dose, stepNm)));
    }
}
