// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.save;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.epattern.export.ExportFormat;
import org.epattern.export.ExportFormats;
import org.epattern.knime.data.Columns;
import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.data.Schema;
import org.epattern.knime.nodes.Dialogs;
import org.epattern.scan.SampleType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.LocalFileWriterWidget;
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
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of "Save 4D-STEM". */
@LoadDefaultsForAbsentFields
final class SaveParameters implements NodeParameters {

    @Section(title = "File")
    interface FileSection {
    }

    @Section(title = "Grey levels")
    @After(FileSection.class)
    interface GreySection {
    }

    @Section(title = "Reflections", description = "Used when the second input is connected.")
    @After(GreySection.class)
    interface ReflectionSection {
    }

    /** Number type of a pixel in the file. */
    enum FileType {
        @Label(value = "As the patterns", description = "The number type of the patterns. If the format cannot hold "
            + "it, the error says which it can.")
        AS_PATTERNS(null),
        @Label(value = "8 bit", description = "Whole numbers from 0 to 255; what ASTAR reads in every version.")
        UINT8(SampleType.UINT8),
        @Label(value = "16 bit", description = "Whole numbers from 0 to 65535.")
        UINT16(SampleType.UINT16),
        @Label(value = "32 bit float", description = "Floating point with about 7 digits.")
        FLOAT32(SampleType.FLOAT32);

        private final SampleType m_type;

        FileType(final SampleType type) {
            m_type = type;
        }

        SampleType of(final SampleType patterns) {
            return m_type == null ? patterns : m_type;
        }
    }

    /** How grey levels become numbers of the file. */
    enum Range {
        @Label(value = "Keep", description = "Grey levels stay as they are, rounded to whole numbers where the file "
            + "holds whole numbers. What lies outside the range of the number type is cut off and counted.")
        KEEP,
        @Label(value = "Whole range", description = "The smallest grey level of the scan becomes 0, the largest one "
            + "the largest number of the file. Of more than 4096 patterns, so many evenly spread ones are looked at.")
        WHOLE,
        @Label(value = "Percentiles", description = "As the whole range, but the darkest and brightest pixels are cut "
            + "off and counted.")
        PERCENTILES,
        @Label(value = "Given", description = "Grey levels that become 0 and the largest number of the file; what lies "
            + "outside is cut off and counted.")
        GIVEN
    }

    /** How reflections are written. */
    enum ReflectionFile {
        @Label(value = "CSV", description = "Comma-separated values with the column names of the reflection table; "
            + "scan positions count from 0.")
        CSV,
        @Label(value = "CSV of the macros", description = "Comma-separated values as <tt>Results_All.csv</tt> of the "
            + "authors' ImageJ macros: <tt>X_scan</tt>, <tt>Y_scan</tt> (from 1), <tt>X_acc</tt>, <tt>Y_acc</tt>, "
            + "<tt>Radius</tt>, <tt>Mean</tt>, <tt>StdDev</tt>, <tt>Prominence_min</tt> (empty), "
            + "<tt>Prominence_pseudo</tt>.")
        MACROS,
        @Label(value = "HDF5 point lists (.h5)", description = "A PointListArray in an EMD 1.0 file, as py4DSTEM reads "
            + "it: at every scan point a list with <tt>qx</tt> (our y), <tt>qy</tt> (our x), <tt>intensity</tt>, "
            + "<tt>radius</tt>, <tt>prominence</tt>, <tt>noise</tt> and <tt>rank</tt>. There the centre of the first "
            + "pixel is 0.")
        EMD
    }

