// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.plugins;

import java.io.Closeable;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.epattern.runner.plugins.Plugin.Renderer;
import org.epattern.standin.CellTypes;

/** The plugins whose nodes can be used, found through their plugin.xml. */
public final class NodePlugins implements Closeable {

    private static final String DEFAULT_JARS = "org.epattern.knime-*.jar";

    private final List<Plugin> m_plugins = new ArrayList<>();

    private final List<String> m_problems = new ArrayList<>();

    private final List<URLClassLoader> m_loaders = new ArrayList<>();

    private final Path m_place;

    private NodePlugins(final Path place) {
        m_place = place;
    }

    /**
     * @param place plugin jar, exploded plugin folder, or folder with plugin jars
     * @param scratch existing folder for temporary files, which must outlive the plugins
     * @return the plugins there
     * @throws IOException with a sentence
     */
    public static NodePlugins at(final Path place, final Path scratch) throws IOException {
        final NodePlugins plugins = new NodePlugins(place);
        final PluginReader reader = new PluginReader(scratch, plugins.m_problems, plugins.m_loaders);
        try {
            for (final Path location : locations(place)) {
                reader.read(location).ifPresent(plugins.m_plugins::add);
            }
        } catch (final IOException ex) {
            plugins.close();
            throw ex;
        }
        return plugins;
    }

    private static List<Path> locations(final Path place) throws IOException {
        if (!Files.exists(place)) {
            throw new IOException("The plugin '" + place + "' does not exist.");
        }
        if (!Files.isDirectory(place) || PluginReader.isExploded(place)) {
            return List.of(place);
        }
        final List<Path> jars = list(place, "*.jar");
        if (jars.isEmpty()) {
            throw new IOException("The folder '" + place + "' holds no plugin jar.");
        }
        return jars;
    }

    /**
     * Searches for our own plugin: beside the runner, or as the build of this repository leaves it.
     *
     * @return the jar that was built last
     * @throws IOException with a sentence, if there is none
     */
    public static Path search() throws IOException {
        final Path runner;
        try {
            runner = Path.of(NodePlugins.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (final URISyntaxException ex) {
            throw new IOException("The place of the runner is no file; give the plugin with -plugins=JAR.", ex);
        }
        for (Path folder = runner.getParent(); folder != null; folder = folder.getParent()) {
            for (final Path place : List.of(folder, folder.resolve("plugin").resolve("target"))) {
                final Optional<Path> newest = Files.isDirectory(place)
                    ? list(place, DEFAULT_JARS).stream().max(Comparator.comparingLong(p -> p.toFile().lastModified()))
                    : Optional.empty();
                if (newest.isPresent()) {
                    return newest.get();
                }
            }
        }
        throw new IOException("No plugin jar " + DEFAULT_JARS + " was found near '" + runner
            + "'; build it with mvn package, or give it with -plugins=JAR.");
    }

    private static List<Path> list(final Path folder, final String pattern) throws IOException {
        final List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            for (final Path file : files) {
                final String name = file.getFileName().toString();
                if (!name.endsWith("-sources.jar") && !name.endsWith("-javadoc.jar")) {
                    found.add(file);
                }
            }
        }
        found.sort(null);
        return found;
    }

    /** @return the plugins in use */
    public List<Plugin> all() {
        return List.copyOf(m_plugins);
    }

    /** @return a sentence for each plugin that KNIME would ignore, and why */
    public List<String> problems() {
        return List.copyOf(m_problems);
    }

    /**
     * @param factory class name of a node factory
     * @return the plugin that registers it
     */
    public Optional<Plugin> pluginOf(final String factory) {
        return m_plugins.stream().filter(p -> p.extensions().nodeFactories().contains(factory)).findFirst();
    }

    /**
     * @return the cell types and renderers of the plugins
     * @throws IllegalArgumentException with a sentence, if a registered class is missing or does not fit
     */
    public CellTypes cellTypes() {
        final CellTypes types = new CellTypes(new AllPluginsLoader(all()));
        for (final Plugin plugin : m_plugins) {
            plugin.extensions().serializers().forEach(types::register);
            for (final Renderer renderer : plugin.extensions().renderers()) {
                types.registerRenderer(renderer.valueClass(), renderer.factoryClass(), renderer.suggestAsDefault());
            }
        }
        return types;
    }

    /** @return where was looked, for a sentence that says that something is missing */
    public String describe() {
        return m_plugins.isEmpty() ? "no usable plugin in '" + m_place + "'"
            : "plugins in use: " + String.join(", ", m_plugins.stream().map(p -> p.symbolicName() + " "
                + p.version()).toList());
    }

    @Override
    public void close() throws IOException {
        for (final URLClassLoader loader : m_loaders) {
            loader.close();
        }
    }
}
