// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.astar;

import org.epattern.knime.data.Columns;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.Schema;
import org.epattern.knime.nodes.Dialogs;
import org.epattern.prepare.AstarFilterSettings;
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
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of "ASTAR Filter". */
@LoadDefaultsForAbsentFields
final class AstarFilterParameters implements NodeParameters {

    @Section(title = "Filter")
    interface FilterSection {
    }

    @Section(title = "Result")
    @After(FilterSection.class)
    interface ResultSection {
    }

    /** Sample type of the result. */
    enum ResultType {
        @Label(value = "32 bit float", description = "Keeps the fractions that the filters make: nothing faint is lost "
            + "by rounding.")
        FLOAT,
        @Label(value = "As the input", description = "Rounds to whole grey levels where the pattern has whole ones, "
            + "and cuts off at the end of its range; a quarter of the disk space for 8-bit patterns that are stored.")
        AS_INPUT;

        SampleType of(final SampleType input) {
            return this == FLOAT && input != SampleType.FLOAT64 ? SampleType.FLOAT32 : input;
        }
    }

    /** What becomes of the filtered patterns. */
    enum Storage {
        @Label(value = "Computed when needed", description = "The table remembers the filter, and applies it whenever "
            + "a pattern is read. Nothing is written; the patterns are those that would be stored, to the last bit. "
            + "They need the measured patterns: with linked patterns, the file of the scan. Patterns that are "
            + "computed already, such as background-free ones, are stored.")
        COMPUTED,
        @Label(value = "Stored", description = "The patterns are computed now and written.")
        STORED
    }

    @Widget(title = "Pattern column", description = "The patterns to be filtered; ASTAR is given them as measured.")
    @ChoicesProvider(Dialogs.PatternColumns.class)
    @Layout(FilterSection.class)
    String m_patternColumn = Schema.PATTERN;

    @Widget(title = "Softening loops", description = "How often the mean of its surroundings is subtracted from every "
        + "pixel, and what becomes negative is set to zero: 0 to 100 (default 1). The first of the three numbers by "
        + "which the paper names a filter, e.g. (1, 2, 0). More: less halo, but also less of everything that is "
        + "larger than the surroundings.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Dialogs.AtMostHundred.class)
    @Layout(FilterSection.class)
    int m_softeningLoops = AstarFilterSettings.DEFAULT.softeningLoops();

    @Widget(title = "Spot enhance loops", description = "How often the pattern is then smoothed with the matrix "
        + "[1 1 1; 1 8 1; 1 1 1] / 16: 0 to 100 (default 2; the paper's optimised filter has 4). More: lower noise, "
        + "and wider, fainter spots.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Dialogs.AtMostHundred.class)
    @Layout(FilterSection.class)
    int m_spotEnhanceLoops = AstarFilterSettings.DEFAULT.spotEnhanceLoops();

    @Widget(title = "Noise threshold (grey levels)", description = "Pixels that are then lower become zero: 0 or more, "
        + "in grey levels of the pattern (default 0; the paper's optimised filter has 10, in 8-bit patterns, where 0 "
        + "to 255 makes sense). Higher: less noise is left, and fewer faint spots.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(FilterSection.class)
    double m_noiseThreshold = AstarFilterSettings.DEFAULT.noiseThreshold();

    @Widget(title = "Softening radius (px)", description = "Radius of the surroundings of a pixel in a softening loop, "
        + "1 to 100 px (default 1, the 3 x 3 pixels that the paper names). The paper calls it R and does not say "
        + "whether it can be changed. Larger: spots that are flat over more than three pixels keep their inside.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Dialogs.AtMostHundred.class)
    @Layout(FilterSection.class)
    @Advanced
    int m_softeningRadius = AstarFilterSettings.DEFAULT.softeningRadius();

    @Widget(title = "Sample type", description = "Number type of the filtered pattern (default: 32 bit float).")
    @ValueSwitchWidget
    @Layout(ResultSection.class)
    ResultType m_resultType = ResultType.FLOAT;

    @Widget(title = "Storage", description = "What becomes of the filtered patterns (default: computed when needed).")
    @ValueSwitchWidget
    @Layout(ResultSection.class)
    Storage m_storage = Storage.COMPUTED;

    /** For loading. */
    AstarFilterParameters() {
    }

    /** For a node that is connected for the first time. */
    AstarFilterParameters(final NodeParametersInput input) {
        m_patternColumn = Columns.guess(input.getInTableSpec(0).orElse(null), DiffractionPatternValue.class,
            Schema.PATTERN);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Dialogs.check("Softening loops", m_softeningLoops, 0, AstarFilterSettings.MAX_LOOPS, "");
        Dialogs.check("Spot enhance loops", m_spotEnhanceLoops, 0, AstarFilterSettings.MAX_LOOPS, "");
        Dialogs.check("Noise threshold", m_noiseThreshold, 0, Double.MAX_VALUE, "grey levels");
        Dialogs.check("Softening radius", m_softeningRadius, 1, AstarFilterSettings.MAX_RADIUS, "px");
    }

    /** @return the engine's settings */
    AstarFilterSettings filter() {
        return new AstarFilterSettings(m_softeningLoops, m_spotEnhanceLoops, m_noiseThreshold, m_softeningRadius);
    }
}
