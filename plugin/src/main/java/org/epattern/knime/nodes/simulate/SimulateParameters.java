// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.simulate;

import org.epattern.knime.nodes.Dialogs;
import org.epattern.knime.nodes.Limits;
import org.epattern.scan.SampleType;
import org.epattern.simulate.Difficulties;
import org.epattern.simulate.NoiseLevel;
import org.epattern.simulate.SimulationSettings;
import org.epattern.simulate.SpotProfile;
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

/** Settings of "Simulate 4D-STEM". */
@LoadDefaultsForAbsentFields
final class SimulateParameters implements NodeParameters {

    @Section(title = "Scan")
    interface ScanSection {
    }

    @Section(title = "Noise")
    @After(ScanSection.class)
    interface NoiseSection {
    }

    @Section(title = "Spots")
    @After(NoiseSection.class)
    interface SpotSection {
    }

    /** Dose and readout noise. */
    enum Noise {
        @Label(value = "None", description = "Only rounded to whole grey levels: to see what a method does at best.")
        NONE,
        @Label(value = "Low", description = "4 counts per grey level, readout noise 0.5 grey levels.")
        LOW,
        @Label(value = "Medium", description = "1 count per grey level, readout noise 1 grey level.")
        MID,
        @Label(value = "High", description = "0.25 counts per grey level, readout noise 2.5 grey levels: a "
            + "beam-sensitive specimen.")
        HIGH,
        @Label(value = "Given", description = "Dose and readout noise are stated here.")
        GIVEN
    }

    /** How intensity falls from the centre of a spot. */
    enum Profile {
        @Label(value = "Disc", description = "Flat disc with a soft edge, as with a convergent beam.")
        SOFT_DISC(SpotProfile.SOFT_DISC),
        @Label(value = "Gaussian", description = "Gaussian, as with a nearly parallel beam.")
        GAUSSIAN(SpotProfile.GAUSSIAN);

        private final SpotProfile m_profile;

        Profile(final SpotProfile profile) {
            m_profile = profile;
        }
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

    interface NoiseReference extends ParameterReference<Noise> {
    }

