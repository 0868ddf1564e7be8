// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.detector;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.epattern.detector.Annulus;
import org.epattern.detector.DetectorShape;
import org.epattern.detector.EdgePixels;
import org.epattern.detector.MaskPicture;
import org.epattern.detector.RadiusUnit;
import org.epattern.knime.data.Columns;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.FileLocation;
import org.epattern.knime.data.Schema;
import org.epattern.knime.nodes.Dialogs;
import org.epattern.knime.nodes.MapColours;
import org.epattern.scan.Calibration;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.LocalFileReaderWidget;
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

/** Settings of "Virtual Detector". */
@LoadDefaultsForAbsentFields
final class VirtualDetectorParameters implements NodeParameters {

    @Section(title = "Patterns")
    interface PatternSection {
    }

    @Section(title = "Detectors")
    @After(PatternSection.class)
    interface DetectorSection {
    }

    @Section(title = "Maps")
    @After(DetectorSection.class)
    interface MapSection {
    }

    /** What discs and rings are concentric with. */
    enum Centre {
        @Label(value = "Direct beam", description = "The direct beam of each pattern, if the table has the columns of "
            + "Adaptive Peak Register; where it was not found, the mean direct beam of the scan. Without the columns, "
            + "and for centred patterns, the centre of the pattern.")
        BEAM,
        @Label(value = "Pattern centre", description = "The centre of the pattern, also if the direct beam is known.")
        PATTERN,
        @Label(value = "Given", description = "The same position in all patterns, stated below.")
        GIVEN
    }

    /** Unit of the radii. */
    enum Unit {
        @Label(value = "px", description = "Pixels of the pattern.")
        PIXEL,
        @Label(value = "1/nm", description = "Reciprocal length; needs a scan that knows the size of a pixel.")
        PER_NM,
        @Label(value = "mrad", description = "Scattering angle; needs a scan that knows the size of a pixel and the "
            + "beam energy.")
        MRAD
    }

    /** What becomes of pixels that a border runs through. */
    enum Edges {
        @Label(value = "Weighted", description = "They count with the share of their area that is inside. The signal "
            + "follows a beam that wanders by less than a pixel.")
        WEIGHTED,
        @Label(value = "Whole", description = "They count wholly if their centre is inside, else not at all, as in "
            + "py4DSTEM and LiberTEM.")
        WHOLE
    }

    interface CentreReference extends ParameterReference<Centre> {
    }

    interface DiscReference extends ParameterReference<Boolean> {
    }

    interface AnnulusReference extends ParameterReference<Boolean> {
    }

    interface MaskReference extends ParameterReference<Boolean> {
    }

