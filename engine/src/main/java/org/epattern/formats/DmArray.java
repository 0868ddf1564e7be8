// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.formats;

/**
 * An array in a DigitalMicrograph file that was not read, because it is long or holds the pixels.
 *
 * @param position first byte in the file
 * @param bytes length in the file
 */
record DmArray(long position, long bytes) {
}
