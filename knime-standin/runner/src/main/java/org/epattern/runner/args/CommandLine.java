// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.args;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.epattern.runner.workflow.Variable;

/**
 * What the user asked for, read and checked by {@link CommandLineParser}.
 *
 * @param help print the help and do nothing else
 * @param workflow the workflow folder or archive; null only with {@code help}
 * @param archive whether {@code workflow} is a .knwf or .zip file
 * @param reset forget results that were saved with the workflow
 * @param noSave do not save the executed workflow
 * @param failOnLoadError do not execute a workflow with load errors
 * @param noExecute load only
 * @param variables workflow variables to set
 * @param options node settings to set
 * @param destFile where the executed workflow is saved as an archive
 * @param destDir where the executed workflow is saved as a folder
 * @param out folder for tables and pictures
 * @param pictures at most so many pictures are drawn of each column of patterns, 0 or more
 * @param view show the views in a web browser after the run
 * @param plugins plugin jar, folder of jars or exploded plugin; empty: search near the runner
 * @param debug show stack traces of the user's mistakes, too
 * @param notes sentences about arguments that are accepted and have no effect here
 */
public record CommandLine(boolean help, Path workflow, boolean archive, boolean reset, boolean noSave,
    boolean failOnLoadError, boolean noExecute, List<Variable> variables, List<OptionArgument> options,
    Optional<Path> destFile, Optional<Path> destDir, Optional<Path> out, int pictures, boolean view,
    Optional<Path> plugins, boolean debug, List<String> notes) {
}
