// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

import org.epattern.runner.plugins.Plugin.Extensions;

/**
 * Reads a plugin, as a jar or as a folder, and makes a class loader for it that honours Bundle-ClassPath: jars inside
 * the jar are copied to a scratch folder first.
 */
final class PluginReader {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private static final String PLUGIN_XML = "plugin.xml";

    private final Path m_scratch;

    private final List<String> m_problems;

    private final List<URLClassLoader> m_loaders;

    /**
     * @param scratch existing folder for copies of nested jars, which must outlive the plugin
     * @param problems gets a sentence for each plugin that is ignored
     * @param loaders gets each class loader, to be closed at the end
     */
    PluginReader(final Path scratch, final List<String> problems, final List<URLClassLoader> loaders) {
        m_scratch = scratch;
        m_problems = problems;
        m_loaders = loaders;
    }

    /** @return whether a folder is a plugin itself, and not a place where plugins lie */
    static boolean isExploded(final Path folder) {
        return Files.isRegularFile(folder.resolve(MANIFEST));
    }

    /**
     * @param location jar or exploded folder
     * @return the plugin; empty if the platform would not use it
     * @throws IOException with a sentence, if it cannot be read
     */
    Optional<Plugin> read(final Path location) throws IOException {
        return Files.isDirectory(location) ? readFolder(location) : readJar(location);
    }

    private Optional<Plugin> readFolder(final Path folder) throws IOException {
        final BundleManifest manifest;
        try (InputStream in = Files.newInputStream(folder.resolve(MANIFEST))) {
            manifest = new BundleManifest(new Manifest(in));
        }
        final Path xml = folder.resolve(PLUGIN_XML);
        Extensions extensions = Extensions.NONE;
        if (Files.exists(xml)) {
            try (InputStream in = Files.newInputStream(xml)) {
                extensions = PluginXml.read(in, xml.toString());
            }
        }
        final List<URL> urls = new ArrayList<>();
        for (final String entry : manifest.classPath()) {
            if (".".equals(entry)) {
                final Path classes = folder.resolve("target").resolve("classes");
                urls.add((Files.isDirectory(classes) ? classes : folder).toUri().toURL());
            } else {
                urls.add(folder.resolve(entry).toUri().toURL());
            }
        }
        return plugin(folder, manifest, extensions, urls);
    }

    private Optional<Plugin> readJar(final Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            if (jar.getManifest() == null) {
                throw new IOException("'" + file + "' is no plugin: it holds no " + MANIFEST + ".");
            }
            final BundleManifest manifest = new BundleManifest(jar.getManifest());
            final ZipEntry xml = jar.getEntry(PLUGIN_XML);
            Extensions extensions = Extensions.NONE;
            if (xml != null) {
                try (InputStream in = jar.getInputStream(xml)) {
                    extensions = PluginXml.read(in, file + "!/" + PLUGIN_XML);
                }
            }
            final List<URL> urls = new ArrayList<>();
            for (final String entry : manifest.classPath()) {
                if (".".equals(entry)) {
                    urls.add(file.toUri().toURL());
                } else {
                    urls.add(copyNested(file, jar, entry).toUri().toURL());
                }
            }
            return plugin(file, manifest, extensions, urls);
        } catch (final ZipException ex) {
            throw new IOException("'" + file + "' is no readable jar: " + ex.getMessage() + ".", ex);
        }
    }

    private Path copyNested(final Path file, final JarFile jar, final String name) throws IOException {
        final ZipEntry entry = jar.getEntry(name);
        if (entry == null) {
            throw new IOException("The plugin '" + file + "' holds no '" + name
                + "', which its Bundle-ClassPath names.");
        }
        final Path copy = Files.createTempFile(m_scratch, "nested", ".jar");
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    private Optional<Plugin> plugin(final Path location, final BundleManifest manifest, final Extensions extensions,
        final List<URL> urls) {
        final Optional<String> problem = manifest.problem(location.toString());
        if (problem.isPresent()) {
            m_problems.add(problem.get());
            return Optional.empty();
        }
        final URLClassLoader loader = new URLClassLoader(manifest.symbolicName(), urls.toArray(URL[]::new),
            PluginReader.class.getClassLoader());
        m_loaders.add(loader);
        return Optional.of(new Plugin(location, manifest.symbolicName(), manifest.header("Bundle-Name"),
            manifest.header("Bundle-Vendor"), manifest.header("Bundle-Version"), extensions, loader));
    }
}
