// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner;

/** The exit codes of KNIME's batch executor, with the same meaning and numbers. */
public enum ExitCode {

    /** Everything that could be executed is executed. */
    SUCCESS(0),

    /** Done, but something deserves a look; KNIME 5.8 defines this code and never returns it, nor do we. */
    WARNING(1),

    /** The command line is wrong: nothing has been read yet. */
    ARGUMENTS(2),

    /** The workflow cannot be loaded. */
    LOAD(3),

    /** A node failed or could not be executed, or results could not be written. */
    EXECUTION(4);

    private final int m_number;

    ExitCode(final int number) {
        m_number = number;
    }

    /** @return the number that the process ends with */
    public int number() {
        return m_number;
    }
}
