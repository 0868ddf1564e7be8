// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the scan lines in the frames of a camera that ran freely, by the frames that stayed dark because the beam was
 * blanked at the end of each line (Folastre et al. 2024, Methods: "the electron beam was blanked at the end of each
 * scan line giving the black end-of-line signatures"). The authors followed these signatures half by hand in another
 * program; here a line is a run of bright frames between dark ones, and the usual length of the runs decides which of
 * them are lines.
 */
public final class LineFinder {

    /** The share below which a frame is dark is the one that gives most lines of the usual length. */
    public static final double AUTOMATIC = 0;

    /** Shares that are tried, the likeliest first: blanked frames are darker than the darkest place of a specimen. */
    private static final double[] SHARES = {0.25, 0.2, 0.3, 0.15, 0.4, 0.1, 0.5, 0.6, 0.05, 0.7, 0.8};
    /** Share of the frames of a line below which a piece that nothing can be joined with is taken for stray light. */
    private static final double STRAY = 0.2;
    /** Share of the lines that must have the usual length, or else there is no usual length. */
    private static final double REGULAR = 0.5;

    private final double m_blankShare;
    private final double m_tolerance;

    /**
     * @param blankShare a frame is dark if its brightness lies below this share of the way from the darkest frame to
     *            the median one; above 0, below 1, or {@link #AUTOMATIC}
     * @param tolerance how much shorter or longer than usual a line may be, as a share of the usual length; 0 to 0.5
     */
    public LineFinder(final double blankShare, final double tolerance) {
        if (!(blankShare >= 0 && blankShare < 1)) {
            throw new IllegalArgumentException(
                "The brightness below which a frame is blanked must be from 0 to below 1; found " + blankShare);
        }
        if (!(tolerance >= 0 && tolerance <= 0.5)) {
            throw new IllegalArgumentException(
                "The tolerance of the line length must be from 0 to 0.5; found " + tolerance);
        }
        m_blankShare = blankShare;
        m_tolerance = tolerance;
    }

    /**
     * Finds the lines.
     *
     * @param brightness mean grey level of every frame, in the order of time
     * @return what was found
     * @throws IllegalArgumentException one sentence if there are no regular lines
     */
    public FoundLines find(final float[] brightness) {
        if (m_blankShare > 0) {
            return find(brightness, m_blankShare);
        }
        FoundLines best = null;
        IllegalArgumentException refusal = null;
        for (final double share : SHARES) {
            try {
                final FoundLines found = find(brightness, share);
                if (best == null
                    || found.count(FoundLines.Kind.REGULAR) > best.count(FoundLines.Kind.REGULAR)) {
                    best = found;
                }
            } catch (IllegalArgumentException e) {
                refusal = refusal == null ? e : refusal;
            }
        }
        if (best == null) {
            throw refusal;
        }
        return best;
    }

    private FoundLines find(final float[] brightness, final double blankShare) {
        final float[] sorted = brightness.clone();
        Arrays.sort(sorted);
        final double darkest = sorted.length == 0 ? 0 : sorted[0];
        final double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        final double threshold = darkest + blankShare * (median - darkest);
        final List<ScanLines.Run> pieces = pieces(brightness, threshold);
        if (pieces.size() < 2) {
            throw new IllegalArgumentException("No ends of scan lines were found in " + brightness.length
                + " frames: the darkest frame has a mean grey level of " + (float)darkest + ", the median one "
                + (float)median + "; expected dark frames between the lines, choose another scan size or change "
                + "\"Blanked below\"");
        }
        final int usual = usualLength(pieces);
        final int gap = usualGap(pieces);
        final List<FoundLines.Line> lines = new ArrayList<>();
        final List<ScanLines.Run> left = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            final int joined = joined(pieces, i, usual);
            final ScanLines.Run run = new ScanLines.Run(pieces.get(i).first(),
                (int)(pieces.get(joined).end() - pieces.get(i).first()));
            if (joined > i) {
                lines.add(new FoundLines.Line(run, FoundLines.Kind.JOINED));
            } else if (fits(run.length(), usual)) {
                lines.add(new FoundLines.Line(run, FoundLines.Kind.REGULAR));
            } else if (run.length() > usual) {
                addLong(run, usual, gap, i == 0, i == pieces.size() - 1, lines, left);
            } else if (i == 0 || i == pieces.size() - 1 || run.length() < STRAY * usual) {
                left.add(run);
            } else {
                lines.add(new FoundLines.Line(run, FoundLines.Kind.UNUSUAL));
            }
            i = joined;
        }
        final long regular = lines.stream().filter(l -> l.kind() == FoundLines.Kind.REGULAR).count();
        if (regular < 2 || regular < REGULAR * lines.size()) {
            final int[] lengths = pieces.stream().mapToInt(ScanLines.Run::length).toArray();
            throw new IllegalArgumentException("The dark frames do not mark lines of one length: " + pieces.size()
                + " pieces of " + Arrays.stream(lengths).min().orElse(0) + " to "
                + Arrays.stream(lengths).max().orElse(0) + " frames, of which " + regular + " have the usual "
                + usual + "; change \"Blanked below\" or \"Tolerance\"");
        }
        return new FoundLines(brightness.clone(), threshold, usual, lines, left);
    }

    private boolean fits(final int length, final int usual) {
        return Math.abs(length - usual) <= Math.max(1, m_tolerance * usual);
    }

    /** Runs of frames that are not dark. */
    private static List<ScanLines.Run> pieces(final float[] brightness, final double threshold) {
        final List<ScanLines.Run> pieces = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= brightness.length; i++) {
            final boolean bright = i < brightness.length && brightness[i] > threshold;
            if (bright && start < 0) {
                start = i;
            } else if (!bright && start >= 0) {
                pieces.add(new ScanLines.Run(start, i - start));
                start = -1;
            }
        }
        return pieces;
    }

    /**
     * Length of the piece in which the median frame lies: short pieces, however many, do not change it. The first and
     * the last piece do not count, because the camera may have run long before and after the scan.
     */
    private static int usualLength(final List<ScanLines.Run> pieces) {
        final List<ScanLines.Run> inner = pieces.size() < 4 ? pieces : pieces.subList(1, pieces.size() - 1);
        final int[] lengths = inner.stream().mapToInt(ScanLines.Run::length).sorted().toArray();
        final long total = Arrays.stream(lengths).asLongStream().sum();
        long sum = 0;
        for (final int length : lengths) {
            sum += length;
            if (2 * sum >= total) {
                return length;
            }
        }
        throw new IllegalStateException("no pieces");
    }

    private static int usualGap(final List<ScanLines.Run> pieces) {
        final int[] gaps = IntStream.range(1, pieces.size())
            .map(i -> (int)(pieces.get(i).first() - pieces.get(i - 1).end())).sorted().toArray();
        return gaps[gaps.length / 2];
    }

    /** A line may be broken by dark frames: the last of the pieces that make one line together; i itself if none. */
    private int joined(final List<ScanLines.Run> pieces, final int i, final int usual) {
        if (fits(pieces.get(i).length(), usual)) {
            return i;
        }
        for (int last = i + 1; last < pieces.size(); last++) {
            final long span = pieces.get(last).end() - pieces.get(i).first();
            if (fits((int)Math.min(span, Integer.MAX_VALUE), usual)) {
                return last;
            }
            if (span > usual) {
                return i;
            }
        }
        return i;
    }

    /**
     * Lines whose ends were not dark; or a piece at the start or end. The first piece ends with the first line, after
     * whatever the camera saw before. The last piece, without a dark end, is no line unless it is as long as one.
     */
    private void addLong(final ScanLines.Run run, final int usual, final int gap, final boolean isFirst,
        final boolean isLast, final List<FoundLines.Line> lines, final List<ScanLines.Run> left) {
        final int count = Math.round((run.length() + gap) / (float)(usual + gap));
        final int rest = run.length() - (count - 1) * gap;
        if (isLast) {
            left.add(run);
        } else if (isFirst) {
            lines.add(new FoundLines.Line(new ScanLines.Run(run.end() - usual, usual), FoundLines.Kind.SHORTENED));
        } else if (count > 1 && fits(rest / count, usual)) {
            for (int k = 0; k < count; k++) {
                final long start = run.first() + Math.round(k * (run.length() + gap) / (double)count);
                final long next = run.first() + Math.round((k + 1) * (run.length() + gap) / (double)count);
                lines.add(new FoundLines.Line(new ScanLines.Run(start, (int)(next - start - gap)),
                    FoundLines.Kind.SPLIT));
            }
        } else {
            lines.add(new FoundLines.Line(run, FoundLines.Kind.UNUSUAL));
        }
    }
}
