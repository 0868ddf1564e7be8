// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** Holds the form of a line of CSV. */
class CsvLineTest {

    private final CsvLine m_line = new CsvLine();

    @Test
    void quotesOnlyWhereNeeded() {
        m_line.add("plain text");
        m_line.add("a,b");
        m_line.add("say \"so\"");
        m_line.add("two\nlines");
        assertEquals("plain text,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\"\n", m_line.take());
    }

    @Test
    void missingIsNothingAndAnEmptyTextIsTwoQuotes() {
        m_line.addMissing();
        m_line.add("");
        m_line.addMissing();
        assertEquals(",\"\",\n", m_line.take());
    }

    @Test
    void everyDoubleIsReadBackExactly() {
        final Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            final double number = i % 2 == 0 ? Double.longBitsToDouble(random.nextLong()) : random.nextGaussian();
            m_line.add(number);
            final String text = m_line.take().strip();
            assertEquals(number, Double.parseDouble(text), text);
        }
        m_line.add(0.1 + 0.2);
        m_line.add(12.0);
        m_line.add(12L);
        assertEquals("0.30000000000000004,12.0,12\n", m_line.take());
    }
}
