// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
package org.epattern.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.epattern.knime.testing.PluginFiles;
import org.epattern.knime.testing.TestWorkflow;
import org.epattern.standin.ui.NodeRuntime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.LocalFileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.LocalFileWriterWidget;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.text.TextAreaWidget;

/** What the dialogs of all nodes have in common: sections, units, sentences, and limits that hold everywhere. */
class DialogRulesTest {

    /** Numbers that may have any value; validate() of the settings compares some of them with each other. */
    private static final Set<String> WITHOUT_LIMITS = Set.of("Black level (grey levels)", "White level (grey levels)",
        "Region x (px)", "Region y (px)", "Least reliability", "Least index", "Seed");
    /** Numbers with a fraction that have no unit. */
    private static final Set<String> WITHOUT_UNIT = Set.of("Smallest correlation", "Gain", "Radius factor",
        "Drawn px per registered px", "Counts per grey level", "Intensity", "Background", "Intensity power",
        "Weakest intensity", "Smallest index", "Least index", "Least reliability", "Least height of a hot pixel");
    private static final Pattern UNIT = Pattern.compile(".+ \\(.+\\)");
    /** Words of a sentence that says what changes. */
    private static final Pattern EFFECT = Pattern.compile("(?i)\\b(higher|lower|larger|smaller|thicker|raise|faster|"
        + "wrong|grow|rise|picks|too low|another seed|as very reliable|its scale depends)\\b");
    /** What a microscopist types into the search field of the node repository. */
    private static final List<String> SEARCHED = List.of("Bragg", "ACOM", "PED", "ASTAR", "spot", "diffraction",
        "py4DSTEM");

