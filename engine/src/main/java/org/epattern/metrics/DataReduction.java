// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.metrics;

/**
 * How much smaller the reflection table is than the patterns, for any two sizes that are comparable: files on disk, or
 * numbers as they are stored without compression.
 *
 * @param patternBytes bytes of the patterns
 * @param tableBytes bytes of the reflection table
 */
public record DataReduction(long patternBytes, long tableBytes) {

    /** Refuses sizes below zero. */
    public DataReduction {
        if (patternBytes < 0 || tableBytes < 0) {
            throw new IllegalArgumentException("The data reduction is asked for " + patternBytes
                + " bytes of patterns and " + tableBytes + " bytes of table; two sizes of 0 or more are expected");
        }
    }

    /** @return patterns / table, e.g. 614 for the paper's NMVP scan; infinite for an empty table, NaN without data */
    public double factor() {
        return (double)patternBytes / tableBytes;
    }
}
