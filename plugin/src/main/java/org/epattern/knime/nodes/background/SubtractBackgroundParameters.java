// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.background;

import org.epattern.knime.data.Columns;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.Schema;
import org.epattern.knime.nodes.Dialogs;
import org.epattern.knime.nodes.Limits;
import org.epattern.knime.nodes.NoiseArea;
import org.epattern.prepare.BackgroundMethod;
import org.epattern.prepare.BackgroundSettings;
import org.epattern.register.NoiseRegion;
import org.epattern.scan.SampleType;
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

/** Settings of "Subtract Background". */
@LoadDefaultsForAbsentFields
final class SubtractBackgroundParameters implements NodeParameters {

    @Section(title = "Background")
    interface BackgroundSection {
    }

    @Section(title = "Noise")
    @After(BackgroundSection.class)
    interface NoiseSection {
    }

    @Section(title = "Result")
    @After(NoiseSection.class)
    interface ResultSection {
    }

    /** How the background is found. */
    enum Method {
        @Label(value = "Rolling ball", description = "A ball rolls below the grey levels; what it cannot reach stays. "
            + "The method of the paper.")
        ROLLING_BALL(BackgroundMethod.ROLLING_BALL),
        @Label(value = "Sliding paraboloid", description = "A paraboloid slides below the grey levels: smoother, and "
            + "what the authors' ImageJ macros do (with a radius of one tenth of the pattern width).")
        SLIDING_PARABOLOID(BackgroundMethod.SLIDING_PARABOLOID),
        @Label(value = "None", description = "Nothing is subtracted; only the noise is measured. For patterns that "
            + "have no background, or lost it before.")
        NONE(BackgroundMethod.NONE);

        private final BackgroundMethod m_method;

        Method(final BackgroundMethod method) {
            m_method = method;
        }
    }

    /** Sample type of the result. */
    enum ResultType {
        @Label(value = "Signed", description = "Wide enough for values below zero: 8-bit patterns become 16 bit "
            + "signed, 16 bit becomes 32 bit signed, floating point stays as it is.")
        SIGNED,
        @Label(value = "As the input", description = "The sample type of the pattern; values below zero become zero "
            + "where the type has no sign.")
        AS_INPUT
    }

    /** What becomes of the background-free patterns. */
    enum Storage {
        @Label(value = "Computed when needed", description = "The table remembers how the background is subtracted, "
            + "and does it whenever a pattern is read. Nothing is written; the patterns are those that would be stored,"
            + " to the last bit. They need the measured patterns: with linked patterns, the file of the scan.")
        COMPUTED,
        @Label(value = "Stored", description = "The patterns are computed now and written, twice the size of an 8-bit "
            + "scan. Quicker if a later step reads every pattern several times, as the neighbour mean does.")
        STORED
    }

    interface MethodReference extends ParameterReference<Method> {
    }

    interface AreaReference extends ParameterReference<NoiseArea> {
    }

