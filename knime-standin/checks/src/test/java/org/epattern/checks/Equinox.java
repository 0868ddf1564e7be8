// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The Equinox with the p2 director that Tycho brings; the build unpacks it. */
final class Equinox {

    /** What an Eclipse application stands on, as far as bundles of KNIME and ours need it. */
    static final List<String> RUNTIME = List.of("org.eclipse.equinox.common", "org.eclipse.equinox.registry",
        "org.eclipse.core.jobs", "org.eclipse.equinox.preferences", "org.eclipse.core.contenttype",
        "org.eclipse.equinox.app", "org.eclipse.core.runtime", "org.apache.felix.scr", "org.eclipse.osgi.services",
        "org.eclipse.osgi.util");

    private static final Path PLUGINS = House.target().resolve("equinox/plugins");

    private Equinox() {
    }

    /** @return the jar of one of its bundles */
    static Path bundle(final String symbolicName) {
        return House.only(PLUGINS, symbolicName + "_", ".jar");
    }

    /**
     * Runs the p2 director.
     *
     * @return what it printed
     */
    static String director(final String... arguments) throws IOException {
        final Path configuration = Files.createTempDirectory(House.target(), "director");
        Files.writeString(configuration.resolve("config.ini"), "osgi.bundles="
            + House.files(PLUGINS, ".jar").stream().filter(Equinox::isNeeded).map(Equinox::reference)
                .collect(Collectors.joining(","))
            + "\nosgi.bundles.defaultStartLevel=4\n");
        final List<String> all = new ArrayList<>(List.of("-configuration", configuration.toString(), "-data",
            configuration.resolve("data").toString(), "-application", "org.eclipse.equinox.p2.director"));
        all.addAll(List.of(arguments));
        return JavaProcess.runJar(configuration, List.of("-Dosgi.compatibility.bootdelegation=true"),
            bundle("org.eclipse.osgi"), all,
            line -> line.startsWith("Operation completed") || line.startsWith("There were errors")).output();
    }

    private static boolean isNeeded(final Path jar) {
        final String name = symbolicName(jar);
        return !name.equals("org.eclipse.osgi") && !name.equals("org.eclipse.equinox.console")
            && !name.equals("org.eclipse.equinox.launcher") && !name.contains("gogo");
    }

    private static String reference(final Path jar) {
        final String start = switch (symbolicName(jar)) {
            case "org.apache.felix.scr" -> "@1\\:start";
            case "org.eclipse.equinox.common" -> "@2\\:start";
            case "org.eclipse.core.runtime" -> "@4\\:start";
            default -> "";
        };
        return "reference\\:" + jar.toUri().toString().replace(":", "\\:") + start;
    }

    private static String symbolicName(final Path jar) {
        final String name = jar.getFileName().toString();
        return name.substring(0, name.indexOf('_'));
    }
}
