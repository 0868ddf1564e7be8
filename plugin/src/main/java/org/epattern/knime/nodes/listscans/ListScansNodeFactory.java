// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes.listscans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.epattern.formats.ScanFolder;
import org.epattern.knime.data.EngineErrors;
import org.epattern.knime.data.EngineProgress;
import org.epattern.knime.data.FileLocation;
import org.epattern.knime.data.Schema;
import org.epattern.knime.data.TableOutput;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node "List Scans". */
public final class ListScansNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("List Scans") //
        .icon("listscans.png") //
        .shortDescription("Lists the 4D-STEM scans in a folder, one row each, for a loop over all of them.") //
        .fullDescription("""
                <p>Looks at the files in a folder and lists those that <i>Load 4D-STEM</i> opens without being told
                their format; a subfolder of images is one scan. A scan of several files (Merlin, TVIPS, EMPAD, TIA)
                is listed once. Everything else in the folder is passed over. The scans come in the natural order of
                their names: scan 2 before scan 10.</p>
                <p>To process all of them with the same settings, connect <i>Table Row to Variable Loop Start</i>:
                the column <tt>file</tt> becomes a flow variable that sets "File or folder" of Load 4D-STEM. The
                workflow <i>Many scans in a loop</i> is made so. Instead of this node, KNIME's <i>List
                Files/Folders</i> and <i>Path to String</i> can make the list.</p>
                """) //
        .sinceVersion(1, 0, 0) //
        .ports(p -> p //
            .addOutputTable("Scans", """
                    A row per scan: its name in the folder (<tt>scan</tt>), the path or address for Load 4D-STEM
                    (<tt>file</tt>), and the <tt>format</tt>.
                    """)) //
        .model(m -> m //
            .parametersClass(ListScansParameters.class) //
            .configure(ListScansNodeFactory::configure) //
            .execute(ListScansNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("4D-STEM", "diffraction", "scan", "folder", "files", "loop", "batch", "many", "list", "series");

    /** Called by KNIME. */
    public ListScansNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out)
        throws InvalidSettingsException {
        final ListScansParameters parameters = in.getParameters();
        parameters.validate();
        if (parameters.m_folder.isBlank()) {
            throw new InvalidSettingsException(
                "No folder is given; open the dialog of List Scans and enter the folder with the scans");
        }
        out.setOutSpecs(Schema.scans());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ListScansParameters parameters = in.getParameters();
        EngineErrors.translate(() -> list(parameters, in.getExecutionContext(), out));
    }

    private static void list(final ListScansParameters parameters, final ExecutionContext exec,
        final ExecuteOutput out) throws IOException {
        final Path folder = FileLocation.resolve(parameters.m_folder);
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + (Files.exists(folder) ? " is no folder" : " does not exist")
                + "; check \"Folder\" in the dialog of List Scans");
        }
        try (TableOutput table = new TableOutput(exec, Schema.scans())) {
            for (final ScanFolder.Found found : parameters.search().list(folder, new EngineProgress(exec))) {
                final String name = folder.relativize(found.path()).toString().replace('\\', '/');
                table.add(StringCellFactory.create(name),
                    StringCellFactory.create(address(parameters.m_folder.strip(), name, found.path())),
                    StringCellFactory.create(found.format().name().toUpperCase(Locale.ROOT)));
            }
            out.setOutData(table.finish());
        }
    }

    /** What moves with the workflow stays an address, so that the list is good on another computer as well. */
    private static String address(final String folder, final String name, final Path path) {
        return folder.startsWith("knime:") ? folder.replaceFirst("/+$", "") + "/" + name
            : path.toAbsolutePath().toString();
    }
}