    static final class IsGiven implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(CentreReference.class).isOneOf(Centre.GIVEN);
        }
    }

    static final class HasDisc implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(DiscReference.class).isTrue();
        }
    }

    static final class HasAnnulus implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(AnnulusReference.class).isTrue();
        }
    }

    static final class HasMask implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(MaskReference.class).isTrue();
        }
    }

    @Widget(title = "Pattern column", description = "The patterns. For the ring of an amorphous phase take them as "
        + "measured: where the background was subtracted, a broad ring is gone with it.")
    @ChoicesProvider(Dialogs.PatternColumns.class)
    @Layout(PatternSection.class)
    String m_patternColumn = Schema.PATTERN;

    @Widget(title = "Centre", description = "What disc and ring are concentric with, and where the centre of mass "
        + "counts from (default: direct beam).")
    @ValueSwitchWidget
    @ValueReference(CentreReference.class)
    @Layout(PatternSection.class)
    Centre m_centre = Centre.BEAM;

    @Widget(title = "Centre x (px)", description = "Position of the centre, px to the right, 0 or more (default "
        + "256, the centre of 512 px). Larger: further to the right.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @Layout(PatternSection.class)
    double m_centreX = 256;

    @Widget(title = "Centre y (px)", description = "Position of the centre, px downwards, 0 or more (default 256, "
        + "the centre of 512 px). Larger: further down.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @Layout(PatternSection.class)
    double m_centreY = 256;

    @Widget(title = "Unit of the radii", description = "Unit of all radii below (default px). The size of a pixel "
        + "and the beam energy are those that Load 4D-STEM found.")
    @ValueSwitchWidget
    @Layout(DetectorSection.class)
    Unit m_unit = Unit.PIXEL;

    @Widget(title = "Disc", description = "A disc about the centre: on the direct beam, a virtual bright field "
        + "(default on).")
    @ValueReference(DiscReference.class)
    @Layout(DetectorSection.class)
    boolean m_disc = true;

    @Widget(title = "Radius of the disc (unit above)", description = "Above 0 (default 12). Larger: more than the "
        + "direct beam may count.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = HasDisc.class, type = EffectType.SHOW)
    @Layout(DetectorSection.class)
    double m_discRadius = 12;

    @Widget(title = "Annulus", description = "A ring about the centre: an annular dark field, or the ring of an "
        + "amorphous phase (default on). With reflections at the second input, their pixels are left out.")
    @ValueReference(AnnulusReference.class)
    @Layout(DetectorSection.class)
    boolean m_annulus = true;

    @Widget(title = "Inner radius of the annulus (unit above)", description = "0 or more (default 40). Larger: a "
        + "narrower ring.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = HasAnnulus.class, type = EffectType.SHOW)
    @Layout(DetectorSection.class)
    double m_innerRadius = 40;

    @Widget(title = "Outer radius of the annulus (unit above)", description = "Larger than the inner radius (default "
        + "80). Parts of the ring outside the pattern do not count. Larger: a wider ring.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = HasAnnulus.class, type = EffectType.SHOW)
    @Layout(DetectorSection.class)
    double m_outerRadius = 80;

    @Widget(title = "Margin of spots (px)", description = "How far a reflection at the second input reaches beyond "
        + "its registered radius, 0 px or more (default 2). Not used without second input. Larger: less of the "
        + "spots' rims counts, and less of the ring.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = HasAnnulus.class, type = EffectType.SHOW)
    @Layout(DetectorSection.class)
    @Advanced
    double m_margin = 2;

    @Widget(title = "Mask picture", description = "A picture of the size of the patterns tells which pixels count "
        + "(default off). It lies where it was drawn; it does not move with the centre.")
    @ValueReference(MaskReference.class)
    @Layout(DetectorSection.class)
    boolean m_mask = false;

    @Widget(title = "Mask file", description = "A grey PNG, TIFF or BMP picture: white pixels count wholly, grey "
        + "ones partly, black ones not at all. A path on this computer, a <tt>file:</tt> address, or a "
        + "<tt>knime://</tt> address.")
    @LocalFileReaderWidget(placeholder = "path, file: or knime:// address")
    @Effect(predicate = HasMask.class, type = EffectType.SHOW)
    @Layout(DetectorSection.class)
    String m_maskFile = "";

    @Widget(title = "Edge pixels", description = "What becomes of pixels that the border of disc or ring runs "
        + "through (default: weighted).")
    @ValueSwitchWidget
    @Layout(DetectorSection.class)
    @Advanced
    Edges m_edges = Edges.WEIGHTED;

    @Widget(title = "Sum", description = "Map of the summed grey levels of each detector (default on).")
    @Layout(MapSection.class)
    boolean m_sum = true;

    @Widget(title = "Mean", description = "Map of the mean grey level of each detector (default on): the sum divided "
        + "by the pixels that counted. The one to take where spots are left out, or a ring leaves the pattern.")
    @Layout(MapSection.class)
    boolean m_mean = true;

    @Widget(title = "Centre of mass", description = "Maps of the centre of mass of the grey levels of each detector, "
        + "counted from the centre: to the right, downwards, as distance, and as direction (default off). On the "
        + "direct beam this is differential phase contrast.")
    @Layout(MapSection.class)
    boolean m_mass = false;

    @Widget(title = "Colours", description = "Colours of the pictures (default viridis). The numbers do not depend "
        + "on it.")
    @Layout(MapSection.class)
    MapColours m_colours = MapColours.VIRIDIS;

    /** For loading. */
    VirtualDetectorParameters() {
    }

    /** For a node that is connected for the first time. */
    VirtualDetectorParameters(final NodeParametersInput input) {
        m_patternColumn = Columns.guess(input.getInTableSpec(0).orElse(null), DiffractionPatternValue.class,
            Schema.PATTERN);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (!(m_disc || m_annulus || m_mask)) {
            throw new InvalidSettingsException("No detector is chosen; choose disc, annulus or mask picture");
        }
        if (!(m_sum || m_mean || m_mass)) {
            throw new InvalidSettingsException("No map is chosen; choose sum, mean or centre of mass");
        }
        if (m_disc) {
            Dialogs.checkPositive("Radius of the disc", m_discRadius, "");
        }
        if (m_annulus) {
            Dialogs.check("Inner radius of the annulus", m_innerRadius, 0, Double.MAX_VALUE, "");
            Dialogs.checkPositive("Outer radius of the annulus", m_outerRadius, "");
            Dialogs.check("Margin of spots", m_margin, 0, Double.MAX_VALUE, "px");
            if (m_outerRadius <= m_innerRadius) {
                throw new InvalidSettingsException("The annulus reaches from " + m_innerRadius + " to " + m_outerRadius
                    + "; an outer radius larger than the inner one is expected");
            }
        }
        if (m_mask && m_maskFile.isBlank()) {
            throw new InvalidSettingsException("No mask file is given; enter a grey PNG, TIFF or BMP picture, or "
                + "switch the mask picture off");
        }
        if (m_centre == Centre.GIVEN) {
            Dialogs.check("Centre x", m_centreX, 0, Double.MAX_VALUE, "px");
            Dialogs.check("Centre y", m_centreY, 0, Double.MAX_VALUE, "px");
        }
    }

    /** @return names of the detectors that are chosen, in the order of {@link #shapes} */
    List<String> detectors() {
        final List<String> names = new ArrayList<>();
        if (m_disc) {
            names.add(Detecting.DISC);
        }
        if (m_annulus) {
            names.add(Detecting.ANNULUS);
        }
        if (m_mask) {
            names.add(Detecting.MASK);
        }
        return names;
    }

    /**
     * @param calibration what is known of the patterns
     * @return disc and annulus by name, as far as they are chosen
     * @throws IllegalArgumentException one sentence if the unit of the radii cannot be used
     */
    Map<String, DetectorShape> rings(final Calibration calibration) {
        final RadiusUnit unit = RadiusUnit.valueOf(m_unit.name());
        final Map<String, DetectorShape> rings = new LinkedHashMap<>();
        if (m_disc) {
            rings.put(Detecting.DISC, Annulus.disc(unit.toPixels(m_discRadius, calibration)));
        }
        if (m_annulus) {
            rings.put(Detecting.ANNULUS, new Annulus(unit.toPixels(m_innerRadius, calibration),
                unit.toPixels(m_outerRadius, calibration)));
        }
        return rings;
    }

    /**
     * @param calibration what is known of the patterns
     * @return the detectors by name
     * @throws IOException one sentence if the mask cannot be read
     */
    Map<String, DetectorShape> shapes(final Calibration calibration) throws IOException {
        final Map<String, DetectorShape> shapes = rings(calibration);
        if (m_mask) {
            shapes.put(Detecting.MASK, MaskPicture.read(FileLocation.resolve(m_maskFile)));
        }
        return shapes;
    }

    /** @return the engine's rule */
    EdgePixels edges() {
        return EdgePixels.valueOf(m_edges.name());
    }
}
