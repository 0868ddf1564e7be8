// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.load;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.epattern.crystal.ElectronWave;
import org.epattern.formats.OpenOptions;
import org.epattern.formats.RawLayout;
import org.epattern.formats.ScanFormats;
import org.epattern.knime.data.FileLocation;
import org.epattern.knime.data.ScanRecipe;
import org.epattern.knime.nodes.Dialogs;
import org.epattern.knime.nodes.Limits;
import org.epattern.knime.nodes.PixelType;
import org.epattern.scan.Axes;
import org.epattern.scan.Calibration;
import org.epattern.scan.GreyRange;
import org.epattern.scan.LineFinder;
import org.epattern.scan.ScanLines;
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
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
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

    @Section(title = "Calibration")
    @After(PatternSection.class)
    interface CalibrationSection {
    }

    /** Where the calibration comes from. */
    enum Source {
        @Label(value = "File", description = "What the file says, if it says anything.")
        FILE,
        @Label(value = "Given", description = "Stated here; what is 0 comes from the file.")
        GIVEN
    }

    /** Unit of the size of a pattern pixel. */
    enum PixelUnit {
        @Label(value = "1/nm", description = "One over a lattice spacing, without 2 pi.")
        PER_NM,
        @Label(value = "1/\u00c5", description = "One over a lattice spacing, without 2 pi.")
        PER_ANGSTROM,
        @Label(value = "mrad", description = "Scattering angle; needs the beam energy.")
        MRAD
    }

    /** Where the scan size comes from. */
    enum ScanSize {
        @Label(value = "Automatic", description = "From the header of the file or the name of the folder.")
        AUTO,
        @Label(value = "Given", description = "Stated here.")
        GIVEN,
        @Label(value = "Line ends", description = "For cameras that were not synchronised with the scan: every run of "
            + "frames between blanked ones is a scan line.")
        LINES
    }

    /** How scan lines with another number of frames are brought to the width of the scan. */
    enum LineFit {
        @Label(value = "Resample", description = "Every scan point gets the frame that is nearest in time.")
        RESAMPLE,
        @Label(value = "Cut", description = "Frame after frame from the start of the line; what is too many is left "
            + "out, and the last frame fills what lacks.")
        CUT
    }

    /** Whether hot pixels are repaired. */
    enum HotPixelRepair {
        @Label(value = "Off", description = "Pixels stay as they are.")
        OFF,
        @Label(value = "Repair", description = "Hot pixels become the median of their neighbours.")
        REPAIR
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
        PERCENTILES,
        @Label(value = "Given", description = "One straight line between the grey levels that you state.")
        GIVEN
    }

    /** Where the pixels lie afterwards. */
    enum Storage {
        @Label(value = "Link", description = "The pixels stay in the original file and are read when they are needed.")
        LINK,
        @Label(value = "Import", description = "The pixels are copied into the workflow.")
        IMPORT
    }

    /** Energies whose wavelength is computed (keV). */
    private static final double LEAST_ENERGY = 1;
    private static final double LARGEST_ENERGY = 10_000;
    private static final double ANGSTROM_PER_NM = 10;
    private static final double RAD_PER_MRAD = 1e-3;

    /** Setting of a file whose format is found from its content. */
    private static final String FIND_OUT = "AUTO";
    private static final String RAW = "RAW";
    private static final String IMAGES = "IMAGES";

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

    /** At most 50. */
    static final class AtMostFifty extends MaxValidation {
        @Override
        protected double getMax() {
            return 50;
        }
    }

    interface FormatReference extends ParameterReference<String> {
    }

    interface ScanSizeReference extends ParameterReference<ScanSize> {
    }

    interface HotPixelReference extends ParameterReference<HotPixelRepair> {
    }

    interface RegionReference extends ParameterReference<Region> {
    }

    interface SourceReference extends ParameterReference<Source> {
    }

    interface EightBitReference extends ParameterReference<EightBit> {
    }

    static final class MayBeImages implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getString(FormatReference.class).isEqualTo(FIND_OUT)
                .or(i.getString(FormatReference.class).isEqualTo(IMAGES));
        }
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

    static final class IsLines implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ScanSizeReference.class).isOneOf(ScanSize.LINES);
        }
    }

    static final class IsRepair implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(HotPixelReference.class).isOneOf(HotPixelRepair.REPAIR);
        }
    }

    static final class HasLevels implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(EightBitReference.class).isOneOf(EightBit.GIVEN);
        }
    }

    static final class IsRectangle implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RegionReference.class).isOneOf(Region.RECTANGLE);
        }
    }

    static final class IsCalibrated implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceReference.class).isOneOf(Source.GIVEN);
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
    @LocalFileReaderWidget(placeholder = "path, file: or knime:// address")
    @Layout(FileSection.class)
    String m_file = "";

    @Widget(title = "All images of the folder", description = "Whether a file stands for the folder that it lies in "
        + "(default off): choose any image of the scan with the button above, and all of them are loaded. Off: one "
        + "image is one pattern. The path of a folder means all its images anyway.")
    @Effect(predicate = MayBeImages.class, type = EffectType.SHOW)
    @Layout(FileSection.class)
    boolean m_wholeFolder = false;

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

    @Widget(title = "Pattern width (px)", description = "Pixels in a row of a pattern, 1 or more. If the patterns look "
        + "sheared or striped, this number is wrong.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsRaw.class, type = EffectType.SHOW)
    @Layout(RawSection.class)
    int m_patternWidth = 256;

    @Widget(title = "Pattern height (px)", description = "Pixel rows of a pattern, 1 or more. If each picture shows a "
        + "part of one pattern, or several, this number is wrong.")
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

    @Widget(title = "Header (bytes)", description = "Bytes before the first pattern, 0 or more. If all patterns are "
        + "shifted sideways by the same amount, this number is wrong.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsRaw.class, type = EffectType.SHOW)
    @Layout(RawSection.class)
    long m_headerBytes = 0;

    @Widget(title = "Gap (bytes)", description = "Bytes between the end of a pattern and the start of the next one, 0 "
        + "or more. If the patterns shift more and more, this number is wrong.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsRaw.class, type = EffectType.SHOW)
    @Layout(RawSection.class)
    long m_gapBytes = 0;

    @Widget(title = "Scan size", description = "Number of scan points in a line and number of lines. <b>Automatic</b> "
        + "(default) takes what the file says. If the file does not tell, the error lists the sizes that fit the "
        + "number of patterns. <b>Line ends</b> finds the lines by the frames that stayed dark because the beam was "
        + "blanked at the end of each line; all frames are read once for that. The scan description then shows a "
        + "picture of what was found.")
    @ValueSwitchWidget
    @ValueReference(ScanSizeReference.class)
    @Layout(ScanSection.class)
    ScanSize m_scanSize = ScanSize.AUTO;

    @Widget(title = "Scan width (scan points)", description = "Scan points in a line, 1 or more. If the maps look "
        + "sheared, this number is wrong.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @Layout(ScanSection.class)
    int m_scanWidth = 100;

    @Widget(title = "Scan height (lines)", description = "Number of lines, 1 or more. Lower: the last lines are left "
        + "out.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @Layout(ScanSection.class)
    int m_scanHeight = 100;

    @Widget(title = "Scan points in a line", description = "Width that all lines get, 1 or more; 0 (default) = the "
        + "usual number of frames in a line. Larger: frames are repeated; smaller: frames are left out.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsLines.class, type = EffectType.SHOW)
    @Layout(ScanSection.class)
    int m_lineWidth = 0;

    @Widget(title = "Uneven lines", description = "What happens to lines with more or fewer frames than scan points "
        + "(default: resample). In both cases a scan point gets a frame as it is; frames are never mixed.")
    @ValueSwitchWidget
    @Effect(predicate = IsLines.class, type = EffectType.SHOW)
    @Layout(ScanSection.class)
    LineFit m_lineFit = LineFit.RESAMPLE;

    @Widget(title = "Blanked below (%)", description = "A frame counts as blanked if its mean grey level lies below "
        + "this percentage of the way from the darkest frame to the median one, 1 to 99 %; 0 (default) = the "
        + "percentage that gives most lines of the usual length. Higher, if ends of lines are missed because the beam "
        + "was blanked for a part of a frame only; lower, if dark places of the specimen are taken for line ends. The "
        + "dashed line of the picture shows it.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.AtMostNinetyNine.class)
    @Effect(predicate = IsLines.class, type = EffectType.SHOW)
    @Layout(ScanSection.class)
    @Advanced
    int m_blankPercent = 0;

    @Widget(title = "Tolerance (%)", description = "How much shorter or longer than usual a line may be before the "
        + "node warns, 0 to 50 % (default 10), but always one frame. Within it, pieces are joined again where a dark "
        + "frame broke a line, and split where the end of a line was missed. Higher: fewer lines are repaired, and "
        + "fewer warnings.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostFifty.class)
    @Effect(predicate = IsLines.class, type = EffectType.SHOW)
    @Layout(ScanSection.class)
    @Advanced
    int m_lineTolerance = 10;

    @Widget(title = "Frames to skip at the start", description = "Patterns before the first scan point, 0 or more "
        + "(default 0), for cameras that were started before the scan. If the maps look cut and joined at a vertical "
        + "line, this number is wrong.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(ScanSection.class)
    @Advanced
    int m_skipStart = 0;

    @Widget(title = "Frames to skip at the end", description = "Patterns after the last scan point, 0 or more (default "
        + "0), for cameras that ran on after the scan. If frames without specimen appear in the last line, it is too "
        + "low.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(ScanSection.class)
    @Advanced
    int m_skipEnd = 0;

    @Widget(title = "Exchange scan x and y", description = "Whether the scan ran along columns instead of lines "
        + "(default off). Done before the flips.")
    @Layout(ScanSection.class)
    @Advanced
    boolean m_scanTranspose = false;

    @Widget(title = "Flip the scan along x", description = "Whether lines run from right to left (default off).")
    @Layout(ScanSection.class)
    @Advanced
    boolean m_scanFlipX = false;

    @Widget(title = "Flip the scan along y", description = "Whether lines run from bottom to top (default off).")
    @Layout(ScanSection.class)
    @Advanced
    boolean m_scanFlipY = false;

    @Widget(title = "Region", description = "The whole scan, or a rectangle of it, for instance to find good settings "
        + "on a small part first. It is counted after exchange and flips. Scan positions of the part count from 0 "
        + "again.")
    @ValueSwitchWidget
    @ValueReference(RegionReference.class)
    @Layout(ScanSection.class)
    Region m_region = Region.WHOLE;

    @Widget(title = "First scan x", description = "Scan x of the first point of the rectangle, from 0. Larger: the "
        + "rectangle lies further to the right.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsRectangle.class, type = EffectType.SHOW)
    @Layout(ScanSection.class)
    int m_regionX = 0;

    @Widget(title = "First scan y", description = "Scan y of the first line of the rectangle, from 0. Larger: the "
        + "rectangle lies further down.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsRectangle.class, type = EffectType.SHOW)
    @Layout(ScanSection.class)
    int m_regionY = 0;

    @Widget(title = "Width of the region", description = "Scan points in a line of the rectangle; 0 (default) = up to "
        + "the end of the line. Smaller: fewer patterns, and faster.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsRectangle.class, type = EffectType.SHOW)
    @Layout(ScanSection.class)
    int m_regionWidth = 0;

    @Widget(title = "Height of the region", description = "Lines of the rectangle; 0 (default) = up to the last line. "
        + "Smaller: fewer patterns, and faster.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsRectangle.class, type = EffectType.SHOW)
    @Layout(ScanSection.class)
    int m_regionHeight = 0;

    @Widget(title = "Hot pixels", description = "Pixels of the detector that are too bright in every pattern: looked "
        + "for in up to 64 patterns spread over the scan, and replaced by the median of their neighbours (default "
        + "off). Only single pixels and pairs count, never spots; but leave it off if the spots are as small as a "
        + "pixel. The scan description tells how many were found.")
    @ValueSwitchWidget
    @ValueReference(HotPixelReference.class)
    @Layout(PatternSection.class)
    HotPixelRepair m_hotPixels = HotPixelRepair.OFF;

    @Widget(title = "Least height of a hot pixel", description = "How far the mean of a hot pixel stands above its "
        + "surroundings, in units of the local noise, above 0 (default 8). Lower: weaker ones are found, and more "
        + "good pixels are repaired.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsRepair.class, type = EffectType.SHOW)
    @Layout(PatternSection.class)
    @Advanced
    double m_hotPixelFactor = 8;

    @Widget(title = "Exchange pattern x and y", description = "Whether rows and columns of each pattern are exchanged "
        + "(default off). Done before the flips. Scan and patterns must be turned alike, or directions in maps and "
        + "patterns do not agree.")
    @Layout(PatternSection.class)
    @Advanced
    boolean m_patternTranspose = false;

    @Widget(title = "Flip patterns along x", description = "Whether each pattern is mirrored left to right (default "
        + "off).")
    @Layout(PatternSection.class)
    @Advanced
    boolean m_patternFlipX = false;

    @Widget(title = "Flip patterns along y", description = "Whether each pattern is mirrored top to bottom (default "
        + "off), as some detectors need.")
    @Layout(PatternSection.class)
    @Advanced
    boolean m_patternFlipY = false;

    @Widget(title = "Binning (px)", description = "Pixels are joined in squares of this side, 1 or more (default 1 = "
        + "off); each new pixel is their mean, as 32-bit float. 2 makes everything about four times faster and the "
        + "noise half as large, but spots that lie close together merge. All later positions count in binned pixels.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(PatternSection.class)
    int m_binning = 1;

    @Widget(title = "Range to 8 bit", description = "Converts 16-bit or floating-point patterns to 8 bit, with one "
        + "range for the whole scan, never per image, so that intensities of different patterns stay comparable. Off "
        + "by default: ePattern works with any sample type, and what is cut off is lost. Percentiles are measured on "
        + "the region that is loaded; state the grey levels to get the same for a part and for the whole scan.")
    @ValueSwitchWidget
    @ValueReference(EightBitReference.class)
    @Layout(PatternSection.class)
    EightBit m_eightBit = EightBit.OFF;

    @Widget(title = "Black below (%)", description = "Percentage of all pixels of the scan that may become 0 (default "
        + "0.1, range 0 to 100). Higher: a darker background, and weak spots are lost.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Dialogs.AtMostHundred.class)
    @Effect(predicate = IsEightBit.class, type = EffectType.SHOW)
    @Layout(PatternSection.class)
    double m_lowPercent = 0.1;

    @Widget(title = "White above (%)", description = "Percentage of all pixels of the scan that lie below 255 (default "
        + "99.9, range 0 to 100). Lower: weak spots become brighter, but more strong spots saturate.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Dialogs.AtMostHundred.class)
    @Effect(predicate = IsEightBit.class, type = EffectType.SHOW)
    @Layout(PatternSection.class)
    double m_highPercent = 99.9;

    @Widget(title = "Black level (grey levels)", description = "Grey level that becomes 0 (default 0). Higher: a "
        + "darker background, and weak spots are lost.")
    @Effect(predicate = HasLevels.class, type = EffectType.SHOW)
    @Layout(PatternSection.class)
    double m_lowLevel = 0;

    @Widget(title = "White level (grey levels)", description = "Grey level that becomes 255 (default 4095), above the "
        + "black level. Lower: weak spots become brighter, but more strong spots saturate.")
    @Effect(predicate = HasLevels.class, type = EffectType.SHOW)
    @Layout(PatternSection.class)
    double m_highLevel = 4095;

    @Widget(title = "Calibration", description = "Where the sizes of pattern pixel and scan step come from (default: "
        + "the file). They travel with the columns; matching with crystals needs the pixel size, scale bars of maps "
        + "the scan step. Finding spots needs neither.")
    @ValueSwitchWidget
    @ValueReference(SourceReference.class)
    @Layout(CalibrationSection.class)
    Source m_calibration = Source.FILE;

    @Widget(title = "Pixel size (unit below)", description = "Size of a pattern pixel as it lies in the file, before "
        + "binning, 0 or more; 0 (default) = what the file says. Larger: lattice spacings become smaller.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsCalibrated.class, type = EffectType.SHOW)
    @Layout(CalibrationSection.class)
    double m_pixelSize = 0;

    @Widget(title = "Unit of the pixel size", description = "Unit of the number above (default 1/nm). An angle is "
        + "divided by the wavelength of the electrons.")
    @ValueSwitchWidget
    @Effect(predicate = IsCalibrated.class, type = EffectType.SHOW)
    @Layout(CalibrationSection.class)
    PixelUnit m_pixelUnit = PixelUnit.PER_NM;

    @Widget(title = "Scan step (nm)", description = "Distance of two scan points, 0 nm or more; 0 (default) = what the "
        + "file says. Larger: grains and scale bars become larger.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsCalibrated.class, type = EffectType.SHOW)
    @Layout(CalibrationSection.class)
    double m_scanStep = 0;

    @Widget(title = "Beam energy (keV)", description = "Acceleration voltage of the microscope in kV, 1 to 10 000; 0 "
        + "(default) = what the file says. Higher: a shorter wavelength, so that an angle stands for a smaller lattice "
        + "spacing.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class,
        maxValidation = Limits.AtMostTenThousand.class)
    @Effect(predicate = IsCalibrated.class, type = EffectType.SHOW)
    @Layout(CalibrationSection.class)
    double m_beamEnergy = 0;

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
        if (m_scanSize == ScanSize.LINES) {
            Dialogs.check("Scan points in a line", m_lineWidth, 0, Integer.MAX_VALUE, "");
            Dialogs.check("Blanked below", m_blankPercent, 0, 99, "%");
            Dialogs.check("Tolerance", m_lineTolerance, 0, 50, "%");
        }
        if (m_hotPixels == HotPixelRepair.REPAIR) {
            Dialogs.checkPositive("Least height of a hot pixel", m_hotPixelFactor, "");
        }
        if (m_eightBit == EightBit.GIVEN
            && !(Double.isFinite(m_lowLevel) && Double.isFinite(m_highLevel) && m_lowLevel < m_highLevel)) {
            throw new InvalidSettingsException("\"Black level\" is " + m_lowLevel + " and \"White level\" is "
                + m_highLevel + "; the first must be smaller");
        }
        if (m_calibration == Source.GIVEN) {
            checkCalibration();
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

    private void checkCalibration() throws InvalidSettingsException {
        Dialogs.check("Pixel size", m_pixelSize, 0, Double.MAX_VALUE, "");
        Dialogs.check("Scan step", m_scanStep, 0, Double.MAX_VALUE, "nm");
        if (m_beamEnergy != 0) {
            Dialogs.check("Beam energy", m_beamEnergy, LEAST_ENERGY, LARGEST_ENERGY, "keV");
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

    /** @return path or address of the scan */
    String address() {
        return m_wholeFolder && (FIND_OUT.equals(m_format) || IMAGES.equals(m_format))
            ? FileLocation.folderOf(m_file) : m_file;
    }

    /** @return finds the scan lines */
    LineFinder lineFinder() {
        return new LineFinder(m_blankPercent / 100.0, m_lineTolerance / 100.0);
    }

    /** @return how lines with another number of frames are brought to the width of the scan */
    ScanLines.Fit lineFit() {
        return ScanLines.Fit.valueOf(m_lineFit.name());
    }

    /** @return how the scan is opened, without what has to be found first: scan lines, hot pixels, percentiles */
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
        final GreyRange range = m_eightBit == EightBit.GIVEN ? new GreyRange(m_lowLevel, m_highLevel) : null;
        return ScanRecipe.of(path, options).withPart(part).withBinning(m_binning).withEightBit(range)
            .withAxes(new Axes(m_scanTranspose, m_scanFlipX, m_scanFlipY),
                new Axes(m_patternTranspose, m_patternFlipX, m_patternFlipY));
    }

    /**
     * @param ofFile what the file says about the patterns, after binning
     * @return what counts
     * @throws InvalidSettingsException one sentence if the beam energy is needed and nobody tells it
     */
    Calibration calibration(final Calibration ofFile) throws InvalidSettingsException {
        if (m_calibration == Source.FILE) {
            return ofFile;
        }
        final OptionalDouble energy = known(m_beamEnergy).isPresent() ? known(m_beamEnergy) : ofFile.beamEnergyKeV();
        final OptionalDouble pixel = m_pixelSize == 0 ? OptionalDouble.empty()
            : OptionalDouble.of(m_binning * m_pixelSize * perNm(energy));
        return new Calibration(known(m_scanStep), pixel, energy).orElse(ofFile);
    }

    private static OptionalDouble known(final double value) {
        return value == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private double perNm(final OptionalDouble energy) throws InvalidSettingsException {
        return switch (m_pixelUnit) {
            case PER_NM -> 1;
            case PER_ANGSTROM -> ANGSTROM_PER_NM;
            case MRAD -> RAD_PER_MRAD * ANGSTROM_PER_NM / ElectronWave.wavelength(energy.orElseThrow(
                () -> new InvalidSettingsException("The pixel size is given in mrad, but neither the file nor \"Beam "
                    + "energy\" tells the energy of the beam; give it, or give the pixel size in 1/nm")));
        };
    }
}
