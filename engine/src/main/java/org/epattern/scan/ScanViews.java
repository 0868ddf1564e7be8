// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongUnaryOperator;

import org.epattern.prepare.Binning;

/**
 * Other looks on a scan: parts, coarser pixels, 8 bit. Computed when a pattern is read; closing a view closes the scan.
 */
public final class ScanViews {

    private ScanViews() {
    }

    /**
     * A rectangle of the scan.
     *
     * @param scan the scan
     * @param x first scan position, from 0
     * @param y first line, from 0
     * @param width number of positions
     * @param height number of lines
     * @return the part
     * @throws IllegalArgumentException if it is not within the scan
     */
    public static Scan region(final Scan scan, final int x, final int y, final int width, final int height) {
        final ScanGeometry g = scan.geometry();
        if (x < 0 || y < 0 || width < 1 || height < 1 || width > g.scanWidth() - x || height > g.scanHeight() - y) {
            throw new IllegalArgumentException("The region of " + width + " x " + height + " from position (" + x + ", "
                + y + ") is not within the scan of " + g.scanWidth() + " x " + g.scanHeight());
        }
        final long start = g.index(x, y);
        return new Selection(scan, width, height, i -> start + i / width * g.scanWidth() + i % width);
    }

    /**
     * The same sequence of patterns with another start and line length.
     *
     * @param scan the scan
     * @param first index of the pattern that becomes the first one
     * @param width scan positions in a line
     * @param height number of lines
     * @return the scan
     * @throws IllegalArgumentException if the scan has not enough patterns
     */
    public static Scan frames(final Scan scan, final long first, final int width, final int height) {
        final long count = scan.geometry().patternCount();
        if (first < 0 || width < 1 || height < 1 || (long)width * height > count - first) {
            throw new IllegalArgumentException("A scan of " + width + " x " + height + " from pattern " + first
                + " needs more than the " + count + " patterns that there are");
        }
        return new Selection(scan, width, height, i -> first + i);
    }

    /**
     * The frames of a camera that ran freely as a scan.
     *
     * @param frames the frames, as one line
     * @param lines which frame belongs to which scan position
     * @return the scan
     * @throws IllegalArgumentException if there are not so many frames
     */
    public static Scan lines(final Scan frames, final ScanLines lines) {
        final long count = frames.geometry().patternCount();
        if (lines.lastFrame() >= count) {
            throw new IllegalArgumentException("The scan lines reach up to frame " + lines.lastFrame()
                + ", but there are only " + count + " frames");
        }
        final int width = lines.width();
        return new Selection(frames, width, lines.height(),
            i -> lines.frame((int)(i % width), (int)(i / width)));
    }

    /**
     * The scan with other axes.
     *
     * @param scan the scan
     * @param axes how the axes of the scan are turned
     * @return the scan; as wide as it was high where the axes are exchanged
     */
    public static Scan withScanAxes(final Scan scan, final Axes axes) {
        final ScanGeometry g = scan.geometry();
        final int width = axes.transpose() ? g.scanHeight() : g.scanWidth();
        final int height = axes.transpose() ? g.scanWidth() : g.scanHeight();
        return new Selection(scan, width, height,
            i -> axes.oldIndex((int)(i % width), (int)(i / width), width, height));
    }

    /**
     * Patterns with other axes. Sample type and values stay as they are.
     *
     * @param scan the scan
     * @param axes how the axes of each pattern are turned
     * @return the scan; patterns are as wide as they were high where the axes are exchanged
     */
    public static Scan withPatternAxes(final Scan scan, final Axes axes) {
        return new TurnedPatterns(scan, axes);
    }

    /**
     * Patterns without hot pixels. Sample type and all other pixels stay as they are.
     *
     * @param scan the scan
     * @param hot the hot pixels
     * @return the scan
     * @throws IllegalArgumentException if they were found in patterns of another size
     */
    public static Scan repaired(final Scan scan, final HotPixels hot) {
        return new RepairedPatterns(scan, hot);
    }

    /**
     * Patterns with coarser pixels: each is the mean of {@code factor x factor} pixels (float32). Pixels at the right
     * and lower edge that do not fill a block are left out. The pixel size of the calibration grows by the factor.
     *
     * @param scan the scan
     * @param factor at least 1
     * @return the binned scan
     * @throws IllegalArgumentException if not even one block fits in a pattern
     */
    public static Scan binned(final Scan scan, final int factor) {
        final ScanGeometry g = scan.geometry();
        return new Binned(scan, new Binning(g.patternWidth(), g.patternHeight(), factor), factor);
    }

