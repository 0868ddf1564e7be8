// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the runner as a user does: a Java program of its own with a workflow folder. */
final class Runner {

    private Runner() {
    }

    /** Runs a workflow of the repository with the README's flags and more. */
    static JavaProcess run(final Path workflow, final String... more) throws IOException {
        return run(List.of("-Xmx1g"), workflow, more);
    }

    static JavaProcess run(final List<String> javaOptions, final Path workflow, final String... more)
        throws IOException {
        final List<String> arguments = new ArrayList<>(
            List.of("-workflowDir=" + workflow, "-reset", "-nosave", "-failonloaderror"));
        arguments.addAll(List.of(more));
        return JavaProcess.runJar(House.root(), javaOptions, House.runner(), arguments);
    }

    /** @return a workflow folder of the repository */
    static Path workflow(final String name) {
        return House.root().resolve("test-workflows").resolve(name);
    }
}
