// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

import org.eclipse.osgi.launch.EquinoxFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** The built site installs with the p2 director, and a real Equinox finds our nodes in what was installed. */
class SiteInstallTest {

    private static final String SITE = House.root().resolve("update-site/target/repository").toUri().toString();
    private static final String STAND_IN =
        House.root().resolve("knime-standin/site/target/repository").toUri().toString();
    private static final String FEATURE = "org.epattern.knime.feature.feature.group";

    @Test
    void siteHoldsOurBundleAndNothingElse() {
        final List<String> jars = House.files(House.root().resolve("update-site/target/repository/plugins"), ".jar")
            .stream().map(f -> f.getFileName().toString()).toList();
        assertEquals(1, jars.size(), jars::toString);
        assertTrue(jars.get(0).startsWith("org.epattern.knime_1.0.0."), jars::toString);
    }

    @Test
    void licenceLiesInTheBundleAndInTheFeature() throws IOException {
        for (final String folder : List.of("plugins", "features")) {
            final Path jar =
                House.files(House.root().resolve("update-site/target/repository").resolve(folder), ".jar").get(0);
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                assertTrue(zip.getEntry("LICENSE") != null, jar.toString());
            }
        }
    }

    @Test
    void withoutKnimeTheInstallationIsRefused(@TempDir final Path folder) throws IOException {
        final String said = Equinox.director("-repository", SITE, "-installIU", FEATURE, "-destination",
            folder.toString(), "-profile", "epattern");
        assertTrue(said.contains("requires") && said.contains("org.knime.core [5.8.0,6.0.0)"), said);
        assertFalse(Files.exists(folder.resolve("plugins")), said);
    }

    @Test
    void installsBesideTheStandInFindsAllNodesAndUninstalls(@TempDir final Path folder) throws Exception {
        final String said = Equinox.director("-repository", SITE + "," + STAND_IN, "-installIU",
            FEATURE + ",org.epattern.standin.feature.feature.group", "-destination", folder.toString(), "-profile",
            "epattern", "-bundlepool", folder.toString());
        assertTrue(said.contains("Operation completed"), said);
        final List<Path> installed = House.files(folder.resolve("plugins"), ".jar");
        assertEquals(4, installed.size(), installed::toString);

        assertEquals(List.of("org.epattern.knime.nodes.astar.AstarFilterNodeFactory",
            "org.epattern.knime.nodes.background.SubtractBackgroundNodeFactory",
            "org.epattern.knime.nodes.bank.SimulateBankNodeFactory",
            "org.epattern.knime.nodes.compare.CompareOrientationsNodeFactory",
            "org.epattern.knime.nodes.crystalscan.SimulateCrystalScanNodeFactory",
            "org.epattern.knime.nodes.detector.VirtualDetectorNodeFactory",
            "org.epattern.knime.nodes.listscans.ListScansNodeFactory",
            "org.epattern.knime.nodes.load.LoadNodeFactory",
            "org.epattern.knime.nodes.loadorientations.LoadOrientationsNodeFactory",
            "org.epattern.knime.nodes.map.SpotCountMapNodeFactory",
            "org.epattern.knime.nodes.mask.MaskResultsNodeFactory",
            "org.epattern.knime.nodes.match.MatchPatternsNodeFactory",
            "org.epattern.knime.nodes.metrics.QualityMetricsNodeFactory",
            "org.epattern.knime.nodes.orientation.OrientationMapNodeFactory",
            "org.epattern.knime.nodes.reconstruct.ReconstructNodeFactory",
            "org.epattern.knime.nodes.register.RegisterNodeFactory",
            "org.epattern.knime.nodes.save.SaveNodeFactory",
            "org.epattern.knime.nodes.saveorientations.SaveOrientationsNodeFactory",
            "org.epattern.knime.nodes.simulate.SimulateNodeFactory"), nodesFoundBy(installed, folder));

        final String removed = Equinox.director("-repository", SITE, "-uninstallIU", FEATURE, "-destination",
            folder.toString(), "-profile", "epattern", "-bundlepool", folder.toString());
        assertTrue(removed.contains("Operation completed"), removed);
    }

    private static List<String> nodesFoundBy(final List<Path> installed, final Path folder) throws Exception {
        final Framework framework = new EquinoxFactory().newFramework(Map.of( //
            Constants.FRAMEWORK_STORAGE, folder.resolve("osgi").toString(), //
            // classes of the JDK without Import-Package, as in an Eclipse that its launcher has started
            "osgi.compatibility.bootdelegation", "true"));
        framework.init();
        final BundleContext context = framework.getBundleContext();
        try {
            final Map<String, Bundle> bundles = new HashMap<>();
            for (final String name : Equinox.RUNTIME) {
                bundles.put(name, context.installBundle(Equinox.bundle(name).toUri().toString()));
            }
            for (final Path jar : installed) {
                final Bundle bundle = context.installBundle(jar.toUri().toString());
                bundles.put(bundle.getSymbolicName(), bundle);
            }
            framework.start();
            // the bundle with the extension points is required by nobody and would stay unresolved
            assertTrue(framework.adapt(FrameworkWiring.class).resolveBundles(bundles.values()), bundles::toString);
            for (final String name : List.of("org.apache.felix.scr", "org.eclipse.equinox.common",
                "org.eclipse.equinox.registry", "org.eclipse.core.runtime")) {
                start(bundles.get(name));
            }
            start(bundles.get("org.epattern.knime"));
            return nodeFactories(bundles.get("org.eclipse.equinox.registry"));
        } finally {
            framework.stop();
            framework.waitForStop(10_000);
        }
    }

    private static void start(final Bundle bundle) {
        try {
            bundle.start();
        } catch (BundleException e) {
            throw new AssertionError(bundle.getSymbolicName() + " does not resolve: " + e.getMessage(), e);
        }
    }

    /** Asks the registry inside the framework; its classes are not those of this test, hence the reflection. */
    private static List<String> nodeFactories(final Bundle registryBundle) throws ReflectiveOperationException {
        final Object registry = registryBundle.loadClass("org.eclipse.core.runtime.RegistryFactory")
            .getMethod("getRegistry").invoke(null);
        final Class<?> registryType = registryBundle.loadClass("org.eclipse.core.runtime.IExtensionRegistry");
        final Class<?> elementType = registryBundle.loadClass("org.eclipse.core.runtime.IConfigurationElement");
        final Object[] elements = (Object[])registryType.getMethod("getConfigurationElementsFor", String.class)
            .invoke(registry, "org.knime.workbench.repository.nodes");
        final List<String> found = new ArrayList<>();
        for (final Object element : elements) {
            final Object factory =
                elementType.getMethod("createExecutableExtension", String.class).invoke(element, "factory-class");
            found.add(factory.getClass().getName());
        }
        found.sort(null);
        return found;
    }
}