    /**
     * The same patterns with another calibration, for files that have none or a wrong one.
     *
     * @param scan the scan
     * @param calibration counts instead of that of the scan
     * @return the scan
     */
    public static Scan withCalibration(final Scan scan, final Calibration calibration) {
        return new CalibratedScan(scan, calibration);
    }

    /**
     * Patterns with 8 bit: the same straight line from grey level to 0..255 for all patterns of the scan. Not a number
     * becomes 0.
     *
     * @param scan the scan
     * @param range grey levels that become 0 and 255
     * @return the scan with sample type UINT8
     */
    public static Scan toEightBit(final Scan scan, final GreyRange range) {
        return new EightBit(scan, range);
    }

    private static ScanGeometry withScanSize(final ScanGeometry g, final int width, final int height) {
        return new ScanGeometry(width, height, g.patternWidth(), g.patternHeight(), g.sampleType());
    }

    private static final class Selection extends ScanView {

        private final LongUnaryOperator m_index;

        Selection(final Scan base, final int width, final int height, final LongUnaryOperator index) {
            super(base, withScanSize(base.geometry(), width, height));
            m_index = index;
        }

        @Override
        public PatternReader openReader() {
            final PatternReader reader = base().openReader();
            return new PatternReader() {
                @Override
                public void readSamples(final long index, final byte[] samples) throws IOException {
                    reader.readSamples(baseIndex(index), samples);
                }

                @Override
                public void read(final long index, final float[] pixels) throws IOException {
                    reader.read(baseIndex(index), pixels);
                }

                @Override
                public void close() throws IOException {
                    reader.close();
                }
            };
        }

        private long baseIndex(final long index) {
            if (index < 0 || index >= geometry().patternCount()) {
                throw new IndexOutOfBoundsException("pattern " + index + " of " + geometry().patternCount());
            }
            return m_index.applyAsLong(index);
        }
    }

    private static final class Binned extends ScanView {

        private final Binning m_binning;
        private final int m_factor;

        Binned(final Scan base, final Binning binning, final int factor) {
            super(base, new ScanGeometry(base.geometry().scanWidth(), base.geometry().scanHeight(), binning.outWidth(),
                binning.outHeight(), SampleType.FLOAT32));
            m_binning = binning;
            m_factor = factor;
        }

        @Override
        public Calibration calibration() {
            final Calibration c = base().calibration();
            final OptionalDouble pixel = c.pixelPerNm().isPresent()
                ? OptionalDouble.of(c.pixelPerNm().getAsDouble() * m_factor) : OptionalDouble.empty();
            return new Calibration(c.stepNm(), pixel, c.beamEnergyKeV());
        }

        @Override
        public List<ScanProperty> properties() {
            return with(base().properties(), new ScanProperty("binning", Integer.toString(m_factor), "px"));
        }

        @Override
        public PatternReader openReader() {
            return new ConvertingReader() {

                private final float[] m_full = new float[base().geometry().pixelCount()];

                @Override
                public void read(final long index, final float[] pixels) throws IOException {
                    baseReader().read(index, m_full);
                    m_binning.bin(m_full, pixels);
                }
            };
        }
    }

    private static final class EightBit extends ScanView {

        private final GreyRange m_range;

        EightBit(final Scan base, final GreyRange range) {
            super(base, new ScanGeometry(base.geometry().scanWidth(), base.geometry().scanHeight(),
                base.geometry().patternWidth(), base.geometry().patternHeight(), SampleType.UINT8));
            m_range = range;
        }

        @Override
        public List<ScanProperty> properties() {
            return with(with(base().properties(),
                new ScanProperty("grey level of 0", Double.toString(m_range.low()), "")),
                new ScanProperty("grey level of 255", Double.toString(m_range.high()), ""));
        }

        @Override
        public PatternReader openReader() {
            return new ConvertingReader() {
                @Override
                public void read(final long index, final float[] pixels) throws IOException {
                    baseReader().read(index, pixels);
                    m_range.toEightBit(pixels);
                }
            };
        }
    }

    static List<ScanProperty> with(final List<ScanProperty> list, final ScanProperty more) {
        final List<ScanProperty> all = new ArrayList<>(list);
        all.add(more);
        return List.copyOf(all);
    }
}
