// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.crystalscan;

import org.epattern.crystal.KnownCrystal;
import org.epattern.knime.nodes.Dialogs;
import org.epattern.knime.nodes.Limits;
import org.epattern.scan.SampleType;
import org.epattern.simulate.AmorphousLayer;
import org.epattern.simulate.AmorphousMaterial;
import org.epattern.simulate.BeamSettings;
import org.epattern.simulate.CameraSettings;
import org.epattern.simulate.CrystalScanSettings;
import org.epattern.simulate.GrainSettings;
import org.epattern.simulate.GrainShape;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextAreaWidget;

/** Settings of "Simulate Crystal Scan". */
@LoadDefaultsForAbsentFields
final class SimulateCrystalScanParameters implements NodeParameters {

    private static final double PER_NM = 10;
    private static final double PERCENT = 100;

    @Section(title = "Specimen")
    interface SpecimenSection {
    }

    @Section(title = "Scan")
    @After(SpecimenSection.class)
    interface ScanSection {
    }

    @Section(title = "Beam")
    @After(ScanSection.class)
    interface BeamSection {
    }

    @Section(title = "Camera")
    @After(BeamSection.class)
    interface CameraSection {
    }

    /** What is scanned. */
    enum Specimen {
        @Label(value = "NMVP-like on carbon", description = "Rounded grains of a NASICON like Na4MnV(PO4)3, 60 to 220 "
            + "nm thick, on a holey film of amorphous carbon of about 80 nm (Folastre et al. 2024, Fig. 5).")
        NMVP_ON_CARBON,
        @Label(value = "PbI2 in water", description = "Rounded grains of PbI2, 20 to 90 nm thick, in liquid water of "
            + "280 to 1120 nm (Folastre et al. 2024, Fig. 6).")
        PBI2_IN_WATER,
        @Label(value = "Own", description = "Crystals from CIF files; grains and layer are stated here.")
        GIVEN
    }

    /** Course of the thickness over a grain. */
    enum Shape {
        @Label(value = "Rounded", description = "Thin at the border, thickest in the middle.")
        ROUNDED(GrainShape.ROUNDED),
        @Label(value = "Wedge", description = "Rises evenly from one side to the other.")
        WEDGE(GrainShape.WEDGE),
        @Label(value = "Plate", description = "The same everywhere.")
        PLATE(GrainShape.PLATE);

        private final GrainShape m_shape;

        Shape(final GrainShape shape) {
            m_shape = shape;
        }
    }

    /** Material of the layer. */
    enum Layer {
        @Label(value = "None", description = "Grains in vacuum.")
        NONE(AmorphousMaterial.CARBON),
        @Label(value = "Carbon", description = "A film of amorphous carbon: rings at 4.8 and 8.3 1/nm.")
        CARBON(AmorphousMaterial.CARBON),
        @Label(value = "Water", description = "Liquid water: rings at 3.2 and 4.7 1/nm, and much diffuse scattering.")
        WATER(AmorphousMaterial.WATER);

        private final AmorphousMaterial m_material;

        Layer(final AmorphousMaterial material) {
            m_material = material;
        }
    }

    /** How the dose is stated. */
    enum Dose {
        @Label(value = "Per area", description = "Electrons per square Angstrom; the beam covers the square of a step.")
        PER_AREA,
        @Label(value = "Per pattern", description = "Electrons that make up a pattern.")
        PER_PATTERN
    }

    /** Number type of the simulated pixels. */
    enum Detector {
        @Label(value = "8 bit", description = "Whole numbers from 0 to 255.")
        UINT8(SampleType.UINT8),
        @Label(value = "16 bit", description = "Whole numbers from 0 to 65535.")
        UINT16(SampleType.UINT16),
        @Label(value = "32 bit float", description = "Floating point, not rounded.")
        FLOAT32(SampleType.FLOAT32);

        private final SampleType m_type;

        Detector(final SampleType type) {
            m_type = type;
        }
    }

    interface SpecimenReference extends ParameterReference<Specimen> {
    }

    interface LayerReference extends ParameterReference<Layer> {
    }

    interface DoseReference extends ParameterReference<Dose> {
    }

