// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.epattern.register.Reflection;
import org.epattern.runner.args.Usage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/GUIDE.md names is there: nodes, settings, columns, arguments, messages, pictures. */
class GuideTest {

    private static final Path DOCS = House.root().resolve("docs");
    private static final String COLUMNS = "## What each column means";
    private static final String MESSAGES = "## Troubleshooting by message";
    private static final long LARGEST_PICTURE = 250_000;
    private static final Pattern FENCE = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern OPTION = Pattern.compile("-option=[^\\s`|]+");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
    /** Words of Java, KNIME and the examples; the names of all else are looked up. */
    private static final Set<String> OF_OTHERS = Set.of("knime.ini", "JAVA_HOME", "NODE", "input", "output", "ePattern",
        "ePattern to ASTAR", "ePattern.knwf", "ePattern component.knar", "ePattern (iteration 2)", "-Xmx", "-Djava.io.tmpdir");

    /** As they stand in the reflection table. */
    private static final Set<String> FLAGS = Arrays.stream(Reflection.Flag.values())
        .map(f -> f.name().toLowerCase(Locale.ROOT).replace('_', ' ')).collect(Collectors.toSet());

    private static String s_guide;
    private static Sources s_sources;

    @BeforeAll
    static void readTheGuide() throws IOException {
        s_guide = Files.readString(DOCS.resolve("GUIDE.md"));
        s_sources = Sources.read();
    }

    @Test
    void boldWordsAreNodes() {
        final Set<String> nodes = nodes();
        final List<String> bold = all("\\*\\*([^*]+)\\*\\*", prose());
        assertTrue(bold.size() > 20, bold.toString());
        assertEquals(List.of(), bold.stream().filter(b -> !nodes.contains(b)).toList());
    }

    @Test
    void slantedWordsAreSettingsOfTheDialogs() {
        final List<String> slanted = all("(?<!\\*)\\*([^*\\n]+(?:\\n[^*\\n]+)?)\\*(?!\\*)", prose());
        assertTrue(slanted.size() > 60, slanted.toString());
        assertEquals(List.of(),
            slanted.stream().map(s -> s.replaceAll("\\s+", " ")).filter(s -> !s_sources.hasLabel(s)).toList());
    }

