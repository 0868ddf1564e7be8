// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.scan;

import java.util.concurrent.CancellationException;

/** Hears how far a long computation is, and can stop it. */
public interface Progress {

    /** Hears nothing and never stops. */
    Progress NONE = new Progress() {
        @Override
        public void report(final double fraction, final String message) {
            // nobody listens
        }

        @Override
        public void checkCanceled() {
            // nobody stops
        }
    };

    /**
     * @param fraction share of the work that is done, 0 to 1
     * @param message what is being done, one short line
     */
    void report(double fraction, String message);

    /** @throws CancellationException when the user wants the computation to stop */
    void checkCanceled() throws CancellationException;
}
