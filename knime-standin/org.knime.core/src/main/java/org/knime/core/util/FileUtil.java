// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.epattern.standin.WorkflowEnvironment;
import org.epattern.standin.file.KnimeUrlHandler;

/** Finds and reads files given as paths or addresses. */
public final class FileUtil {

    private static final int TIMEOUT_MILLIS = 60_000;

    private static final String KNIME = "knime";

    private FileUtil() {
    }

    /**
     * @param path a path, or an address (file:, http:, knime: and so on); blanks in an address are allowed
     * @return its address
     * @throws MalformedURLException if it is an address that cannot be understood
     * @throws InvalidPathException if it is empty or a path with forbidden characters
     */
    public static URL toURL(final String path) throws MalformedURLException {
        if (path.isEmpty()) {
            throw new InvalidPathException("", "Empty path");
        }
        final String address = path.replace(" ", "%20");
        if (address.startsWith(KNIME + ":")) {
            return new URL(null, address, new KnimeUrlHandler());
        }
        try {
            return new URL(address);
        } catch (final MalformedURLException noAddress) { // then it is a path
            return Path.of(path).toAbsolutePath().toUri().toURL();
        }
    }

    /**
     * @param url an address
     * @return the file on this machine, which need not exist; null if the address is not on this machine
     * @throws IOException if it is a knime: address that cannot be resolved
     * @throws URISyntaxException if the address has forbidden characters
     * @throws IllegalArgumentException if it is a file: address that gives no whole path
     */
    public static Path resolveToPath(final URL url) throws IOException, URISyntaxException {
        if (KNIME.equals(url.getProtocol())) {
            return resolveKnime(url);
        }
        if (!"file".equals(url.getProtocol())) {
            return null;
        }
        return Path.of(url.toURI());
    }

    private static Path resolveKnime(final URL url) throws IOException {
        if (!"knime.workflow".equals(url.getHost())) {
            throw new IOException("The address " + url + " cannot be resolved here: of all knime:// addresses only "
                + "knime://knime.workflow/… is known without KNIME.");
        }
        final Path folder = WorkflowEnvironment.current().map(WorkflowEnvironment::workflowFolder)
            .orElseThrow(() -> new IOException("The address " + url
                + " is relative to a workflow, and the thread that asks works for none.")).toAbsolutePath().normalize();
        final Path file = folder.resolve(decode(url.getPath()).replaceFirst("^/+", "")).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("The address " + url + " leaves the folder of the workflow, " + folder + ".");
        }
        return file;
    }

    /** Percent signs that start no code are left alone, as KNIME does with these addresses. */
    private static String decode(final String path) {
        final StringBuilder safe = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            final char c = path.charAt(i);
            final boolean code = c == '%' && i + 2 < path.length() && Character.digit(path.charAt(i + 1), 16) >= 0
                && Character.digit(path.charAt(i + 2), 16) >= 0;
            safe.append(c == '%' && !code ? "%25" : c == '+' ? "%2B" : Character.toString(c));
        }
        return URLDecoder.decode(safe.toString(), StandardCharsets.UTF_8);
    }

    /**
     * @param url an address
     * @return the bytes behind it
     * @throws IOException if it cannot be read, or a server does not answer within a minute
     */
    public static InputStream openStreamWithTimeout(final URL url) throws IOException {
        return openStreamWithTimeout(url, TIMEOUT_MILLIS);
    }

    /**
     * @param url an address
     * @param timeoutInMilliseconds for how long a server may not answer
     * @return the bytes behind it
     * @throws IOException if it cannot be read
     */
    public static InputStream openStreamWithTimeout(final URL url, final int timeoutInMilliseconds)
        throws IOException {
        try {
            final Path local = resolveToPath(url);
            if (local != null) {
                return Files.newInputStream(local);
            }
        } catch (final URISyntaxException e) {
            throw new IOException("The address " + url + " cannot be understood: " + e.getMessage(), e);
        }
        final URLConnection connection = url.openConnection();
        connection.setConnectTimeout(timeoutInMilliseconds);
        connection.setReadTimeout(timeoutInMilliseconds);
        return connection.getInputStream();
    }

    /**
     * @param input read to the end and closed
     * @param destination gets all bytes and is closed
     * @throws IOException if reading or writing fails
     */
    public static void copy(final InputStream input, final OutputStream destination) throws IOException {
        try (input; destination) {
            input.transferTo(destination);
        }
    }

    /**
     * @param dir a file or a folder
     * @return whether it is gone with all that was in it; links are removed and not followed
     */
    public static boolean deleteRecursively(final File dir) {
        if (!Files.isSymbolicLink(dir.toPath())) {
            final File[] children = dir.listFiles();
            if (children != null) {
                for (final File child : children) {
                    deleteRecursively(child);
                }
            }
        }
        return dir.delete();
    }

    /**
     * @param prefix start of its name
     * @return a new empty folder among the temporary files of the open workflow, or else of the machine
     * @throws IOException if it cannot be made
     */
    public static File createTempDir(final String prefix) throws IOException {
        return Files.createTempDirectory(tempFolder(), prefix).toFile();
    }

    /**
     * @param prefix start of its name
     * @param suffix end of its name
     * @return a new empty file among the temporary files of the open workflow, or else of the machine
     * @throws IOException if it cannot be made
     */
    public static File createTempFile(final String prefix, final String suffix) throws IOException {
        return Files.createTempFile(tempFolder(), prefix, suffix).toFile();
    }

    private static Path tempFolder() {
        return WorkflowEnvironment.current().map(WorkflowEnvironment::tempFolder)
            .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    }
}