    @Test
    void columnsAreThoseOfRealRuns(@TempDir final Path scratch) throws IOException {
        final Map<String, List<String>> documented = documentedColumns();
        final Set<String> known = new TreeSet<>();
        documented.values().forEach(known::addAll);
        final Map<String, List<String>> found = columnsOfRuns(scratch);
        final Set<String> ran = new TreeSet<>();
        found.keySet().forEach(table -> ran.add(nodeOf(table)));
        // SavedWorkflowsTest sees to it that every node runs
        documented.keySet().removeIf(table -> !ran.contains(nodeOf(table)));
        assertEquals(found.keySet(), documented.keySet(), "tables");
        final List<String> wrong = new ArrayList<>();
        for (final Map.Entry<String, List<String>> table : documented.entrySet()) {
            final List<String> columns = found.get(table.getKey());
            final List<String> own = new ArrayList<>(columns);
            own.retainAll(table.getValue());
            if (!own.equals(table.getValue())) {
                wrong.add(table.getKey() + ": the guide lists " + table.getValue() + ", the table has " + columns);
            }
            columns.stream().filter(c -> !known.contains(c))
                .forEach(c -> wrong.add(table.getKey() + ": the column " + c + " is not in the guide"));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void tablesOfEveryNodeAreExplained() {
        final Set<String> explained = new TreeSet<>();
        documentedColumns().keySet().forEach(table -> explained.add(nodeOf(table)));
        assertEquals(nodes(), explained);
    }

    private static String nodeOf(final String table) {
        return table.substring(0, table.indexOf(": "));
    }

    /** Heading "Node: Table" to the first column of the table below it. */
    private static Map<String, List<String>> documentedColumns() {
        final Map<String, List<String>> tables = new TreeMap<>();
        final String section = s_guide.substring(s_guide.indexOf(COLUMNS), s_guide.indexOf(MESSAGES));
        for (final String part : section.split("\n### ")) {
            if (!part.startsWith(COLUMNS)) {
                tables.put(part.substring(0, part.indexOf('\n')), all(ROW.pattern(), part));
            }
        }
        return tables;
    }

    private static Map<String, List<String>> columnsOfRuns(final Path scratch) throws IOException {
        final Map<String, List<String>> tables = new TreeMap<>();
        // the nodes of the main job last: they have all their inputs there
        final List<Path> workflows = new ArrayList<>(newest());
        workflows.add(Runner.workflow("ePattern"));
        for (final Path workflow : workflows) {
            final Path copy = scratch.resolve("copy of " + workflow.getFileName());
            for (final Path file : House.files(workflow, "")) {
                final Path place = copy.resolve(workflow.relativize(file).toString());
                Files.createDirectories(place.getParent());
                Files.copy(file, place);
            }
            final Path out = scratch.resolve("results of " + workflow.getFileName());
            final JavaProcess run = Runner.run(copy, "--out", out.toString(), "--pictures", "1");
            assertEquals(0, run.exitCode(), run.output());
            for (final Path table : House.files(out, ".csv")) {
                final String name = table.getFileName().toString();
                tables.put(table.getParent().getFileName() + ": " + name.substring(0, name.length() - 4),
                    Csv.read(table).header());
            }
        }
        return tables;
    }

    /** @return what the newest version of the nodes saved, beside the shipped workflows: all other nodes */
    private static Collection<Path> newest() {
        final Map<String, Path> byName = new TreeMap<>();
        for (final Path workflow : House.savedWorkflows()) {
            final String name = workflow.getFileName().toString();
            if (!Files.exists(Runner.workflow(name))) {
                byName.put(name, workflow);
            }
        }
        return byName.values();
    }

    @Test
    void typewriterWordsOfTheTextAreKnown() {
        final List<String> unknown = new ArrayList<>();
        for (final String word : all(CODE.pattern(), prose())) {
            if (!isKnown(word)) {
                unknown.add(word);
            }
        }
        assertEquals(List.of(), unknown);
    }

    private static boolean isKnown(final String word) {
        return OF_OTHERS.contains(word) || s_sources.hasConstant(word) || word.startsWith("/data/")
            || word.startsWith("-option=") || Usage.text().contains(word) || Files.exists(House.root().resolve(word))
            || isSettingsFile(word) || Files.exists(Runner.workflow(word)) || variables().contains(word)
            || word.equals("results/") || FLAGS.contains(word)
            || word.contains("/") && nodes().contains(word.substring(0, word.indexOf('/')));
    }

    private static boolean isSettingsFile(final String word) {
        return Files.exists(Runner.workflow("ePattern").resolve(word))
            || Files.exists(Runner.workflow("ePattern/Load 4D-STEM (#1)").resolve(word));
    }

    @Test
    void messagesAreThoseOfTheProgram() {
        final List<String> messages = all(ROW.pattern(), s_guide.substring(s_guide.indexOf(MESSAGES)));
        assertTrue(messages.size() > 50, messages.toString());
        final List<String> unknown = new ArrayList<>();
        for (final String message : messages) {
            for (final String part : message.split("…")) {
                final String words = part.strip();
                if (!words.isEmpty() && !s_sources.says(words)) {
                    unknown.add(message + " | " + words);
                }
            }
        }
        assertEquals(List.of(), unknown);
    }

    @Test
    void argumentsOfCommandsAreThoseOfTheRunner() {
        final List<String> unknown = new ArrayList<>();
        for (final MatchResult fence : FENCE.matcher(s_guide).results().toList()) {
            if (fence.group(1).equals("sh") && fence.group(2).contains("-workflowDir")) {
                for (final String flag : all("(?<=\\s\"?)(--?[a-zA-Z][\\w.]*)", fence.group(2))) {
                    if (!flag.equals("-d") && !Usage.text().contains(flag)) {
                        unknown.add(flag);
                    }
                }
                for (final String folder : all("test-workflows/((?<=\"-workflowDir=test-workflows/)[^\"]+|[^\"\\s]+)",
                    fence.group(2))) {
                    if (!Files.exists(Runner.workflow(folder).resolve("workflow.knime"))) {
                        unknown.add(folder);
                    }
                }
            }
        }
        assertEquals(List.of(), unknown);
    }

    /** The runner refuses types and values that do not fit, and warns about keys and variables that are not there. */
    @Test
    void optionsAreTakenByTheWorkflow() throws IOException {
        final List<String> options = new ArrayList<>(all(OPTION.pattern(), s_guide));
        options.removeIf(option -> option.startsWith("-option=NODE"));
        assertTrue(options.size() > 25, options.toString());
        options.add("-noexecute");
        final JavaProcess run = Runner.run(Runner.workflow("ePattern"), options.toArray(String[]::new));
        assertEquals(0, run.exitCode(), run.output());
        assertEquals(List.of(), run.output().lines().filter(l -> l.contains("without effect")).toList());
    }

    @Test
    void variablesAreThoseOfTheWorkflows() throws IOException {
        final Set<String> declared = variables();
        final List<String> named = all("-workflow\\.variable=(\\w+),", s_guide);
        assertTrue(named.size() > 4, named.toString());
        assertEquals(List.of(), named.stream().filter(n -> !n.equals("NAME") && !declared.contains(n)).toList());
    }

    /** @return names of the variables that the shipped workflows declare */
    private static Set<String> variables() {
        final Set<String> declared = new TreeSet<>();
        for (final Path workflow : House.files(House.root().resolve("test-workflows"), "workflow.knime")) {
            try {
                declared.addAll(all("key=\"name\" type=\"xstring\" value=\"(\\w+)\"", Files.readString(workflow)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return declared;
    }

    @Test
    void picturesAreThereAndSmall() throws IOException {
        final Set<Path> shown = new TreeSet<>();
        for (final String picture : all("!\\[[^]]+]\\(([^)]+)\\)", s_guide)) {
            final Path file = DOCS.resolve(picture);
            assertTrue(Files.size(file) < LARGEST_PICTURE, picture);
            shown.add(file);
        }
        assertEquals(new TreeSet<>(House.files(DOCS.resolve("guide"), ".png")), shown);
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        final List<String> broken = new ArrayList<>();
        for (final String link : all("(?<!!)\\[[^]]+]\\(([^)]+)\\)", s_guide)) {
            final int hash = link.indexOf('#');
            final String file = hash < 0 ? link : link.substring(0, hash);
            final Path target = file.isEmpty() ? DOCS.resolve("GUIDE.md") : DOCS.resolve(file);
            if (!Files.exists(target) || hash >= 0 && !anchors(target).contains(link.substring(hash + 1))) {
                broken.add(link);
            }
        }
        assertEquals(List.of(), broken);
    }

    private static List<String> anchors(final Path file) throws IOException {
        return all("(?m)^#+ (.+)$", Files.readString(file)).stream()
            .map(h -> h.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-')).toList();
    }

    /** @return names of all nodes: each has a file with its settings */
    private static Set<String> nodes() {
        final Set<String> nodes = new TreeSet<>();
        for (final Path file : House.files(House.root().resolve("plugin/src/test/resources/settings"), ".xml")) {
            nodes.add(file.getFileName().toString().replaceFirst("\\.xml$", ""));
        }
        return nodes;
    }

    /** @return the guide without commands and messages */
    private static String prose() {
        final String text = FENCE.matcher(s_guide).replaceAll("");
        return ROW.matcher(text.substring(0, text.indexOf(MESSAGES))).replaceAll("|")
            + ROW.matcher(text.substring(text.indexOf(MESSAGES))).replaceAll("|");
    }

    /** @return the first group, or the whole, of every place that fits */
    private static List<String> all(final String pattern, final String text) {
        return Pattern.compile(pattern).matcher(text).results().map(m -> m.groupCount() > 0 ? m.group(1) : m.group())
            .toList();
    }
}
