// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.orientation;

import org.epattern.knime.nodes.Dialogs;
import org.epattern.knime.nodes.Limits;
import org.epattern.knime.nodes.MapColours;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of "Orientation Map". */
@LoadDefaultsForAbsentFields
final class OrientationMapParameters implements NodeParameters {

    @Section(title = "Pictures")
    interface PictureSection {
    }

    @Section(title = "Solutions")
    @After(PictureSection.class)
    interface SolutionSection {
    }

    @Section(title = "Grains")
    @After(SolutionSection.class)
    interface GrainSection {
    }

    @Section(title = "Combined map", description = "Orientations together with spot counts and an amorphous phase; "
        + "made if their maps are connected.")
    @After(GrainSection.class)
    interface CombinedSection {
    }

    @Widget(title = "Orientation along x", description = "Picture of the crystal direction along x of the pattern "
        + "(default off).")
    @Layout(PictureSection.class)
    boolean m_alongX = false;

    @Widget(title = "Orientation along y", description = "Picture of the crystal direction along y of the pattern "
        + "(default off).")
    @Layout(PictureSection.class)
    boolean m_alongY = false;

    @Widget(title = "Orientation along the beam", description = "Picture of the crystal direction along the beam "
        + "(default on).")
    @Layout(PictureSection.class)
    boolean m_alongBeam = true;

    @Widget(title = "Phases", description = "Picture with a colour per phase (default on).")
    @Layout(PictureSection.class)
    boolean m_phases = true;

    @Widget(title = "Index and reliability", description = "Pictures of the index and of the reliability (default "
        + "on).")
    @Layout(PictureSection.class)
    boolean m_quality = true;

    @Widget(title = "Grains", description = "Pictures of grain numbers, grain boundaries and kernel average "
        + "misorientation (default on).")
    @Layout(PictureSection.class)
    boolean m_grains = true;

    @Widget(title = "Colours", description = "Colours of the maps of numbers (default viridis).")
    @Layout(PictureSection.class)
    MapColours m_colours = MapColours.VIRIDIS;

    @Widget(title = "Smallest reliability (%)", description = "Points with a smaller reliability count as without "
        + "solution, 0 to 100 % (default 0: all are shown). The paper takes 15 for very reliable. Higher: fewer "
        + "wrong orientations, and more empty points.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Dialogs.AtMostHundred.class)
    @Layout(SolutionSection.class)
    double m_reliability = 0;

    @Widget(title = "Smallest index", description = "Points with a smaller index count as without solution, 0 to 1 "
        + "(default 0: all are shown). Higher: fewer wrong orientations, and more empty points.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Dialogs.AtMostOne.class)
    @Layout(SolutionSection.class)
    double m_index = 0;

    @Widget(title = "Misorientation of grains (degrees)", description = "Neighbouring points that differ by this or "
        + "more belong to different grains, above 0 to 180 degrees (default 5). Higher: fewer and larger grains.")
    @NumberInputWidget(minValidation = Limits.AtLeastHundredth.class, maxValidation = Limits.AtMostStraightAngle.class)
    @Layout(GrainSection.class)
    double m_limit = 5;

    @Widget(title = "Fewest points of a grain", description = "Smaller grains are left out, 1 or more (default 1: "
        + "none is left out). Higher: single odd points are no longer grains.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(GrainSection.class)
    int m_fewest = 1;

    @Widget(title = "Fewest spots of a crystal", description = "Points with fewer spots show the amorphous phase, or "
        + "nothing, 1 or more (default 5, as in the paper: four besides the direct beam). Higher: only points with "
        + "many spots show an orientation. Used if the maps of Spot Count Map are connected.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(CombinedSection.class)
    int m_fewestSpots = 5;

    @Widget(title = "Spots of full brightness", description = "From this number of spots on the colour is shown at "
        + "full brightness, at least the number above (default 15, as in the paper). Higher: more points look dim.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(CombinedSection.class)
    int m_assuredSpots = 15;

    @Widget(title = "Column of the amorphous phase", description = "Column of the maps of Virtual Detector that is "
        + "shown as grey where there is no crystal (default: mean of the annulus). Used if these maps are connected.")
    @TextInputWidget
    @Layout(CombinedSection.class)
    String m_amorphousColumn = "annulus mean";

    @Override
    public void validate() throws InvalidSettingsException {
        Dialogs.check("Smallest reliability", m_reliability, 0, 100, "%");
        Dialogs.check("Smallest index", m_index, 0, 1, "");
        Dialogs.check("Misorientation of grains", m_limit, 0.01, 180, "degrees");
        Dialogs.check("Fewest points of a grain", m_fewest, 1, Integer.MAX_VALUE, "points");
        Dialogs.check("Fewest spots of a crystal", m_fewestSpots, 1, Integer.MAX_VALUE, "spots");
        Dialogs.check("Spots of full brightness", m_assuredSpots, m_fewestSpots, Integer.MAX_VALUE, "spots");
    }
}
