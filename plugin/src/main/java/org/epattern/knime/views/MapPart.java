// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.views;

import java.util.List;

import org.epattern.maps.ScanMap;

/**
 * A map of the scan as pages take it.
 *
 * @param name what is mapped
 * @param unit unit of its values; empty for plain numbers
 * @param values line by line; not a number where there is none
 */
public record MapPart(String name, String unit, Packed values) {

    /** @return the maps */
    public static List<MapPart> of(final List<ScanMap> maps) {
        return maps.stream().map(m -> new MapPart(m.name(), m.unit(), Packed.of(m.values()))).toList();
    }
}
