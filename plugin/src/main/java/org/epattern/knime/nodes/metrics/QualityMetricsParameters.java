// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.metrics;

import org.epattern.knime.data.Columns;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.Schema;
import org.epattern.knime.nodes.Dialogs;
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
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** Settings of "Quality Metrics". */
@LoadDefaultsForAbsentFields
final class QualityMetricsParameters implements NodeParameters {

    @Section(title = "Patterns")
    interface PatternSection {
    }

    @Section(title = "Metrics")
    @After(PatternSection.class)
    interface MetricSection {
    }

    interface ReductionReference extends ParameterReference<Boolean> {
    }

    static final class HasReduction implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(ReductionReference.class).isTrue();
        }
    }

    @Widget(title = "Reference column", description = "The patterns that count as right, in the first table: usually "
        + "the background-free ones.")
    @ChoicesProvider(Dialogs.PatternColumns.class)
    @Layout(PatternSection.class)
    String m_referenceColumn = Schema.BACKGROUND_FREE_PATTERN;

    @Widget(title = "Compared column", description = "The patterns that are judged, in the second table: usually the "
        + "rebuilt ones. They must have the size of the reference.")
    @ChoicesProvider(Dialogs.SecondPatternColumns.class)
    @Layout(PatternSection.class)
    String m_comparedColumn = Schema.REBUILT_PATTERN;

    @Widget(title = "Data range (grey levels)", description = "Largest possible minus smallest possible grey level of "
        + "the detector, above 0 (default 255, right for 8 bit; 65535 for 16 bit). PSNR and SSIM rise with it, so "
        + "compare only figures of the same range; intensity differences are given as a share of it.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(PatternSection.class)
    double m_dataRange = 255;

    @Widget(title = "PSNR", description = "Peak signal-to-noise ratio in dB (default on): higher is more alike; "
        + "infinite for equal patterns.")
    @Layout(MetricSection.class)
    boolean m_psnr = true;

    @Widget(title = "SSIM", description = "Structural similarity (Wang et al. 2004; default on): 1 for equal patterns, "
        + "near 0 for patterns that have nothing in common. The slowest of the figures.")
    @Layout(MetricSection.class)
    boolean m_ssim = true;

    @Widget(title = "RMSE", description = "Root-mean-square error in grey levels (default on): 0 for equal patterns.")
    @Layout(MetricSection.class)
    boolean m_rmse = true;

    @Widget(title = "Intensity and position of the spots", description = "How well the mean grey level (paper, Fig. "
        + "4e, f) and the position (Fig. 4d) of the spots are kept (default on). Calculated only if the reflections "
        + "are connected at the third input.")
    @Layout(MetricSection.class)
    boolean m_spots = true;

    @Widget(title = "Data reduction", description = "How many times smaller the reflection table is than the original "
        + "patterns (default on). Calculated only if the reflections are connected at the third input.")
    @ValueReference(ReductionReference.class)
    @Layout(MetricSection.class)
    boolean m_reduction = true;

    @Widget(title = "Original column", description = "The patterns, in the first table, that the size of the "
        + "reflection table is compared with: the ones as measured, because the background-free ones take more space. "
        + "Only the size is asked, the patterns are not read.")
    @ChoicesProvider(Dialogs.PatternColumns.class)
    @Effect(predicate = HasReduction.class, type = EffectType.SHOW)
    @Layout(MetricSection.class)
    @Advanced
    String m_originalColumn = Schema.PATTERN;

    /** For loading. */
    QualityMetricsParameters() {
    }

    /** For a node that is connected for the first time. */
    QualityMetricsParameters(final NodeParametersInput input) {
        m_referenceColumn = Columns.guess(input.getInTableSpec(0).orElse(null), DiffractionPatternValue.class,
            Schema.BACKGROUND_FREE_PATTERN, Schema.PATTERN);
        m_comparedColumn = Columns.guess(input.getInTableSpec(1).orElse(null), DiffractionPatternValue.class,
            Schema.REBUILT_PATTERN, Schema.MASKED_PATTERN);
        m_originalColumn = Columns.guess(input.getInTableSpec(0).orElse(null), DiffractionPatternValue.class,
            Schema.PATTERN);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Dialogs.checkPositive("Data range", m_dataRange, "grey levels");
        if (!(m_psnr || m_ssim || m_rmse || m_spots || m_reduction)) {
            throw new InvalidSettingsException("No metric is chosen; choose at least one");
        }
    }
}