    /** The formats that the engine writes; a setting is the engine's name in capitals. */
    static final class Formats implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput context) {
            final List<StringChoice> choices = new ArrayList<>();
            ExportFormats.all().forEach(
                format -> choices.add(new StringChoice(format.name().toUpperCase(Locale.ROOT), format.description())));
            return choices;
        }
    }

    interface RangeReference extends ParameterReference<Range> {
    }

    static final class HasPercentiles implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RangeReference.class).isOneOf(Range.PERCENTILES);
        }
    }

    static final class HasLevels implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RangeReference.class).isOneOf(Range.GIVEN);
        }
    }

    @Widget(title = "Patterns", description = "Column with the patterns to write: measured, without background, "
        + "rebuilt or masked.")
    @ChoicesProvider(Dialogs.PatternColumns.class)
    @Layout(FileSection.class)
    String m_patternColumn = Schema.PATTERN;

    @Widget(title = "Format", description = "What is written. <b>Block file</b> (default): for ASTAR, square patterns "
        + "of 8 or 16 bit. <b>TIFF stack</b>: a page per pattern. <b>Folders</b> of numbered images: one per pattern, "
        + "named <tt>YYYY-XXXX</tt> from 1; the name of the folder gets the size of the scan, "
        + "<tt>(0-Ymax,0-Xmax)</tt>. <b>HDF5</b>: HyperSpy's layout, a compressed chunk per pattern. <b>Raw "
        + "binary</b>: the pixels one after the other, any number type, and a text file beside them that tells shape, "
        + "type and calibration.")
    @ChoicesProvider(Formats.class)
    @Layout(FileSection.class)
    String m_format = "BLO";

    @Widget(title = "File or folder", description = "Where the patterns are written: a path on this computer, a "
        + "<tt>file:</tt> address, or a <tt>knime://</tt> address such as "
        + "<tt>knime://knime.workflow/data/scan.blo</tt>. The folder above must exist. A name without ending gets that "
        + "of the format. A workflow variable can set it.")
    @LocalFileWriterWidget(placeholder = "path, file: or knime:// address")
    @Layout(FileSection.class)
    String m_file = "";

    @Widget(title = "Replace what exists", description = "Whether files of the same name are replaced (default off: "
        + "the node fails instead). They stay as they are until the new ones are complete.")
    @Layout(FileSection.class)
    boolean m_replace = false;

    @Widget(title = "Number type", description = "Number type of a pixel in the file.")
    @Layout(GreySection.class)
    FileType m_fileType = FileType.AS_PATTERNS;

    @Widget(title = "Grey range", description = "How grey levels become numbers of the file. It is one rule for the "
        + "whole scan, never per pattern, so that intensities of different patterns stay comparable. If pixels are cut "
        + "off, the node warns and says how many. In floating-point files the range becomes 0 to 1.")
    @ValueReference(RangeReference.class)
    @Layout(GreySection.class)
    Range m_range = Range.KEEP;

    @Widget(title = "Black below (%)", description = "Percentage of all pixels of the scan that may become 0 (default "
        + "0, range 0 to 100). Higher: a darker background, and weak spots are lost.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Dialogs.AtMostHundred.class)
    @Effect(predicate = HasPercentiles.class, type = EffectType.SHOW)
    @Layout(GreySection.class)
    double m_lowPercent = 0;

    @Widget(title = "White above (%)", description = "Percentage of all pixels of the scan that lie below the largest "
        + "number (default 99.9, range 0 to 100). Lower: weak spots become brighter, but more strong spots saturate.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Dialogs.AtMostHundred.class)
    @Effect(predicate = HasPercentiles.class, type = EffectType.SHOW)
    @Layout(GreySection.class)
    double m_highPercent = 99.9;

    @Widget(title = "Black level (grey levels)", description = "Grey level that becomes 0. Higher: a darker "
        + "background, and weak spots are lost.")
    @Effect(predicate = HasLevels.class, type = EffectType.SHOW)
    @Layout(GreySection.class)
    double m_lowLevel = 0;

    @Widget(title = "White level (grey levels)", description = "Grey level that becomes the largest number of the "
        + "file; above the black level. Lower: weak spots become brighter, but more strong spots saturate.")
    @Effect(predicate = HasLevels.class, type = EffectType.SHOW)
    @Layout(GreySection.class)
    double m_highLevel = 255;

    @Widget(title = "Reflection format", description = "How the reflections are written.")
    @Layout(ReflectionSection.class)
    ReflectionFile m_reflectionFormat = ReflectionFile.CSV;

    @Widget(title = "Reflection file", description = "Where the reflections are written. Empty (default) = beside the "
        + "patterns, under their name with <tt> reflections</tt> and the ending of the format behind it.")
    @TextInputWidget(placeholder = "beside the patterns")
    @Layout(ReflectionSection.class)
    String m_reflectionFile = "";

    /** For loading. */
    SaveParameters() {
    }

    /** For a node that is connected for the first time. */
    SaveParameters(final NodeParametersInput input) {
        m_patternColumn = Columns.guess(input.getInTableSpec(0).orElse(null), DiffractionPatternValue.class,
            Schema.REBUILT_PATTERN, Schema.MASKED_PATTERN, Schema.PATTERN);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        try {
            format();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        if (m_range == Range.PERCENTILES) {
            Dialogs.check("Black below", m_lowPercent, 0, 100, "%");
            Dialogs.check("White above", m_highPercent, 0, 100, "%");
            if (m_lowPercent >= m_highPercent) {
                throw new InvalidSettingsException("\"Black below\" is " + m_lowPercent + " % and \"White above\" is "
                    + m_highPercent + " %; the first must be smaller");
            }
        }
        if (m_range == Range.GIVEN
            && !(Double.isFinite(m_lowLevel) && Double.isFinite(m_highLevel) && m_lowLevel < m_highLevel)) {
            throw new InvalidSettingsException("\"Black level\" is " + m_lowLevel + " and \"White level\" is "
                + m_highLevel + "; the first must be smaller");
        }
    }

    /** @return what the patterns are written as */
    ExportFormat format() {
        return ExportFormats.byName(m_format.toLowerCase(Locale.ROOT));
    }
}
