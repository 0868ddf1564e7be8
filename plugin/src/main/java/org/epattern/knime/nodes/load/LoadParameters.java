// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.load;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.epattern.formats.OpenOptions;
import org.epattern.formats.RawLayout;
import org.epattern.formats.ScanFormats;
import org.epattern.knime.data.ScanRecipe;
import org.epattern.knime.nodes.Dialogs;
import org.epattern.knime.nodes.PixelType;
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
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of "Load 4D-STEM". */
@LoadDefaultsForAbsentFields
final class LoadParameters implements NodeParameters {

    @Section(title = "File")
    interface FileSection {
    }

    @Section(title = "Raw layout",
        description = "Where the pixels lie in a raw binary file, which does not tell itself.")
    @After(FileSection.class)
    interface RawSection {
    }

    @Section(title = "Scan")
    @After(RawSection.class)
    interface ScanSection {
    }

    @Section(title = "Patterns")
    @After(ScanSection.class)
    interface PatternSection {
    }

    /** Where the scan size comes from. */
    enum ScanSize {
        @Label(value = "Automatic", description = "From the header of the file or the name of the folder.")
        AUTO,
        @Label(value = "Given", description = "Stated here.")
        GIVEN
    }

    /** Which points of the scan are loaded. */
    enum Region {
        @Label(value = "Whole scan", description = "Every scan point.")
        WHOLE,
        @Label(value = "Rectangle", description = "Only the scan points of a rectangle.")
        RECTANGLE
    }

    /** Order of the bytes of a pixel. */
    enum Order {
        @Label(value = "Little-endian", description = "Lowest byte first, as on PCs.")
        LITTLE_ENDIAN,
        @Label(value = "Big-endian", description = "Highest byte first.")
        BIG_ENDIAN
    }

    /** Whether grey levels are converted to 8 bit. */
    enum EightBit {
        @Label(value = "Off", description = "Grey levels stay as they are.")
        OFF,
        @Label(value = "Percentiles of the scan",
            description = "One straight line from grey level to 0..255 for all patterns of the scan.")
        PERCENTILES
    }

    /** Where the pixels lie afterwards. */
    enum Storage {
        @Label(value = "Link", description = "The pixels stay in the original file and are read when they are needed.")
        LINK,
        @Label(value = "Import", description = "The pixels are copied into the workflow.")
        IMPORT
    }

    /** Setting of a file whose format is found from its content. */
    private static final String FIND_OUT = "AUTO";
    private static final String RAW = "RAW";

