// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.reconstruct;

import org.epattern.knime.data.Columns;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.Schema;
import org.epattern.knime.nodes.Dialogs;
import org.epattern.knime.nodes.PixelType;
import org.epattern.reconstruct.DrawSettings;
import org.epattern.reconstruct.MaskSettings;
import org.epattern.reconstruct.SpotRadius;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of "Reconstruct". */
@LoadDefaultsForAbsentFields
final class ReconstructParameters implements NodeParameters {

    @Section(title = "Mode")
    interface ModeSection {
    }

    @Section(title = "Size")
    @After(ModeSection.class)
    interface SizeSection {
    }

    @Section(title = "Spots")
    @After(SizeSection.class)
    interface SpotSection {
    }

    /** Draw or mask. */
    enum Mode {
        @Label(value = "Draw", description = "Each reflection is drawn anew on black: no noise, no background.")
        DRAW,
        @Label(value = "Mask", description = "The measured pattern is kept inside the spots and zero elsewhere: "
            + "faster, and the shape of the spots stays. Needs the table of patterns at the second input.")
        MASK
    }

    /** Size of the drawn patterns. */
    enum Size {
        @Label(value = "As registered", description = "The size of the registered patterns.")
        AS_INPUT,
        @Label(value = "Given", description = "Width and height stated here.")
        GIVEN
    }

    /** Scale of the drawn patterns. */
    enum Scale {
        @Label(value = "Fit", description = "The whole registered pattern fits exactly.")
        FIT,
        @Label(value = "Given", description = "Drawn pixels per registered pixel stated here.")
        GIVEN
    }

    /** Where the radius of a drawn spot comes from. */
    enum RadiusRule {
        @Label(value = "Registered", description = "The radius that was measured for each spot.")
        REGISTERED,
        @Label(value = "Fixed", description = "One radius for the direct beam and one for all others, as in the "
            + "authors' macros.")
        FIXED,
        @Label(value = "Scaled", description = "The measured radius times a factor.")
        SCALED
    }

    /** How the grey level of a drawn spot falls from its centre. */
    enum Profile {
        @Label(value = "Disc", description = "Constant within the radius, with a soft edge.")
        SOFT_DISC,
        @Label(value = "Gaussian", description = "Gaussian with a standard deviation of half the radius.")
        GAUSSIAN
    }

    interface ModeReference extends ParameterReference<Mode> {
    }

    interface SizeReference extends ParameterReference<Size> {
    }

    interface ScaleReference extends ParameterReference<Scale> {
    }

    interface RadiusReference extends ParameterReference<RadiusRule> {
    }

