// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.match;

import org.epattern.knime.data.Columns;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.Schema;
import org.epattern.knime.nodes.Dialogs;
import org.epattern.knime.nodes.Limits;
import org.epattern.match.MatchSettings;
import org.epattern.match.SpotProfile;
import org.epattern.match.TemplateBank;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
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
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of "Match Patterns". */
@LoadDefaultsForAbsentFields
final class MatchPatternsParameters implements NodeParameters {

    /** 1/Angstrom is 10 / nm. */
    private static final double PER_NM = 10;

    @Section(title = "Input")
    interface InputSection {
    }

    @Section(title = "Spots")
    @After(InputSection.class)
    interface SpotSection {
    }

    @Section(title = "Orientations")
    @After(SpotSection.class)
    interface OrientationSection {
    }

    @Section(title = "Reliability")
    @After(OrientationSection.class)
    interface ReliabilitySection {
    }

    @Section(title = "Pictures")
    @After(ReliabilitySection.class)
    interface PictureSection {
    }

    /** What is compared with the templates. */
    enum Compare {
        @Label(value = "Reflections", description = "The spots of a reflection table.")
        REFLECTIONS,
        @Label(value = "Images", description = "The patterns of a table, read at the points of the templates.")
        IMAGES
    }

    /** Where the size of a pixel comes from. */
    enum PixelSize {
        @Label(value = "As the table knows", description = "The calibration that Load 4D-STEM wrote into the tables.")
        AUTO,
        @Label(value = "Given", description = "Stated here.")
        GIVEN,
        @Label(value = "Fitted", description = "The size with which the templates fit the reflections of the patterns "
            + "with most spots best, for a crystal that is known. The message of the node tells the size and how well "
            + "it fits. For reflections only.")
        FITTED
    }

    /** Where the direct beam of an image is. */
    enum Beam {
        @Label(value = "Columns", description = "The columns direct beam x and direct beam y of the table; the centre "
            + "of the pattern where they are missing.")
        COLUMNS,
        @Label(value = "Centre", description = "The centre of the pattern: for centred patterns, and for patterns "
            + "drawn at another scale.")
        CENTRE
    }

    /** Course of the grey level within a spot. */
    enum Profile {
        @Label(value = "Cap", description = "Highest in the centre: positions near the centre of a spot count more, "
            + "which makes orientations more exact.")
        CAP,
        @Label(value = "Disc", description = "Constant, as patterns are reconstructed.")
        DISC
    }

    /** Where the radius of a spot comes from. */
    enum Radius {
        @Label(value = "Fixed", description = "One radius for all spots, stated here.")
        FIXED,
        @Label(value = "Registered", description = "The radius that was measured for each spot.")
        REGISTERED
    }

    interface CompareReference extends ParameterReference<Compare> {
    }

    interface PixelSizeReference extends ParameterReference<PixelSize> {
    }

    interface RadiusReference extends ParameterReference<Radius> {
    }

