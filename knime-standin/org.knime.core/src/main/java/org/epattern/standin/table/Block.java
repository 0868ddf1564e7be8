// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.table;

/**
 * A run of rows in a row file.
 *
 * @param firstRow index of its first row, from 0
 * @param offset position of its first byte in the file
 * @param length number of bytes
 */
record Block(long firstRow, long offset, int length) {
}
