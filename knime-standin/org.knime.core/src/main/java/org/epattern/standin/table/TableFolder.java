// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.standin.table;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.epattern.standin.WorkflowEnvironment;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/**
 * Saves tables in a folder and loads them, in the stand-in's own format: spec.xml (columns), index.bin (number of rows,
 * places of the blocks, classes of cells, domains), rows.bin (the rows). KNIME cannot read it.
 */
public final class TableFolder {

    private static final String SPEC = "spec.xml";

    private static final String INDEX = "index.bin";

    private static final String ROWS = "rows.bin";

    private static final long MAGIC = 0x6550544142303031L; // "ePTAB001"

    private TableFolder() {
    }

    /**
     * @param table a table
     * @param folder an existing folder without a table
     * @throws IOException if writing fails
     */
    public static void save(final BufferedDataTable table, final Path folder) throws IOException {
        table.getContent().save(folder);
    }

    static void save(final Path folder, final DataTableSpec spec, final RowFile rows, final long size,
        final ClassNames names, final WorkflowEnvironment workflow) throws IOException {
        rows.copyTo(folder.resolve(ROWS));
        final NodeSettings settings = new NodeSettings("spec");
        spec.save(settings);
        settings.saveToXML(new FileOutputStream(folder.resolve(SPEC).toFile()));

        // the domains may hold cells of classes that no row has, so that they come before the names
        final CellOutput domains = new CellOutput(new CellWriter(workflow.node("saved"), names));
        for (final DataColumnSpec column : spec) {
            writeDomain(column.getDomain(), domains);
        }
        final CellOutput index = new CellOutput(null);
        index.writeLong(MAGIC);
        index.writeLong(size);
        index.writeInt(rows.blocks().size());
        for (final Block block : rows.blocks()) {
            index.writeLong(block.firstRow());
            index.writeLong(block.offset());
            index.writeInt(block.length());
        }
        index.writeInt(names.all().size());
        names.all().forEach(index::writeUTF);
        index.write(domains.toByteArray());
        Files.write(folder.resolve(INDEX), index.toByteArray());
    }

    private static void writeDomain(final DataColumnDomain domain, final CellOutput output) throws IOException {
        writeOptional(domain.getLowerBound(), output);
        writeOptional(domain.getUpperBound(), output);
        output.writeInt(domain.hasValues() ? domain.getValues().size() : -1);
        if (domain.hasValues()) {
            for (final DataCell value : domain.getValues()) {
                output.writeDataCell(value);
            }
        }
    }

    private static void writeOptional(final DataCell cell, final CellOutput output) throws IOException {
        output.writeBoolean(cell != null);
        if (cell != null) {
            output.writeDataCell(cell);
        }
    }

    /**
     * @param folder a folder with a table
     * @param workflow the workflow it belongs to, which knows the types of its cells and the file stores
     * @return the table; its rows stay in the folder
     * @throws IOException if a file is missing or damaged or a type of cell is not installed
     */
    public static BufferedDataTable load(final Path folder, final WorkflowEnvironment workflow) throws IOException {
        final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(INDEX)));
        final CellInput head = new CellInput(null, bytes);
        if (head.remaining() < Long.BYTES || head.readLong() != MAGIC) {
            throw new IOException(folder.resolve(INDEX) + " is no index of a table.");
        }
        final long size = head.readLong();
        final List<Block> blocks = new ArrayList<>();
        for (int i = head.readInt(); i > 0; i--) {
            blocks.add(new Block(head.readLong(), head.readLong(), head.readInt()));
        }
        final ClassNames names = new ClassNames();
        for (int i = head.readInt(); i > 0; i--) {
            names.number(head.readUTF());
        }
        final CellReader cells = new CellReader(workflow, names);
        final DataTableSpec spec = withDomains(loadSpec(folder, workflow), new CellInput(cells, bytes));
        return new BufferedDataTable(
            new StoredTable(spec, RowFile.open(folder.resolve(ROWS), blocks), size, names, cells));
    }

    private static DataTableSpec loadSpec(final Path folder, final WorkflowEnvironment workflow) throws IOException {
        final WorkflowEnvironment before = WorkflowEnvironment.restore(workflow);
        try (InputStream in = new BufferedInputStream(new FileInputStream(folder.resolve(SPEC).toFile()))) {
            final NodeSettingsRO settings = NodeSettings.loadFromXML(in);
            return DataTableSpec.load(settings);
        } catch (final InvalidSettingsException e) {
            throw new IOException(folder.resolve(SPEC) + ": " + e.getMessage(), e);
        } finally {
            WorkflowEnvironment.restore(before);
        }
    }

    private static DataTableSpec withDomains(final DataTableSpec spec, final CellInput input) throws IOException {
        final DataTableSpecCreator creator = new DataTableSpecCreator(spec);
        for (int i = 0; i < spec.getNumColumns(); i++) {
            final DataColumnSpecCreator column = new DataColumnSpecCreator(spec.getColumnSpec(i));
            final DataCell lower = input.readBoolean() ? input.readDataCell() : null;
            final DataCell upper = input.readBoolean() ? input.readDataCell() : null;
            final int count = input.readInt();
            Set<DataCell> values = null;
            if (count >= 0) {
                values = new LinkedHashSet<>();
                for (int v = 0; v < count; v++) {
                    values.add(input.readDataCell());
                }
            }
            column.setDomain(new DataColumnDomainCreator(values, lower, upper).createDomain());
            creator.replaceColumn(i, column.createSpec());
        }
        return creator.createSpec();
    }
}
