// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.register;

import org.epattern.knime.data.Columns;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.Schema;
import org.epattern.knime.nodes.Dialogs;
import org.epattern.knime.nodes.NoiseArea;
import org.epattern.prepare.NeighbourMean;
import org.epattern.register.NoiseRegion;
import org.epattern.register.RegisterSettings;
import org.epattern.register.ThresholdRule;
import org.epattern.scan.SampleType;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
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

/** Settings of "Adaptive Peak Register". */
@LoadDefaultsForAbsentFields
final class RegisterParameters implements NodeParameters {

    @Section(title = "Patterns")
    interface PatternSection {
    }

    @Section(title = "Threshold", description = "Which maxima count as spots.")
    @After(PatternSection.class)
    interface ThresholdSection {
    }

    @Section(title = "Refinement")
    @After(ThresholdSection.class)
    interface RefinementSection {
    }

    @Section(title = "Direct beam and centring")
    @After(RefinementSection.class)
    interface BeamSection {
    }

    @Section(title = "Neighbour mean")
    @After(BeamSection.class)
    interface MeanSection {
    }

    /** Where the noise comes from. */
    enum NoiseSource {
        @Label(value = "Column", description = "A column, as Subtract Background makes it from the raw patterns.")
        COLUMN,
        @Label(value = "Measure", description = "Measured here: in the raw patterns if their column is chosen, else in "
            + "the patterns that are registered.")
        MEASURE
    }

    /** Whether the patterns before background subtraction are looked at as well. */
    enum RawSource {
        @Label(value = "Column", description = "A column of the same table holds the patterns as measured.")
        COLUMN,
        @Label(value = "None", description = "They are not there, or the patterns above are raw themselves.")
        NONE
    }

    /** Which prominence counts as a spot. */
    enum Rule {
        @Label(value = "Calibrated", description = "The threshold is compared with the noise that is left after "
            + "filtering, at the place of the maximum, and spots of different size are sought with filters of "
            + "different width. More true and fewer false spots than the paper's rule.")
        CALIBRATED,
        @Label(value = "Paper", description = "The noise of the unfiltered pattern at wide angle is compared with "
            + "maxima of the blurred pattern, with a floor of 3 grey levels, as published and as in the authors' "
            + "macros.")
        PAPER
    }

    /** How positions become finer than a pixel. */
    enum Refinement {
        @Label(value = "Weighted fit", description = "A disc with a soft edge is fitted, every pixel weighted by its "
            + "noise, overlapping spots together. The most precise.")
        WEIGHTED,
        @Label(value = "Centre of mass", description = "Centre of mass in a true circle, repeated until it settles; "
            + "the radius is that of the largest standard deviation, minus 1 px. The method of the paper (Fig. S4).")
        CENTRE_OF_MASS,
        @Label(value = "None (rapid)", description = "The maximum of the filtered pattern, interpolated between "
            + "pixels: the fastest, for the rapid mode with masking.")
        NONE
    }

    /** Where the direct beam is expected. */
    enum Beam {
        @Label(value = "From the scan", description = "Where it is in most patterns of the scan.")
        SCAN,
        @Label(value = "Each pattern", description = "Found in each pattern alone, from prominence and position.")
        PATTERN,
        @Label(value = "Given", description = "At a position stated here.")
        GIVEN
    }

    /** Whether the direct beam is moved to the centre. */
    enum Centring {
        @Label(value = "Off", description = "Positions stay as they are.")
        OFF,
        @Label(value = "Table", description = "The positions in the reflection table are shifted.")
        TABLE,
        @Label(value = "Table and patterns", description = "In addition, the patterns are shifted once, sub-pixel, "
            + "into a new column.")
        PATTERNS
    }

    /** Whether neighbours are averaged. */
    enum Mean {
        @Label(value = "Off", description = "Each pattern stands for itself.")
        OFF,
        @Label(value = "All neighbours", description = "Mean with all neighbours of the scan, 3 x 3.")
        ALL,
        @Label(value = "Alike neighbours", description = "Mean with those neighbours only that look alike.")
        ALIKE
    }