    static Stream<Class<?>> settings() throws IOException {
        final Path root = PluginFiles.folder().resolve("src/main/java");
        return PluginFiles.sources().stream().filter(f -> f.toString().endsWith("Parameters.java")).map(f -> {
            final String name = root.relativize(f).toString().replace(".java", "").replace('/', '.').replace('\\', '.');
            try {
                return Class.forName(name);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static List<Field> widgets(final Class<?> settings) {
        return Arrays.stream(settings.getDeclaredFields()).filter(f -> f.isAnnotationPresent(Widget.class)).toList();
    }

    private static boolean isNumber(final Field field) {
        return List.of(int.class, long.class, double.class).contains(field.getType());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everySettingIsInASectionAndEveryChoiceIsExplained(final Class<?> settings) {
        final List<String> wrong = new ArrayList<>();
        for (final Field field : widgets(settings)) {
            final Layout layout = field.getAnnotation(Layout.class);
            if (layout == null || !layout.value().isAnnotationPresent(Section.class)) {
                wrong.add(field.getName() + " is in no section");
            }
            if (!field.getAnnotation(Widget.class).description().endsWith(".")) {
                wrong.add(field.getName() + " is described by no sentence");
            }
            for (final Field choice : field.getType().isEnum() ? field.getType().getFields() : new Field[0]) {
                final Label label = choice.getAnnotation(Label.class);
                if (choice.isEnumConstant() && (label == null || label.description().isBlank())) {
                    wrong.add(field.getName() + ": " + choice.getName());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everyFileIsChosenWithAButtonAndEveryColumnFromThoseThatFit(final Class<?> settings) throws Exception {
        final List<String> wrong = new ArrayList<>();
        for (final Field field : widgets(settings)) {
            if (field.getType() != String.class || field.isAnnotationPresent(TextAreaWidget.class)) {
                continue;
            }
            final Widget widget = field.getAnnotation(Widget.class);
            final boolean hasButton = field.isAnnotationPresent(LocalFileReaderWidget.class)
                || field.isAnnotationPresent(LocalFileWriterWidget.class);
            // KNIME has no such button for the path of a folder
            final boolean isFile = widget.description().contains("knime:") && !widget.title().equals("Folder");
            if (hasButton != isFile) {
                wrong.add(widget.title() + ": button");
            }
            if (widget.title().endsWith("column") && !field.isAnnotationPresent(ChoicesProvider.class)) {
                wrong.add(widget.title() + ": choices");
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void nodeWithAColumnSettingGuessesItAtTheFirstConnection(final Class<?> settings) {
        if (widgets(settings).stream().anyMatch(
            f -> f.getType() == String.class && f.getAnnotation(Widget.class).title().endsWith("column"))) {
            assertTrue(Arrays.stream(settings.getDeclaredConstructors())
                .anyMatch(c -> List.of(c.getParameterTypes()).equals(List.of(NodeParametersInput.class))));
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everyNumberHasLimitsAUnitAndASentenceOnWhatItChanges(final Class<?> settings) {
        final List<String> wrong = new ArrayList<>();
        for (final Field field : widgets(settings)) {
            final Widget widget = field.getAnnotation(Widget.class);
            if (isNumber(field)) {
                if (field.isAnnotationPresent(NumberInputWidget.class) == WITHOUT_LIMITS.contains(widget.title())) {
                    wrong.add(widget.title() + ": limits");
                }
                if (field.getType() == double.class
                    && UNIT.matcher(widget.title()).matches() == WITHOUT_UNIT.contains(widget.title())) {
                    wrong.add(widget.title() + ": unit");
                }
                if (!EFFECT.matcher(widget.description()).find()) {
                    wrong.add(widget.title() + ": what changes");
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** A setting that a choice hides need not be refused; therefore all pairs of choices are tried. */
    @ParameterizedTest
    @MethodSource("settings")
    void whatTheDialogRefusesIsRefusedAgainWhenTheNodeGetsIt(final Class<?> settings) throws Exception {
        final List<String> wrong = new ArrayList<>();
        for (final Field field : widgets(settings)) {
            final NumberInputWidget widget = field.getAnnotation(NumberInputWidget.class);
            if (widget != null) {
                field.setAccessible(true);
                final double min = limit(widget.minValidation(), "getMin");
                final double max = limit(widget.maxValidation(), "getMax");
                final boolean whole = field.getType() != double.class;
                if (!Double.isNaN(min) && !isRefused(settings, field, whole ? min - 1 : min - 1e-6)) {
                    wrong.add(field.getName() + " below " + min);
                }
                if (!Double.isNaN(max) && !isRefused(settings, field, whole ? max + 1 : max + 1e-6)) {
                    wrong.add(field.getName() + " above " + max);
                }
                if (!whole && !isRefused(settings, field, Double.NaN)) {
                    wrong.add(field.getName() + " not a number");
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static double limit(final Class<?> validation, final String method) throws ReflectiveOperationException {
        for (Class<?> c = validation; c != null; c = c.getSuperclass()) {
            for (final Method m : c.getDeclaredMethods()) {
                if (m.getName().equals(method) && !Modifier.isAbstract(m.getModifiers())) {
                    final Constructor<?> constructor = validation.getDeclaredConstructor();
                    constructor.setAccessible(true);
                    m.setAccessible(true);
                    return ((Number)m.invoke(constructor.newInstance())).doubleValue();
                }
            }
        }
        return Double.NaN;
    }

    private static boolean isRefused(final Class<?> settings, final Field field, final double value)
        throws ReflectiveOperationException {
        final List<Field> switches = Arrays.stream(settings.getDeclaredFields())
            .filter(f -> f.getType().isEnum() || f.getType() == boolean.class).toList();
        for (final Field one : switches) {
            for (final Object a : constants(one)) {
                for (final Field other : switches) {
                    for (final Object b : constants(other)) {
                        final NodeParameters parameters = create(settings);
                        set(parameters, one, a);
                        set(parameters, other, b);
                        if (accepts(parameters)) {
                            set(parameters, field, number(field, value));
                            if (!accepts(parameters)) {
                                return true;
                            }
                        }
                    }
                }
            }
        }
        final NodeParameters parameters = rawFile(create(settings));
        set(parameters, field, number(field, value));
        return !accepts(parameters);
    }

    /** The one choice that is a text: the format of Load 4D-STEM. */
    private static NodeParameters rawFile(final NodeParameters parameters) throws ReflectiveOperationException {
        for (final Field field : parameters.getClass().getDeclaredFields()) {
            if (field.getName().equals("m_format")) {
                set(parameters, field, "RAW");
            }
        }
        return parameters;
    }

    private static Object number(final Field field, final double value) {
        if (field.getType() == int.class) {
            return (int)value;
        }
        return field.getType() == long.class ? (Object)(long)value : (Object)value;
    }

    private static List<?> constants(final Field field) {
        return field.getType().isEnum() ? List.of(field.getType().getEnumConstants()) : List.of(true, false);
    }

    private static NodeParameters create(final Class<?> settings) throws ReflectiveOperationException {
        final Constructor<?> constructor = settings.getDeclaredConstructor();
        constructor.setAccessible(true);
        return (NodeParameters)constructor.newInstance();
    }

    private static void set(final NodeParameters parameters, final Field field, final Object value)
        throws ReflectiveOperationException {
        field.setAccessible(true);
        field.set(parameters, value);
    }

    private static boolean accepts(final NodeParameters parameters) {
        try {
            parameters.validate();
            return true;
        } catch (InvalidSettingsException e) {
            assertTrue(e.getMessage().length() > 20, e.getMessage());
            return false;
        }
    }

    @Test
    void searchForTheUsualWordsFindsNodes() {
        final Set<String> all = new HashSet<>();
        PluginFiles.elements("node").forEach(e -> {
            final List<String> keywords = NodeRuntime.create(TestWorkflow.factory(
                e.getAttribute("factory-class").replace("org.epattern.knime.nodes.", ""))).definition().keywords();
            assertTrue(keywords.size() >= 8 && keywords.contains("4D-STEM"), keywords.toString());
            if (e.getAttribute("factory-class").contains("register")) {
                assertEquals(List.of(), SEARCHED.stream().filter(w -> !keywords.contains(w)).toList());
            }
            all.addAll(keywords);
        });
        assertTrue(all.containsAll(SEARCHED));
    }
}
