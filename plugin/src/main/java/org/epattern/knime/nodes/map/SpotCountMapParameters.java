// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.map;

import java.util.List;

import org.epattern.knime.nodes.Dialogs;
import org.epattern.knime.nodes.MapColours;
import org.epattern.maps.DarkField;
import org.epattern.maps.MapSelection;
import org.epattern.maps.Region;
import org.epattern.maps.SpotIntensity;
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

/** Settings of "Spot Count Map". */
@LoadDefaultsForAbsentFields
final class SpotCountMapParameters implements NodeParameters {

    @Section(title = "Maps")
    interface MapSection {
    }

    @Section(title = "Dark field", description = "Which reflections the virtual dark field sums up.")
    @After(MapSection.class)
    interface DarkFieldSection {
    }

    @Section(title = "Pictures")
    @After(DarkFieldSection.class)
    interface PictureSection {
    }

    @Section(title = "Scan size")
    @After(PictureSection.class)
    interface SizeSection {
    }

    /** What counts as the intensity of a reflection. */
    enum Intensity {
        @Label(value = "Mean", description = "Mean grey level within the radius, as in the paper.")
        MEAN,
        @Label(value = "Integrated", description = "Mean times area: what a detector of that shape would count.")
        INTEGRATED
    }

    /** What the position of the dark-field region counts from. */
    enum Origin {
        @Label(value = "Direct beam", description = "The direct beam of each pattern; where there is none, the mean "
            + "direct beam of the scan.")
        DIRECT_BEAM,
        @Label(value = "Pattern centre", description = "The centre of the pattern.")
        PATTERN_CENTRE
    }

    /** Where the scan size comes from. */
    enum ScanSize {
        @Label(value = "Automatic", description = "As the tables know it.")
        AUTO,
        @Label(value = "Given", description = "Stated here.")
        GIVEN
    }

    interface DarkFieldReference extends ParameterReference<Boolean> {
    }

    interface ScanSizeReference extends ParameterReference<ScanSize> {
    }