    static final class IsReflections implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(CompareReference.class).isOneOf(Compare.REFLECTIONS);
        }
    }

    static final class IsImages implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(CompareReference.class).isOneOf(Compare.IMAGES);
        }
    }

    static final class IsGiven implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(PixelSizeReference.class).isOneOf(PixelSize.GIVEN);
        }
    }

    static final class IsRadiusStated implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(CompareReference.class).isOneOf(Compare.IMAGES)
                .or(i.getEnum(RadiusReference.class).isOneOf(Radius.FIXED));
        }
    }

    @Widget(title = "Compare", description = "What is compared with the templates (default: reflections).")
    @ValueSwitchWidget
    @ValueReference(CompareReference.class)
    @Layout(InputSection.class)
    Compare m_compare = Compare.REFLECTIONS;

    @Widget(title = "Patterns", description = "Column with the patterns: measured, without background, rebuilt or "
        + "masked.")
    @ChoicesProvider(Dialogs.PatternColumns.class)
    @Effect(predicate = IsImages.class, type = EffectType.SHOW)
    @Layout(InputSection.class)
    String m_patternColumn = Schema.REBUILT_PATTERN;

    @Widget(title = "Direct beam", description = "Where the direct beam of a pattern is (default: columns). In a "
        + "reflection table it is the reflection of rank 1, or the centre of the pattern where there is none.")
    @ValueSwitchWidget
    @Effect(predicate = IsImages.class, type = EffectType.SHOW)
    @Layout(InputSection.class)
    Beam m_beam = Beam.COLUMNS;

    @Widget(title = "Radius of the direct beam (px)", description = "Pixels nearer to the direct beam are left out, 0 "
        + "px or more (default 12). Larger: less of the direct beam and its halo disturbs the match, but near "
        + "reflections are lost.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsImages.class, type = EffectType.SHOW)
    @Layout(InputSection.class)
    double m_beamRadius = 12;

    @Widget(title = "Pixel size", description = "Where the size of a pixel in reciprocal space comes from (default: as "
        + "the table knows).")
    @ValueSwitchWidget
    @ValueReference(PixelSizeReference.class)
    @Layout(InputSection.class)
    PixelSize m_pixelSize = PixelSize.AUTO;

    @Widget(title = "Size of a pixel (1/nm)", description = "In 1/nm, 0.0001 to 10 (default 0.05). To find it, take a "
        + "reflection or ring of known lattice spacing d: 1 / d divided by its distance from the direct beam in px. "
        + "With a wrong size even good patterns have a low index.")
    @NumberInputWidget(minValidation = Limits.AtLeastTenThousandth.class, maxValidation = Limits.AtMostTen.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @Layout(InputSection.class)
    double m_pixel = 0.05;

    @Widget(title = "Profile", description = "How a spot of the pattern falls from its centre outwards (default: cap).")
    @ValueSwitchWidget
    @Effect(predicate = IsReflections.class, type = EffectType.SHOW)
    @Layout(SpotSection.class)
    Profile m_profile = Profile.CAP;

    @Widget(title = "Radius", description = "How near a template point must be to meet a spot (default: fixed).")
    @ValueSwitchWidget
    @ValueReference(RadiusReference.class)
    @Effect(predicate = IsReflections.class, type = EffectType.SHOW)
    @Layout(SpotSection.class)
    Radius m_radiusRule = Radius.FIXED;

    @Widget(title = "Radius of a spot (1/nm)", description = "In 1/nm, 0.001 to 5 (default 0.4). Larger: more tolerant "
        + "against wrong calibration and strain. It should stay below half the distance of neighbouring spots. In "
        + "images, what lies within it belongs to a spot, and what lies outside of it to the background: it decides "
        + "which reflections count as matched.")
    @NumberInputWidget(minValidation = Limits.AtLeastThousandth.class, maxValidation = Limits.AtMostFive.class)
    @Effect(predicate = IsRadiusStated.class, type = EffectType.SHOW)
    @Layout(SpotSection.class)
    double m_radius = 0.4;

    @Widget(title = "Fewest reflections", description = "Patterns with fewer spots beside the direct beam have no "
        + "solution, and templates with fewer are passed over, 2 to 100 (default 4). In images, the spots that the "
        + "best template meets count. Higher: fewer false solutions, but weakly diffracting crystals are lost.")
    @NumberInputWidget(minValidation = Limits.AtLeastTwo.class, maxValidation = Dialogs.AtMostHundred.class)
    @Layout(SpotSection.class)
    int m_fewest = 4;

    @Widget(title = "Step in the plane (degrees)", description = "Step of the turns about the beam, 0.5 to 20 degrees "
        + "(default 2). Smaller: fewer orientations are missed before the refinement, and slower.")
    @NumberInputWidget(minValidation = Limits.AtLeastHalf.class, maxValidation = Dialogs.AtMostTwenty.class)
    @Layout(OrientationSection.class)
    double m_turnStep = 2;

    @Widget(title = "Refined orientations", description = "Number of orientations that are refined below the steps of "
        + "the bank, 0 to 100 (default 5); the best of them after that is the solution. 0: no refinement. More than "
        + "one, because the orientation that fits best in between may not have the best neighbour in the bank. Higher: "
        + "more exact where several orientations fit almost as well, and slower.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Dialogs.AtMostHundred.class)
    @Layout(OrientationSection.class)
    int m_refined = 5;

    @Widget(title = "Solutions per pattern", description = "1 to 10 (default 1). Each further solution is looked for "
        + "in the spots that the ones before leave over (in images, after their spots were made black): for grains "
        + "that overlap. Higher: more overlapping grains are found, and more false ones.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.AtMostTen.class)
    @Layout(OrientationSection.class)
    int m_solutions = 1;

    @Widget(title = "Misorientation of the second best (degrees)", description = "The second best orientation must "
        + "differ from the best one by at least this, 0 to 90 degrees (default 0: any other orientation of the bank, "
        + "as in the paper; orientations equivalent by symmetry are never another one). Larger: the neighbours of the "
        + "best orientation no longer lower the reliability, which then tells whether a wholly different orientation "
        + "fits as well; 10 is about the width of the peak of Q. Reliabilities with different values cannot be "
        + "compared.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.AtMostNinety.class)
    @Layout(ReliabilitySection.class)
    double m_misorientation = 0;

    @Widget(title = "Half turn is the same", description = "Whether the best orientation, turned by 180 degrees about "
        + "the beam, counts as the best one when the second best is looked for (default off). Spots near the beam "
        + "can hardly tell the two apart.")
    @Layout(ReliabilitySection.class)
    @Advanced
    boolean m_halfTurn = false;

    @Widget(title = "Number of pictures", description = "Pictures of patterns with the best template over them, 0 to "
        + "100 (default 9): a third of them with the highest index, a third around the median, a third with the "
        + "lowest. Higher: more to look at, and a larger table.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Dialogs.AtMostHundred.class)
    @Layout(PictureSection.class)
    int m_pictures = 9;

    /** For loading. */
    MatchPatternsParameters() {
    }

    /** For a node that is connected for the first time. */
    MatchPatternsParameters(final NodeParametersInput input) {
        m_patternColumn = Columns.guess(input.getInTableSpec(0).orElse(null), DiffractionPatternValue.class,
            Schema.REBUILT_PATTERN, Schema.MASKED_PATTERN, Schema.BACKGROUND_FREE_PATTERN, Schema.PATTERN);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_compare == Compare.IMAGES) {
            Dialogs.check("Radius of the direct beam", m_beamRadius, 0, Integer.MAX_VALUE, "px");
        }
        if (m_pixelSize == PixelSize.GIVEN) {
            Dialogs.check("Size of a pixel", m_pixel, 0.0001, 10, "1/nm");
        }
        if (m_compare == Compare.IMAGES && m_pixelSize == PixelSize.FITTED) {
            throw new InvalidSettingsException("The size of a pixel is fitted to reflections, but images are compared; "
                + "fit it with the reflection table first and give the size that was found");
        }
        Dialogs.check("Number of pictures", m_pictures, 0, 100, "");
        if (isRadiusStated()) {
            Dialogs.check("Radius of a spot", m_radius, 0.001, 5, "1/nm");
        }
        Dialogs.check("Step in the plane", m_turnStep, 0.5, 20, "degrees");
        try {
            settings(1);
            TemplateBank.turns(m_turnStep);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private boolean isRadiusStated() {
        return m_compare == Compare.IMAGES || m_radiusRule == Radius.FIXED;
    }

    /**
     * @param intensityPower power of the intensities of the bank
     * @return how patterns are compared
     */
    MatchSettings settings(final double intensityPower) {
        return new MatchSettings(SpotProfile.valueOf(m_profile.name()),
            isRadiusStated() ? m_radius / PER_NM : 0, intensityPower, m_fewest, m_misorientation,
            m_halfTurn, m_refined, m_solutions);
    }
}
