// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.runner.output;

import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/**
 * Writes one table as CSV, its PNG cells as files beside it, and some of the cells that have a renderer as pictures
 * drawn by that. In the CSV, a PNG cell is the path of its file.
 */
final class TableFiles {

    private static final int BUFFER = 1 << 16;

    private static final int ROWS_BETWEEN_REPORTS = 256;

    private final OutputFolder m_folder;

    private final Path m_nodeFolder;

    private final String m_name;

    private final int m_pictures;

    private final ExecutionMonitor m_monitor;

    private final FileNames m_pictureNames = new FileNames();

    private final List<WrittenFile> m_written = new ArrayList<>();

    private DataTableSpec m_spec;

    private CellPicture[] m_renderers;

    private RowLabel m_label;

    private boolean m_manyPictureColumns;

    /**
     * @param folder the whole output
     * @param nodeFolder the node's folder, relative to it
     * @param name file name without extension
     * @param pictures at most so many cells of a column are drawn by their renderer
     * @param monitor hears the progress and cancels
     */
    TableFiles(final OutputFolder folder, final Path nodeFolder, final String name, final int pictures,
        final ExecutionMonitor monitor) {
        m_folder = folder;
        m_nodeFolder = nodeFolder;
        m_name = name;
        m_pictures = pictures;
        m_monitor = monitor;
    }

    /**
     * @param table the table
     * @return what was written, the CSV file first
     * @throws IOException if writing fails
     * @throws CanceledExecutionException if the user wants to stop
     */
    List<WrittenFile> write(final BufferedDataTable table) throws IOException, CanceledExecutionException {
        m_spec = table.getDataTableSpec();
        m_label = new RowLabel(m_spec);
        m_renderers = new CellPicture[m_spec.getNumColumns()];
        int pictureColumns = 0;
        for (int i = 0; i < m_renderers.length; i++) {
            final var column = m_spec.getColumnSpec(i);
            if (column.getType().isCompatible(PNGImageValue.class)) {
                pictureColumns++;
            } else if (m_pictures > 0 && !isPlain(column.getType().getPreferredValueClass())) {
                m_renderers[i] = new CellPicture(column);
                pictureColumns++;
            }
        }
        m_manyPictureColumns = pictureColumns > 1;
        boolean complete = false;
        try {
            final WrittenFile csv = m_folder.<CanceledExecutionException> write(
                m_nodeFolder.resolve(m_name + ".csv"), out -> writeRows(table, out));
            m_written.add(0, csv.withRows(table.size()));
            complete = true;
            return m_written;
        } finally {
            if (!complete) {
                // pictures without their table would look like all there is
                for (final WrittenFile picture : m_written) {
                    Files.deleteIfExists(picture.path());
                }
            }
        }
    }

    private static boolean isPlain(final Class<?> value) {
        return value == IntValue.class || value == LongValue.class || value == DoubleValue.class
            || value == BooleanValue.class || value == StringValue.class;
    }

    private void writeRows(final BufferedDataTable table, final OutputStream out)
        throws IOException, CanceledExecutionException {
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER)) {
            final CsvLine line = new CsvLine();
            for (final String column : m_spec.getColumnNames()) {
                line.add(column);
            }
            writer.write(line.take());
            final PictureRows chosen = new PictureRows(table.size(), m_pictures);
            long index = 0;
            try (CloseableRowIterator rows = table.iterator()) {
                while (rows.hasNext()) {
                    if (index % ROWS_BETWEEN_REPORTS == 0) {
                        m_monitor.checkCanceled();
                        m_monitor.setProgress((double)index / table.size());
                    }
                    writeRow(rows.next(), chosen.choose(index), line);
                    writer.write(line.take());
                    index++;
                }
            }
        }
    }

    private void writeRow(final DataRow row, final boolean draw, final CsvLine line) throws IOException {
        for (int i = 0; i < m_renderers.length; i++) {
            final DataCell cell = row.getCell(i);
            if (cell.isMissing()) {
                line.addMissing();
            } else if (cell instanceof PNGImageValue png) {
                line.add(writePng(row, i, png));
            } else if (cell instanceof BooleanValue value) {
                line.add(Boolean.toString(value.getBooleanValue()));
            } else if (cell instanceof IntValue value) {
                line.add((long)value.getIntValue());
            } else if (cell instanceof LongValue value) {
                line.add(value.getLongValue());
            } else if (cell instanceof DoubleValue value) {
                line.add(value.getDoubleValue());
            } else if (cell instanceof StringValue value) {
                line.add(value.getStringValue());
            } else {
                line.add(cell.toString());
            }
            if (draw && m_renderers[i] != null && !cell.isMissing()) {
                drawPicture(row, i, cell);
            }
        }
    }

    private String writePng(final DataRow row, final int column, final PNGImageValue png) throws IOException {
        final Path file = picturePath(row, column);
        m_written.add(m_folder.<RuntimeException> write(file,
            out -> out.write(png.getImageContent().getByteArray())));
        return m_nodeFolder.relativize(file).toString().replace('\\', '/');
    }

    private void drawPicture(final DataRow row, final int column, final DataCell cell) throws IOException {
        final Optional<BufferedImage> image = m_renderers[column].draw(cell);
        if (image.isPresent()) {
            final byte[] png = CellPicture.png(image.get());
            m_written.add(m_folder.<RuntimeException> write(picturePath(row, column), out -> out.write(png)));
        }
    }

    private Path picturePath(final DataRow row, final int column) {
        final String label = m_label.of(row);
        final String name =
            m_manyPictureColumns ? label + " " + m_spec.getColumnSpec(column).getName() : label;
        return m_nodeFolder.resolve(m_name).resolve(m_pictureNames.unique(name, ".png"));
    }
}