    static final class IsDraw implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModeReference.class).isOneOf(Mode.DRAW);
        }
    }

    static final class IsMask implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModeReference.class).isOneOf(Mode.MASK);
        }
    }

    static final class IsSizeGiven implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModeReference.class).isOneOf(Mode.DRAW)
                .and(i.getEnum(SizeReference.class).isOneOf(Size.GIVEN));
        }
    }

    static final class IsScaleGiven implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModeReference.class).isOneOf(Mode.DRAW)
                .and(i.getEnum(ScaleReference.class).isOneOf(Scale.GIVEN));
        }
    }

    static final class IsFixed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RadiusReference.class).isOneOf(RadiusRule.FIXED);
        }
    }

    static final class IsScaled implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RadiusReference.class).isOneOf(RadiusRule.SCALED);
        }
    }

    @Widget(title = "Mode", description = "Whether spots are drawn anew (default; paper, section \"Reconstruction "
        + "strategy\") or the measured patterns are masked (the rapid way of the paper).")
    @ValueSwitchWidget
    @ValueReference(ModeReference.class)
    @Layout(ModeSection.class)
    Mode m_mode = Mode.DRAW;

    @Widget(title = "Pattern column", description = "The patterns to mask, in the table at the second input.")
    @ChoicesProvider(Dialogs.SecondPatternColumns.class)
    @Effect(predicate = IsMask.class, type = EffectType.SHOW)
    @Layout(ModeSection.class)
    String m_patternColumn = Schema.BACKGROUND_FREE_PATTERN;

    @Widget(title = "Size", description = "Size of the drawn patterns (default: as registered).")
    @ValueSwitchWidget
    @ValueReference(SizeReference.class)
    @Effect(predicate = IsDraw.class, type = EffectType.SHOW)
    @Layout(SizeSection.class)
    Size m_size = Size.AS_INPUT;

    @Widget(title = "Width (px)", description = "Width of the drawn patterns, 1 px or more (default 512). Larger: "
        + "finer pictures, and larger files.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsSizeGiven.class, type = EffectType.SHOW)
    @Layout(SizeSection.class)
    int m_width = 512;

    @Widget(title = "Height (px)", description = "Height of the drawn patterns, 1 px or more (default 512). Larger: "
        + "finer pictures, and larger files.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsSizeGiven.class, type = EffectType.SHOW)
    @Layout(SizeSection.class)
    int m_height = 512;

    @Widget(title = "Scale", description = "How large a registered pixel becomes. <b>Fit</b> (default) shows the whole "
        + "registered pattern; the centre stays the centre in both cases.")
    @ValueSwitchWidget
    @ValueReference(ScaleReference.class)
    @Effect(predicate = IsDraw.class, type = EffectType.SHOW)
    @Layout(SizeSection.class)
    @Advanced
    Scale m_scaleMode = Scale.FIT;

    @Widget(title = "Drawn px per registered px", description = "Scale, above 0 (default 1). Larger: spots lie further "
        + "apart and those outside are cut off; adapts the reciprocal radius to that of the templates.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsScaleGiven.class, type = EffectType.SHOW)
    @Layout(SizeSection.class)
    @Advanced
    double m_scale = 1;

    @Widget(title = "Registered width (px)", description = "Width of the registered patterns in px; 0 (default) = as "
        + "the reflection table knows it. Needed only for tables that were made outside ePattern. With a wrong size "
        + "the spots are drawn away from the centre.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsDraw.class, type = EffectType.SHOW)
    @Layout(SizeSection.class)
    @Advanced
    int m_registeredWidth = 0;

    @Widget(title = "Registered height (px)", description = "Height of the registered patterns in px; 0 (default) = as "
        + "the reflection table knows it. Width and height are given together. With a wrong size the spots are drawn "
        + "away from the centre.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsDraw.class, type = EffectType.SHOW)
    @Layout(SizeSection.class)
    @Advanced
    int m_registeredHeight = 0;

    @Widget(title = "Radius", description = "How large the spots are drawn, or how much is kept of the pattern "
        + "(default: as registered). Small fixed radii help template matching to tell similar orientations apart.")
    @ValueSwitchWidget
    @ValueReference(RadiusReference.class)
    @Layout(SpotSection.class)
    RadiusRule m_radiusRule = RadiusRule.REGISTERED;

    @Widget(title = "Radius of the direct beam (px)", description = "In px of the registered pattern, above 0 (default "
        + "4). Larger: more of the intensity of a pattern lies in the direct beam.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsFixed.class, type = EffectType.SHOW)
    @Layout(SpotSection.class)
    double m_directBeamRadius = 4;

    @Widget(title = "Radius of the other spots (px)", description = "In px of the registered pattern, above 0 (default "
        + "2). Larger: template matching tolerates more, and tells similar orientations apart less well.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsFixed.class, type = EffectType.SHOW)
    @Layout(SpotSection.class)
    double m_spotRadius = 2;

    @Widget(title = "Radius factor", description = "The measured radius is multiplied by this, above 0 (default 1). "
        + "Larger: bigger spots, which may run into each other.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsScaled.class, type = EffectType.SHOW)
    @Layout(SpotSection.class)
    double m_radiusFactor = 1;

    @Widget(title = "Profile", description = "How the grey level of a drawn spot falls from its centre (default: "
        + "disc). Where spots overlap, none erases the other.")
    @ValueSwitchWidget
    @Effect(predicate = IsDraw.class, type = EffectType.SHOW)
    @Layout(SpotSection.class)
    Profile m_profile = Profile.SOFT_DISC;

    @Widget(title = "Gain", description = "The registered mean is multiplied by this, above 0 (default 1). Higher: "
        + "weak spots become brighter, and strong ones may be cut at the largest value of the sample type; a warning "
        + "tells how many patterns are touched.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsDraw.class, type = EffectType.SHOW)
    @Layout(SpotSection.class)
    double m_gain = 1;

    @Widget(title = "Sample type", description = "Number type of the drawn patterns (default 8 bit, as ACOM software "
        + "reads it). Choose 16 bit or float if means above 255 must be kept.")
    @Effect(predicate = IsDraw.class, type = EffectType.SHOW)
    @Layout(SpotSection.class)
    PixelType m_sampleType = PixelType.UINT8;

    @Widget(title = "Margin (px)", description = "Added to every radius, 0 px or more (default 1: what registration "
        + "takes off the radius). Larger: more of the surroundings of a spot is kept.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsMask.class, type = EffectType.SHOW)
    @Layout(SpotSection.class)
    double m_margin = 1;

    @Widget(title = "Soft edge", description = "Whether pixels at the rim are kept in proportion to their area inside "
        + "the circle. Off (default): pixels are kept whole or not at all, and no kept value changes.")
    @Effect(predicate = IsMask.class, type = EffectType.SHOW)
    @Layout(SpotSection.class)
    @Advanced
    boolean m_softEdge = false;

    /** For loading. */
    ReconstructParameters() {
    }

    /** For a node that is connected for the first time. */
    ReconstructParameters(final NodeParametersInput input) {
        if (input.getInPortSpecs().length > 1) {
            m_patternColumn = Columns.guess(input.getInTableSpec(1).orElse(null), DiffractionPatternValue.class,
                Schema.BACKGROUND_FREE_PATTERN, Schema.PATTERN);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_mode == Mode.DRAW) {
            if (m_size == Size.GIVEN) {
                Dialogs.check("Width", m_width, 1, Integer.MAX_VALUE, "px");
                Dialogs.check("Height", m_height, 1, Integer.MAX_VALUE, "px");
            }
            if (m_scaleMode == Scale.GIVEN) {
                Dialogs.checkPositive("Drawn px per registered px", m_scale, "");
            }
            Dialogs.check("Registered width", m_registeredWidth, 0, Integer.MAX_VALUE, "px");
            Dialogs.check("Registered height", m_registeredHeight, 0, Integer.MAX_VALUE, "px");
            if (m_registeredWidth > 0 != m_registeredHeight > 0) {
                throw new InvalidSettingsException("\"Registered width\" is " + m_registeredWidth
                    + " and \"Registered height\" is " + m_registeredHeight
                    + "; expected both above 0 px, or both 0 for the size that the reflection table knows");
            }
            Dialogs.checkPositive("Gain", m_gain, "");
        } else {
            Dialogs.check("Margin", m_margin, 0, Double.MAX_VALUE, "px");
        }
        try {
            radius();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private SpotRadius radius() {
        return new SpotRadius(org.epattern.reconstruct.RadiusRule.valueOf(m_radiusRule.name()), m_directBeamRadius,
            m_spotRadius, m_radiusFactor);
    }

    /**
     * @param inputWidth width of the registered patterns (px)
     * @param inputHeight height of the registered patterns (px)
     * @return how reflections are drawn
     */
    DrawSettings draw(final int inputWidth, final int inputHeight) {
        final int width = m_size == Size.GIVEN ? m_width : inputWidth;
        final int height = m_size == Size.GIVEN ? m_height : inputHeight;
        final double scale = m_scaleMode == Scale.GIVEN ? m_scale
            : DrawSettings.fittingScale(inputWidth, inputHeight, width, height);
        return new DrawSettings(width, height, scale, radius(),
            org.epattern.reconstruct.Profile.valueOf(m_profile.name()), m_gain, m_sampleType.sampleType());
    }

    /** @return what is kept of a pattern */
    MaskSettings mask() {
        return new MaskSettings(radius(), m_margin, m_softEdge);
    }
}
