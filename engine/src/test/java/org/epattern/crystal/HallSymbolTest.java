// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations made from Hall symbols, against the tables of another program. */
class HallSymbolTest {

    private static List<String[]> otherProgram() throws IOException {
        final List<String[]> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
            HallSymbolTest.class.getResourceAsStream("space-group-operations.txt"), StandardCharsets.US_ASCII))) {
            lines.lines().filter(l -> !l.startsWith("#")).forEach(l -> rows.add(l.split(";")));
        }
        return rows;
    }

    private static String code(final List<SymmetryOperation> operations) {
        final List<String> texts = new ArrayList<>();
        for (final SymmetryOperation operation : operations) {
            final StringBuilder text = new StringBuilder();
            for (final int w : operation.rotation()) {
                text.append(w).append(',');
            }
            for (final double t : operation.translation()) {
                text.append(Math.floorMod(Math.round(24 * t), 24)).append(',');
            }
            texts.add(text.substring(0, text.length() - 1));
        }
        texts.sort(null);
        final CRC32 code = new CRC32();
        code.update(String.join(";", texts).getBytes(StandardCharsets.US_ASCII));
        return String.format(Locale.ROOT, "%08x", code.getValue());
    }

    @Test
    void everySettingHasTheOperationsOfAnotherProgram() throws IOException {
        final Set<String> checked = new HashSet<>();
        for (final String[] row : otherProgram()) {
            final List<SymmetryOperation> operations = HallSymbol.operations(row[1]);
            assertEquals(Integer.parseInt(row[2]), operations.size(), row[1]);
            assertEquals(row[3], code(operations), row[1]);
            checked.add(row[0] + row[1]);
        }
        for (final SpaceGroupTable.Setting setting : new SpaceGroupTable().settings()) {
            assertEquals(true, checked.contains(setting.number() + setting.hall()), setting.toString());
        }
    }

    @Test
    void operationsAreThoseOfTheInternationalTables() {
        // P 21/c, No. 14: general position 4 e
        assertEquals(Set.of(SymmetryOperation.parse("x,y,z"), SymmetryOperation.parse("-x,y+1/2,-z+1/2"),
            SymmetryOperation.parse("-x,-y,-z"), SymmetryOperation.parse("x,-y+1/2,z+1/2")),
            Set.copyOf(HallSymbol.operations("-P 2ybc")));
        assertEquals(List.of(new SymmetryOperation(new int[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new double[3])),
            HallSymbol.operations("P 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "Q 2", "P 5", "P 4'", "P 4*", "P 2 2 2 2 2", "P 23", "P 2x2y", "P 4 3"})
    void whatIsNoHallSymbolIsRefused(final String symbol) {
        assertEquals("the Hall symbol '" + symbol + "' is not one; a lattice letter and one to four rotations such as "
            + "'-P 2ybc' are expected",
            assertThrows(IllegalArgumentException.class, () -> HallSymbol.operations(symbol)).getMessage());
    }
}