    /** The formats that the engine reads; a setting is the engine's name in capitals. */
    static final class Formats implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput context) {
            final List<StringChoice> choices = new ArrayList<>();
            choices.add(new StringChoice(FIND_OUT, "Find out"));
            ScanFormats.all().forEach(
                format -> choices.add(new StringChoice(format.name().toUpperCase(Locale.ROOT), format.description())));
            return choices;
        }
    }

    interface FormatReference extends ParameterReference<String> {
    }

    interface ScanSizeReference extends ParameterReference<ScanSize> {
    }

    interface RegionReference extends ParameterReference<Region> {
    }

    interface EightBitReference extends ParameterReference<EightBit> {
    }

    static final class IsRaw implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getString(FormatReference.class).isEqualTo(RAW);
        }
    }

    static final class IsGiven implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ScanSizeReference.class).isOneOf(ScanSize.GIVEN);
        }
    }

    static final class IsRectangle implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RegionReference.class).isOneOf(Region.RECTANGLE);
        }
    }

    static final class IsEightBit implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(EightBitReference.class).isOneOf(EightBit.PERCENTILES);
        }
    }

    @Widget(title = "File or folder", description = "The scan: a file, or a folder of images. A path on this computer "
        + "(<tt>D:\\data\\scan.blo</tt>, <tt>/data/scan.blo</tt>), a <tt>file:</tt> address, or a <tt>knime://</tt> "
        + "address such as <tt>knime://knime.workflow/data/scan.blo</tt>, which goes with the workflow when it is "
        + "moved or shared. A workflow variable can set it.")
    @TextInputWidget(placeholder = "path, file: or knime:// address")
    @Layout(FileSection.class)
    String m_file = "";

    @Widget(title = "Format", description = "What kind of file it is. With <b>Find out</b> (default) the kind is found "
        + "from the content of the file. Choose it yourself only if it is not found, or for raw files, which nobody "
        + "can recognise. The scan size of a folder of images comes from its name if it ends with "
        + "<tt>(0-Ymax,0-Xmax)</tt>, or from the setting below.")
    @ChoicesProvider(Formats.class)
    @ValueReference(FormatReference.class)
    @Layout(FileSection.class)
    String m_format = FIND_OUT;

    @Widget(title = "Data set", description = "Name of the data set in a file that holds several, such as HDF5. Empty "
        + "(default) = the only one; if there are several, the error lists their names.")
    @TextInputWidget(placeholder = "the only one")
    @Layout(FileSection.class)
    @Advanced
    String m_dataset = "";

    @Widget(title = "Storage", description = "<b>Link</b> (default) takes no time and no disk space, but the original "
        + "file must stay where it is; if it is missing or has changed, the next node says so. <b>Import</b> copies "
        + "all patterns, so that the saved workflow holds them; it takes as much disk space as the patterns have. "
        + "Choose import as well if binning or 8 bit is on and the patterns will be read many times.")
    @ValueSwitchWidget
    @Layout(FileSection.class)
    Storage m_storage = Storage.LINK;

    @Widget(title = "Pattern width", description = "Pixels in a row of a pattern, 1 or more.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsRaw.class, type = EffectType.SHOW)
    @Layout(RawSection.class)
    int m_patternWidth = 256;

    @Widget(title = "Pattern height", description = "Pixel rows of a pattern, 1 or more.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsRaw.class, type = EffectType.SHOW)
    @Layout(RawSection.class)
    int m_patternHeight = 256;

    @Widget(title = "Sample type", description = "Number type of a pixel. With the wrong type the patterns look like "
        + "noise or stripes.")
    @Effect(predicate = IsRaw.class, type = EffectType.SHOW)
    @Layout(RawSection.class)
    PixelType m_sampleType = PixelType.UINT16;

    @Widget(title = "Byte order", description = "Order of the bytes of a pixel; almost always little-endian.")
    @ValueSwitchWidget
    @Effect(predicate = IsRaw.class, type = EffectType.SHOW)
    @Layout(RawSection.class)
    Order m_byteOrder = Order.LITTLE_ENDIAN;

    @Widget(title = "Header", description = "Bytes before the first pattern, 0 or more. If all patterns are shifted "
        + "sideways by the same amount, this number is wrong.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsRaw.class, type = EffectType.SHOW)
    @Layout(RawSection.class)
    long m_headerBytes = 0;

    @Widget(title = "Gap", description = "Bytes between the end of a pattern and the start of the next one, 0 or more. "
        + "If the patterns shift more and more, this number is wrong.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsRaw.class, type = EffectType.SHOW)
    @Layout(RawSection.class)
    long m_gapBytes = 0;

    @Widget(title = "Scan size", description = "Number of scan points in a line and number of lines. <b>Automatic</b> "
        + "(default) takes what the file says. If the file does not tell, the error lists the sizes that fit the "
        + "number of patterns.")
    @ValueSwitchWidget
    @ValueReference(ScanSizeReference.class)
    @Layout(ScanSection.class)
    ScanSize m_scanSize = ScanSize.AUTO;

    @Widget(title = "Scan width", description = "Scan points in a line, 1 or more. If the maps look sheared, this "
        + "number is wrong.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @Layout(ScanSection.class)
    int m_scanWidth = 100;

    @Widget(title = "Scan height", description = "Number of lines, 1 or more.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @Layout(ScanSection.class)
    int m_scanHeight = 100;

    @Widget(title = "Frames to skip at the start", description = "Patterns before the first scan point, 0 or more "
        + "(default 0), for cameras that were started before the scan.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(ScanSection.class)
    @Advanced
    int m_skipStart = 0;

    @Widget(title = "Frames to skip at the end", description = "Patterns after the last scan point, 0 or more (default "
        + "0), for cameras that ran on after the scan.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(ScanSection.class)
    @Advanced
    int m_skipEnd = 0;

    @Widget(title = "Region", description = "The whole scan, or a rectangle of it, for instance to find good settings "
        + "on a small part first. Scan positions of the part count from 0 again.")
    @ValueSwitchWidget
    @ValueReference(RegionReference.class)
    @Layout(ScanSection.class)
    Region m_region = Region.WHOLE;

    @Widget(title = "First scan x", description = "Scan x of the first point of the rectangle, from 0.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsRectangle.class, type = EffectType.SHOW)
    @Layout(ScanSection.class)
    int m_regionX = 0;

    @Widget(title = "First scan y", description = "Scan y of the first line of the rectangle, from 0.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsRectangle.class, type = EffectType.SHOW)
    @Layout(ScanSection.class)
    int m_regionY = 0;

    @Widget(title = "Width of the region", description = "Scan points in a line of the rectangle; 0 (default) = up to "
        + "the end of the line.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsRectangle.class, type = EffectType.SHOW)
    @Layout(ScanSection.class)
    int m_regionWidth = 0;

    @Widget(title = "Height of the region", description = "Lines of the rectangle; 0 (default) = up to the last line.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsRectangle.class, type = EffectType.SHOW)
    @Layout(ScanSection.class)
    int m_regionHeight = 0;

    @Widget(title = "Binning", description = "Pixels are joined in squares of this side, 1 or more (default 1 = off); "
        + "each new pixel is their mean, as 32-bit float. 2 makes everything about four times faster and the noise "
        + "half as large, but spots that lie close together merge. All later positions count in binned pixels.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(PatternSection.class)
    int m_binning = 1;

    @Widget(title = "Range to 8 bit", description = "Converts 16-bit or floating-point patterns to 8 bit, with one "
        + "range for the whole scan, never per image, so that intensities of different patterns stay comparable. Off "
        + "by default: ePattern works with any sample type, and what is cut off is lost.")
    @ValueSwitchWidget
    @ValueReference(EightBitReference.class)
    @Layout(PatternSection.class)
    EightBit m_eightBit = EightBit.OFF;

    @Widget(title = "Black below", description = "Percentage of all pixels of the scan that may become 0 (default 0.1, "
        + "range 0 to 100). Higher: a darker background, and weak spots are lost.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Dialogs.AtMostHundred.class)
    @Effect(predicate = IsEightBit.class, type = EffectType.SHOW)
    @Layout(PatternSection.class)
    double m_lowPercent = 0.1;

    @Widget(title = "White above", description = "Percentage of all pixels of the scan that lie below 255 (default "
        + "99.9, range 0 to 100). Lower: weak spots become brighter, but more strong spots saturate.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Dialogs.AtMostHundred.class)
    @Effect(predicate = IsEightBit.class, type = EffectType.SHOW)
    @Layout(PatternSection.class)
    double m_highPercent = 99.9;

    @Override
    public void validate() throws InvalidSettingsException {
        if (!FIND_OUT.equals(m_format)) {
            checkFormat();
        }
        if (RAW.equals(m_format)) {
            Dialogs.check("Pattern width", m_patternWidth, 1, Integer.MAX_VALUE, "px");
            Dialogs.check("Pattern height", m_patternHeight, 1, Integer.MAX_VALUE, "px");
            Dialogs.check("Header", m_headerBytes, 0, Double.POSITIVE_INFINITY, "bytes");
            Dialogs.check("Gap", m_gapBytes, 0, Double.POSITIVE_INFINITY, "bytes");
        }
        if (m_scanSize == ScanSize.GIVEN) {
            Dialogs.check("Scan width", m_scanWidth, 1, Integer.MAX_VALUE, "scan points");
            Dialogs.check("Scan height", m_scanHeight, 1, Integer.MAX_VALUE, "lines");
        }
        Dialogs.check("Frames to skip at the start", m_skipStart, 0, Integer.MAX_VALUE, "");
        Dialogs.check("Frames to skip at the end", m_skipEnd, 0, Integer.MAX_VALUE, "");
        if (m_region == Region.RECTANGLE) {
            Dialogs.check("First scan x", m_regionX, 0, Integer.MAX_VALUE, "");
            Dialogs.check("First scan y", m_regionY, 0, Integer.MAX_VALUE, "");
            Dialogs.check("Width of the region", m_regionWidth, 0, Integer.MAX_VALUE, "");
            Dialogs.check("Height of the region", m_regionHeight, 0, Integer.MAX_VALUE, "");
        }
        Dialogs.check("Binning", m_binning, 1, Integer.MAX_VALUE, "");
        if (m_eightBit == EightBit.PERCENTILES) {
            Dialogs.check("Black below", m_lowPercent, 0, 100, "%");
            Dialogs.check("White above", m_highPercent, 0, 100, "%");
            if (m_lowPercent >= m_highPercent) {
                throw new InvalidSettingsException("\"Black below\" is " + m_lowPercent + " % and \"White above\" is "
                    + m_highPercent + " %; the first must be smaller");
            }
        }
    }

    private void checkFormat() throws InvalidSettingsException {
        try {
            ScanFormats.byName(engineFormat());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private String engineFormat() {
        return m_format.toLowerCase(Locale.ROOT);
    }

    /** @return how the scan is opened, without the range to 8 bit, which has to be measured first */
    ScanRecipe recipe(final Path path) {
        final boolean given = m_scanSize == ScanSize.GIVEN;
        final RawLayout raw = RAW.equals(m_format)
            ? new RawLayout(m_patternWidth, m_patternHeight, m_sampleType.sampleType(),
                m_byteOrder == Order.LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN, m_headerBytes,
                m_gapBytes)
            : null;
        final OpenOptions options = new OpenOptions(engineFormat(), given ? m_scanWidth : 0,
            given ? m_scanHeight : 0, m_skipStart, m_skipEnd, raw, m_dataset.strip());
        final ScanRecipe.Part part = m_region == Region.RECTANGLE
            ? new ScanRecipe.Part(m_regionX, m_regionY, m_regionWidth, m_regionHeight) : null;
        return new ScanRecipe(path, options, part, m_binning, null);
    }
}