    static final class IsNoiseGiven implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(NoiseReference.class).isOneOf(Noise.GIVEN);
        }
    }

    @Widget(title = "Scan width (scan points)", description = "Scan points in a line, 1 or more (default 32). Time and "
        + "disk space grow with the number of points.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(ScanSection.class)
    int m_scanWidth = 32;

    @Widget(title = "Scan height (lines)", description = "Number of lines, 1 or more (default 32). Time and disk space "
        + "grow with it.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(ScanSection.class)
    int m_scanHeight = 32;

    @Widget(title = "Pattern size (px)", description = "Width and height of a pattern, 32 to 8192 px (default 256). "
        + "Spots and their distances grow with it.")
    @NumberInputWidget(minValidation = Dialogs.AtLeastThirtyTwo.class,
        maxValidation = Limits.AtMostLargestPattern.class)
    @Layout(ScanSection.class)
    int m_patternSize = 256;

    @Widget(title = "Grains", description = "Number of crystals in the field of view, 0 or more (default 7). The rest "
        + "is amorphous, or empty. Higher: smaller grains with more borders.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(ScanSection.class)
    int m_grains = 7;

    @Widget(title = "Seed", description = "Everything random follows from this number (default 1): the same seed gives "
        + "the same scan, another seed another specimen.")
    @Layout(ScanSection.class)
    long m_seed = 1;

    @Widget(title = "Noise", description = "Dose and readout noise of the detector (default medium). With more noise "
        + "fewer of the weak spots can be found, and positions become less certain.")
    @ValueReference(NoiseReference.class)
    @Layout(NoiseSection.class)
    Noise m_noise = Noise.MID;

    @Widget(title = "Counts per grey level", description = "Dose: detected electrons that make up a grey level, above "
        + "0 (default 1). Higher: less shot noise.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsNoiseGiven.class, type = EffectType.SHOW)
    @Layout(NoiseSection.class)
    double m_countsPerGreyLevel = 1;

    @Widget(title = "Readout noise (grey levels)", description = "Standard deviation of the noise of the detector "
        + "itself, 0 or more grey levels (default 1). Higher: weak spots are harder to find.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsNoiseGiven.class, type = EffectType.SHOW)
    @Layout(NoiseSection.class)
    double m_readoutNoise = 1;

    @Widget(title = "Profile", description = "How the intensity falls from the centre of a spot.")
    @ValueSwitchWidget
    @Layout(SpotSection.class)
    Profile m_profile = Profile.SOFT_DISC;

    @Widget(title = "Smallest radius (px of 512)", description = "Radius of the smallest spots in px of a pattern of "
        + "512 px, above 0 (default 4); in smaller patterns it shrinks with the size. Smaller: spots are harder to "
        + "tell from noise.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(SpotSection.class)
    @Advanced
    double m_smallestRadius = 4;

    @Widget(title = "Largest radius (px of 512)", description = "Radius of the largest spots in px of a pattern of 512 "
        + "px, not below the smallest radius (default 9). Larger: spots overlap more often.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(SpotSection.class)
    @Advanced
    double m_largestRadius = 9;

    @Widget(title = "Intensity", description = "Factor on all intensities, above 0 (default 1: spots of 3 to 63 grey "
        + "levels). Raise it for 16-bit patterns.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(SpotSection.class)
    @Advanced
    double m_intensity = 1;

    @Widget(title = "Background", description = "Factor on the halo of the direct beam and on the rings of the "
        + "amorphous parts, 0 or more (default 1). Higher: weak spots near the centre are harder to find.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(SpotSection.class)
    @Advanced
    double m_background = 1;

    @Widget(title = "Direct beam (grey levels)", description = "Height of the direct beam in grey levels, 0 or more "
        + "(default 230); above 255 it saturates 8-bit patterns, as in many real scans. Higher: more saturated pixels "
        + "in the centre.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(SpotSection.class)
    @Advanced
    double m_beamHeight = 230;

    @Widget(title = "Wander of the direct beam (px of 512)", description = "Largest distance of the direct beam from "
        + "the centre of the pattern in px of a pattern of 512 px, 0 to 64 (default 0): the descan error that centring "
        + "corrects. Larger: the direct beam moves more from one scan point to the next.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.AtMostSixtyFour.class)
    @Layout(SpotSection.class)
    @Advanced
    double m_beamWander = 0;

    @Widget(title = "Beam stop", description = "Whether a beam stop hides the direct beam (default off).")
    @Layout(SpotSection.class)
    @Advanced
    boolean m_beamStop = false;

    @Widget(title = "Hot pixels", description = "Pixels of each pattern that stand at the largest value, 0 or more "
        + "(default 0). Higher: more false spots to be told from true ones.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(SpotSection.class)
    @Advanced
    int m_hotPixels = 0;

    @Widget(title = "Sample type", description = "Number type of a pixel (default 8 bit).")
    @Layout(SpotSection.class)
    @Advanced
    Detector m_sampleType = Detector.UINT8;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_noise == Noise.GIVEN) {
            Dialogs.checkPositive("Counts per grey level", m_countsPerGreyLevel, "");
        }
        try {
            settings();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** @return the engine's settings; it refuses what is out of range */
    SimulationSettings settings() {
        return new SimulationSettings(m_scanWidth, m_scanHeight, m_patternSize, m_seed, m_grains,
            m_profile.m_profile, m_smallestRadius, m_largestRadius, m_intensity, countsPerGreyLevel(), readoutNoise(),
            m_background, m_beamWander, m_beamHeight,
            Difficulties.NONE.withBeamStop(m_beamStop).withHotPixels(m_hotPixels), m_sampleType.m_type);
    }

    private double countsPerGreyLevel() {
        return m_noise == Noise.GIVEN ? m_countsPerGreyLevel
            : NoiseLevel.valueOf(m_noise.name()).countsPerGreyLevel();
    }

    private double readoutNoise() {
        return m_noise == Noise.GIVEN ? m_readoutNoise : NoiseLevel.valueOf(m_noise.name()).readoutNoise();
    }
}
