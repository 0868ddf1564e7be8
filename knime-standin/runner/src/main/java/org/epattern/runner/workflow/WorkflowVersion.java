// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.epattern.runner.workflow.Issue.Level;
import org.knime.core.node.NodeSettings;

/** Rules about the versions that a workflow.knime names: who wrote it, and in which format. */
final class WorkflowVersion {

    /** The format that KNIME 5.2 and later write. */
    static final String FORMAT = "5.1.0";

    /** What a workflow that is given to others says: the oldest KNIME that has all that our nodes need. */
    static final String FLOOR = "5.8.0";

    /** Formats with the same keys as {@link #FORMAT}. */
    private static final List<String> READABLE = List.of("4.1.0", FORMAT);

    private static final int[] RUNNING = {5, 8};

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?(?:[.-].*)?");

    private WorkflowVersion() {
    }

    /**
     * @param file content of workflow.knime
     * @param where its path, for the sentences
     * @param issues hears what is wrong
     */
    static void check(final NodeSettings file, final String where, final Issues issues) {
        final String createdBy = file.getString("created_by", null);
        if (createdBy == null) {
            issues.add(Level.ADVICE, "'" + where + "' has no created_by, expected " + FLOOR + ".");
        } else if (isNewerThanRunning(createdBy)) {
            issues.add(Level.FATAL, "'" + where + "' was written by a newer KNIME: created_by is " + createdBy
                + ", expected " + FLOOR + " or older.");
        } else if (!FLOOR.equals(createdBy)) {
            issues.add(Level.ADVICE, "created_by in '" + where + "' is " + createdBy + ", expected " + FLOOR + ".");
        }
        if (file.getBoolean("created_by_nightly", false)) {
            issues.add(Level.FATAL, "'" + where + "' was written by a nightly build: created_by_nightly is true, "
                + "expected false.");
        }
        checkFormat(file.getString("version", null), where, issues);
    }

    private static void checkFormat(final String format, final String where, final Issues issues) {
        if (format == null) {
            issues.add(Level.FATAL, "'" + where + "' has no version, expected " + FORMAT + " (a workflow of KNIME 1.x "
                + "must be opened and saved in a newer KNIME first).");
        } else if (!READABLE.contains(format)) {
            issues.add(Level.FATAL, "The version of '" + where + "' is " + format + ", expected " + FORMAT
                + " (open and save the workflow in KNIME 5).");
        } else if (!FORMAT.equals(format)) {
            issues.add(Level.ADVICE, "The version of '" + where + "' is " + format + ", expected " + FORMAT + ".");
        }
    }

    /** A version that is none counts as newer, because nothing is known about it. */
    private static boolean isNewerThanRunning(final String version) {
        final Matcher matcher = NUMBER.matcher(version);
        if (!matcher.matches()) {
            return true;
        }
        return Arrays.compare(new int[]{Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))},
            RUNNING) > 0;
    }
}
