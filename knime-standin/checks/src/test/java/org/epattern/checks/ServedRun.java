// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A run of the runner that goes on, because its views are looked at. */
final class ServedRun implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("The views are at (http://127\\.0\\.0\\.1:[0-9]+/) ");

    private final Process m_process;
    private final String m_address;

    private ServedRun(final Process process, final String address) {
        m_process = process;
        m_address = address;
    }

    /**
     * @param workflow a workflow folder
     * @param results folder for the tables
     * @return the run, once its views can be looked at
     */
    static ServedRun start(final Path workflow, final Path results) throws IOException {
        final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g", "-jar", House.runner().toString(), "-workflowDir=" + workflow, "-reset", "-nosave",
            "-failonloaderror", "--out", results.toString(), "--view").directory(House.root().toFile())
            .redirectErrorStream(true).start();
        final StringBuilder said = new StringBuilder();
        final BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            final Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return new ServedRun(process, address.group(1));
            }
            said.append(line).append('\n');
        }
        process.destroy();
        throw new IOException("The runner ended without views:\n" + said);
    }

    /** @return where the views are */
    String address() {
        return m_address;
    }

    /**
     * Presses Enter.
     *
     * @return the exit code; -1 if the run goes on
     */
    int pressEnter() throws IOException, InterruptedException {
        m_process.getOutputStream().write('\n');
        m_process.getOutputStream().flush();
        return m_process.waitFor(1, TimeUnit.MINUTES) ? m_process.exitValue() : -1;
    }

    /** @return the names of the nodes whose views the run shows, in order */
    static List<String> names(final String startPage) {
        return Pattern.compile("<a href=\"views/[0-9]+/\">([^<]+)</a>").matcher(startPage).results()
            .map(r -> r.group(1)).toList();
    }

    @Override
    public void close() {
        m_process.destroy();
    }
}
