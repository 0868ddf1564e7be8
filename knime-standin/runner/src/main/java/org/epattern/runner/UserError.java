// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner;

/**
 * Something that the user can put right: its message is one whole sentence that names the file or setting, what was
 * found and what was expected. It is shown without a stack trace.
 */
public final class UserError extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExitCode m_code;

    /**
     * @param code what the process ends with
     * @param sentence what is wrong, for the user
     */
    public UserError(final ExitCode code, final String sentence) {
        super(sentence);
        m_code = code;
    }

    /**
     * @param code what the process ends with
     * @param sentence what is wrong, for the user
     * @param cause what is shown in addition with {@code --debug}
     */
    public UserError(final ExitCode code, final String sentence, final Throwable cause) {
        super(sentence, cause);
        m_code = code;
    }

    /** @return what the process ends with */
    public ExitCode code() {
        return m_code;
    }
}
