// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headers of an OSGi manifest that decide whether KNIME takes a plugin. */
final class BundleManifest {

    private static final Pattern RANGE =
        Pattern.compile("([\\[(])\\s*([\\w.-]+)\\s*,\\s*([\\w.-]+)\\s*([\\])])");

    private static final Pattern ENVIRONMENT = Pattern.compile("(?:JavaSE|J2SE)-(?:1\\.)?(\\d+)");

    /** The bundles that are there besides the plugin itself. */
    private static final List<String> PRESENT = List.of("org.knime.core", "org.knime.core.ui");

    private static final String PRESENT_VERSION = "5.8.0";

    private final Attributes m_headers;

    BundleManifest(final Manifest manifest) {
        m_headers = manifest.getMainAttributes();
    }

    /** @return Bundle-SymbolicName without its directives */
    String symbolicName() {
        return clauses("Bundle-SymbolicName").stream().findFirst().map(c -> c.split(";")[0].trim()).orElse("");
    }

    /** @return the header's value or an empty text */
    String header(final String name) {
        final String value = m_headers.getValue(name);
        return value == null ? "" : value.trim();
    }

    /** @return where the classes are, in order: {@code .} or paths inside the bundle */
    List<String> classPath() {
        final List<String> path = clauses("Bundle-ClassPath");
        return path.isEmpty() ? List.of(".") : path.stream().map(c -> c.split(";")[0].trim()).toList();
    }

    /** @return a sentence, if the platform would not use this bundle */
    Optional<String> problem(final String where) {
        if (symbolicName().isEmpty()) {
            return Optional.of("'" + where + "' is no plugin: its MANIFEST.MF has no Bundle-SymbolicName.");
        }
        if (!isSingleton()) {
            return Optional.of("The nodes of '" + where + "' are ignored: Bundle-SymbolicName is '"
                + header("Bundle-SymbolicName") + "', expected ';singleton:=true' after it.");
        }
        for (final String clause : clauses("Require-Bundle")) {
            final Optional<String> unresolved = unresolved(clause);
            if (unresolved.isPresent()) {
                return Optional.of("The nodes of '" + where + "' are not installed: " + unresolved.get());
            }
        }
        final Matcher environment = ENVIRONMENT.matcher(header("Bundle-RequiredExecutionEnvironment"));
        if (environment.matches() && Integer.parseInt(environment.group(1)) > Runtime.version().feature()) {
            return Optional.of("The nodes of '" + where + "' are not installed: the plugin requires "
                + environment.group() + ", found Java " + Runtime.version().feature() + ".");
        }
        return Optional.empty();
    }

    private boolean isSingleton() {
        return header("Bundle-SymbolicName").replace(" ", "").contains(";singleton:=true");
    }

    private static Optional<String> unresolved(final String clause) {
        final String[] parts = clause.split(";");
        final String bundle = parts[0].trim();
        boolean optional = false;
        String range = null;
        for (int i = 1; i < parts.length; i++) {
            final String part = parts[i].replace(" ", "").replace("\"", "");
            optional |= part.toLowerCase(Locale.ROOT).equals("resolution:=optional");
            if (part.startsWith("bundle-version=")) {
                range = part.substring("bundle-version=".length());
            }
        }
        if (optional) {
            return Optional.empty();
        }
        if (!PRESENT.contains(bundle)) {
            return Optional.of("the plugin requires the bundle " + bundle + ", found " + PRESENT + ".");
        }
        return range == null || contains(range, PRESENT_VERSION) ? Optional.empty()
            : Optional.of("the plugin requires " + bundle + " " + range + ", found " + PRESENT_VERSION + ".");
    }

    private static boolean contains(final String range, final String version) {
        final Matcher matcher = RANGE.matcher(range);
        if (!matcher.matches()) {
            return compare(version, range) >= 0;
        }
        final int low = compare(version, matcher.group(2));
        final int high = compare(version, matcher.group(3));
        return (matcher.group(1).equals("[") ? low >= 0 : low > 0)
            && (matcher.group(4).equals("]") ? high <= 0 : high < 0);
    }

    private static int compare(final String left, final String right) {
        final String[] a = left.split("\\.");
        final String[] b = right.split("\\.");
        for (int i = 0; i < 3; i++) {
            final int difference = Integer.compare(part(a, i), part(b, i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int part(final String[] version, final int index) {
        return index < version.length && version[index].matches("\\d{1,9}") ? Integer.parseInt(version[index]) : 0;
    }

    /** Splits a header at the commas that are outside of quotes. */
    private List<String> clauses(final String name) {
        final List<String> clauses = new ArrayList<>();
        final StringBuilder clause = new StringBuilder();
        boolean quoted = false;
        for (final char c : header(name).toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            }
            if (c == ',' && !quoted) {
                clauses.add(clause.toString().trim());
                clause.setLength(0);
            } else {
                clause.append(c);
            }
        }
        if (!clause.toString().isBlank()) {
            clauses.add(clause.toString().trim());
        }
        return clauses;
    }
}
