// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import static org.epattern.standin.Standin.column;
import static org.epattern.standin.Standin.spec;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.util.UniqueNameGenerator;

class DataTableSpecTest {

    @Test
    void aColumnNameThatAppearsTwiceIsRefused() {
        final DataTableSpecCreator creator = new DataTableSpecCreator().addColumns(column("x", IntCell.TYPE),
            column("y", IntCell.TYPE), column(" x ", DoubleCell.TYPE));
        final String message = assertThrows(IllegalArgumentException.class, creator::createSpec).getMessage();
        assertEquals("Duplicate column name \"x\" at positions 0 and 2.", message);
    }

    @Test
    void columnsAreFoundByNameIndexAndType() {
        final DataTableSpec spec = spec(column("x", IntCell.TYPE), column("y", StringCell.TYPE));
        assertEquals(1, spec.findColumnIndex("y"));
        assertEquals(-1, spec.findColumnIndex("z"));
        assertNull(spec.getColumnSpec("z"));
        assertThrows(IndexOutOfBoundsException.class, () -> spec.getColumnSpec(2));
        assertTrue(spec.containsCompatibleType(DoubleValue.class));
        assertFalse(spec.containsCompatibleType(BooleanValue.class));
        assertArrayEquals(new int[]{1, 0}, spec.columnsToIndices("y", "x"));
    }

    @Test
    void equalityCountsDomainAndPropertiesAndStructureDoesNot() {
        final DataTableSpec plain = spec(column("x", IntCell.TYPE));
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(plain.getColumnSpec(0));
        creator.setProperties(new DataColumnProperties(Map.of("unit", "nm")));
        final DataTableSpec withUnit = spec(creator.createSpec());
        creator.setDomain(new DataColumnDomainCreator(new IntCell(1), new IntCell(2)).createDomain());
        final DataTableSpec withDomain = spec(creator.createSpec());
        assertNotEquals(plain, withUnit);
        assertNotEquals(withUnit, withDomain);
        assertTrue(plain.equalStructure(withDomain));
        assertEquals(withUnit, new DataTableSpecCreator(withDomain).dropAllDomains().createSpec());
        assertEquals(plain, spec(column("x", IntCell.TYPE)));
        assertNotEquals(plain, spec(column("x", DoubleCell.TYPE)));
    }

    @Test
    void mergedTablesHaveTheColumnsOfAllAndWiderDomains() {
        final DataColumnSpecCreator small = new DataColumnSpecCreator("x", IntCell.TYPE);
        small.setDomain(new DataColumnDomainCreator(new IntCell(1), new IntCell(2)).createDomain());
        final DataColumnSpecCreator large = new DataColumnSpecCreator("x", DoubleCell.TYPE);
        large.setDomain(new DataColumnDomainCreator(new DoubleCell(1.5), new DoubleCell(9)).createDomain());
        final DataTableSpec merged =
            DataTableSpec.mergeDataTableSpecs(spec(small.createSpec()), spec(large.createSpec(),
                column("y", StringCell.TYPE)));
        assertArrayEquals(new String[]{"x", "y"}, merged.getColumnNames());
        assertEquals(DoubleCell.TYPE, merged.getColumnSpec("x").getType());
        assertEquals(new IntCell(1), merged.getColumnSpec("x").getDomain().getLowerBound());
        assertEquals(new DoubleCell(9), merged.getColumnSpec("x").getDomain().getUpperBound());
    }

    @Test
    void uniqueNamesAreCountedUp() {
        final UniqueNameGenerator names =
            new UniqueNameGenerator(spec(column("x", IntCell.TYPE), column("y (#3)", IntCell.TYPE)));
        assertEquals("x (#1)", names.newName(" x "));
        assertEquals("x (#2)", names.newColumn("x", IntCell.TYPE).getName());
        assertEquals("y (#4)", names.newName("y (#3)"));
        assertEquals("z", names.newName("z"));
        assertEquals("z (#1)", names.newCreator(column("z", IntCell.TYPE)).createSpec().getName());
        assertEquals("a", new UniqueNameGenerator(Set.of("b")).newName("a"));
    }
}
