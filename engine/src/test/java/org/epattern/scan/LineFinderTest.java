// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Holds that scan lines are found by the dark frames at their ends, whatever the camera saw besides. */
class LineFinderTest {

    private final List<Float> m_frames = new ArrayList<>();
    private final Random m_random = new Random(4);

    private LineFinderTest bright(final int count) {
        for (int i = 0; i < count; i++) {
            m_frames.add(100 + 8 * (float)m_random.nextGaussian());
        }
        return this;
    }

    private LineFinderTest dark(final int count) {
        for (int i = 0; i < count; i++) {
            m_frames.add(10 + (float)m_random.nextGaussian());
        }
        return this;
    }

    private FoundLines find() {
        final float[] brightness = new float[m_frames.size()];
        IntStream.range(0, brightness.length).forEach(i -> brightness[i] = m_frames.get(i));
        return new LineFinder(0.5, 0.1).find(brightness);
    }

    private static List<FoundLines.Kind> kinds(final FoundLines found) {
        return found.lines().stream().map(FoundLines.Line::kind).toList();
    }

    private static List<Integer> lengths(final FoundLines found) {
        return found.lines().stream().map(line -> line.run().length()).toList();
    }

    @Test
    void unevenLinesAreFoundWithTheirTrueEnds() {
        final int[] lengths = {50, 51, 49, 50, 52, 50, 50};
        final List<Long> starts = new ArrayList<>();
        for (final int length : lengths) {
            starts.add((long)m_frames.size());
            bright(length).dark(1 + m_random.nextInt(2));
        }
        final FoundLines found = find();
        assertEquals(50, found.usualLength());
        assertEquals(IntStream.of(lengths).boxed().toList(), lengths(found));
        assertEquals(starts, found.lines().stream().map(line -> line.run().first()).toList());
        assertEquals(7, found.count(FoundLines.Kind.REGULAR));
        assertEquals(List.of(), found.left());
    }

    @Test
    void framesBeforeAndAfterTheScanAreLeftOut() {
        bright(17).dark(2).bright(50).dark(2).bright(50).dark(2).bright(50).dark(3).bright(230);
        final FoundLines found = find();
        assertEquals(List.of(50, 50, 50), lengths(found));
        assertEquals(List.of(new ScanLines.Run(0, 17), new ScanLines.Run(176, 230)), found.left());
    }

    @Test
    void firstPieceThatLastedLongerGivesTheFramesNextToItsDarkEnd() {
        bright(80).dark(1).bright(50).dark(1).bright(50).dark(1).bright(50);
        final FoundLines found = find();
        assertEquals(FoundLines.Kind.SHORTENED, found.lines().get(0).kind());
        assertEquals(new ScanLines.Run(30, 50), found.lines().get(0).run());
    }

    @Test
    void brokenLineIsJoinedAndMissedEndIsCut() {
        bright(50).dark(2).bright(50).dark(2).bright(20).dark(1).bright(29).dark(2).bright(102).dark(2).bright(50)
            .dark(2).bright(50).dark(2);
        final FoundLines found = find();
        assertEquals(List.of(50, 50, 50, 50, 50, 50, 50), lengths(found));
        assertEquals(List.of(FoundLines.Kind.REGULAR, FoundLines.Kind.REGULAR, FoundLines.Kind.JOINED,
            FoundLines.Kind.SPLIT, FoundLines.Kind.SPLIT, FoundLines.Kind.REGULAR, FoundLines.Kind.REGULAR),
            kinds(found));
        assertEquals(156, found.lines().get(3).run().first());
        assertEquals(208, found.lines().get(4).run().first());
    }

    @Test
    void lineOfAnotherLengthIsKeptAndMarked() {
        bright(50).dark(1).bright(50).dark(1).bright(41).dark(1).bright(50).dark(1).bright(50).dark(1);
        final FoundLines found = find();
        assertEquals(List.of(50, 50, 41, 50, 50), lengths(found));
        assertEquals(1, found.count(FoundLines.Kind.UNUSUAL));
    }

    @Test
    void scanWithoutDarkFramesIsRefusedWithWhatWasFound() {
        bright(500);
        final String message = assertThrows(IllegalArgumentException.class, this::find).getMessage();
        assertTrue(message.contains("ends of scan lines") || message.contains("lines of one length"), message);
        m_frames.clear();
        final String none = assertThrows(IllegalArgumentException.class, this::find).getMessage();
        assertTrue(none.contains("0 frames"), none);
    }

    @Test
    void darkPlacesOfTheSpecimenAreToldFromBlankedFrames() {
        final FoundLines[] found = new FoundLines[2];
        for (int y = 0; y < 9; y++) {
            bright(30);
            for (int i = 0; i < (y * 7) % 12; i++) {
                m_frames.add(38f);
            }
            bright(20 - (y * 7) % 12).dark(1 + y % 2);
        }
        final float[] brightness = new float[m_frames.size()];
        IntStream.range(0, brightness.length).forEach(i -> brightness[i] = m_frames.get(i));
        found[0] = new LineFinder(LineFinder.AUTOMATIC, 0.1).find(brightness);
        assertEquals(List.of(50, 50, 50, 50, 50, 50, 50, 50, 50), lengths(found[0]));
        assertEquals(9, found[0].count(FoundLines.Kind.REGULAR));
        found[1] = new LineFinder(0.5, 0.1).find(brightness);
        assertTrue(found[1].count(FoundLines.Kind.REGULAR) < 9, kinds(found[1])::toString);
    }

    @Test
    void partlyBlankedFramesEndLinesAsWell() {
        for (int y = 0; y < 6; y++) {
            bright(50);
            m_frames.add(y % 2 == 0 ? 10f : 55f);
        }
        final float[] brightness = new float[m_frames.size()];
        IntStream.range(0, brightness.length).forEach(i -> brightness[i] = m_frames.get(i));
        final FoundLines found = new LineFinder(LineFinder.AUTOMATIC, 0.1).find(brightness);
        assertEquals(6, found.count(FoundLines.Kind.REGULAR), kinds(found)::toString);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        for (final double[] wrong : new double[][]{{-0.1, 0.1}, {1, 0.1}, {0.5, -0.1}, {0.5, 0.6}, {Double.NaN, 0.1}}) {
            assertThrows(IllegalArgumentException.class, () -> new LineFinder(wrong[0], wrong[1]));
        }
    }

    @Test
    void resamplingTakesTheNearestFrameAndCuttingTheFirstOnes() {
        final List<ScanLines.Run> runs = List.of(new ScanLines.Run(10, 4), new ScanLines.Run(20, 8),
            new ScanLines.Run(30, 2));
        final ScanLines resampled = new ScanLines(4, ScanLines.Fit.RESAMPLE, runs);
        assertEquals(List.of(10L, 11L, 12L, 13L), frames(resampled, 0));
        assertEquals(List.of(21L, 23L, 25L, 27L), frames(resampled, 1));
        assertEquals(List.of(30L, 30L, 31L, 31L), frames(resampled, 2));
        final ScanLines cut = new ScanLines(4, ScanLines.Fit.CUT, runs);
        assertEquals(List.of(20L, 21L, 22L, 23L), frames(cut, 1));
        assertEquals(List.of(30L, 31L, 31L, 31L), frames(cut, 2));
        assertEquals(31, cut.lastFrame());
    }

    private static List<Long> frames(final ScanLines lines, final int y) {
        return IntStream.range(0, lines.width()).mapToObj(x -> lines.frame(x, y)).toList();
    }
}
