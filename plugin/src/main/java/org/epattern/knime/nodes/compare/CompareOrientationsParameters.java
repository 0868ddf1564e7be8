// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.compare;

import java.util.List;

import org.epattern.compare.ComparisonSettings;
import org.epattern.knime.data.Columns;
import org.epattern.knime.data.Schema;
import org.epattern.knime.nodes.Dialogs;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of "Compare Orientations". */
@LoadDefaultsForAbsentFields
final class CompareOrientationsParameters implements NodeParameters {

    /** Number of the first optional input. */
    static final int SPOT_COUNTS = 3;

    @Section(title = "Result")
    interface ResultSection {
    }

    @Section(title = "Grain region")
    @After(ResultSection.class)
    interface RegionSection {
    }

    @Section(title = "Indexed points")
    @After(RegionSection.class)
    interface IndexedSection {
    }

    /** Columns with numbers of the table of spot counts; none as long as the optional input is not there. */
    static final class SpotCountColumns extends CompatibleColumnsProvider {
        SpotCountColumns() {
            super(DoubleValue.class);
        }

        @Override
        public int getInputTableIndex() {
            return SPOT_COUNTS;
        }

        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput context) {
            return context.getInPortSpecs().length > SPOT_COUNTS ? super.columnChoices(context) : List.of();
        }
    }

    @Widget(title = "Name", description = "What is compared, e.g. \"no filter\": written into every row of the "
        + "summary, so that the summaries of several comparisons can be put below each other (default empty).")
    @TextInputWidget(placeholder = "e.g. no filter")
    @Layout(ResultSection.class)
    String m_name = "";

    @Widget(title = "Spot count", description = "Column of the optional table with the number of spots of each point; "
        + "without that table it is not used.")
    @ChoicesProvider(SpotCountColumns.class)
    @Layout(RegionSection.class)
    String m_countColumn = Schema.SPOT_COUNT;

    @Widget(title = "Least spot count", description = "Points with at least so many spots, the direct beam included, "
        + "are the grain region, 0 or more (default 5 as in the paper, Fig. 5). Higher: only points with clear "
        + "patterns.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(RegionSection.class)
    int m_leastSpots = 5;

    @Widget(title = "Smallest reliability (%)", description = "Points with a smaller reliability are not indexed, 0 to "
        + "100 % (default 5: the paper takes less for too low, and 15 for very reliable). Higher: fewer false "
        + "orientations, and more missed crystals.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Dialogs.AtMostHundred.class)
    @Layout(IndexedSection.class)
    double m_reliability = 5;

    @Widget(title = "Smallest index", description = "Points with a smaller index are not indexed, 0 or more (default "
        + "0). Its scale depends on the software that made it; that of Match Patterns ends at 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(IndexedSection.class)
    double m_index = 0;

    @Widget(title = "Grain region only", description = "Whether points outside of the grain region are not indexed "
        + "either (default off), as where <i>Mask Results</i> has masked them by their spot count.")
    @Layout(IndexedSection.class)
    boolean m_grainRegionOnly = false;

    /** For loading. */
    CompareOrientationsParameters() {
    }

    /** For a node that is connected for the first time. */
    CompareOrientationsParameters(final NodeParametersInput input) {
        if (input.getInPortSpecs().length > SPOT_COUNTS) {
            m_countColumn = Columns.guess(input.getInTableSpec(SPOT_COUNTS).orElse(null), DoubleValue.class,
                Schema.SPOT_COUNT);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Dialogs.check("Least spot count", m_leastSpots, 0, Integer.MAX_VALUE, "spots");
        Dialogs.check("Smallest reliability", m_reliability, 0, 100, "%");
        Dialogs.check("Smallest index", m_index, 0, Double.MAX_VALUE, "");
    }

    /** @return the settings as the engine takes them */
    ComparisonSettings settings() {
        return new ComparisonSettings(m_index, m_reliability, m_leastSpots, m_grainRegionOnly);
    }
}
