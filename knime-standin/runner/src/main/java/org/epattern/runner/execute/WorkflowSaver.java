// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.execute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.epattern.runner.execute.LoadedWorkflow.Member;
import org.epattern.runner.files.FileTree;
import org.epattern.runner.files.Scratch;
import org.epattern.runner.node.LoopEndNode;
import org.epattern.runner.workflow.NodeState;
import org.epattern.runner.workflow.SavedWorkflow;
import org.epattern.runner.workflow.SettingsFiles;
import org.epattern.runner.workflow.Variable;
import org.epattern.standin.NodeEnvironment;
import org.epattern.standin.WorkflowEnvironment;
import org.epattern.standin.filestore.NodeFileStores;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.base.ConfigBaseWO;

/**
 * Saves an executed workflow: results beside the settings of each node, changed settings, values of variables. All of
 * it is first written into a folder under construction, and only moved to its place when nothing can fail for want of
 * space any more.
 */
public final class WorkflowSaver {

    private static final String VARIABLES = "workflow_variables";

    private final LoadedWorkflow m_workflow;

    private final WorkflowEnvironment m_environment;

    private final Scratch m_scratch;

    /**
     * @param workflow the executed workflow
     * @param environment its file stores
     * @param scratch gets to know folders under construction
     */
    public WorkflowSaver(final LoadedWorkflow workflow, final WorkflowEnvironment environment, final Scratch scratch) {
        m_workflow = workflow;
        m_environment = environment;
        m_scratch = scratch;
    }

    /**
     * Saves the workflow where it was loaded from.
     *
     * @throws IOException if writing fails; then the workflow on disk is as before
     */
    public void saveInPlace() throws IOException {
        saveInto(m_workflow.saved().folder());
        registerFileStores(m_workflow.saved().folder());
    }

    /** While views are looked at, the files are read where they are now. */
    private void registerFileStores(final Path target) throws IOException {
        for (final Member member : m_workflow.members()) {
            final Optional<NodeEnvironment> environment = member.node().environment();
            final Path folder = NodeResults.fileStores(folderOf(member.node(), target).resolve(NodeResults.FOLDER));
            if (environment.isPresent() && environment.get().hasFileStores() && Files.isDirectory(folder)) {
                m_environment.fileStores().register(environment.get().fileStores().id(), folder);
            }
        }
    }

    /**
     * Saves the workflow as another folder.
     *
     * @param target does not exist or is empty
     * @throws IOException if writing fails; then there is no such folder
     */
    public void saveAs(final Path target) throws IOException {
        final Path absolute = target.toAbsolutePath().normalize();
        final Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
        m_scratch.add(part);
        FileTree.delete(part);
        FileTree.copy(m_workflow.saved().folder(), part);
        saveInto(part);
        Files.deleteIfExists(absolute);
        Files.move(part, absolute);
        registerFileStores(absolute);
    }

    private void saveInto(final Path target) throws IOException {
        final Path stage = Files.createTempDirectory(target, ".epattern-save-");
        m_scratch.add(stage);
        try {
            final Map<LoadedNode, Path> results = stageResults(stage);
            final Map<Path, Path> files = stageSettings(stage, target);
            for (final Member member : m_workflow.members()) {
                final LoadedNode node = member.node();
                final Path place = folderOf(node, target).resolve(NodeResults.FOLDER);
                if (results.containsKey(node) || node.state() != NodeState.EXECUTED) {
                    FileTree.delete(place);
                }
                if (results.containsKey(node)) {
                    Files.move(results.get(node), place);
                }
            }
            for (final Map.Entry<Path, Path> file : files.entrySet()) {
                Files.move(file.getKey(), file.getValue(), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            FileTree.delete(stage);
        }
    }

    /** Of the nodes in a loop only the last iteration is saved; where more is needed, the loop is executed again. */
    private static boolean needsFilesOfOthers(final LoadedNode node) {
        return node.behaviour() instanceof LoopEndNode end && end.needsFilesOfTheLoop();
    }

    private Path folderOf(final LoadedNode node, final Path target) {
        return target.resolve(m_workflow.saved().folder().relativize(node.saved().folder()).toString());
    }

    private Map<LoadedNode, Path> stageResults(final Path stage) throws IOException {
        final Map<LoadedNode, Path> staged = new LinkedHashMap<>();
        for (final Member member : m_workflow.members()) {
            final LoadedNode node = member.node();
            // what was loaded with the workflow lies in its place already
            if (node.state() == NodeState.EXECUTED && node.environment().isPresent() && !needsFilesOfOthers(node)) {
                final Path folder = stage.resolve("node-" + staged.size());
                final NodeEnvironment environment = node.environment().get();
                final Optional<UUID> stores =
                    environment.hasFileStores() ? Optional.of(environment.fileStores().id()) : Optional.empty();
                NodeResults.save(node, Arrays.asList(member.workflow().inputs(node)),
                    NodeResults.fingerprint(node, member.workflow().incoming(node)), stores, folder);
                staged.put(node, folder);
            }
        }
        // the files move last: while tables are saved, cells may still want to read theirs
        for (final Map.Entry<LoadedNode, Path> entry : staged.entrySet()) {
            final NodeEnvironment environment = entry.getKey().environment().orElseThrow();
            if (environment.hasFileStores()) {
                final NodeFileStores stores = environment.fileStores();
                final Path folder = NodeResults.fileStores(entry.getValue());
                FileTree.moveFiles(stores.folder(), folder);
                m_environment.fileStores().register(stores.id(), folder);
            }
        }
        return staged;
    }

    private Map<Path, Path> stageSettings(final Path stage, final Path target) throws IOException {
        final Map<Path, Path> files = new LinkedHashMap<>();
        for (final LoadedNode node : m_workflow.nodes()) {
            if (node.isModelChanged()) {
                final NodeSettings settings = new NodeSettings(node.saved().settings().getKey());
                node.saved().settings().copyTo((ConfigBaseWO)settings);
                final NodeSettingsWO model = settings.addNodeSettings("model");
                node.model().ifPresent(m -> m.copyTo((ConfigBaseWO)model));
                final Path file = stage.resolve("settings-" + node.saved().id() + ".xml");
                SettingsFiles.write(settings, file);
                files.put(file, folderOf(node, target).resolve(node.saved().settingsFile().getFileName().toString()));
            }
        }
        if (!m_workflow.variables().equals(m_workflow.saved().variables())) {
            final NodeSettings settings = new NodeSettings(m_workflow.saved().file().getKey());
            m_workflow.saved().file().copyTo((ConfigBaseWO)settings);
            writeVariables(settings.addNodeSettings(VARIABLES));
            final Path file = stage.resolve(SavedWorkflow.FILE);
            SettingsFiles.write(settings, file);
            files.put(file, target.resolve(SavedWorkflow.FILE));
        }
        return files;
    }

    private void writeVariables(final NodeSettingsWO settings) {
        int index = 0;
        for (final Variable variable : m_workflow.variables()) {
            final NodeSettingsWO entry = settings.addNodeSettings("Var_" + index++);
            entry.addString("name", variable.name());
            entry.addString("class", variable.type().name());
            switch (variable.type()) {
                case STRING -> entry.addString("value", (String)variable.value());
                case INTEGER -> entry.addInt("value", (Integer)variable.value());
                case DOUBLE -> entry.addDouble("value", (Double)variable.value());
            }
        }
    }
}