    static final class HasDarkField implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(DarkFieldReference.class).isTrue();
        }
    }

    static final class IsGiven implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ScanSizeReference.class).isOneOf(ScanSize.GIVEN);
        }
    }

    @Widget(title = "Spot count", description = "Number of reflections of each pattern, the direct beam included "
        + "(default on). 5 and more mean crystalline (paper, Fig. 2c and 5); Mask Results uses it.")
    @Layout(MapSection.class)
    boolean m_spotCount = true;

    @Widget(title = "Virtual bright field", description = "Intensity of the direct beam (default on): dark where the "
        + "specimen is thick or diffracts strongly; 0 where a pattern has no direct beam.")
    @Layout(MapSection.class)
    boolean m_brightField = true;

    @Widget(title = "Sum of all spots", description = "Summed intensity of all reflections, the direct beam included "
        + "(default on).")
    @Layout(MapSection.class)
    boolean m_allSpots = true;

    @Widget(title = "Noise", description = "Standard deviation of the noise of each pattern (default on). Known only "
        + "if a table of patterns with a noise column is connected at the second input; else this map is left out.")
    @Layout(MapSection.class)
    boolean m_noise = true;

    @Widget(title = "Threshold", description = "Smallest prominence that counted as a spot (default on). Known only if "
        + "the table of patterns from Adaptive Peak Register is connected at the second input; else this map is left "
        + "out.")
    @Layout(MapSection.class)
    boolean m_threshold = true;

    @Widget(title = "Virtual dark field", description = "Summed intensity of the reflections chosen below (default "
        + "off): shows where a grain, a phase or an amorphous ring is.")
    @ValueReference(DarkFieldReference.class)
    @Layout(MapSection.class)
    boolean m_darkField = false;

    @Widget(title = "Intensity", description = "What counts as the intensity of a reflection in bright field, dark "
        + "field and sum (default: mean, as in the paper).")
    @ValueSwitchWidget
    @Layout(MapSection.class)
    @Advanced
    Intensity m_intensity = Intensity.MEAN;

    @Widget(title = "Position counts from", description = "What the position of the region counts from (default: "
        + "direct beam, so that a wandering beam does not matter).")
    @ValueSwitchWidget
    @Effect(predicate = HasDarkField.class, type = EffectType.SHOW)
    @Layout(DarkFieldSection.class)
    Origin m_origin = Origin.DIRECT_BEAM;

    @Widget(title = "Region x (px)", description = "Centre of the region, px to the right of the origin, any number "
        + "(default 0). With a small outer radius it picks one reflection.")
    @Effect(predicate = HasDarkField.class, type = EffectType.SHOW)
    @Layout(DarkFieldSection.class)
    double m_regionX = 0;

    @Widget(title = "Region y (px)", description = "Centre of the region, px below the origin, any number (default 0). "
        + "Larger: the region lies further down.")
    @Effect(predicate = HasDarkField.class, type = EffectType.SHOW)
    @Layout(DarkFieldSection.class)
    double m_regionY = 0;

    @Widget(title = "Inner radius (px)", description = "Reflections nearer to the centre of the region do not count, 0 "
        + "px or more (default 0: a disc). Above 0 the region is a ring, like an annular detector. Larger: a narrower "
        + "ring.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = HasDarkField.class, type = EffectType.SHOW)
    @Layout(DarkFieldSection.class)
    double m_innerRadius = 0;

    @Widget(title = "Outer radius (px)", description = "Reflections further from the centre of the region do not "
        + "count, larger than the inner radius (default 1000 px: all). Smaller: only reflections near the centre of "
        + "the region count.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = HasDarkField.class, type = EffectType.SHOW)
    @Layout(DarkFieldSection.class)
    double m_outerRadius = 1000;

    @Widget(title = "Smallest rank", description = "Reflections of lower rank do not count, 1 or more (default 2: "
        + "without the direct beam). Higher: only the less significant reflections count.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = HasDarkField.class, type = EffectType.SHOW)
    @Layout(DarkFieldSection.class)
    int m_minRank = 2;

    @Widget(title = "Largest rank", description = "Reflections of higher rank do not count, not below the smallest "
        + "rank (default 10000: all). Smaller: only the most significant reflections.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = HasDarkField.class, type = EffectType.SHOW)
    @Layout(DarkFieldSection.class)
    int m_maxRank = 10_000;

    @Widget(title = "Smallest mean (grey levels)", description = "Weaker reflections do not count, in grey levels, 0 "
        + "or more (default 0: all). Raise it to leave out what may be noise.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = HasDarkField.class, type = EffectType.SHOW)
    @Layout(DarkFieldSection.class)
    @Advanced
    double m_minMean = 0;

    @Widget(title = "Smallest prominence (grey levels)", description = "Less prominent reflections do not count, in "
        + "grey levels, 0 or more (default 0: all). Higher: only reflections that stand out clearly count.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = HasDarkField.class, type = EffectType.SHOW)
    @Layout(DarkFieldSection.class)
    @Advanced
    double m_minProminence = 0;

    @Widget(title = "Colours", description = "Colours of the pictures (default viridis). The numbers do not depend on "
        + "it.")
    @Layout(PictureSection.class)
    MapColours m_colours = MapColours.VIRIDIS;

    @Widget(title = "Scan size", description = "Size of the maps. <b>Automatic</b> (default) takes what Load 4D-STEM "
        + "wrote into the tables; points without any reflection are then counted as empty.")
    @ValueSwitchWidget
    @ValueReference(ScanSizeReference.class)
    @Layout(SizeSection.class)
    @Advanced
    ScanSize m_scanSize = ScanSize.AUTO;

    @Widget(title = "Scan width (scan points)", description = "Scan points in a line, 1 or more (default 100). If the "
        + "maps look sheared, this number is wrong.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @Layout(SizeSection.class)
    @Advanced
    int m_scanWidth = 100;

    @Widget(title = "Scan height (lines)", description = "Number of lines, 1 or more (default 100). Higher: the maps "
        + "get empty lines at the bottom.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @Layout(SizeSection.class)
    @Advanced
    int m_scanHeight = 100;

    @Override
    public void validate() throws InvalidSettingsException {
        if (!(m_spotCount || m_brightField || m_allSpots || m_noise || m_threshold || m_darkField)) {
            throw new InvalidSettingsException("No map is chosen; choose at least one");
        }
        if (m_darkField) {
            Dialogs.check("Smallest rank", m_minRank, 1, Integer.MAX_VALUE, "");
            Dialogs.check("Smallest mean", m_minMean, 0, Double.MAX_VALUE, "grey levels");
            Dialogs.check("Smallest prominence", m_minProminence, 0, Double.MAX_VALUE, "grey levels");
        }
        if (m_scanSize == ScanSize.GIVEN) {
            Dialogs.check("Scan width", m_scanWidth, 1, Integer.MAX_VALUE, "scan points");
            Dialogs.check("Scan height", m_scanHeight, 1, Integer.MAX_VALUE, "lines");
        }
        try {
            selection(true, true);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /**
     * @param noiseKnown whether a table knows the noise of the patterns
     * @param thresholdKnown whether a table knows the thresholds
     * @return which maps
     */
    MapSelection selection(final boolean noiseKnown, final boolean thresholdKnown) {
        return new MapSelection(m_spotCount, m_brightField, m_allSpots, m_noise && noiseKnown,
            m_threshold && thresholdKnown, m_darkField ? List.of(darkField()) : List.of(),
            SpotIntensity.valueOf(m_intensity.name()));
    }

    private DarkField darkField() {
        final Region region = new Region(Region.Origin.valueOf(m_origin.name()), m_regionX, m_regionY, m_innerRadius,
            m_outerRadius);
        return new DarkField("virtual dark field", region, m_minRank, m_maxRank,
            m_minMean == 0 ? Double.NEGATIVE_INFINITY : m_minMean, Double.POSITIVE_INFINITY,
            m_minProminence == 0 ? Double.NEGATIVE_INFINITY : m_minProminence, Double.POSITIVE_INFINITY);
    }
}
