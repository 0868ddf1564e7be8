// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.bank;

import org.epattern.knime.nodes.Dialogs;
import org.epattern.knime.nodes.Limits;
import org.epattern.match.DiffractionSettings;
import org.epattern.match.Relrod;
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
import org.knime.node.parameters.widget.text.TextAreaWidget;

/** Settings of "Simulate Template Bank". */
@LoadDefaultsForAbsentFields
final class SimulateBankParameters implements NodeParameters {

    @Section(title = "Crystals")
    interface CrystalSection {
    }

    @Section(title = "Orientations")
    @After(CrystalSection.class)
    interface OrientationSection {
    }

    @Section(title = "Diffraction")
    @After(OrientationSection.class)
    interface DiffractionSection {
    }

    /** What the fall of the intensity along a relrod is given by. */
    enum Fall {
        @Label(value = "Relrod length", description = "A smooth bell that ends at a given excitation error: what thin, "
            + "bent or mosaic crystals and a slightly convergent beam make of it.")
        LENGTH,
        @Label(value = "Thickness", description = "The squared sinc of a perfect plate of a given thickness.")
        THICKNESS
    }

    interface FallReference extends ParameterReference<Fall> {
    }

    static final class IsLength implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FallReference.class).isOneOf(Fall.LENGTH);
        }
    }

    static final class IsThickness implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FallReference.class).isOneOf(Fall.THICKNESS);
        }
    }

    @Widget(title = "CIF files", description = "One or more CIF files, one per line: a path on this computer, a "
        + "<tt>file:</tt> address, or a <tt>knime://</tt> address. A folder stands for all CIF files in it. The name "
        + "of the file without its ending names the phase. A workflow variable can set it.")
    @TextAreaWidget
    @Layout(CrystalSection.class)
    String m_files = "";

    @Widget(title = "Angular step (degrees)", description = "Every zone axis lies within half of this from one of the "
        + "bank, 0.5 to 20 degrees (default 3). Smaller: orientations are told apart better before the refinement, "
        + "while time and memory grow with its square.")
    @NumberInputWidget(minValidation = Limits.AtLeastHalf.class, maxValidation = Dialogs.AtMostTwenty.class)
    @Layout(OrientationSection.class)
    double m_step = 3;

    @Widget(title = "Beam energy (keV)", description = "Energy of the electrons in keV, 1 to 10000 (default 200). "
        + "Higher: the Ewald sphere is flatter, and each template has more spots.")
    @NumberInputWidget(minValidation = Limits.AtLeastOne.class, maxValidation = Limits.AtMostTenThousand.class)
    @Layout(DiffractionSection.class)
    double m_energy = 200;

    @Widget(title = "Largest reciprocal radius (1/nm)", description = "Reflections farther from the direct beam are "
        + "left out, in 1/nm, 0.5 to 50 (default 12). Choose the radius up to which your patterns show spots. Larger: "
        + "more spots in each template, and slower.")
    @NumberInputWidget(minValidation = Limits.AtLeastHalf.class, maxValidation = Limits.AtMostFifty.class)
    @Layout(DiffractionSection.class)
    double m_largestRadius = 12;

    @Widget(title = "Fall along the relrod", description = "How the intensity of a reflection falls with its "
        + "excitation error, its distance from Ewald's sphere (default: relrod length).")
    @ValueSwitchWidget
    @ValueReference(FallReference.class)
    @Layout(DiffractionSection.class)
    Fall m_fall = Fall.LENGTH;

    @Widget(title = "Relrod length (1/nm)", description = "Excitation error at which the intensity has fallen to zero, "
        + "in 1/nm, 0.01 to 10 (default 0.4). Larger: more spots in each template. If the templates show spots that "
        + "your patterns do not have, make it smaller.")
    @NumberInputWidget(minValidation = Limits.AtLeastHundredth.class, maxValidation = Limits.AtMostTen.class)
    @Effect(predicate = IsLength.class, type = EffectType.SHOW)
    @Layout(DiffractionSection.class)
    double m_relrodLength = 0.4;

    @Widget(title = "Thickness (nm)", description = "Thickness of the crystal in nm, 0.5 to 1000 (default 10). "
        + "Thicker: fewer spots in each template; above 20 nm the angular step should be small.")
    @NumberInputWidget(minValidation = Limits.AtLeastHalf.class, maxValidation = Limits.AtMostThousand.class)
    @Effect(predicate = IsThickness.class, type = EffectType.SHOW)
    @Layout(DiffractionSection.class)
    double m_thickness = 10;

    @Widget(title = "Precession angle (degrees)", description = "Angle by which the beam precesses, 0 to 5 degrees "
        + "(default 0: no precession). The excitation of each reflection is averaged over the turn of the beam. "
        + "Larger: more spots in each template, with evener intensities.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.AtMostFive.class)
    @Layout(DiffractionSection.class)
    double m_precession = 0;

    @Widget(title = "Intensity power", description = "Intensities, simulated and measured, are raised to this power "
        + "before they are compared, 0.05 to 2 (default 0.5). Below 1, weak reflections count more, and deviations "
        + "from kinematic intensities less. Higher: strong reflections count more.")
    @NumberInputWidget(minValidation = Limits.AtLeastTwentieth.class, maxValidation = Limits.AtMostTwo.class)
    @Layout(DiffractionSection.class)
    @Advanced
    double m_intensityPower = 0.5;

    @Widget(title = "Weakest intensity", description = "Reflections weaker than this share of the strongest one of "
        + "their pattern are left out, 0 to 0.9 (default 0.001). Higher: fewer spots in each template, and faster.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.AtMostNineTenths.class)
    @Layout(DiffractionSection.class)
    @Advanced
    double m_weakest = 0.001;

    @Override
    public void validate() throws InvalidSettingsException {
        Dialogs.check("Angular step", m_step, 0.5, 20, "degrees");
        Dialogs.check("Largest reciprocal radius", m_largestRadius, 0.5, 50, "1/nm");
        if (m_fall == Fall.LENGTH) {
            Dialogs.check("Relrod length", m_relrodLength, 0.01, 10, "1/nm");
        }
        try {
            diffraction();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** @return how patterns are simulated */
    DiffractionSettings diffraction() {
        final Relrod relrod =
            m_fall == Fall.LENGTH ? Relrod.ofLength(m_relrodLength / 10) : Relrod.ofThickness(m_thickness);
        return new DiffractionSettings(m_energy, m_largestRadius / 10, relrod, m_precession, m_intensityPower,
            m_weakest);
    }
}