    static final class IsGiven implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SpecimenReference.class).isOneOf(Specimen.GIVEN);
        }
    }

    static final class HasLayer implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SpecimenReference.class).isOneOf(Specimen.GIVEN)
                .and(i.getEnum(LayerReference.class).isOneOf(Layer.CARBON, Layer.WATER));
        }
    }

    static final class IsPerArea implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(DoseReference.class).isOneOf(Dose.PER_AREA);
        }
    }

    static final class IsPerPattern implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(DoseReference.class).isOneOf(Dose.PER_PATTERN);
        }
    }

    @Widget(title = "Specimen", description = "What is scanned: one of the specimens of the paper, or an own one "
        + "(default NMVP-like on carbon).")
    @ValueReference(SpecimenReference.class)
    @Layout(SpecimenSection.class)
    Specimen m_specimen = Specimen.NMVP_ON_CARBON;

    @Widget(title = "CIF files", description = "One or more CIF files, one per line: a path on this computer, a "
        + "<tt>file:</tt> address, or a <tt>knime://</tt> address. A folder stands for all CIF files in it. The name "
        + "of the file without its ending names the phase; all phases have as many grains. A workflow variable can "
        + "set it.")
    @TextAreaWidget
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @Layout(SpecimenSection.class)
    String m_files = "";

    @Widget(title = "Grains", description = "Number of crystals in the scan, 0 to 2000 (default 14). Higher: smaller "
        + "grains with more borders.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(SpecimenSection.class)
    int m_grains = 14;

    @Widget(title = "Share of the grains (%)", description = "Share of the scan that grains cover, above 0 to "
        + "100 % (default 50). Lower: more amorphous or empty points, in which no orientation should be found.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Dialogs.AtMostHundred.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @Layout(SpecimenSection.class)
    double m_share = 50;

    @Widget(title = "Shape of the grains", description = "How the thickness varies over a grain (default rounded).")
    @ValueSwitchWidget
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @Layout(SpecimenSection.class)
    Shape m_shape = Shape.ROUNDED;

    @Widget(title = "Thinnest grain (nm)", description = "Thickness of the thinnest grain where it is thickest, in nm, "
        + "0.1 or more (default 30). Lower: fainter reflections.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Limits.AtMostTenThousand.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @Layout(SpecimenSection.class)
    double m_thinnest = 30;

    @Widget(title = "Thickest grain (nm)", description = "Thickness of the thickest grain where it is thickest, in nm, "
        + "not below the thinnest one (default 150). Higher: more diffuse scattering.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Limits.AtMostTenThousand.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @Layout(SpecimenSection.class)
    double m_thickest = 150;

    @Widget(title = "Overlap of grains (nm)", description = "Width of the zone at the border of two grains in which "
        + "both are hit, in nm, 0 or more (default 20). Larger: more patterns of two grains.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @Layout(SpecimenSection.class)
    double m_overlap = 20;

    @Widget(title = "Mean free path (nm)", description = "Thickness of crystal over which 63 % of the electrons are "
        + "scattered diffusely, in nm, 1 or more (default 150; heavy elements have shorter ones). Lower: more halo, "
        + "and weaker reflections in thick grains.")
    @NumberInputWidget(minValidation = Limits.AtLeastOne.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @Layout(SpecimenSection.class)
    double m_diffusePath = 150;

    @Widget(title = "Amorphous layer", description = "What lies above or below the grains (default carbon).")
    @ValueSwitchWidget
    @ValueReference(LayerReference.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @Layout(SpecimenSection.class)
    Layer m_layer = Layer.CARBON;

    @Widget(title = "Thickness of the layer (nm)", description = "Mean thickness of the layer in nm, 0 to 100000 "
        + "(default 80). Thicker: more diffuse scattering over all patterns.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = HasLayer.class, type = EffectType.SHOW)
    @Layout(SpecimenSection.class)
    double m_layerThickness = 80;

    @Widget(title = "Variation of the layer (%)", description = "Largest deviation of its thickness from the mean "
        + "in % of the mean, 0 to 100 (default 50). Higher: the background differs more from place to place.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Dialogs.AtMostHundred.class)
    @Effect(predicate = HasLayer.class, type = EffectType.SHOW)
    @Layout(SpecimenSection.class)
    double m_variation = 50;

    @Widget(title = "Holes of the layer (%)", description = "Share of the scan in which the layer is missing, 0 to "
        + "90 % (default 15). Higher: more vacuum.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.AtMostNinety.class)
    @Effect(predicate = HasLayer.class, type = EffectType.SHOW)
    @Layout(SpecimenSection.class)
    double m_holes = 15;

    @Widget(title = "Scan width (scan points)", description = "Scan points in a line, 1 or more (default 40; 200 in "
        + "the paper). Time and disk space grow with the number of points.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(ScanSection.class)
    int m_scanWidth = 40;

    @Widget(title = "Scan height (lines)", description = "Number of lines, 1 or more (default 40). Time and disk space "
        + "grow with it.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(ScanSection.class)
    int m_scanHeight = 40;

    @Widget(title = "Step (nm)", description = "Distance of two scan points in nm, 0.01 to 10000 (default 10). A "
        + "larger step collects more electrons at the same dose per area.")
    @NumberInputWidget(minValidation = Limits.AtLeastHundredth.class, maxValidation = Limits.AtMostTenThousand.class)
    @Layout(ScanSection.class)
    double m_step = 10;

    @Widget(title = "Seed", description = "Everything random follows from this number (default 1): the same seed gives "
        + "the same scan, another seed other grains and orientations.")
    @Layout(ScanSection.class)
    long m_seed = 1;

    @Widget(title = "Dose", description = "How the dose is stated (default per area).")
    @ValueSwitchWidget
    @ValueReference(DoseReference.class)
    @Layout(BeamSection.class)
    Dose m_dose = Dose.PER_AREA;

    @Widget(title = "Electrons (per square Angstrom)", description = "Dose of a pattern, above 0 (default 52 as in the "
        + "paper; with a step of 10 nm that is 520000 electrons). Lower: fewer reflections stand out of the noise.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsPerArea.class, type = EffectType.SHOW)
    @Layout(BeamSection.class)
    double m_perArea = 52;

    @Widget(title = "Electrons (per pattern)", description = "Electrons that hit the specimen at a scan point, above 0 "
        + "(default 520000). Lower: fewer reflections stand out of the noise.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsPerPattern.class, type = EffectType.SHOW)
    @Layout(BeamSection.class)
    double m_perPattern = 520_000;

    @Widget(title = "Beam energy (keV)", description = "Energy of the electrons in keV, 1 to 10000 (default 200). "
        + "Higher: the Ewald sphere is flatter, and each pattern has more reflections.")
    @NumberInputWidget(minValidation = Limits.AtLeastOne.class, maxValidation = Limits.AtMostTenThousand.class)
    @Layout(BeamSection.class)
    double m_energy = 200;

    @Widget(title = "Convergence (mrad)", description = "Half angle of the beam in mrad, 0.01 to 50 (default 0.4): the "
        + "radius of the spots. Larger: larger discs, which may touch.")
    @NumberInputWidget(minValidation = Limits.AtLeastHundredth.class, maxValidation = Limits.AtMostFifty.class)
    @Layout(BeamSection.class)
    double m_convergence = 0.4;

    @Widget(title = "Precession angle (degrees)", description = "Angle by which the beam precesses, 0 to 5 degrees "
        + "(default 1.4). Larger: more reflections in each pattern, with evener intensities.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.AtMostFive.class)
    @Layout(BeamSection.class)
    double m_precession = 1.4;

    @Widget(title = "Blur (mrad)", description = "Standard deviation of what blurs the spots, such as an imperfect "
        + "descan of the precession, in mrad, 0 to 50 (default 0.15). Larger: softer spots.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.AtMostFifty.class)
    @Layout(BeamSection.class)
    @Advanced
    double m_blur = 0.15;

    @Widget(title = "Relrod length (1/nm)", description = "Excitation error at which a reflection has vanished, in "
        + "1/nm, 0.01 to 2 (default 0.05). Larger: more reflections in each pattern.")
    @NumberInputWidget(minValidation = Limits.AtLeastHundredth.class, maxValidation = Limits.AtMostTwo.class)
    @Layout(BeamSection.class)
    @Advanced
    double m_relrod = 0.05;

    @Widget(title = "Pattern size (px)", description = "Width and height of a pattern, 32 to 8192 px (default 256; 512 "
        + "in the paper). Spots and their distances grow with it.")
    @NumberInputWidget(minValidation = Dialogs.AtLeastThirtyTwo.class,
        maxValidation = Limits.AtMostLargestPattern.class)
    @Layout(CameraSection.class)
    int m_patternSize = 256;

    @Widget(title = "Reach (1/nm)", description = "Reciprocal radius that the middle of an edge of the pattern "
        + "reaches, in 1/nm, 0.5 to 35 (default 10.24: the camera length). Larger: more reflections, smaller spots.")
    @NumberInputWidget(minValidation = Limits.AtLeastHalf.class, maxValidation = Limits.AtMostFifty.class)
    @Layout(CameraSection.class)
    double m_reach = 10.24;

    @Widget(title = "Sample type", description = "Number type of a pixel (default 8 bit).")
    @Layout(CameraSection.class)
    Detector m_sampleType = Detector.UINT8;

    @Widget(title = "Readout noise (electrons)", description = "Standard deviation of the noise of a pixel in "
        + "electrons, 0 or more (default 2; 0 for a counting camera). Higher: faint reflections drown.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(CameraSection.class)
    double m_readoutNoise = 2;

    @Widget(title = "Gain (grey levels per electron)", description = "Gain of the camera, 0 or more (default 0: "
        + "automatic, 1, but with 8 bit so that the brightest reflections stay within the range). Higher: brighter "
        + "patterns, more saturated spots.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(CameraSection.class)
    @Advanced
    double m_gain = 0;

    @Widget(title = "Offset (standard deviations)", description = "Grey level of a pixel without electrons in standard "
        + "deviations of the readout noise, 0 to 10 (default 3: crops the empty grey levels, as in the paper; 0 cuts "
        + "half of the noise off). Higher: templates read more where there is no reflection, which lowers the index "
        + "and reliability of patterns that are not filtered.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.AtMostTen.class)
    @Layout(CameraSection.class)
    @Advanced
    double m_offset = 3;

    @Widget(title = "Shot noise", description = "Whether electrons come one by one (default on); without, patterns "
        + "hold what is expected.")
    @Layout(CameraSection.class)
    @Advanced
    boolean m_shotNoise = true;

    @Override
    public void validate() throws InvalidSettingsException {
        Dialogs.check("Reach", m_reach, 0.5, 35, "1/nm");
        if (isGiven()) {
            Dialogs.check("Holes of the layer", m_holes, 0, 90, "%");
        }
        try {
            settings();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** @return whether crystals and specimen are stated in the dialog */
    boolean isGiven() {
        return m_specimen == Specimen.GIVEN;
    }

    /** @return the crystal of a specimen of the paper; null for an own one */
    KnownCrystal knownCrystal() {
        return switch (m_specimen) {
            case NMVP_ON_CARBON -> KnownCrystal.NMVP_LIKE;
            case PBI2_IN_WATER -> KnownCrystal.LEAD_IODIDE;
            case GIVEN -> null;
        };
    }

    /** @return the engine's settings; it refuses what is out of range */
    CrystalScanSettings settings() {
        final CrystalScanSettings preset = switch (m_specimen) {
            case NMVP_ON_CARBON, GIVEN -> CrystalScanSettings.carbonFilm(m_patternSize);
            case PBI2_IN_WATER -> CrystalScanSettings.inWater(m_patternSize);
        };
        final double electrons =
            m_dose == Dose.PER_AREA ? BeamSettings.electrons(m_perArea, m_step) : m_perPattern;
        return new CrystalScanSettings(m_scanWidth, m_scanHeight, m_step, m_seed, grains(preset.grains()),
            isGiven() ? layer() : preset.layer(), m_relrod / PER_NM, isGiven() ? m_diffusePath : preset.diffusePath(),
            new BeamSettings(m_energy, m_convergence, m_blur, m_precession, electrons),
            new CameraSettings(m_patternSize, 2 * m_reach / PER_NM / m_patternSize, m_gain, m_readoutNoise,
                m_offset, m_shotNoise, m_sampleType.m_type));
    }

    private GrainSettings grains(final GrainSettings preset) {
        return isGiven()
            ? new GrainSettings(m_grains, m_share / PERCENT, m_shape.m_shape, m_thinnest, m_thickest, m_overlap)
            : new GrainSettings(m_grains, preset.share(), preset.shape(), preset.thinnest(), preset.thickest(),
                preset.overlap());
    }

    private AmorphousLayer layer() {
        return m_layer == Layer.NONE ? AmorphousLayer.NONE
            : new AmorphousLayer(m_layer.m_material, m_layerThickness, m_variation / PERCENT,
                m_holes / PERCENT);
    }
}
