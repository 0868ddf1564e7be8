// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A finished Java program: what it printed and how it ended.
 *
 * @param output standard output and error, as they came
 * @param exitCode the exit code; -1 if it was ended because its last line had come
 */
record JavaProcess(String output, int exitCode) {

    private static final long MINUTES = 5;

    /** Runs a jar in a folder and waits for its end. */
    static JavaProcess runJar(final Path folder, final List<String> javaOptions, final Path jar,
        final List<String> arguments) throws IOException {
        return runJar(folder, javaOptions, jar, arguments, line -> false);
    }

    /** Runs a jar until it ends or until it prints a line after which nothing of interest comes. */
    static JavaProcess runJar(final Path folder, final List<String> javaOptions, final Path jar,
        final List<String> arguments, final Predicate<String> lastLine) throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        final Process process =
            new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        final StringBuilder output = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                if (lastLine.test(line)) {
                    return new JavaProcess(output.toString(), -1);
                }
            }
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("still running after " + MINUTES + " minutes: " + command);
            }
            return new JavaProcess(output.toString(), process.exitValue());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
