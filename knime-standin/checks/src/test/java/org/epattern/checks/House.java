// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the pieces of the repository lie. */
final class House {

    private House() {
    }

    /** @return the root folder of the repository */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("test-workflows"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("test-workflows was not found above the working folder");
            }
        }
        return folder;
    }

    /** @return the folder of this module's build results */
    static Path target() {
        return root().resolve("knime-standin/checks/target");
    }

    /** @return the bundle as it is shipped */
    static Path bundle() {
        return only(root().resolve("plugin/target"), "org.epattern.knime-", ".jar");
    }

    /** @return the runner that people start with java -jar */
    static Path runner() {
        return root().resolve("knime-standin/runner/target/epattern-runner.jar");
    }

    /** @return the real data beside the repository; may be absent */
    static Path sharedData() {
        return root().resolveSibling("shared/data");
    }

    /** @return the folders of the workflows that earlier versions saved: compat/VERSION/NAME */
    static List<Path> savedWorkflows() {
        final Path compat = root().resolve("test-workflows/compat");
        // components hold a workflow.knime, too, one folder deeper
        return files(compat, "workflow.knime").stream().map(Path::getParent)
            .filter(w -> compat.relativize(w).getNameCount() == 2).toList();
    }

    /** @return the one file of a folder with that beginning and end */
    static Path only(final Path folder, final String beginning, final String end) {
        try (Stream<Path> files = Files.list(folder)) {
            final List<Path> found = files.filter(f -> f.getFileName().toString().startsWith(beginning)
                && f.getFileName().toString().endsWith(end)).toList();
            if (found.size() != 1) {
                throw new IllegalStateException(
                    folder + " should hold one " + beginning + "*" + end + "; found " + found);
            }
            return found.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the files below a folder whose names end so */
    static List<Path> files(final Path folder, final String end) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(end) && Files.isRegularFile(f)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
