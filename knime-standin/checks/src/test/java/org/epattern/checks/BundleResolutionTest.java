// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import org.eclipse.osgi.launch.EquinoxFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** With which bundles beside it a real Equinox takes the bundle of the nodes: version ranges, and one of it only. */
class BundleResolutionTest {

    private static final String OURS = "org.epattern.knime";
    private static final String CORE = "org.knime.core";
    private static final String UI = "org.knime.core.ui";

    @TempDir
    private Path m_folder;

    private static Path ours() {
        return House.only(House.root().resolve("update-site/target/repository/plugins"), OURS + "_", ".jar");
    }

    private static Path standIn(final String name) {
        return House.only(House.root().resolve("knime-standin/site/target/repository/plugins"), name + "_", ".jar");
    }

    /** @return a copy of a bundle that calls itself another version */
    private Path withVersion(final Path bundle, final String version) throws IOException {
        final Path copy = m_folder.resolve(version + "-" + bundle.getFileName());
        try (JarFile jar = new JarFile(bundle.toFile())) {
            final Manifest manifest = new Manifest(jar.getManifest());
            manifest.getMainAttributes().putValue(Constants.BUNDLE_VERSION, version);
            try (OutputStream out = Files.newOutputStream(copy);
                    JarOutputStream target = new JarOutputStream(out, manifest)) {
                for (final ZipEntry entry : jar.stream().filter(e -> !e.getName().equals(JarFile.MANIFEST_NAME))
                    .toList()) {
                    target.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream in = jar.getInputStream(entry)) {
                        in.transferTo(target);
                    }
                }
            }
        }
        return copy;
    }

    /** @return versions of our bundle that are resolved when all of these are installed */
    private List<String> resolved(final List<Path> jars) throws Exception {
        final Framework framework = new EquinoxFactory().newFramework(
            new HashMap<>(Map.of(Constants.FRAMEWORK_STORAGE, Files.createTempDirectory(m_folder, "osgi").toString())));
        framework.init();
        try {
            final BundleContext context = framework.getBundleContext();
            final List<Bundle> bundles = new ArrayList<>();
            for (final String name : Equinox.RUNTIME) {
                bundles.add(context.installBundle(Equinox.bundle(name).toUri().toString()));
            }
            for (final Path jar : jars) {
                bundles.add(context.installBundle(jar.toUri().toString()));
            }
            framework.start();
            framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
            return bundles.stream().filter(b -> b.getSymbolicName().equals(OURS) && b.getState() != Bundle.INSTALLED)
                .map(b -> b.getVersion().getMajor() + "." + b.getVersion().getMinor()).toList();
        } finally {
            framework.stop();
            framework.waitForStop(10_000);
        }
    }

    private List<String> resolvedWithKnime(final String version) throws Exception {
        return resolved(
            List.of(ours(), withVersion(standIn(CORE), version), withVersion(standIn(UI), version)));
    }

    @Test
    void everyKnimeFromFiveEightToBeforeSixIsTaken() throws Exception {
        for (final String version : List.of("5.8.0", "5.8.2.v202602", "5.12.0")) {
            assertEquals(List.of("1.0"), resolvedWithKnime(version), version);
        }
    }

    @Test
    void anOlderOrNextMajorKnimeIsNotTaken() throws Exception {
        for (final String version : List.of("5.7.9", "6.0.0")) {
            assertEquals(List.of(), resolvedWithKnime(version), version);
        }
    }

    @Test
    void knimeWithoutItsUserInterfaceBundleIsNotEnough() throws Exception {
        assertEquals(List.of(), resolved(List.of(ours(), standIn(CORE))));
    }

    /** Two versions of a singleton never run side by side; without that word their nodes would be there twice. */
    @Test
    void ofTwoVersionsOnlyTheNewerIsTaken() throws Exception {
        assertEquals(List.of("1.1"),
            resolved(List.of(ours(), withVersion(ours(), "1.1.0"), standIn(CORE), standIn(UI))));
    }
}
