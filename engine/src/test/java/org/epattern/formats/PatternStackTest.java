// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.epattern.scan.SampleType;
import org.epattern.scan.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatternStackTest {

    @TempDir
    private Path m_folder;

    private Path write(final int patterns) throws IOException {
        final Path file = m_folder.resolve("a.stack");
        try (PatternStack.Writer writer = new PatternStack.Writer(file, 4, 3, SampleType.INT16)) {
            for (int i = 0; i < patterns; i++) {
                final float[] pixels = new float[12];
                Arrays.fill(pixels, -i);
                assertEquals(i, writer.append(pixels));
                assertEquals(i + 1, writer.count());
            }
        }
        return file;
    }

    @ParameterizedTest
    @EnumSource(SampleType.class)
    void patternsComeBackBitForBit(final SampleType type) throws IOException {
        final Path file = m_folder.resolve("a.stack");
        final byte[][] patterns = new byte[5][7 * 5 * type.bytes()];
        final Random random = new Random(1);
        try (PatternStack.Writer writer = new PatternStack.Writer(file, 7, 5, type)) {
            for (final byte[] pattern : patterns) {
                random.nextBytes(pattern);
                writer.append(pattern);
            }
        }
        try (PatternStack stack = PatternStack.open(file)) {
            assertEquals(7, stack.patternWidth());
            assertEquals(5, stack.patternHeight());
            assertEquals(type, stack.sampleType());
            assertEquals(5, stack.count());
            for (int i = 4; i >= 0; i--) {
                assertArrayEquals(patterns[i], stack.readSamples(i));
            }
        }
    }

    @Test
    void manyThreadsReadOneStack() throws IOException {
        try (PatternStack stack = PatternStack.open(write(50))) {
            IntStream.range(0, 2000).parallel().forEach(i -> {
                final float[] pixels = new float[12];
                try {
                    Samples.decode(stack.readSamples(i % 50), SampleType.INT16, pixels);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                assertEquals(-(i % 50), pixels[11]);
            });
        }
    }

    @Test
    void stackThatWasNotFinishedIsRefused() throws IOException {
        final Path file = m_folder.resolve("a.stack");
        final PatternStack.Writer writer = new PatternStack.Writer(file, 4, 3, SampleType.INT16);
        writer.append(new float[12]);
        assertEquals(file
            + ": the stack is not complete; its header says 0 patterns of 4 x 3 px INT16, the file holds 1",
            assertThrows(IOException.class, () -> PatternStack.open(file)).getMessage());
        writer.close();
        PatternStack.open(file).close();
    }

    @Test
    void damageEndsInASentence() throws IOException {
        final byte[] whole = Files.readAllBytes(write(3));
        final Path file = m_folder.resolve("damaged.stack");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertTrue(assertThrows(IOException.class, () -> PatternStack.open(file)).getMessage()
                .startsWith(file + ": "));
        }
        for (int at = 0; at < 32; at++) {
            for (final byte value : new byte[] {-1, 0x7f, (byte)0x80}) {
                final byte[] bytes = whole.clone();
                bytes[at] = value;
                Files.write(file, bytes);
                try (PatternStack stack = PatternStack.open(file)) {
                    stack.readSamples(stack.count() - 1);
                } catch (IOException e) {
                    assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
                }
            }
        }
    }

    @Test
    void patternThatIsNotThereIsRefused() throws IOException {
        final Path file = write(3);
        try (PatternStack stack = PatternStack.open(file)) {
            assertEquals(file + ": there is no pattern 3; the stack has 3",
                assertThrows(IOException.class, () -> stack.readSamples(3)).getMessage());
            assertThrows(IOException.class, () -> stack.readSamples(-1));
        }
    }

    @Test
    void patternOfAnotherSizeIsRefused() throws IOException {
        try (PatternStack.Writer writer =
            new PatternStack.Writer(m_folder.resolve("a"), 4, 3, SampleType.INT16)) {
            assertThrows(IllegalArgumentException.class, () -> writer.append(new byte[12]));
            assertThrows(IllegalArgumentException.class, () -> writer.append(new float[24]));
        }
    }
}
