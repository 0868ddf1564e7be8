// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table as the runner writes it: header and rows of cells. */
record Csv(List<String> header, List<List<String>> rows) {

    static Csv read(final Path file) throws IOException {
        final List<List<String>> records = records(Files.readString(file));
        return new Csv(records.get(0), records.subList(1, records.size()));
    }

    /** @return the cell of a row in the named column */
    String text(final List<String> row, final String column) {
        final int index = header.indexOf(column);
        if (index < 0) {
            throw new AssertionError("no column \"" + column + "\" in " + header);
        }
        return row.get(index);
    }

    /** @return the number of a row in the named column; NaN where the cell is empty */
    double number(final List<String> row, final String column) {
        final String text = text(row, column);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    private static List<List<String>> records(final String content) {
        final List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        final StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < content.length(); i++) {
            final char c = content.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < content.length() && content.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                record.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n' && !quoted) {
                record.add(cell.toString());
                cell.setLength(0);
                records.add(record);
                record = new ArrayList<>();
            } else if (c != '\r' || quoted) {
                cell.append(c);
            }
        }
        return records;
    }
}
