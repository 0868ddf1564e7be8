// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

/**
 * One line of the description of a scan, for people and for tables.
 *
 * @param name what is described, e.g. "scan width"
 * @param value the value as text, with a point as decimal sign
 * @param unit the unit, empty where there is none
 */
public record ScanProperty(String name, String value, String unit) {
}
