// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step from one version to the next with the p2 director, and what the site says of itself. */
class SiteUpdateTest {

    private static final Path SITE = House.root().resolve("update-site/target/repository");
    private static final String STAND_IN =
        House.root().resolve("knime-standin/site/target/repository").toUri().toString();
    private static final String FEATURE = "org.epattern.knime.feature.feature.group";

    @Test
    void anUpdateReplacesTheBundleAndWorkflowsOfTheOldVersionRun(@TempDir final Path folder) throws IOException {
        final NextSite next = new NextSite(SITE);
        next.write(folder.resolve("site"));
        final Path installation = folder.resolve("knime");
        director(installation, SITE.toUri() + "," + STAND_IN, "-installIU",
            FEATURE + ",org.epattern.standin.feature.feature.group");
        assertEquals(FEATURE + "/" + next.version(), installed(installation));

        // the new version takes the place of the old one in a single step, as KNIME's own update does
        director(installation, folder.resolve("site").toUri() + "," + STAND_IN, "-uninstallIU", FEATURE, "-installIU",
            FEATURE + "/" + next.nextVersion());
        assertEquals(FEATURE + "/" + next.nextVersion(), installed(installation));
        final Path bundle =
            installation.resolve("plugins/org.epattern.knime_" + next.nextVersion() + ".jar");
        assertEquals(List.of(bundle), House.files(installation.resolve("plugins"), ".jar").stream()
            .filter(f -> f.getFileName().toString().startsWith("org.epattern.knime_")).toList());

        final Path workflow = House.root().resolve("test-workflows/compat/1.0.0/ePattern rapid");
        final Path scan = Runner.workflow("ePattern rapid").resolve("data/demo.blo");
        final JavaProcess run = Runner.run(workflow, "-plugins=" + bundle,
            "-workflow.variable=input,'" + scan + "',String");
        assertEquals(0, run.exitCode(), run.output());
        assertTrue(run.output().contains("5 of 5 nodes are executed"), run.output());
    }

    private static void director(final Path installation, final String repositories, final String... what)
        throws IOException {
        final List<String> arguments = new ArrayList<>(List.of("-repository", repositories, "-destination",
            installation.toString(), "-profile", "epattern", "-bundlepool", installation.toString()));
        arguments.addAll(List.of(what));
        final String said = Equinox.director(arguments.toArray(String[]::new));
        assertTrue(said.contains("Operation completed"), said);
    }

    /** @return our feature and its version as the director lists it */
    private static String installed(final Path installation) throws IOException {
        final String said = Equinox.director("-destination", installation.toString(), "-profile", "epattern",
            "-bundlepool", installation.toString(), "-listInstalledRoots");
        return said.lines().filter(l -> l.startsWith(FEATURE)).findAny().orElse(said);
    }

    @Test
    void theSiteNamesItselfItsCategoryAndItsLicence() throws IOException {
        final String content;
        try (ZipFile zip = new ZipFile(SITE.resolve("content.jar").toFile());
                InputStream in = zip.getInputStream(zip.getEntry("content.xml"))) {
            content = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        }
        for (final String said : List.of("<repository name='ePattern update site'",
            "name='org.eclipse.equinox.p2.type.category' value='true'",
            "name='org.eclipse.equinox.p2.name' value='ePattern: 4D-STEM diffraction'",
            "name='org.eclipse.equinox.p2.description' value='4D-STEM nodes:",
            "name='org.eclipse.equinox.p2.description' value='Nodes that find the diffraction spots",
            "name='org.eclipse.equinox.p2.provider' value='ePattern'",
            "<license uri='https://www.apache.org/licenses/LICENSE-2.0'", "Apache License, Version 2.0",
            "Copyright 2026 The ePattern developers",
            "<required namespace='osgi.bundle' name='org.knime.core' range='[5.8.0,6.0.0)'/>")) {
            assertTrue(content.contains(said), said);
        }
        // the category holds the feature, or nobody sees it in the dialog that installs extensions
        assertTrue(content.matches(".*<unit id='[^']*org\\.epattern\\.category'.*?<required [^>]*name='"
            + FEATURE.replace(".", "\\.") + "'.*"), content);
    }
}
