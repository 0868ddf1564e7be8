// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.progress;

/** Times for people. */
final class Durations {

    private static final long SECONDS_PER_MINUTE = 60;

    private static final long SECONDS_PER_HOUR = 3600;

    private Durations() {
    }

    /**
     * @param seconds at least 0
     * @return as 0:07, 12:34 or 1:02:03
     */
    static String text(final long seconds) {
        final long hours = seconds / SECONDS_PER_HOUR;
        final long minutes = seconds % SECONDS_PER_HOUR / SECONDS_PER_MINUTE;
        final long rest = seconds % SECONDS_PER_MINUTE;
        return hours > 0 ? String.format("%d:%02d:%02d", hours, minutes, rest)
            : String.format("%d:%02d", minutes, rest);
    }
}
