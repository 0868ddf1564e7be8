// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.epattern.runner.workflow.Connection;
import org.epattern.runner.workflow.NodeState;
import org.epattern.runner.workflow.SavedNode;
import org.epattern.runner.workflow.SettingsFiles;
import org.epattern.standin.WorkflowEnvironment;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.base.ConfigBaseWO;
import org.knime.core.node.port.PortObject;

/**
 * The results of one node on disk: a folder {@value #FOLDER} in the node's own folder, with a folder for each port, the
 * file stores, and results.xml. KNIME has a format of its own for that, which we do not write: to KNIME the node stays
 * what its settings.xml says, and this folder means nothing. A fingerprint of the node's settings and inputs tells
 * whether the workflow was changed after the results were saved.
 */
final class NodeResults {

    /** Name of the folder. */
    static final String FOLDER = "epattern-results";

    private static final String FILE = "results.xml";

    private static final String FILE_STORES = "filestore";

    private static final String INTERNAL = "internal";

    /**
     * Results of a node.
     *
     * @param objects one per output port
     * @param internal what it kept for its view
     */
    record Loaded(List<PortObject> objects, List<PortObject> internal) {
    }

    private NodeResults() {
    }

    /** @return the folder of a port, counted from 1 as in KNIME */
    private static Path portFolder(final Path results, final int port) {
        return results.resolve("port_" + (port + 1));
    }

    /** @return where the file stores of a node are saved */
    static Path fileStores(final Path results) {
        return results.resolve(FILE_STORES);
    }

    /**
     * Saves the results of a node but for the files in its file stores.
     *
     * @param node an executed node
     * @param inputs objects at its input ports
     * @param fingerprint see {@link #fingerprint}
     * @param fileStores identifier of its file stores, if it made any
     * @param results folder that does not exist yet
     * @throws IOException if writing fails
     */
    static void save(final LoadedNode node, final List<PortObject> inputs, final String fingerprint,
        final Optional<UUID> fileStores, final Path results) throws IOException {
        Files.createDirectories(results);
        final NodeSettings settings = new NodeSettings("results");
        settings.addString("state", NodeState.EXECUTED.name());
        settings.addString("fingerprint", fingerprint);
        settings.addString("file_store_id", fileStores.map(UUID::toString).orElse(null));
        settings.addInt("ports", node.objects().size());
        for (int i = 0; i < node.objects().size(); i++) {
            PortData.save(node.objects().get(i), Files.createDirectory(portFolder(results, i)));
        }
        saveInternal(node, inputs, settings.addNodeSettings(INTERNAL), results);
        SettingsFiles.write(settings, results.resolve(FILE));
    }

    /** What is an input or an output as well is not written twice. */
    private static void saveInternal(final LoadedNode node, final List<PortObject> inputs,
        final NodeSettingsWO settings, final Path results) throws IOException {
        for (int i = 0; i < node.internal().size(); i++) {
            final PortObject object = node.internal().get(i);
            final int output = node.objects().indexOf(object);
            final int input = inputs.indexOf(object);
            settings.addString(INTERNAL + i, output >= 0 ? "output " + output : input >= 0 ? "input " + input : "own");
            if (output < 0 && input < 0) {
                PortData.save(object, Files.createDirectory(results.resolve(INTERNAL + i)));
            }
        }
    }

    private static List<PortObject> loadInternal(final List<PortObject> outputs, final List<PortObject> inputs,
        final NodeSettings settings, final Path results, final WorkflowEnvironment environment) throws IOException {
        final List<PortObject> internal = new ArrayList<>();
        try {
            if (settings.containsKey(INTERNAL)) {
                final NodeSettings places = settings.getNodeSettings(INTERNAL);
                for (int i = 0; places.containsKey(INTERNAL + i); i++) {
                    final String[] place = places.getString(INTERNAL + i).split(" ");
                    internal.add(switch (place[0]) {
                        case "output" -> outputs.get(Integer.parseInt(place[1]));
                        case "input" -> inputs.get(Integer.parseInt(place[1]));
                        default -> PortData.load(results.resolve(INTERNAL + i), environment);
                    });
                }
            }
        } catch (final InvalidSettingsException | NumberFormatException | IndexOutOfBoundsException ex) {
            throw new IOException("what the node kept for its view is damaged: " + ex.getMessage(), ex);
        }
        return internal;
    }

    /**
     * @param saved the node on disk
     * @return whether results of it were saved
     */
    static boolean exist(final SavedNode saved) {
        return Files.isRegularFile(saved.folder().resolve(FOLDER).resolve(FILE));
    }

    /**
     * @param saved the node on disk
     * @return the identifier of the file stores that were saved with its results
     * @throws IOException if its results cannot be read
     */
    static Optional<UUID> fileStoreId(final SavedNode saved) throws IOException {
        final String id =
            SettingsFiles.read(saved.folder().resolve(FOLDER).resolve(FILE)).getString("file_store_id", null);
        try {
            return Optional.ofNullable(id).map(UUID::fromString);
        } catch (final IllegalArgumentException ex) {
            throw new IOException("the file store id '" + id + "' is none", ex);
        }
    }

    /**
     * @param node a node whose results were saved
     * @param inputs objects at its input ports
     * @param fingerprint what the node's settings and inputs are now
     * @param environment knows types of cells; gets to know the file stores of the node
     * @return its results; empty if the node was changed since
     * @throws IOException if they cannot be read
     */
    static Optional<Loaded> load(final LoadedNode node, final List<PortObject> inputs, final String fingerprint,
        final WorkflowEnvironment environment) throws IOException {
        final Path results = node.saved().folder().resolve(FOLDER);
        final NodeSettings settings = SettingsFiles.read(results.resolve(FILE));
        if (!fingerprint.equals(settings.getString("fingerprint", null))
            || settings.getInt("ports", -1) != node.outputs().size()) {
            return Optional.empty();
        }
        fileStoreId(node.saved()).ifPresent(id -> environment.fileStores().register(id, fileStores(results)));
        final List<PortObject> objects = new ArrayList<>();
        for (int i = 0; i < node.outputs().size(); i++) {
            objects.add(PortData.load(portFolder(results, i), environment));
        }
        return Optional.of(new Loaded(objects, loadInternal(objects, inputs, settings, results, environment)));
    }

    /**
     * @param node a node
     * @param incoming its connections
     * @return changes with the factory, the settings or the connections of the node
     */
    static String fingerprint(final LoadedNode node, final List<Connection> incoming) {
        try {
            final NodeSettings all = new NodeSettings("fingerprint");
            all.addString("factory", node.saved().factory());
            node.model().ifPresent(model -> model.copyTo((ConfigBaseWO)all.addNodeSettings("model")));
            for (final String key : List.of("variables", "node_creation_config")) {
                if (node.saved().settings().containsKey(key)) {
                    node.saved().settings().getNodeSettings(key).copyTo((ConfigBaseWO)all.addNodeSettings(key));
                }
            }
            incoming.stream().map(Connection::toString).sorted().forEach(c -> all.addBoolean(c, true));
            final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            all.saveToXML(bytes);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (final IOException ex) {
            throw new UncheckedIOException("writing to memory failed", ex);
        } catch (final NoSuchAlgorithmException | InvalidSettingsException ex) {
            throw new IllegalStateException("Every Java has SHA-256, and a key that is there can be read.", ex);
        }
    }
}
