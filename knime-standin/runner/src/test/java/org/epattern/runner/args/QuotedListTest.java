// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.args;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Holds how lists with quoted parts are split. */
class QuotedListTest {

    @Test
    void splitsAtCommas() {
        assertEquals(List.of("input", "scan.blo", "String"), QuotedList.split("input,scan.blo,String"));
    }

    @Test
    void keepsCommasInsideSingleAndDoubleQuotes() {
        assertEquals(List.of("input", "scan (0-199,0-199)", "String"),
            QuotedList.split("input,'scan (0-199,0-199)',String"));
        assertEquals(List.of("input", "a,'b',c", "String"), QuotedList.split("input,\"a,'b',c\",String"));
    }

    @Test
    void takesTheCharacterAfterABackslashInsideQuotes() {
        assertEquals(List.of("it's, yes", "a\\b"), QuotedList.split("'it\\'s, yes','a\\\\b'"));
    }

    @Test
    void leavesBackslashesOutsideQuotesAlone() {
        assertEquals(List.of("input", "C:\\data\\scan.blo", "String"),
            QuotedList.split("input,C:\\data\\scan.blo,String"));
    }

    @Test
    void quotesMayBeInTheMiddleOfAPart() {
        assertEquals(List.of("folder (0-9,0-9)/x", "String"), QuotedList.split("folder '(0-9,0-9)'/x,String"));
    }

    @Test
    void keepsEmptyParts() {
        assertEquals(List.of("input", "", "String"), QuotedList.split("input,,String"));
        assertEquals(List.of("input", "", "String"), QuotedList.split("input,'',String"));
    }

    @Test
    void refusesAQuoteThatIsNotClosed() {
        assertThrows(IllegalArgumentException.class, () -> QuotedList.split("input,'a,b,String"));
    }
}