    static final class HasBackground implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodReference.class).isOneOf(Method.ROLLING_BALL, Method.SLIDING_PARABOLOID);
        }
    }

    static final class IsRing implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(AreaReference.class).isOneOf(NoiseArea.RING);
        }
    }

    @Widget(title = "Pattern column", description = "The patterns as measured.")
    @ChoicesProvider(Dialogs.PatternColumns.class)
    @Layout(BackgroundSection.class)
    String m_patternColumn = Schema.PATTERN;

    @Widget(title = "Method", description = "How the background is found (default: rolling ball, as in the paper).")
    @ValueReference(MethodReference.class)
    @Layout(BackgroundSection.class)
    Method m_method = Method.ROLLING_BALL;

    @Widget(title = "Radius (px)", description = "Radius of the ball, or of curvature of the paraboloid, above 0 px "
        + "(default 20, as in the paper). It must be larger than the largest spot. Smaller: the background follows the "
        + "halo more closely, but large spots are worn away and their mean becomes too low. Larger: spots are safe, "
        + "but more of the halo stays.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Limits.AtMostTenThousand.class)
    @Effect(predicate = HasBackground.class, type = EffectType.SHOW)
    @Layout(BackgroundSection.class)
    double m_radius = 20;

    @Widget(title = "Smoothing", description = "Whether the background is taken from a slightly smoothed copy (3 x 3 "
        + "px) of the pattern (default on, as in ImageJ). Without it the background follows the lowest noise, and all "
        + "grey levels of the result are too high by about the noise. The result itself is never smoothed.")
    @Effect(predicate = HasBackground.class, type = EffectType.SHOW)
    @Layout(BackgroundSection.class)
    @Advanced
    boolean m_smooth = true;

    @Widget(title = "Noise region", description = "Where the noise of the raw pattern is measured, as the standard "
        + "deviation of its pixels. It should hold as few spots as possible; the smallest prominence of a spot follows "
        + "from it (paper, Fig. 3).")
    @ValueReference(AreaReference.class)
    @Layout(NoiseSection.class)
    @Advanced
    NoiseArea m_noiseArea = NoiseArea.OUTSIDE_CIRCLE;

    @Widget(title = "Inner radius (px)", description = "Inner radius of the ring about the centre of the pattern, 0 px "
        + "or more (default 100). Larger: less of the halo of the direct beam counts as noise.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsRing.class, type = EffectType.SHOW)
    @Layout(NoiseSection.class)
    @Advanced
    double m_innerRadius = 100;

    @Widget(title = "Outer radius (px)", description = "Outer radius of the ring, larger than the inner radius "
        + "(default 128 px). It may be larger than the pattern. Larger: more pixels, so that the noise is more "
        + "certain, but perhaps spots or the dark corners of a round detector.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsRing.class, type = EffectType.SHOW)
    @Layout(NoiseSection.class)
    @Advanced
    double m_outerRadius = 128;

    @Widget(title = "Sample type", description = "Number type of the background-free pattern. <b>Signed</b> (default) "
        + "keeps values below zero, so that noise stays balanced about zero and faint spots keep their mean. <b>As the "
        + "input</b> takes half the disk space where patterns are stored.")
    @ValueSwitchWidget
    @Layout(ResultSection.class)
    ResultType m_resultType = ResultType.SIGNED;

    @Widget(title = "Storage", description = "What becomes of the background-free patterns (default: computed when "
        + "needed).")
    @ValueSwitchWidget
    @Layout(ResultSection.class)
    Storage m_storage = Storage.COMPUTED;

    @Widget(title = "Keep the original column", description = "Whether the raw patterns stay in the table beside the "
        + "new ones (default on). It costs no disk space.")
    @Layout(ResultSection.class)
    boolean m_keepOriginal = true;

    /** For loading. */
    SubtractBackgroundParameters() {
    }

    /** For a node that is connected for the first time. */
    SubtractBackgroundParameters(final NodeParametersInput input) {
        m_patternColumn = Columns.guess(input.getInTableSpec(0).orElse(null), DiffractionPatternValue.class,
            Schema.PATTERN);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_method != Method.NONE) {
            Dialogs.checkPositive("Radius", m_radius, "px");
            Dialogs.check("Radius", m_radius, 0, 10_000, "px");
        }
        m_noiseArea.validate(m_innerRadius, m_outerRadius);
    }

    /** @return how the background is subtracted */
    BackgroundSettings background() {
        return new BackgroundSettings(m_method.m_method, m_radius, m_smooth);
    }

    /** @return where the noise is measured */
    NoiseRegion noiseRegion() {
        return m_noiseArea.region(m_innerRadius, m_outerRadius);
    }

    /** @return sample type of the result */
    SampleType resultType(final SampleType input) {
        return m_resultType == ResultType.SIGNED && m_method != Method.NONE ? input.signed() : input;
    }
}
