// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.probe;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.List;

import javax.imageio.ImageIO;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell.DoubleCellFactory;
import org.knime.core.data.def.IntCell.IntCellFactory;
import org.knime.core.data.def.StringCell.StringCellFactory;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.util.FileUtil;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A probe: makes a table with a cell of each kind, and a table of pictures. */
public final class SourceNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Probe Source") //
        .icon("source.png") //
        .shortDescription("Makes tables.") //
        .fullDescription("Makes tables.") //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p.addOutputTable("numbers", "Numbers.").addOutputTable("probe pictures", "Pictures.")) //
        .model(m -> m.parametersClass(SourceNodeParameters.class).configure(SourceNodeFactory::configure)
            .execute(SourceNodeFactory::execute));

    /** For the platform. */
    public SourceNodeFactory() {
        super(NODE);
    }

    private static DataTableSpec numbers() {
        return new DataTableSpecCreator().addColumns(
            new DataColumnSpecCreator("id", IntCellFactory.TYPE).createSpec(),
            new DataColumnSpecCreator("value", DoubleCellFactory.TYPE).createSpec(),
            new DataColumnSpecCreator("text, quoted", StringCellFactory.TYPE).createSpec(),
            new DataColumnSpecCreator("block", ProbeCell.TYPE).createSpec()).createSpec();
    }

    private static DataTableSpec pictures() {
        return new DataTableSpecCreator().addColumns(
            new DataColumnSpecCreator("name", StringCellFactory.TYPE).createSpec(),
            new DataColumnSpecCreator("picture", PNGImageContent.TYPE).createSpec()).createSpec();
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws InvalidSettingsException {
        final SourceNodeParameters parameters = input.getParameters();
        if (parameters.m_text.equals("refuse")) {
            throw new InvalidSettingsException("The setting 'text' is 'refuse', expected anything else.");
        }
        output.setOutSpecs(numbers(), pictures());
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output) throws KNIMEException {
        final SourceNodeParameters parameters = input.getParameters();
        final ExecutionContext exec = input.getExecutionContext();
        try {
            final String text = parameters.m_text.startsWith("knime:")
                ? Files.readString(FileUtil.resolveToPath(FileUtil.toURL(parameters.m_text))) : parameters.m_text;
            final FileStore store = exec.createFileStore("blocks");
            Files.write(store.getFile().toPath(), new byte[]{10, 20, 30, 40, 50, 60, 70});
            final BufferedDataContainer numbers = exec.createDataContainer(numbers());
            for (int i = 0; i < parameters.m_rows; i++) {
                numbers.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i), IntCellFactory.create(i),
                    i == 1 ? DataType.getMissingCell() : DoubleCellFactory.create(i / 3.0),
                    StringCellFactory.create(text), new ProbeCell(store, i % 7)));
                exec.setProgress((i + 1.0) / parameters.m_rows);
            }
            numbers.close();
            final BufferedDataContainer pictures = exec.createDataContainer(pictures());
            for (final String name : List.of("spot count", "a/b")) {
                pictures.addRowToTable(
                    new DefaultRow(name, StringCellFactory.create(name), PNGImageCellFactory.create(png())));
            }
            pictures.close();
            output.setOutData(numbers.getTable(), pictures.getTable());
        } catch (final IOException | URISyntaxException ex) {
            throw new KNIMEException("Cannot make the table: " + ex.getMessage(), ex);
        }
        if (parameters.m_rows == 0) {
            output.setWarningMessage("The table is empty.");
        }
    }

    private static byte[] png() {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        } catch (final IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return bytes.toByteArray();
    }
}
