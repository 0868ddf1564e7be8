// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.data;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.epattern.register.Reflection;

/**
 * Where the spots of a pattern are, just well enough to draw circles around them: six bytes per spot, to an eighth of a
 * pixel. What was measured stands in the table of reflections. Immutable.
 */
final class SpotMarks {

    private static final double STEPS_PER_PX = 8;
    private static final int LARGEST = 0xffff;
    private static final int NUMBERS_PER_SPOT = 3;

    private final boolean m_hasBeam;
    /** x, y and radius of one spot after the other, as steps without sign. */
    private final short[] m_numbers;

    private SpotMarks(final boolean hasBeam, final short[] numbers) {
        m_hasBeam = hasBeam;
        m_numbers = numbers;
    }

    /** @param reflections the spots; the direct beam, if there is one, is the first */
    static SpotMarks of(final List<Reflection> reflections) {
        final short[] numbers = new short[NUMBERS_PER_SPOT * reflections.size()];
        int n = 0;
        for (final Reflection r : reflections) {
            numbers[n++] = steps(r.x());
            numbers[n++] = steps(r.y());
            numbers[n++] = steps(r.radius());
        }
        return new SpotMarks(!reflections.isEmpty() && reflections.get(0).isDirectBeam(), numbers);
    }

    /** What is not a number becomes 0; a spot beyond the edge is marked at the edge. */
    private static short steps(final double px) {
        return (short)Math.max(0, Math.min(LARGEST, Math.round(px * STEPS_PER_PX)));
    }

    /** @return spots that can be drawn: position and radius (px), and which one is the direct beam */
    List<Reflection> reflections() {
        final List<Reflection> spots = new ArrayList<>();
        for (int n = 0; n < m_numbers.length; n += NUMBERS_PER_SPOT) {
            final int rank = n / NUMBERS_PER_SPOT + (m_hasBeam ? Reflection.DIRECT_BEAM : Reflection.DIRECT_BEAM + 1);
            spots.add(new Reflection(px(n), px(n + 1), px(n + 2), Double.NaN, Double.NaN, Double.NaN, rank, Set.of()));
        }
        return spots;
    }

    private double px(final int n) {
        return Short.toUnsignedInt(m_numbers[n]) / STEPS_PER_PX;
    }

    void write(final DataOutput output) throws IOException {
        output.writeBoolean(m_hasBeam);
        output.writeInt(m_numbers.length / NUMBERS_PER_SPOT);
        for (final short number : m_numbers) {
            output.writeShort(number);
        }
    }

    static SpotMarks read(final DataInput input) throws IOException {
        final boolean hasBeam = input.readBoolean();
        final short[] numbers = new short[NUMBERS_PER_SPOT * input.readInt()];
        for (int n = 0; n < numbers.length; n++) {
            numbers[n] = input.readShort();
        }
        return new SpotMarks(hasBeam, numbers);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof SpotMarks marks && m_hasBeam == marks.m_hasBeam
            && Arrays.equals(m_numbers, marks.m_numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m_numbers);
    }
}