    interface NoiseSourceReference extends ParameterReference<NoiseSource> {
    }

    interface RawSourceReference extends ParameterReference<RawSource> {
    }

    interface AreaReference extends ParameterReference<NoiseArea> {
    }

    interface RuleReference extends ParameterReference<Rule> {
    }

    interface BeamReference extends ParameterReference<Beam> {
    }

    interface MeanReference extends ParameterReference<Mean> {
    }

    static final class IsRawColumn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RawSourceReference.class).isOneOf(RawSource.COLUMN);
        }
    }

    static final class IsNoiseColumn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(NoiseSourceReference.class).isOneOf(NoiseSource.COLUMN);
        }
    }

    static final class IsNoiseMeasured implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(NoiseSourceReference.class).isOneOf(NoiseSource.MEASURE);
        }
    }

    static final class IsRing implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(NoiseSourceReference.class).isOneOf(NoiseSource.MEASURE)
                .and(i.getEnum(AreaReference.class).isOneOf(NoiseArea.RING));
        }
    }

    static final class IsCalibrated implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RuleReference.class).isOneOf(Rule.CALIBRATED);
        }
    }

    static final class IsPaper implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RuleReference.class).isOneOf(Rule.PAPER);
        }
    }

    static final class IsBeamGiven implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(BeamReference.class).isOneOf(Beam.GIVEN);
        }
    }

    static final class IsAlike implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MeanReference.class).isOneOf(Mean.ALIKE);
        }
    }

    @Widget(title = "Pattern column", description = "The patterns in which spots are sought: those without background "
        + "(output of Subtract Background) for the paper's rule, because a halo pulls a centre of mass towards the "
        + "centre (paper, Fig. 4d). The calibrated rule takes the raw patterns instead if they are chosen below.")
    @ChoicesProvider(Dialogs.PatternColumns.class)
    @Layout(PatternSection.class)
    String m_patternColumn = Schema.BACKGROUND_FREE_PATTERN;

    @Widget(title = "Raw patterns", description = "Whether the patterns as measured are at hand beside the "
        + "background-free ones. The calibrated rule then works on them: it fits the background of each spot itself, "
        + "which is more exact than a rolling ball (in simulated scans the position error falls from 1.2 to 1.0 times "
        + "the theoretical limit, and the mean grey level is no longer 5 % too low), and it knows the shot noise of "
        + "the halo. Both rules see in them which spots are saturated.")
    @ValueSwitchWidget
    @ValueReference(RawSourceReference.class)
    @Layout(PatternSection.class)
    RawSource m_rawSource = RawSource.COLUMN;

    @Widget(title = "Raw pattern column", description = "The same patterns before the background was subtracted.")
    @ChoicesProvider(Dialogs.PatternColumns.class)
    @Effect(predicate = IsRawColumn.class, type = EffectType.SHOW)
    @Layout(PatternSection.class)
    String m_rawColumn = Schema.PATTERN;

    @Widget(title = "Noise", description = "Where the noise of each pattern comes from. It must belong to the "
        + "<i>raw</i> pattern: take the column that Subtract Background made, or register raw patterns and measure "
        + "here.")
    @ValueSwitchWidget
    @ValueReference(NoiseSourceReference.class)
    @Layout(PatternSection.class)
    NoiseSource m_noiseSource = NoiseSource.COLUMN;

    @Widget(title = "Noise column", description = "Standard deviation of the noise of each raw pattern (grey levels).")
    @ChoicesProvider(Dialogs.NumberColumns.class)
    @Effect(predicate = IsNoiseColumn.class, type = EffectType.SHOW)
    @Layout(PatternSection.class)
    String m_noiseColumn = Schema.NOISE;

    @Widget(title = "Noise region", description = "Where the noise is measured; it should hold as few spots as "
        + "possible (paper, Fig. 3).")
    @ValueReference(AreaReference.class)
    @Effect(predicate = IsNoiseMeasured.class, type = EffectType.SHOW)
    @Layout(PatternSection.class)
    @Advanced
    NoiseArea m_noiseArea = NoiseArea.OUTSIDE_CIRCLE;

    @Widget(title = "Inner radius (px)", description = "Inner radius of the ring about the centre of the pattern, 0 px "
        + "or more (default 100). Larger: less of the halo of the direct beam counts as noise.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsRing.class, type = EffectType.SHOW)
    @Layout(PatternSection.class)
    @Advanced
    double m_innerRadius = 100;

    @Widget(title = "Outer radius (px)", description = "Outer radius of the ring, larger than the inner radius "
        + "(default 128 px). Larger: more pixels, so that the noise is more certain, but perhaps spots or the dark "
        + "corners of a round detector.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsRing.class, type = EffectType.SHOW)
    @Layout(PatternSection.class)
    @Advanced
    double m_outerRadius = 128;

    @Widget(title = "Rule", description = "How the smallest prominence of a spot follows from the noise. "
        + "<b>Calibrated</b> (default) or as in the <b>paper</b>, section \"ePattern Registration strategy\".")
    @ValueSwitchWidget
    @ValueReference(RuleReference.class)
    @Layout(ThresholdSection.class)
    Rule m_rule = Rule.CALIBRATED;

    @Widget(title = "Factor (times the noise)", description = "The threshold in multiples of the noise that is left "
        + "after filtering, above 0 (default 4.5). Higher: fewer false spots, but weak true ones are lost. Lower: more "
        + "weak spots, and false ones in the noise.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsCalibrated.class, type = EffectType.SHOW)
    @Layout(ThresholdSection.class)
    double m_factor = 4.5;

    @Widget(title = "Floor (grey levels)", description = "Smallest threshold, 0 grey levels or more (default 0). Raise "
        + "it if spots are reported that are weaker than you care for.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsCalibrated.class, type = EffectType.SHOW)
    @Layout(ThresholdSection.class)
    double m_floor = 0;

    @Widget(title = "Factor (times the noise)", description = "The threshold in multiples of the noise of the "
        + "unfiltered pattern, above 0 (default 1, as in the paper). Higher: fewer false spots, but weak true ones are "
        + "lost.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsPaper.class, type = EffectType.SHOW)
    @Layout(ThresholdSection.class)
    double m_paperFactor = 1;

    @Widget(title = "Floor (grey levels)", description = "Smallest threshold, 0 grey levels or more (default 3, as in "
        + "the authors' macros). Higher: spots weaker than this are never reported.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsPaper.class, type = EffectType.SHOW)
    @Layout(ThresholdSection.class)
    double m_paperFloor = 3;

    @Widget(title = "Blur (px)", description = "Standard deviation of the Gaussian blur before maxima are sought, 0 to "
        + "20 px (default 2, as in the paper). Higher: less noise is taken for spots, but spots that lie close "
        + "together merge.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Dialogs.AtMostTwenty.class)
    @Effect(predicate = IsPaper.class, type = EffectType.SHOW)
    @Layout(ThresholdSection.class)
    double m_blur = 2;

    @Widget(title = "Radius of the smallest spots (px)", description = "The narrowest filter that spots are sought "
        + "with, in px; 0 (default) = pattern width / 128. Larger: single bright pixels are ignored, and so are very "
        + "small spots.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsCalibrated.class, type = EffectType.SHOW)
    @Layout(ThresholdSection.class)
    @Advanced
    double m_smallestRadius = 0;

    @Widget(title = "Radius of the largest spots (px)", description = "The widest filter that spots are sought with, "
        + "in px; 0 (default) = pattern width / 56. Larger: faint large discs are found better, and it takes longer.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsCalibrated.class, type = EffectType.SHOW)
    @Layout(ThresholdSection.class)
    @Advanced
    double m_largestRadius = 0;

    @Widget(title = "Largest number of spots", description = "Of a pattern with more spots than this, 1 or more "
        + "(default 150), the most significant are kept and the pattern is flagged. Higher: crowded patterns keep all "
        + "their spots, and take longer.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(ThresholdSection.class)
    int m_maxSpots = 150;

    @Widget(title = "Leave out spots at the edge", description = "Whether spots that touch the edge of the pattern are "
        + "left out. Off (default): they stay in the table with the flag \"edge\"; position and mean come from the "
        + "visible part.")
    @Layout(ThresholdSection.class)
    @Advanced
    boolean m_excludeEdges = false;

    @Widget(title = "Saturation (grey levels)", description = "Grey level at which the detector saturates; spots with "
        + "such pixels get the flag \"saturated\", because their mean is too low. 0 (default) = the largest value of "
        + "the sample type, where that is 8 or 16 bit without sign. Lower: more spots get the flag.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(ThresholdSection.class)
    @Advanced
    double m_saturation = 0;

    @Widget(title = "Refinement", description = "How positions become finer than a pixel, and where radius and mean "
        + "come from (default: weighted fit; the paper's centre of mass gives larger errors at low dose).")
    @Layout(RefinementSection.class)
    Refinement m_refinement = Refinement.WEIGHTED;

    @Widget(title = "Direct beam", description = "Where the direct beam is expected. It gets rank 1; the other spots "
        + "follow by falling significance. <b>From the scan</b> (default) is right unless the beam moves more than a "
        + "few radii during the scan; then choose <b>Each pattern</b>.")
    @ValueReference(BeamReference.class)
    @Layout(BeamSection.class)
    @Advanced
    Beam m_beam = Beam.SCAN;

    @Widget(title = "Direct beam x (px)", description = "Expected x of the direct beam in px, 0 or more (default 128; "
        + "the centre of a pattern is half its width). If the flag \"no direct beam\" is frequent, this number is "
        + "wrong.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsBeamGiven.class, type = EffectType.SHOW)
    @Layout(BeamSection.class)
    @Advanced
    double m_beamX = 128;

    @Widget(title = "Direct beam y (px)", description = "Expected y of the direct beam in px, 0 or more (default 128). "
        + "If the flag \"no direct beam\" is frequent, this number is wrong.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsBeamGiven.class, type = EffectType.SHOW)
    @Layout(BeamSection.class)
    @Advanced
    double m_beamY = 128;

    @Widget(title = "Centring", description = "Whether everything is shifted so that the direct beam lies in the "
        + "centre of the pattern, for scans in which it wanders (default off). The shift is sub-pixel and applied "
        + "once. Patterns without a direct beam stay where they are and get the flag \"not centred\".")
    @ValueSwitchWidget
    @Layout(BeamSection.class)
    Centring m_centring = Centring.OFF;

    @Widget(title = "Neighbour mean", description = "Whether spots are sought in the mean of each pattern and its "
        + "neighbours in the scan: up to three times less noise, but the resolution of the scan falls to three steps "
        + "(default off). <b>Alike neighbours</b> keeps grain borders sharp. The rows must be in scan order.")
    @ValueSwitchWidget
    @ValueReference(MeanReference.class)
    @Layout(MeanSection.class)
    Mean m_neighbourMean = Mean.OFF;

    @Widget(title = "Smallest correlation", description = "A neighbour counts if the correlation of its spots with "
        + "those of the central pattern is at least this, -1 to 1 (default 0.75). Direct beam and halo do not count, "
        + "and the correlation is corrected for noise: it is about 1 for the same crystal and 0 to 0.6 for another. "
        + "Higher: fewer neighbours, sharper borders, more noise.")
    @NumberInputWidget(minValidation = Dialogs.AtLeastMinusOne.class, maxValidation = Dialogs.AtMostOne.class)
    @Effect(predicate = IsAlike.class, type = EffectType.SHOW)
    @Layout(MeanSection.class)
    double m_minCorrelation = NeighbourMean.SAME_GRAIN;

    /** For loading. */
    RegisterParameters() {
    }

    /** For a node that is connected for the first time. */
    RegisterParameters(final NodeParametersInput input) {
        final DataTableSpec spec = input.getInTableSpec(0).orElse(null);
        m_patternColumn =
            Columns.guess(spec, DiffractionPatternValue.class, Schema.BACKGROUND_FREE_PATTERN, Schema.PATTERN);
        m_rawColumn = Columns.guessByName(spec, DiffractionPatternValue.class, Schema.PATTERN);
        if (m_rawColumn.equals(m_patternColumn) || spec != null && !spec.containsName(m_rawColumn)) {
            m_rawSource = RawSource.NONE;
        }
        if (spec != null && !spec.containsName(Schema.NOISE)) {
            m_noiseSource = NoiseSource.MEASURE;
        }
        m_noiseColumn = Columns.guessByName(spec, DoubleValue.class, Schema.NOISE);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_noiseSource == NoiseSource.MEASURE) {
            m_noiseArea.validate(m_innerRadius, m_outerRadius);
        }
        validateThreshold();
        Dialogs.check("Smallest correlation", m_minCorrelation, -1, 1, "");
        Dialogs.check("Saturation", m_saturation, 0, Double.POSITIVE_INFINITY, "grey levels");
        if (m_beam == Beam.GIVEN) {
            Dialogs.check("Direct beam x", m_beamX, 0, Double.MAX_VALUE, "px");
            Dialogs.check("Direct beam y", m_beamY, 0, Double.MAX_VALUE, "px");
        }
        try {
            settings();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private void validateThreshold() throws InvalidSettingsException {
        final boolean paper = m_rule == Rule.PAPER;
        Dialogs.checkPositive("Factor", paper ? m_paperFactor : m_factor, "");
        Dialogs.check("Floor", paper ? m_paperFloor : m_floor, 0, Double.MAX_VALUE, "grey levels");
        if (paper) {
            Dialogs.check("Blur", m_blur, 0, 20, "px");
        }
        Dialogs.check("Largest number of spots", m_maxSpots, 1, Integer.MAX_VALUE, "");
    }

    /** @return the engine's settings, without expectation of the direct beam unless it is given */
    RegisterSettings settings() {
        final boolean paper = m_rule == Rule.PAPER;
        final boolean given = m_beam == Beam.GIVEN;
        return new RegisterSettings(
            paper ? ThresholdRule.PAPER : ThresholdRule.CALIBRATED,
            paper ? m_paperFactor : m_factor, paper ? m_paperFloor : m_floor, m_blur, m_smallestRadius,
            m_largestRadius, m_maxSpots, org.epattern.register.Refinement.valueOf(m_refinement.name()),
            m_excludeEdges, given ? m_beamX : Double.NaN, given ? m_beamY : Double.NaN, Double.POSITIVE_INFINITY);
    }

    /**
     * @return what a worker needs besides the engine's settings to find the direct beam in single patterns: where the
     *         noise is measured and what is saturated, as here; neither centring nor neighbour mean
     */
    RegisterParameters forSinglePatterns() {
        final RegisterParameters copy = new RegisterParameters();
        copy.m_noiseArea = m_noiseArea;
        copy.m_innerRadius = m_innerRadius;
        copy.m_outerRadius = m_outerRadius;
        copy.m_saturation = m_saturation;
        return copy;
    }

    /** @return grey level at which patterns of this type saturate; infinity if they do not */
    double saturation(final SampleType type) {
        if (m_saturation > 0) {
            return m_saturation;
        }
        return type == SampleType.UINT8 || type == SampleType.UINT16 ? type.max() : Double.POSITIVE_INFINITY;
    }

    /** @return where the noise is measured */
    NoiseRegion noiseRegion() {
        return m_noiseArea.region(m_innerRadius, m_outerRadius);
    }
}
