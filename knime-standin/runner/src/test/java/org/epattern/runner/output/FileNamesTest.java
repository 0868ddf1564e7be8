// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds which file names are made of names. */
class FileNamesTest {

    @ParameterizedTest
    @CsvSource({"Load 4D-STEM, Load 4D-STEM", "a/b\\c:d, a_b_c_d", "../up, _up", "..., _", "'', _", "CON, _CON",
        "nul.txt, _nul.txt", "dots.. , dots", "Spot Count Map (#5), Spot Count Map (#5)"})
    void namesAreSafeOnAllSystems(final String name, final String expected) {
        assertEquals(expected, FileNames.sanitised(name).replace("__", "_"));
    }

    @Test
    void equalNamesGetNumbers() {
        final FileNames names = new FileNames();
        assertEquals("a.png", names.unique("a", ".png"));
        assertEquals("A (2).png", names.unique("A", ".png"));
        assertEquals("a (3).png", names.unique("a", ".png"));
    }

    @Test
    void whatTheSystemCannotWriteIsReplaced() {
        assertEquals("5 _m _", FileNames.writable("5 \u00b5m \ud83d\ude00", StandardCharsets.US_ASCII));
        assertEquals("5 \u00b5m", FileNames.writable("5 \u00b5m", StandardCharsets.UTF_8));
    }

    @Test
    void longNamesAreCut() {
        assertEquals(100, FileNames.sanitised("x".repeat(300)).length());
    }
}
