// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.workflow;

/**
 * Something that is not as it should be in a workflow on disk.
 *
 * @param level how much it matters
 * @param sentence which file and key, what was found and what was expected
 */
public record Issue(Level level, String sentence) {

    /** How KNIME deals with it. */
    public enum Level {
        /** The workflow is not loaded at all. */
        FATAL,
        /** A load error: the workflow is not executed with -failonloaderror. */
        ERROR,
        /** Logged; execution may fail later. */
        WARNING,
        /** KNIME does not mind, but a workflow that is given to others should not have it. */
        ADVICE
    }
}
