// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.epattern.knime.data.DiffractionPatternValue;
import org.epattern.knime.testing.CrystalScan;
import org.epattern.knime.testing.SmallScans;
import org.epattern.knime.testing.TestWorkflow;
import org.epattern.knime.testing.TestWorkflow.Output;
import org.epattern.simulate.WriteSimulatedScan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;

/**
 * Holds that KNIME's own nodes can do something with every column. What they take, from their sources (5.8.2): CSV
 * Writer takes text, numbers and whole numbers, and refuses a table with any other column; Excel Writer takes the same,
 * true and false, and PNG pictures; GroupBy averages numbers and groups by anything; Joiner and Row Filter compare text
 * and numbers.
 */
class PlainColumnsTest {

    /** Tables by node and port, from 1. */
    private static final Map<String, BufferedDataTable> TABLES = new TreeMap<>();

    @TempDir
    private static Path s_temp;
    @TempDir
    private static Path s_files;

    @BeforeAll
    static void runTheNodes() throws Exception {
        final TestWorkflow workflow = new TestWorkflow(s_temp);
        WriteSimulatedScan.main(new String[]{s_files.resolve("a.blo").toString(), "2", "2", "64", "1", "LOW"});
        keep("List Scans", workflow.run("listscans.ListScansNodeFactory", Map.of("folder", s_files.toString())));
        keep("Load 4D-STEM",
            workflow.run("load.LoadNodeFactory", Map.of("file", s_files.resolve("a.blo").toString())));
        final Output background =
            keep("Subtract Background", workflow.run("background.SubtractBackgroundNodeFactory", Map.of(),
                SmallScans.patterns(workflow)));
        final Output register = keep("Adaptive Peak Register",
            workflow.run("register.RegisterNodeFactory", Map.of(), background.table(0)));
        final Output reconstruct = keep("Reconstruct",
            workflow.run("reconstruct.ReconstructNodeFactory", Map.of(), register.table(0)));
        final Output map = keep("Spot Count Map",
            workflow.run("map.SpotCountMapNodeFactory", Map.of(), register.table(0), register.table(1)));
        keep("Quality Metrics", workflow.run("metrics.QualityMetricsNodeFactory", Map.of(), register.table(1),
            reconstruct.table(0), register.table(0)));
        keep("Mask Results",
            workflow.run("mask.MaskResultsNodeFactory", Map.of(), map.table(0), map.table(0)));
        keep("Save 4D-STEM", workflow.run("save.SaveNodeFactory",
            Map.of("file", s_files.resolve("out.blo").toString(), "patternColumn", "rebuilt pattern"),
            reconstruct.table(0)));
        final Output bank = keep("Simulate Template Bank", workflow.run("bank.SimulateBankNodeFactory", Map.of("files",
            CrystalScan.cif(s_files, "test.cif", CrystalScan.CIF).toString(), "step", 10.0, "largestRadius", 9.0)));
        final Output match = keep("Match Patterns", workflow.run("match.MatchPatternsNodeFactory", Map.of(),
            CrystalScan.reflections(workflow, true), bank.table(0), bank.table(1)));
        keep("Orientation Map", workflow.run("orientation.OrientationMapNodeFactory", Map.of(), match.table(0),
            bank.table(1)));
    }

    private static Output keep(final String node, final Output output) {
        for (int i = 0; i < output.tables().size(); i++) {
            TABLES.put(node + " " + (i + 1), output.table(i));
        }
        return output;
    }

    private static boolean isPlain(final DataType type) {
        return type.isCompatible(StringValue.class) || type.isCompatible(DoubleValue.class)
            || type.isCompatible(IntValue.class);
    }

    private static String kind(final DataType type) {
        if (type.isCompatible(DiffractionPatternValue.class)) {
            return "pattern";
        } else if (type.isCompatible(PNGImageValue.class)) {
            return "picture";
        } else if (type.isCompatible(BooleanValue.class)) {
            return "true or false";
        } else if (type.isCompatible(IntValue.class) || type.isCompatible(LongValue.class)) {
            return "whole number";
        } else if (type.isCompatible(DoubleValue.class)) {
            return "number";
        }
        return type.isCompatible(StringValue.class) ? "text" : type.getName();
    }

    @Test
    void onlyPatternsAndPicturesAreNoPlainColumns() {
        final Map<String, List<String>> found = new TreeMap<>();
        TABLES.forEach((name, table) -> {
            final List<String> others = new ArrayList<>();
            for (final DataColumnSpec column : table.getDataTableSpec()) {
                if (!isPlain(column.getType())) {
                    others.add(kind(column.getType()));
                }
            }
            if (!others.isEmpty()) {
                found.put(name, others);
            }
        });
        assertEquals(new TreeMap<>(Map.of( //
            "Load 4D-STEM 1", List.of("pattern"), //
            "Subtract Background 1", List.of("pattern", "pattern"), //
            "Adaptive Peak Register 2", List.of("pattern", "pattern"), //
            "Reconstruct 1", List.of("pattern"), //
            "Spot Count Map 2", List.of("picture"), //
            "Quality Metrics 1", List.of("pattern", "pattern"), //
            "Match Patterns 2", List.of("picture"), //
            "Orientation Map 2", List.of("picture"))), found);
    }

    @Test
    void reflectionsAndMapsAreNumbersAndText() {
        assertEquals("scan x whole number, scan y whole number, x number, y number, radius number, mean number, "
            + "prominence number, noise number, rank whole number, flags text", columns("Adaptive Peak Register 1"));
        assertEquals("scan x whole number, scan y whole number, spot count number, virtual bright field number, "
            + "sum of all spots number, noise number, threshold number", columns("Spot Count Map 1"));
        assertEquals("scan text, file text, format text", columns("List Scans 1"));
    }

    private static String columns(final String table) {
        final List<String> columns = new ArrayList<>();
        for (final DataColumnSpec column : TABLES.get(table).getDataTableSpec()) {
            columns.add(column.getName() + " " + kind(column.getType()));
        }
        return String.join(", ", columns);
    }
}
