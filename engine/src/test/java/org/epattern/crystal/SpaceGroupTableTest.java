// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of space groups as files write them. */
class SpaceGroupTableTest {

    private final SpaceGroupTable m_table = new SpaceGroupTable();

    @Test
    void everySettingIsFoundByItsName() {
        for (final SpaceGroupTable.Setting setting : m_table.settings()) {
            assertTrue(m_table.named(setting.toString()).contains(setting), setting.toString());
            assertTrue(m_table.named(setting.toString().replace(" ", "")).contains(setting), setting.toString());
        }
    }

    @Test
    void all230GroupsAreThere() {
        assertEquals(IntStream.rangeClosed(1, 230).boxed().toList(),
            m_table.settings().stream().map(SpaceGroupTable.Setting::number).distinct().toList());
        assertEquals(List.of("F d -3 m:1", "F d -3 m:2"),
            m_table.standard(227).stream().map(SpaceGroupTable.Setting::toString).toList());
        assertEquals(List.of("P 1 21/c 1"),
            m_table.standard(14).stream().map(SpaceGroupTable.Setting::toString).toList());
        assertEquals(List.of(), m_table.standard(231));
    }

    @ParameterizedTest
    @CsvSource({"Fm-3m, F m -3 m", "F m 3 m, F m -3 m", "F 4/m -3 2/m, F m -3 m", "P 2(1)/n, P 1 21/n 1|P 1 1 21/n|P "
        + "21/n 1 1", "P121/c1, P 1 21/c 1", "P63/mmc, P 63/m m c", "R -3 m H, R -3 m:H", "R-3m:R, R -3 m:R",
        "F d -3 m S, F d -3 m:1", "F d -3 m Z, F d -3 m:2", "F d -3 m (origin choice 2), F d -3 m:2", "Cmce, C m c a",
        "A e a 2, A b a 2", "P 21/n 21/m 21/a, P n m a", "P 4/m 2/m 2/m, P 4/m m m", "R -3 2/m, R -3 m:H|R -3 m:R",
        "P_21/c, P 1 21/c 1|P 21/c 1 1", "Q 1, ''", "P 1 1 1 1, ''"})
    void namesAreReadAsFilesWriteThem(final String name, final String expected) {
        assertEquals(expected, m_table.named(name).stream().map(SpaceGroupTable.Setting::toString)
            .collect(Collectors.joining("|")));
    }
}
