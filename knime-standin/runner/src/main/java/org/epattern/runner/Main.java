// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner;

import java.nio.file.Files;

/** Runs a workflow without KNIME, see {@code --help}. */
public final class Main {

    private Main() {
    }

    /**
     * @param args the arguments of KNIME's batch executor and our own
     */
    public static void main(final String[] args) {
        // no window is ever opened, and drawing must work where there is no screen
        System.setProperty("java.awt.headless", "true");
        final Runner runner = new Runner(Console.ofProcess(), Files::newOutputStream);
        // runs on Ctrl-C and on a request of the system to end; Java then ends with 128 + the number of the signal
        Runtime.getRuntime().addShutdownHook(new Thread(runner::stop, "stop"));
        final int code = runner.run(args).number();
        System.exit(code);
    }
}
