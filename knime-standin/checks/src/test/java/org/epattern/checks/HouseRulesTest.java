// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The directions of dependency that keep the code a house. */
class HouseRulesTest {

    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+)", Pattern.MULTILINE);
    /** Arrays of grey levels and of samples; arrays of whole patterns (two brackets) are handed on only. */
    private static final Pattern FLOAT_ARRAY = Pattern.compile("\\b(?:float|byte)\\[\\] (\\w+)\\b");
    private static final Pattern ENGINE_PACKAGE = Pattern.compile("org\\.epattern\\.(\\w+)\\..*");

    /** What each room of the engine may use of the other rooms. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries( //
        entry("prepare", Set.of()), //
        entry("scan", Set.of("prepare")), //
        entry("formats", Set.of("scan")), //
        entry("register", Set.of("scan", "prepare")), //
        entry("reconstruct", Set.of("scan", "register")), //
        entry("export", Set.of("scan", "formats", "register")), //
        entry("maps", Set.of("scan", "register", "orient")), //
        entry("detector", Set.of("scan", "formats", "register", "reconstruct", "crystal")), //
        entry("metrics", Set.of("scan", "register", "reconstruct")), //
        entry("simulate", Set.of("scan", "formats", "register", "orient", "crystal", "match")), //
        entry("orient", Set.of()), //
        entry("crystal", Set.of("orient")), //
        entry("compare", Set.of("scan", "orient", "grains", "maps")), //
        entry("grains", Set.of("scan", "orient", "crystal", "maps")), //
        entry("match", Set.of("scan", "register", "orient", "crystal")));

    @Test
    void engineKnowsNothingOfKnime() throws IOException {
        final List<String> wrong = new ArrayList<>();
        for (final Path source : House.files(House.root().resolve("engine/src"), ".java")) {
            if (Files.readString(source).contains("org.knime")) {
                wrong.add(source.getFileName().toString());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void pluginTouchesNoSinglePixel() throws IOException {
        final List<String> wrong = new ArrayList<>();
        for (final Path source : House.files(House.root().resolve("plugin/src/main/java"), ".java")) {
            final String code = Files.readString(source);
            final Matcher arrays = FLOAT_ARRAY.matcher(code);
            while (arrays.find()) {
                if (Pattern.compile("\\b" + arrays.group(1) + "\\[[^\\]]").matcher(code).find()) {
                    wrong.add(source.getFileName() + ": " + arrays.group(1));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void roomsOfTheEngineDependInOneDirection() throws IOException {
        final List<String> wrong = new ArrayList<>();
        final Path rooms = House.root().resolve("engine/src/main/java/org/epattern");
        for (final Path source : House.files(rooms, ".java")) {
            final String room = rooms.relativize(source).getName(0).toString();
            final Matcher imports = IMPORT.matcher(Files.readString(source));
            while (imports.find()) {
                final Matcher other = ENGINE_PACKAGE.matcher(imports.group(1));
                if (other.matches() && !other.group(1).equals(room)
                    && !MAY_USE.getOrDefault(room, Set.of()).contains(other.group(1))) {
                    wrong.add(room + "/" + source.getFileName() + " uses " + other.group(1));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void dataOfThePluginKnowsNothingOfTheNodes() throws IOException {
        final List<String> wrong = new ArrayList<>();
        for (final Path source : House.files(House.root().resolve("plugin/src/main/java/org/epattern/knime/data"),
            ".java")) {
            if (Files.readString(source).contains("org.epattern.knime.nodes")) {
                wrong.add(source.getFileName().toString());
            }
        }
        assertEquals(List.of(), wrong);
    }
}
