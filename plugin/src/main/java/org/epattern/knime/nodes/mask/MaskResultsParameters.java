// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.mask;

import org.epattern.knime.data.Columns;
import org.epattern.knime.data.Schema;
import org.epattern.knime.nodes.Dialogs;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
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

/** Settings of "Mask Results". */
@LoadDefaultsForAbsentFields
final class MaskResultsParameters implements NodeParameters {

    @Section(title = "Results")
    interface ResultSection {
    }

    @Section(title = "Map")
    @After(ResultSection.class)
    interface MapSection {
    }

    @Section(title = "Conditions", description = "A scan point is kept if all conditions hold.")
    @After(MapSection.class)
    interface ConditionSection {
    }

    @Section(title = "Masked rows")
    @After(ConditionSection.class)
    interface ActionSection {
    }

    /** What happens to rows that are masked. */
    enum Action {
        @Label(value = "Flag", description = "All rows stay as they are; a new column says which are masked.")
        FLAG,
        @Label(value = "Missing", description = "Masked rows stay, but all their values except the scan position "
            + "become missing, so that maps of the results keep their shape.")
        MISSING,
        @Label(value = "Drop", description = "Masked rows are removed.")
        DROP
    }

    interface ReliabilityReference extends ParameterReference<Boolean> {
    }

    interface IndexReference extends ParameterReference<Boolean> {
    }

    static final class HasReliability implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(ReliabilityReference.class).isTrue();
        }
    }

    static final class HasIndex implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(IndexReference.class).isTrue();
        }
    }

    @Widget(title = "Scan x of the results", description = "Column with the scan position along the fast axis, from 0.")
    @ChoicesProvider(Dialogs.IntegerColumns.class)
    @Layout(ResultSection.class)
    String m_resultX = Schema.SCAN_X;

    @Widget(title = "Scan y of the results", description = "Column with the scan line, from 0.")
    @ChoicesProvider(Dialogs.IntegerColumns.class)
    @Layout(ResultSection.class)
    String m_resultY = Schema.SCAN_Y;

    @Widget(title = "Scan x of the map", description = "Column with the scan position along the fast axis, from 0.")
    @ChoicesProvider(Dialogs.SecondIntegerColumns.class)
    @Layout(MapSection.class)
    @Advanced
    String m_mapX = Schema.SCAN_X;

    @Widget(title = "Scan y of the map", description = "Column with the scan line, from 0.")
    @ChoicesProvider(Dialogs.SecondIntegerColumns.class)
    @Layout(MapSection.class)
    @Advanced
    String m_mapY = Schema.SCAN_Y;

    @Widget(title = "Spot count", description = "Column of the map table with the number of spots of each pattern.")
    @ChoicesProvider(Dialogs.SecondNumberColumns.class)
    @Layout(MapSection.class)
    String m_countColumn = Schema.SPOT_COUNT;

    @Widget(title = "Least spot count", description = "Points with fewer spots are masked, 0 or more (default 5 = 3 + "
        + "direct beam + 1: three points besides the direct beam are too few to fit a template; paper, section "
        + "\"Results in ACOM-Astar\"). Higher: only well-diffracting crystals remain; lower: amorphous parts creep in.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(ConditionSection.class)
    int m_minCount = 5;

    @Widget(title = "Use reliability", description = "Whether points with a low reliability of the match are masked as "
        + "well (default off).")
    @ValueReference(ReliabilityReference.class)
    @Layout(ConditionSection.class)
    boolean m_useReliability = false;

    @Widget(title = "Reliability", description = "Column of the results with the reliability (paper, Eq. 2).")
    @ChoicesProvider(Dialogs.NumberColumns.class)
    @Effect(predicate = HasReliability.class, type = EffectType.SHOW)
    @Layout(ConditionSection.class)
    String m_reliabilityColumn = "reliability";

    @Widget(title = "Least reliability", description = "Points below it are masked, any number (default 5). In the "
        + "paper, below 5 counts as too low and above 15 as very reliable.")
    @Effect(predicate = HasReliability.class, type = EffectType.SHOW)
    @Layout(ConditionSection.class)
    double m_minReliability = 5;

    @Widget(title = "Use index", description = "Whether points with a low matching index are masked as well (default "
        + "off).")
    @ValueReference(IndexReference.class)
    @Layout(ConditionSection.class)
    boolean m_useIndex = false;

    @Widget(title = "Index", description = "Column of the results with the matching index, the cross-correlation score "
        + "(paper, Eq. 1).")
    @ChoicesProvider(Dialogs.NumberColumns.class)
    @Effect(predicate = HasIndex.class, type = EffectType.SHOW)
    @Layout(ConditionSection.class)
    String m_indexColumn = "index";

    @Widget(title = "Least index", description = "Points below it are masked, any number (default 0). Its scale "
        + "depends on the software that made it.")
    @Effect(predicate = HasIndex.class, type = EffectType.SHOW)
    @Layout(ConditionSection.class)
    double m_minIndex = 0;

    @Widget(title = "Masked rows", description = "What happens to the rows of masked points (default: flag).")
    @ValueSwitchWidget
    @Layout(ActionSection.class)
    Action m_action = Action.FLAG;

    /** For loading. */
    MaskResultsParameters() {
    }

    /** For a node that is connected for the first time. */
    MaskResultsParameters(final NodeParametersInput input) {
        final DataTableSpec results = input.getInTableSpec(0).orElse(null);
        final DataTableSpec map = input.getInTableSpec(1).orElse(null);
        m_resultX = Columns.guessByName(results, IntValue.class, Schema.SCAN_X, "x", "X");
        m_resultY = Columns.guessByName(results, IntValue.class, Schema.SCAN_Y, "y", "Y");
        m_reliabilityColumn = Columns.guessByName(results, DoubleValue.class, "reliability", "Reliability");
        m_indexColumn = Columns.guessByName(results, DoubleValue.class, "index", "Index");
        m_countColumn = Columns.guess(map, DoubleValue.class, Schema.SPOT_COUNT);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Dialogs.check("Least spot count", m_minCount, 0, Integer.MAX_VALUE, "spots");
        if (m_useReliability && !Double.isFinite(m_minReliability)) {
            throw new InvalidSettingsException("\"Least reliability\" is " + m_minReliability + "; expected a number");
        }
        if (m_useIndex && !Double.isFinite(m_minIndex)) {
            throw new InvalidSettingsException("\"Least index\" is " + m_minIndex + "; expected a number");
        }
    }
}
