// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Stack traces as text. */
public final class StackTraces {

    private StackTraces() {
    }

    /**
     * @param failure anything thrown
     * @return its stack trace with those of its causes
     */
    public static String of(final Throwable failure) {
        final StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
